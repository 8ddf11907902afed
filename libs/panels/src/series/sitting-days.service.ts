import { type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { ask } from '@app/pathways';
import { badField } from '@app/people';
import {
  type Calendar,
  type CalendarDay,
  Clock,
  londonInstant,
  TermsNotLoaded,
  plainDay,
} from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type SittingTimes, timesOf } from '../pure/cadence';
import { type Terms } from '../pure/terms';
import { noteChange } from '../sittings/changes';
import { lockPanel } from './lock-panel';
import { type Panel } from './panel';
import { Panels } from './panels.service';
import { type PanelSitting } from './panel-sittings.service';
import { ASK_AGAIN } from './sittings-ahead.sql';

/** The form with which one sitting moves. */
export const moveForm = z.strictObject({
  to: ask.day('Which day instead?'),
  because: ask.area('Why?', 'Members read this. Name no child here'),
});

/** The form of one sitting more. */
export const extraForm = z.strictObject({
  on: ask.day('On which day?'),
  startsAt: ask.text('Start', 'On the 24-hour clock, for example 13:30'),
  minutes: ask.whole('Length in minutes', 15, 480),
  because: ask.area('Why is it needed?', 'Members read this. Name no child here'),
});

type Move = z.infer<typeof moveForm>;
type Extra = z.infer<typeof extraForm>;

/** Moves one sitting by hand, or adds one to the series. */
@Injectable()
export class SittingDays {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly panels: Panels,
  ) {}

  /** @throws BadDetails when the day does not do, or the sitting has been prepared already */
  async move(
    actor: Actor,
    panel: Panel,
    sitting: PanelSitting,
    { to, because }: Move,
  ): Promise<void> {
    const { terms, calendar } = await this.onDay(panel, to);
    if (to === sitting.sitsOn) throw badField('to', `It sits on ${plainDay(to)} already`);
    const { startsAt } = terms.cadence;
    refuseDay({
      field: 'to',
      day: to,
      at: londonInstant(to, startsAt),
      now: this.clock.now(),
      calendar,
    });
    const times = timesOn({ field: 'to', terms, day: to, calendar });
    await this.statements.together(async (tx) => {
      const standing = await locked(tx, panel, sitting.id);
      if (!standing.isMovable) throw badField('to', PREPARED);
      await refuseTaken(tx, { field: 'to', panel, day: to });
      const now = this.clock.now();
      await tx.run('sitting-move', MOVE, [
        ...[sitting.id, to, because, times.startsAt, times.papersDue, times.papersOut, now],
      ]);
      await tx.run('sitting-move-log', LOG, [
        ...[sitting.id, panel.authority, sitting.sitsOn, to, because, actor.id, now],
      ]);
      await tx.run('sittings-ask-again', ASK_AGAIN, [[sitting.id]]);
      await noteChange(tx, {
        ...{
          authority: panel.authority,
          sittingId: sitting.id,
          what: 'moved',
          byId: actor.id,
          at: now,
        },
      });
    });
  }

  /** @throws BadDetails when the day does not do @returns its id */
  async add(
    actor: Actor,
    panel: Panel,
    { on, startsAt, minutes, because }: Extra,
  ): Promise<string> {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt))
      throw badField('startsAt', `Enter a time like 13:30, not “${startsAt}”`);
    const { terms, calendar } = await this.onDay(panel, on);
    refuseDay({
      field: 'on',
      day: on,
      at: londonInstant(on, startsAt),
      now: this.clock.now(),
      calendar,
    });
    const cadence = { ...terms.cadence, startsAt, minutes };
    const times = timesOn({ field: 'on', terms: { ...terms, cadence }, day: on, calendar });
    return this.statements.together(async (tx) => {
      await lockPanel(tx, panel.id);
      await refuseTaken(tx, { field: 'on', panel, day: on });
      const now = this.clock.now();
      const [added] = await tx.run<{ id: string }>('sitting-extra', EXTRA, [
        ...[panel.authority, panel.id, on, times.startsAt, minutes],
        ...[times.papersDue, times.papersOut, now],
      ]);
      await tx.run('sitting-move-log', LOG, [
        ...[added!.id, panel.authority, null, on, because, actor.id, now],
      ]);
      return added!.id;
    });
  }

  private async onDay(panel: Panel, day: CalendarDay) {
    const [then, calendar] = await Promise.all([
      this.panels.on(panel.authority, panel.code, day),
      this.calendars.forAuthority(panel.authority),
    ]);
    return { terms: (then ?? panel).terms, calendar };
  }
}

const PREPARED =
  'Something is on its agenda already, or it has begun. Call the sitting off on its own page: its items then go to the next one and keep their order';

interface Day {
  readonly field: string;
  readonly day: CalendarDay;
  readonly at: Date;
  readonly now: Date;
  readonly calendar: Calendar;
}

function refuseDay({ field, day, at, now, calendar }: Day): void {
  if (at <= now)
    throw badField(field, `${plainDay(day)} at that time is over. Choose a day to come`);
  const off = calendar.whyNotWorkingDay(day);
  if (off)
    throw badField(field, `Nobody works on ${plainDay(day)} (${off.title}). Choose a working day`);
}

/** @throws BadDetails where papers are counted in school days and the term dates are not loaded so far */
function timesOn({
  field,
  terms,
  day,
  calendar,
}: Omit<Day, 'at' | 'now'> & { terms: Terms }): SittingTimes {
  try {
    return timesOf(terms, day, calendar);
  } catch (error) {
    if (error instanceof TermsNotLoaded) throw badField(field, error.message);
    throw error;
  }
}

async function locked(tx: Runner, panel: Panel, id: string): Promise<{ isMovable: boolean }> {
  await lockPanel(tx, panel.id);
  await tx.run('sitting-lock', `SELECT id FROM sitting WHERE id = $1 FOR UPDATE`, [id]);
  const [row] = await tx.run<{ isMovable: boolean }>('sitting-movable', MOVABLE, [id]);
  return row!;
}

async function refuseTaken(
  tx: Runner,
  { field, panel, day }: { field: string; panel: Panel; day: CalendarDay },
): Promise<void> {
  const [other] = await tx.run('sitting-on-day', ON_DAY, [panel.id, day]);
  if (other)
    throw badField(field, `${panel.name} sits on ${plainDay(day)} already. Choose another day`);
}

const MOVABLE = `
SELECT s.stage IN ('scheduled', 'agenda_open') AND NOT EXISTS (
  SELECT FROM sitting_item i WHERE i.sitting_id = s.id AND i.status NOT IN ('removed', 'moved')) AS "isMovable"
FROM sitting s WHERE s.id = $1`;

const ON_DAY = `SELECT id FROM sitting WHERE panel_id = $1 AND sits_on = $2 AND stage <> 'cancelled' LIMIT 1`;

const MOVE = `
UPDATE sitting SET sits_on = $2, moved_because = $3, starts_at = $4, papers_due_at = $5, papers_out_at = $6,
  calendar_sequence = calendar_sequence + 1, calendar_at = $7
WHERE id = $1`;

const EXTRA = `
INSERT INTO sitting (authority, panel_id, planned_for, sits_on, extra, starts_at, minutes, papers_due_at, papers_out_at, stage, version, calendar_at)
VALUES ($1, $2, $3::date, $3::date, true, $4, $5, $6, $7, 'scheduled', 0, $8) RETURNING id`;

const LOG = `
INSERT INTO sitting_move (sitting_id, number, authority, from_on, to_on, because, by_id, at)
SELECT $1, 1 + count(*), $2, $3::date, $4::date, $5, $6, $7 FROM sitting_move WHERE sitting_id = $1`;
