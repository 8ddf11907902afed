import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';

/** A team and how many officers are in it. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly officers: number;
}

/** The teams of an authority. */
@Injectable()
export class TeamsRepository {
  constructor(private readonly statements: Statements) {}

  all(authority: string): Promise<Team[]> {
    return this.statements.run(
      'admin-teams',
      `SELECT t.id, t.name, (SELECT count(*)::int FROM officer o WHERE o.team_id = t.id AND o.active) AS officers
         FROM team t WHERE t.authority = $1 ORDER BY t.name`,
      [authority],
    );
  }

  /** Adds a team; false when there is one of that name. */
  async add(authority: string, name: string): Promise<boolean> {
    const added = await this.statements.run(
      'admin-team-add',
      `INSERT INTO team (authority, name) SELECT $1, $2
        WHERE NOT EXISTS (SELECT 1 FROM team WHERE authority = $1 AND lower(name) = lower($2))
       ON CONFLICT (authority, name) DO NOTHING RETURNING 1 AS added`,
      [authority, name],
    );
    return added.length > 0;
  }
}
