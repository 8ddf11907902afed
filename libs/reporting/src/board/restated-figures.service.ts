import { type Actor, visibleOf } from '@app/access';
import { Calendars, type HistoryRow } from '@app/casework';
import { Statements } from '@app/database';
import { addDays, type CalendarDay, londonInstant } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { ASSESSMENT } from './assessment';
import { Assessments } from './assessments.service';
import { countsOf, type StatusCounts } from './board-figures';
import { judgedStanding } from './judged';
import { knownThen } from './known-then';
import { type BoardStatus, type StandingAssessment } from './open-assessment';
import { changedSql, HISTORIES, PLANS } from './restated-sql';

/** An assessment that counts otherwise than it did; undefined: it was, or is, not open on that day. */
interface RestatedCase {
  readonly caseId: string;
  readonly reference: string;
  readonly then: BoardStatus | undefined;
  readonly now: BoardStatus | undefined;
}

/** The figures of a day as they were shown at its end, and as they are known now. */
export interface RestatedFigures {
  readonly then: StatusCounts;
  readonly now: StatusCounts;
  readonly cases: readonly RestatedCase[];
  readonly plans: RestatedPlans;
}

/** Plans in force at the end of the day, shown then and known now, and how many of these were loaded since from another system. */
interface RestatedPlans {
  readonly then: number;
  readonly now: number;
  readonly loaded: number;
}

/** More cases than anybody corrects: they were loaded since, and nothing was shown of them. */
const MOST_CHANGED = 2_000;

/** What was shown of a day at its end, worked out from what had been written by then. */
@Injectable()
export class RestatedDays {
  constructor(
    private readonly statements: Statements,
    private readonly assessments: Assessments,
    private readonly calendars: Calendars,
  ) {}

  /** Both figures of a day gone by; undefined where too much was written since for a comparison to say anything. */
  async of(actor: Actor, day: CalendarDay): Promise<RestatedFigures | undefined> {
    const end = londonInstant(addDays(day, 1), '00:00');
    const changed = await this.changedSince(actor, day, end);
    if (changed.length > MOST_CHANGED) return undefined;
    const calendar = await this.calendars.forAuthority(actor.authority);
    const [open, known, plans] = await Promise.all([
      this.assessments.standingOn(actor, day),
      this.knownAt(end, changed),
      this.plans(actor, day, end),
    ]);
    const before = judgedStanding(
      known.flatMap(({ reference, lines }) => knownThen(reference, lines, calendar) ?? []),
      day,
      calendar,
    );
    const now = judgedStanding(open, day, calendar);
    const ids = new Set(changed.map(({ id }) => id));
    const then = [...now.filter(({ caseId }) => !ids.has(caseId)), ...before];
    return {
      then: countsOf(then),
      now: countsOf(now),
      cases: differing(changed, before, now),
      plans,
    };
  }

  private async changedSince(actor: Actor, day: CalendarDay, end: Date): Promise<Changed[]> {
    const visible = visibleOf(ASSESSMENT, actor);
    const values = [actor.authority, ASSESSMENT, day, end, MOST_CHANGED + 1, ...visible.values];
    return this.statements.run<Changed>(
      `board.changed.${visible.name}`,
      changedSql(visible.sql(6)),
      values,
    );
  }

  private async knownAt(end: Date, changed: readonly Changed[]) {
    const ids = changed.map(({ id }) => id);
    const rows = await this.statements.run<HistoryRow & Record<string, unknown>>(
      'board.histories',
      HISTORIES,
      [ids, end],
    );
    const lines = new Map<string, HistoryRow[]>();
    for (const row of rows) lines.set(row.caseId, [...(lines.get(row.caseId) ?? []), row]);
    return changed.map(({ id, reference }) => ({ reference, lines: lines.get(id) ?? [] }));
  }

  private async plans(actor: Actor, day: CalendarDay, end: Date): Promise<RestatedPlans> {
    const [plans] = await this.statements.run<RestatedPlans & Record<string, unknown>>(
      'board.plans-then',
      PLANS,
      [actor.authority, day, end],
    );
    return plans ?? { then: 0, now: 0, loaded: 0 };
  }
}

interface Changed {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly reference: string;
}

function differing(
  changed: readonly Changed[],
  before: readonly StandingAssessment[],
  now: readonly StandingAssessment[],
): RestatedCase[] {
  const statuses = (some: readonly StandingAssessment[]) =>
    new Map(some.map(({ caseId, status }) => [caseId, status]));
  const [was, is] = [statuses(before), statuses(now)];
  return changed
    .map(({ id, reference }) => ({ caseId: id, reference, then: was.get(id), now: is.get(id) }))
    .filter(({ then: first, now: last }) => first !== last);
}
