import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { RecordNotFound } from '../bad-details';
import { isRecordId } from '../record-id';
import { type ContactDetails, readContact } from './contact-details';

/** A person in the child's life who may be written to or telephoned. */
export interface ContactRecord {
  readonly contactId: string;
  readonly childId: string;
  readonly name: string;
  readonly relation: string;
  readonly hasPr: 'yes' | 'no' | 'unknown';
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly format: string | null;
}

/** Parents, carers and others around a child. */
@Injectable()
export class Contacts {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** The contacts of one child; those with parental responsibility come first. */
  async of(actor: Actor, childId: string): Promise<ContactRecord[]> {
    if (!isRecordId(childId)) return [];
    return this.statements.run<ContactRecord>('contact.of', OF_SQL, [actor.authority, childId]);
  }

  /** Adds a contact from what a form sent. Throws BadDetails, RecordNotFound. */
  async add(actor: Actor, childId: string, typed: unknown): Promise<{ contactId: string }> {
    const values = valuesOf(readContact(typed));
    if (!isRecordId(childId)) throw new RecordNotFound('child');
    const sql = 'contact.add';
    const rows = await this.statements.run<{ contactId: string }>(sql, ADD_SQL, [
      actor.authority,
      childId,
      ...values,
    ]);
    if (!rows[0]) throw new RecordNotFound('child');
    return rows[0];
  }

  /** Replaces all details of a contact. Throws BadDetails, RecordNotFound. */
  async edit(actor: Actor, contactId: string, typed: unknown): Promise<void> {
    const values = valuesOf(readContact(typed));
    if (!isRecordId(contactId)) throw new RecordNotFound('contact');
    const rows = await this.statements.run('contact.edit', EDIT_SQL, [
      actor.authority,
      contactId,
      ...values,
    ]);
    if (rows.length === 0) throw new RecordNotFound('contact');
  }
}

const valuesOf = (contact: ContactDetails) => [
  contact.name,
  contact.relation,
  contact.hasPr ?? 'unknown',
  contact.phone ?? null,
  contact.email ?? null,
  contact.address ?? null,
  contact.language ?? null,
  contact.format ?? null,
];

const OF_SQL = `
SELECT id AS "contactId", child_id AS "childId", name, relation, has_pr AS "hasPr", phone, email, address, language, format
FROM contact WHERE authority = $1 AND child_id = $2
ORDER BY has_pr <> 'yes', name, id`;

const ADD_SQL = `
INSERT INTO contact (authority, child_id, name, relation, has_pr, phone, email, address, language, format)
SELECT authority, id, $3, $4, $5, $6, $7, $8, $9, $10 FROM child WHERE authority = $1 AND id = $2
RETURNING id AS "contactId"`;

const EDIT_SQL = `
UPDATE contact SET name = $3, relation = $4, has_pr = $5, phone = $6, email = $7, address = $8, language = $9, format = $10
WHERE authority = $1 AND id = $2 RETURNING id`;
