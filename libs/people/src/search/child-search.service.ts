import { type Actor, visibleCases, worksCases } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { isRecordId } from '../record-id';
import {
  BY_DOB,
  BY_DOB_AND_NAME,
  BY_NAME,
  BY_REFERENCE,
  BY_SOME_WORDS,
  BY_UPN,
  casesSql,
  hitsSql,
  SCHOOLS_SQL,
  SHOWN,
  TEAMS_SQL,
} from './search-sql';
import { inWords, type Sought, understand } from './understand';
import { visibleChildren } from './visible-children';

/** A case as a hit names it. */
export interface HitCase {
  readonly reference: string;
  readonly pathway: string;
  readonly open: boolean;
}

/** A child the searcher may open. */
export interface ChildHit {
  readonly kind: 'child';
  readonly childId: string;
  readonly name: string;
  readonly legalName: string;
  readonly dob: CalendarDay;
  readonly schoolName: string | null;
  readonly cases: readonly HitCase[];
  /** What fitted: 'Name', 'Name sounds alike', 'UPN'… */
  readonly why: string;
}

/** There is a record that the searcher may not see: only whom to ask is said. */
export interface ExistsHit {
  readonly kind: 'exists';
  readonly words: string;
}

/** What a search found, best first. */
export interface SearchResult {
  readonly understoodAs: string;
  readonly hits: readonly (ChildHit | ExistsHit)[];
  readonly schools: readonly { readonly urn: string; readonly name: string }[];
  /** There are more than are shown: the searcher should say more. */
  readonly more: boolean;
}

interface Row extends Omit<ChildHit, 'kind' | 'cases'> {
  mayOpen: boolean;
  isNear: boolean;
}

const NOTHING: SearchResult = { understoodAs: '', hits: [], schools: [], more: false };

/** Finds children by name as typed or as it sounds, UPN, date of birth, case reference or school. */
@Injectable()
export class ChildSearch {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** The best hits for what was typed, as far as this actor may see them. */
  async search(actor: Actor, typed: string): Promise<SearchResult> {
    const sought = understand(typed);
    const rows = await this.rowsFor(actor, sought);
    if (!rows) return NOTHING;
    const open = rows.filter(({ mayOpen }) => mayOpen);
    const hidden = rows.filter((row) => !row.mayOpen && row.isNear).map(({ childId }) => childId);
    const shown = await this.withCases(actor, open.slice(0, SHOWN));
    return {
      understoodAs: inWords(sought),
      hits: [...shown, ...(await this.existing(actor, hidden))],
      schools: sought.name ? await this.schoolsLike(actor, sought.name) : [],
      more: open.length > SHOWN,
    };
  }

  /** Whether this actor may open this child’s record. */
  async mayOpen(actor: Actor, childId: string): Promise<boolean> {
    if (!isRecordId(childId)) return false;
    const visible = visibleChildren(actor);
    const sql = `SELECT FROM child k WHERE k.authority = $1 AND k.id = $2 AND ${visible.sql(3)}`;
    return (
      (
        await this.statements.run('search.may-open', sql, [
          actor.authority,
          childId,
          ...visible.values,
        ])
      ).length > 0
    );
  }

  /** 'A record exists. Contact the Transition team.' for records this actor may not see; no word of whose they are. */
  async existing(actor: Actor, childIds: readonly string[]): Promise<ExistsHit[]> {
    if (childIds.length === 0 || !worksCases(actor)) return [];
    const teams = await this.statements.run<{ name: string | null }>('search.teams', TEAMS_SQL, [
      actor.authority,
      childIds,
    ]);
    const names = teams.length > 0 ? teams.map(({ name }) => name) : [null];
    return [...new Set(names)].map((name) => ({
      kind: 'exists',
      words: `A record exists. Contact ${name ?? 'your SEND manager'}.`,
    }));
  }

  /** Candidates in their order; undefined where nothing was asked. */
  private async rowsFor(actor: Actor, sought: Sought): Promise<Row[] | undefined> {
    const asked = questionFor(sought);
    if (!asked) return undefined;
    const rows = await this.candidates(actor, asked);
    if (rows.length > 0 || asked.name !== 'name') return rows;
    return this.candidates(actor, { ...asked, name: 'some-words', sql: BY_SOME_WORDS });
  }

  private candidates(actor: Actor, { name, sql, values: sought }: Question): Promise<Row[]> {
    const visible = visibleChildren(actor);
    const values = [actor.authority, ...sought];
    const whole = hitsSql(sql, visible.sql(values.length + 1));
    return this.statements.run<Row>(`search.${name}`, whole, [...values, ...visible.values]);
  }

  private schoolsLike(actor: Actor, name: string): Promise<{ urn: string; name: string }[]> {
    return this.statements.run('search.schools', SCHOOLS_SQL, [actor.authority, name]);
  }

  private async withCases(actor: Actor, rows: readonly Row[]): Promise<ChildHit[]> {
    if (rows.length === 0) return [];
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, rows.map(({ childId }) => childId), ...visible.values];
    const cases = await this.statements.run<HitCase & { childId: string }>(
      'search.cases',
      casesSql(visible.sql(3)),
      values,
    );
    return rows.map(({ childId, name, legalName, dob, schoolName, why }) => ({
      kind: 'child',
      childId,
      name,
      legalName,
      dob,
      schoolName,
      why,
      cases: cases
        .filter((its) => its.childId === childId)
        .map(({ reference, pathway, open }) => ({ reference, pathway, open })),
    }));
  }
}

interface Question {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

function questionFor({ upn, references, dob, name }: Sought): Question | undefined {
  if (upn) return { name: 'upn', sql: BY_UPN, values: [upn] };
  if (references) return { name: 'reference', sql: BY_REFERENCE, values: [references] };
  if (dob && name) return { name: 'dob-and-name', sql: BY_DOB_AND_NAME, values: [dob, name] };
  if (dob) return { name: 'dob', sql: BY_DOB, values: [dob] };
  return name ? { name: 'name', sql: BY_NAME, values: [name] } : undefined;
}
