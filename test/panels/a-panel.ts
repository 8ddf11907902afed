import { Calendars } from '@app/casework';
import { type Statements } from '@app/database';
import {
  type PanelCode,
  PanelMembers,
  Panels,
  PanelSittings,
  PanelTerms,
  Replies,
  SittingDays,
  SittingsAhead,
} from '@app/panels';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { WENDMOOR } from '../support/given';

/** Everything of panels on a clock that the test moves. */
export function panelsAt(statements: Statements, today: CalendarDay) {
  const clock = new FixedClock(londonInstant(today, '09:00'));
  const calendars = new Calendars(statements);
  const panels = new Panels(statements, clock);
  const members = new PanelMembers(statements, clock);
  const ahead = new SittingsAhead(statements, clock, calendars);
  return {
    clock,
    calendars,
    panels,
    members,
    ahead,
    terms: new PanelTerms(statements, clock, members, ahead),
    sittings: new PanelSittings(statements, clock),
    days: new SittingDays(statements, clock, calendars, panels),
    replies: new Replies(statements, clock),
    moveTo: (day: CalendarDay) => clock.set(londonInstant(day, '09:00')),
  };
}

/** A sitting as a test looks at it. */
export interface SeenSitting {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly plannedFor: CalendarDay;
  readonly sitsOn: CalendarDay;
  readonly because: string | null;
  readonly stage: string;
  readonly sequence: number;
  readonly papersDueAt: Date;
}

/** All sittings of one panel, in the order of their days. */
export const sittingsOf = (statements: Statements, code: PanelCode) =>
  statements.run<SeenSitting>(
    '',
    `SELECT s.id, s.planned_for AS "plannedFor", s.sits_on AS "sitsOn", s.moved_because AS because, s.stage,
       s.calendar_sequence AS sequence, s.papers_due_at AS "papersDueAt"
     FROM sitting s JOIN panel p ON p.id = s.panel_id WHERE p.authority = $1 AND p.code = $2 ORDER BY s.sits_on`,
    [WENDMOOR, code],
  );

/** Puts a whole-school item onto a sitting. */
export const putItemOn = (statements: Statements, sittingId: string) =>
  statements.run(
    '',
    `INSERT INTO sitting_item (authority, sitting_id, position, kind, school_urn, concern, minutes, because, score, status)
     VALUES ($1, $2, 1, 'school', '199020', 'Lunch times', 12, '[]', 0, 'listed')`,
    [WENDMOOR, sittingId],
  );
