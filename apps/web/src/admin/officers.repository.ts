import { Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { Injectable } from '@nestjs/common';

/** An officer as an administrator sees them. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly teamId: string | null;
  readonly team: string | null;
  readonly schoolUrn: string | null;
  readonly active: boolean;
  readonly isPersona: boolean;
}

/** What an administrator says about an officer. */
export interface OfficerDetails {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly teamId: string | null;
  readonly schoolUrn: string | null;
  readonly active: boolean;
}

/** Somebody has this e-mail address already. */
export class EmailTaken extends Error {}

const OFFICER = `
SELECT o.id, o.name, o.email, o.roles, o.team_id AS "teamId", t.name AS team, o.school_urn AS "schoolUrn",
       o.active, o.persona IS NOT NULL AS "isPersona"
  FROM officer o LEFT JOIN team t ON t.id = o.team_id AND t.authority = o.authority
 WHERE o.authority = $1`;

/** The officers of an authority, for its administrators. */
@Injectable()
export class OfficersRepository {
  constructor(private readonly statements: Statements) {}

  all(authority: string): Promise<Officer[]> {
    return this.statements.run('admin-officers', `${OFFICER} ORDER BY o.active DESC, o.name`, [
      authority,
    ]);
  }

  async one(authority: string, id: string): Promise<Officer | undefined> {
    const [found] = await this.statements.run<Officer & Record<string, unknown>>(
      'admin-officer',
      `${OFFICER} AND o.id::text = $2`,
      [authority, id],
    );
    return found;
  }

  /** @throws EmailTaken */
  async add(authority: string, details: OfficerDetails, passwordHash: string): Promise<void> {
    const { name, email, roles, teamId, schoolUrn } = details;
    const added = await this.statements.run(
      'admin-officer-add',
      `INSERT INTO officer (authority, name, email, roles, team_id, school_urn, password_hash)
       SELECT $1, $2, $3, $4, (SELECT id FROM team WHERE authority = $1 AND id::text = $5), $6, $7
       ON CONFLICT (lower(email)) DO NOTHING RETURNING 1 AS added`,
      [authority, name, email, roles, teamId, schoolUrn, passwordHash],
    );
    if (!added.length) throw new EmailTaken();
  }

  /** @throws EmailTaken */
  async change(authority: string, id: string, details: OfficerDetails): Promise<void> {
    const { name, email, roles, teamId, schoolUrn, active } = details;
    const changed = await this.statements.run(
      'admin-officer-change',
      `UPDATE officer SET name = $3, email = $4, roles = $5,
              team_id = (SELECT id FROM team WHERE authority = $1 AND id::text = $6), school_urn = $7, active = $8
        WHERE authority = $1 AND id::text = $2
          AND NOT EXISTS (SELECT 1 FROM officer x WHERE lower(x.email) = lower($4) AND x.id::text <> $2)
        RETURNING 1 AS changed`,
      [authority, id, name, email, roles, teamId, schoolUrn, active],
    );
    if (!changed.length) throw new EmailTaken();
  }

  /** Takes away the code after the password: the telephone is lost. */
  async removeSecondStep(authority: string, id: string): Promise<void> {
    const sql =
      'DELETE FROM second_step s USING officer o WHERE o.id = s.officer_id AND o.authority = $1 AND o.id::text = $2';
    await this.statements.run('admin-officer-second-step', sql, [authority, id]);
  }

  async setPassword(authority: string, id: string, passwordHash: string): Promise<void> {
    const sql = 'UPDATE officer SET password_hash = $3 WHERE authority = $1 AND id::text = $2';
    await this.statements.run('admin-officer-password', sql, [authority, id, passwordHash]);
  }

  /** The schools that a school's own person may belong to. */
  schools(authority: string): Promise<{ value: string; text: string }[]> {
    const sql = `SELECT urn AS value, name AS text FROM school WHERE authority = $1 ORDER BY name`;
    return this.statements.run('admin-schools', sql, [authority]);
  }
}
