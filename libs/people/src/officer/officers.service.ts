import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { Inject, Injectable } from '@nestjs/common';
import { isRecordId } from '../record-id';

/** Someone who works here, with what they carry. */
export interface OfficerRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly teamId: string | null;
  readonly teamName: string | null;
  /** The school that somebody speaks for. */
  readonly schoolUrn: string | null;
  readonly caseloadMax: number;
  readonly openCases: number;
  readonly active: boolean;
}

/** A team and how many active officers it has. */
export interface TeamRecord {
  readonly id: string;
  readonly name: string;
  readonly members: number;
}

/** Who works here: reading only. */
@Injectable()
export class Officers {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** Officers by name; those who have left come last. */
  list(
    actor: Actor,
    { role, teamId }: { role?: Role; teamId?: string } = {},
  ): Promise<OfficerRecord[]> {
    const values = [actor.authority, role ?? null, teamId ?? null];
    return this.statements.run<OfficerRecord>('officer.list', LIST_SQL, values);
  }

  /** One officer, or undefined where this authority has none of that id. */
  async find(actor: Actor, officerId: string): Promise<OfficerRecord | undefined> {
    if (!isRecordId(officerId)) return undefined;
    const rows = await this.statements.run<OfficerRecord>('officer.find', FIND_SQL, [
      actor.authority,
      officerId,
    ]);
    return rows[0];
  }

  /** Teams by name. */
  teams(actor: Actor): Promise<TeamRecord[]> {
    return this.statements.run<TeamRecord>('team.list', TEAMS_SQL, [actor.authority]);
  }
}

const OFFICER_COLUMNS = `
SELECT o.id, o.name, o.email, o.roles, o.team_id AS "teamId", t.name AS "teamName", o.school_urn AS "schoolUrn", o.caseload_max::float8 AS "caseloadMax",
  (SELECT count(*)::int FROM send_case c WHERE c.owner_id = o.id AND c.open) AS "openCases", o.active
FROM officer o LEFT JOIN team t ON t.id = o.team_id
WHERE o.authority = $1`;

const LIST_SQL = `${OFFICER_COLUMNS}
  AND ($2::text IS NULL OR $2 = ANY (o.roles)) AND ($3::text IS NULL OR o.team_id::text = $3)
ORDER BY o.active DESC, o.name, o.id`;

const FIND_SQL = `${OFFICER_COLUMNS} AND o.id = $2`;

const TEAMS_SQL = `
SELECT t.id, t.name, (SELECT count(*)::int FROM officer o WHERE o.team_id = t.id AND o.active) AS members
FROM team t WHERE t.authority = $1 ORDER BY t.name`;
