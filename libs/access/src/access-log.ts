import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Actor } from './actor';
import { type Relation } from './policy';

/** One look at a record, or another act that must be traceable. */
export interface Look {
  readonly action: string;
  readonly childId?: string | null;
  readonly caseId?: string | null;
  readonly page?: string;
  readonly relation?: Relation;
}

/** One line of "Who has looked". */
export interface Looked {
  readonly at: Date;
  readonly officer: string | null;
  readonly page: string | null;
  readonly relation: Relation | null;
  /** They asked and were not shown it. */
  readonly refused: boolean;
}

/** Every view of a child's record is written down before it is served; the database refuses to change it. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** @throws when the line cannot be written: then the page must not be served */
  async looked(actor: Actor, { action, childId, caseId, page, relation }: Look): Promise<void> {
    await this.statements.run('access-looked', WRITE, [
      actor.authority,
      this.clock.now(),
      actor.id,
      action,
      childId ?? null,
      caseId ?? null,
      page ?? null,
      relation ?? null,
    ]);
  }

  /** Who has looked at a case or at its child, newest first. */
  async lookedAt(
    authority: string,
    { childId, caseId }: { childId: string; caseId: string },
    limit = 200,
  ): Promise<Looked[]> {
    return this.statements.run<Looked & Record<string, unknown>>('access-looked-at', READ, [
      authority,
      childId,
      caseId,
      limit,
    ]);
  }
}

const WRITE = `
INSERT INTO access_log (authority, at, officer_id, action, child_id, case_id, page, relation)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const READ = `
SELECT l.at, o.name AS officer, l.page, l.relation, l.action = 'access.refused' AS refused
FROM access_log l LEFT JOIN officer o ON o.id = l.officer_id
WHERE l.authority = $1 AND (l.child_id = $2 OR l.case_id = $3)
ORDER BY l.id DESC LIMIT $4`;
