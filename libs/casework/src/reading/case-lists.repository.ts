import { type Actor, visibleCases, wrongChildSql } from '@app/access';
import { Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { uuidOr } from '../facts';
import { COLUMNS, JOINS } from './worklist.repository';
import { type WorkCase } from './work-case';

/** What a list of cases is narrowed to; anything left out does not narrow it. */
export interface CaseFilter {
  readonly pathway?: string | undefined;
  /** One stage, or several joined by commas: the boards link so. */
  readonly stage?: string | undefined;
  /** An officer’s id, or 'none' for cases that nobody holds. */
  readonly owner?: string | undefined;
  readonly team?: string | undefined;
  readonly status?: 'open' | 'closed' | 'all' | undefined;
  readonly cohort?: string | undefined;
}

/** A case of a list. */
export interface ListedCase extends WorkCase {
  readonly open: boolean;
  readonly closedOn: string | null;
  readonly teamName: string | null;
}

/** Part of a list, and how long the whole is. */
export interface CasePage {
  readonly rows: readonly ListedCase[];
  readonly total: number;
}

/** Lists of the cases that a person may see. */
@Injectable()
export class CaseLists {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** Open cases by what is due next, closed ones by when they were closed. */
  async find(actor: Actor, filter: CaseFilter, { from = 0, limit = 50 } = {}): Promise<CasePage> {
    const visible = visibleCases(actor);
    const values = [
      actor.authority,
      filter.pathway ?? null,
      filter.stage?.split(',') ?? null,
      filter.owner ?? null,
      filter.status ?? 'open',
      limit,
      from,
      filter.team ?? null,
      filter.cohort ?? null,
    ];
    const sql = `${COLUMNS}, c.open, c.closed_on AS "closedOn", t.name AS "teamName", count(*) OVER ()::int AS total
      FROM send_case c ${JOINS} LEFT JOIN team t ON t.id = c.team_id
      WHERE c.authority = $1 AND ${NARROWED} AND ${visible.sql(10)} ${BY_NEXT} LIMIT $6 OFFSET $7`;
    const rows = await this.statements.run<ListedCase & { total: number }>('case-list', sql, [
      ...values,
      ...visible.values,
    ]);
    return { rows, total: rows[0]?.total ?? 0 };
  }

  /** The cases of one child that this person may see, open ones first; never one that is about another child. */
  ofChild(actor: Actor, childId: string): Promise<ListedCase[]> {
    const which = `c.child_id = $2::uuid AND NOT ${wrongChildSql('c')}`;
    return this.those(actor, 'case-list-child', which, childId);
  }

  /** The open cases that an officer holds, as far as this person may see them. */
  heldBy(actor: Actor, officerId: string): Promise<ListedCase[]> {
    return this.those(actor, 'case-list-held', 'c.open AND c.owner_id = $2::uuid', officerId);
  }

  private async those(
    actor: Actor,
    name: string,
    which: string,
    id: string,
  ): Promise<ListedCase[]> {
    if (!uuidOr(id)) return [];
    const visible = visibleCases(actor);
    const sql = `${LISTED} WHERE c.authority = $1 AND ${which} AND ${visible.sql(3)} ${BY_NEXT} LIMIT 500`;
    return this.statements.run<ListedCase>(name, sql, [actor.authority, id, ...visible.values]);
  }
}

const NARROWED = `
  ($2::text IS NULL OR c.pathway = $2) AND ($3::text[] IS NULL OR c.stage = ANY ($3))
  AND ($4::text IS NULL OR ($4 = 'none' AND c.owner_id IS NULL) OR c.owner_id::text = $4)
  AND ($5 = 'all' OR c.open = ($5 = 'open')) AND ($8::text IS NULL OR c.team_id::text = $8) AND ($9::text IS NULL OR c.cohort = $9)`;

const BY_NEXT = 'ORDER BY c.open DESC, c.next_due_at NULLS LAST, c.closed_on DESC NULLS LAST, c.id';

const LISTED = `${COLUMNS}, c.open, c.closed_on AS "closedOn", t.name AS "teamName" FROM send_case c ${JOINS} LEFT JOIN team t ON t.id = c.team_id`;
