import { type Actor, visibleCases, visibleOf, wrongChildSql } from '@app/access';
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
    const [ids, total] = await Promise.all([
      this.page(actor, filter, { from, limit }),
      this.total(actor, filter),
    ]);
    const rows = ids.length
      ? await this.statements.run<ListedCase>('case-list', LISTED_IDS, [actor.authority, ids])
      : [];
    return { rows, total };
  }

  /** Which cases stand on a page of the list: found by the index alone where an officer's open ones are asked for. */
  async page(
    actor: Actor,
    filter: CaseFilter,
    { from, limit }: { from: number; limit: number },
  ): Promise<string[]> {
    const { name, where, values, order } = narrowed(actor, filter);
    const at = values.length;
    const rows = await this.statements.run<{ id: string }>(
      `case-page.${name}`,
      `SELECT c.id ${where} ${order} LIMIT $${at + 1} OFFSET $${at + 2}`,
      [...values, limit, from],
    );
    return rows.map(({ id }) => id);
  }

  private async total(actor: Actor, filter: CaseFilter): Promise<number> {
    const { name, where, values } = narrowed(actor, filter);
    const sql = `SELECT count(*)::int AS total ${where}`;
    const [row] = await this.statements.run<{ total: number }>(`case-total.${name}`, sql, values);
    return row?.total ?? 0;
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

/** The part of a list's statement that says which cases: only what narrows it, so that an index can serve it. */
function narrowed(actor: Actor, filter: CaseFilter) {
  const visible = visibleOf(filter.pathway, actor);
  const values: unknown[] = [actor.authority, ...visible.values];
  const given = (value: unknown) => `$${values.push(value)}`;
  const parts = Object.entries(NARROWS).flatMap(([key, sql]) => {
    const value = filter[key as keyof typeof NARROWS];
    return value ? [{ key: value === 'none' ? `${key}-none` : key, sql: sql(value, given) }] : [];
  });
  const status = filter.status ?? 'open';
  const open = status === 'all' ? '' : `AND ${status === 'open' ? '' : 'NOT '}c.open`;
  return {
    name: [visible.name, status, ...parts.map(({ key }) => key)].join('.'),
    values,
    where: `FROM send_case c ${visible.name === 'some' ? 'JOIN child k ON k.id = c.child_id' : ''}
      WHERE c.authority = $1 ${open} ${parts.map(({ sql }) => `AND ${sql}`).join(' ')} AND ${visible.sql(2)}`,
    order: status === 'open' ? 'ORDER BY c.next_due_at NULLS LAST, c.id' : BY_NEXT,
  };
}

type Given = (value: unknown) => string;
const NARROWS = {
  pathway: (value: string, given: Given) => `c.pathway = ${given(value)}`,
  stage: (value: string, given: Given) => `c.stage = ANY (${given(value.split(','))}::text[])`,
  owner: (value: string, given: Given) =>
    value === 'none' ? 'c.owner_id IS NULL' : `c.owner_id = ${given(uuidOr(value))}::uuid`,
  team: (value: string, given: Given) => `c.team_id = ${given(uuidOr(value))}::uuid`,
  cohort: (value: string, given: Given) => `c.cohort = ${given(value)}`,
} as const;

const BY_NEXT = 'ORDER BY c.open DESC, c.next_due_at NULLS LAST, c.closed_on DESC NULLS LAST, c.id';

const LISTED = `${COLUMNS}, c.open, c.closed_on AS "closedOn", t.name AS "teamName" FROM send_case c ${JOINS} LEFT JOIN team t ON t.id = c.team_id`;

/** $1 authority, $2 cases in their order. */
const LISTED_IDS = `${LISTED} JOIN unnest($2::uuid[]) WITH ORDINALITY asked (id, place) ON asked.id = c.id WHERE c.authority = $1 ORDER BY asked.place`;
