import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { badField } from '../bad-details';
import { importRegister, type RegisterImported } from './register-import';
import { SCHOOL_COLUMNS, type SchoolRow } from './school-record';

/** The register of schools of one authority. */
@Injectable()
export class Schools {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** Schools by name; `text` is part of a name, a URN, a LAESTAB or the start of a postcode. */
  list(
    actor: Actor,
    asked: { text?: string; openOnly?: boolean; limit?: number } = {},
  ): Promise<SchoolRow[]> {
    const text = (asked.text ?? '').trim().slice(0, 100);
    const values = [actor.authority, text, asked.openOnly ?? false, asked.limit ?? 500];
    return this.statements.run<SchoolRow>('school.list', LIST_SQL, values);
  }

  /** One school by URN, or undefined. */
  async find(actor: Actor, urn: string): Promise<SchoolRow | undefined> {
    const rows = await this.statements.run<SchoolRow>('school.find', FIND_SQL, [
      actor.authority,
      urn,
    ]);
    return rows[0];
  }

  /** The URN of an open school, given its URN or LAESTAB; undefined for none. Throws BadDetails. */
  async openUrn(actor: Actor, number: string | undefined): Promise<string | undefined> {
    if (number === undefined) return undefined;
    const school = await this.find(actor, number);
    if (!school)
      throw badField(
        'urn',
        `There is no school ${number} in the register. Search for the school by name`,
      );
    if (!school.isOpen)
      throw badField(
        'urn',
        `${school.name} is not open: the register says “${school.status}”. Choose the school the child goes to now`,
      );
    return school.urn;
  }

  /** Brings the register up to date from the national CSV; running it again changes nothing. Throws FileRefused. */
  importRegister(actor: Actor, bytes: Uint8Array): Promise<RegisterImported> {
    return importRegister(this.statements, actor.authority, bytes);
  }
}

const LIST_SQL = `
SELECT ${SCHOOL_COLUMNS} FROM school s
WHERE s.authority = $1
  AND ($2 = '' OR s.name ILIKE '%' || replace(replace(replace($2, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
    OR s.name % $2 OR s.urn = $2 OR s.laestab = $2 OR replace(s.postcode, ' ', '') ILIKE replace($2, ' ', ''))
  AND (NOT $3 OR s.status LIKE 'Open%')
ORDER BY CASE WHEN $2 = '' THEN 0 ELSE 1 - similarity(s.name, $2) END, s.name, s.urn
LIMIT $4`;

const FIND_SQL = `
SELECT ${SCHOOL_COLUMNS} FROM school s WHERE s.authority = $1 AND (s.urn = $2 OR s.laestab = $2)
ORDER BY s.status LIKE 'Open%' DESC, s.urn DESC LIMIT 1`;
