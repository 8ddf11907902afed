import { Calendars, PolicyPacks } from '@app/casework';
import { Statements } from '@app/database';
import { type PriorityAnswers } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Attendance } from '../pure/attendance';
import { type ChildPriority, priorityParts } from '../pure/priority';
import { type Route, type RuleCode } from '../pure/rule';
import { daysOf, type Suspension, suspensionsIn } from '../pure/suspensions';
import { type WindowName, type Windows } from '../pure/windows';
import { numbersOn } from './numbers-in-force';
import { readChildFacts, type ReadFacts, type Week } from './child-facts-reader';

/** Something that a rule found, as it was kept. */
export interface StoredHit {
  readonly rule: RuleCode;
  readonly route: Route;
  /** What was found when it was found. */
  readonly words: string;
  readonly found: Readonly<Record<string, number | string>>;
  readonly window: { readonly from: CalendarDay; readonly to: CalendarDay };
  readonly hitOn: CalendarDay;
  /** The version of the settings whose numbers it was found by; 0 stands for the usual ones. */
  readonly settings: number;
  /** The day on which it no longer held; null while it stands. */
  readonly endedOn: CalendarDay | null;
}

/** The windows in which suspended days are counted. */
type Counted = Extract<WindowName, 'thisTerm' | 'year' | 'threeTerms' | 'fourWeeks' | 'sixWeeks'>;

/** What the data says of a child on a day, for the agenda and the papers of a meeting. */
export interface AtRisk {
  readonly childId: string;
  readonly windows: Windows;
  readonly attendance: Readonly<Partial<Record<WindowName, Attendance>>>;
  /** This term, week by week. */
  readonly weeks: readonly Week[];
  readonly suspendedDays: Readonly<Record<Counted, number>>;
  /** Every line of the feed in the last school year, cancelled ones too. */
  readonly suspensions: readonly Suspension[];
  /** Those that stand first, then those that ended. */
  readonly hits: readonly StoredHit[];
  readonly priority: ChildPriority;
}

/** What the night found of a child: enough to order a list, and read in one look however many there are. */
export interface FoundByNight {
  readonly childId: string;
  /** Null where the night has not looked at the child yet. */
  readonly points: number | null;
  readonly answers: PriorityAnswers | null;
  /** Hits that stand. */
  readonly hits: readonly Pick<StoredHit, 'rule' | 'words'>[];
}

/** Reads what the data says of children. Who may ask is for the caller to know. */
@Injectable()
export class AtRiskReader {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Optional() private readonly policies: PolicyPacks = new PolicyPacks(statements),
  ) {}

  /** What is known of these children on a day, by child; one that is not on record is left out. Lists ask `lastNight`. */
  async forChildren(
    authority: string,
    childIds: readonly string[],
    on: CalendarDay,
  ): Promise<ReadonlyMap<string, AtRisk>> {
    if (childIds.length === 0) return new Map();
    const { finding, policy } = await numbersOn(this.policies, authority, on);
    const asked = { authority, childIds, on, byWeek: true, finding };
    const [read, hits] = await Promise.all([
      readChildFacts(this.statements, this.calendars, asked),
      this.statements.run<StoredHit & { childId: string }>('rule-hits', HITS_SQL, [
        authority,
        childIds,
        on,
      ]),
    ]);
    return new Map(
      [...read].map(([childId, found]) => [
        childId,
        atRisk(
          found,
          hits.filter((hit) => hit.childId === childId).map(withoutChild),
          priorityParts(found.facts, on, policy),
        ),
      ]),
    );
  }

  /** What the last night found of these children, by child: for the order of an agenda. */
  async lastNight(
    authority: string,
    childIds: readonly string[],
  ): Promise<ReadonlyMap<string, FoundByNight>> {
    const rows = await this.statements.run<FoundByNight & Record<string, unknown>>(
      'last-night',
      LAST_NIGHT_SQL,
      [authority, childIds],
    );
    return new Map(rows.map((row) => [row.childId, row]));
  }
}

function atRisk(
  { facts, weeks }: ReadFacts,
  hits: readonly StoredHit[],
  priority: ChildPriority,
): AtRisk {
  const { childId, windows, attendance, suspensions } = facts;
  const days = (name: Counted) => daysOf(suspensionsIn(suspensions, windows[name]));
  return {
    childId,
    windows,
    attendance,
    weeks,
    suspendedDays: {
      thisTerm: days('thisTerm'),
      year: days('year'),
      threeTerms: days('threeTerms'),
      fourWeeks: days('fourWeeks'),
      sixWeeks: days('sixWeeks'),
    },
    suspensions,
    hits,
    priority,
  };
}

const withoutChild = ({ childId: _childId, ...hit }: StoredHit & { childId: string }): StoredHit =>
  hit;

const LAST_NIGHT_SQL = `
SELECT k.id AS "childId", p.points, p.answers, coalesce(h.hits, '[]') AS hits
FROM unnest($2::uuid[]) AS k(id) LEFT JOIN child_priority p ON p.child_id = k.id AND p.authority = $1
LEFT JOIN (
  SELECT child_id, json_agg(json_build_object('rule', rule, 'words', words) ORDER BY array_position(ARRAY['urgent', 'list', 'triage'], route), rule) AS hits
  FROM rule_hit WHERE authority = $1 AND child_id = ANY ($2::uuid[]) AND ended_on IS NULL GROUP BY child_id) h ON h.child_id = k.id`;

const HITS_SQL = `
SELECT child_id AS "childId", rule, route, words, found, jsonb_build_object('from', window_from, 'to', window_to) AS window,
  hit_on AS "hitOn", settings, ended_on AS "endedOn"
FROM rule_hit WHERE authority = $1 AND child_id = ANY ($2::uuid[]) AND hit_on <= $3::date
ORDER BY ended_on IS NOT NULL, array_position(ARRAY['urgent', 'list', 'triage'], route), hit_on DESC, rule`;
