import { SYSTEM_ID } from '@app/access';
import { Calendars } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { addDays, type Calendar, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { lockPanel } from './lock-panel';
import { setUpPanels } from './panels.service';
import { isMoved, planSeries, type SeriesPlan, type StandingSitting } from './series-plan';
import {
  ADD,
  ASK_AGAIN,
  CALL_OFF,
  LOCK_SITTINGS,
  LOG_MOVES,
  MOVE,
  PANELS,
  STANDING,
} from './sittings-ahead.sql';
import { type TermsFrom, wantedSittings } from './wanted-sittings';

/** What became of the sittings ahead. */
export interface Generated {
  readonly added: number;
  readonly moved: number;
  readonly calledOff: number;
}

/** Plans the sittings of every panel, half a year ahead. As often as one likes: what stands already is not touched. */
@Injectable()
export class SittingsAhead {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** Every council, for the night. A council without panels gets the seven. */
  async everywhere(): Promise<Generated> {
    const councils = await this.statements.run<{ code: string }>(
      'sittings-councils',
      'SELECT code FROM authority ORDER BY code',
      [],
    );
    const today = { from: this.clock.today(), at: this.clock.now() };
    let all = NOTHING;
    for (const { code } of councils) {
      await setUpPanels(this.statements, { authority: code, ...today });
      all = sum(all, await this.generate(code));
    }
    return all;
  }

  /** One council, up to a day; from a day in the past only where a demonstration needs a history. */
  async generate(
    authority: string,
    until: CalendarDay = addDays(this.clock.today(), DAYS_AHEAD),
    from: CalendarDay = this.clock.today(),
  ): Promise<Generated> {
    const calendar = await this.calendars.forAuthority(authority);
    const panels = await this.statements.run<PanelRow>('sittings-panels', PANELS, [authority]);
    let all = NOTHING;
    for (const panel of panels) {
      const done = await this.statements.together((tx) =>
        this.ofPanel(tx, { ...panel, authority, calendar, from, until }),
      );
      all = sum(all, done);
    }
    return all;
  }

  private async ofPanel(tx: Runner, series: Series): Promise<Generated> {
    const { id, from } = series;
    await lockPanel(tx, id);
    // An item that was put on at the same moment is seen only by a statement that begins after the lock.
    await tx.run('sittings-lock', LOCK_SITTINGS, [id, from]);
    const standing = await tx.run<StandingSitting & Record<string, unknown>>(
      'sittings-standing',
      STANDING,
      [...[id, from, SYSTEM_ID, this.clock.today()]],
    );
    const plan = planSeries(standing, wantedSittings(series));
    await this.write(tx, series, plan);
    return { added: plan.add.length, moved: plan.move.length, calledOff: plan.callOff.length };
  }

  private async write(tx: Runner, { id, authority }: Series, plan: SeriesPlan): Promise<void> {
    const now = this.clock.now();
    if (plan.add.length)
      await tx.run('sittings-add', ADD, [authority, id, JSON.stringify(plan.add), now]);
    if (plan.callOff.length) {
      const ids = plan.callOff.map((sitting) => sitting.id);
      await tx.run('sittings-call-off', CALL_OFF, [
        ids,
        now,
        SYSTEM_ID,
        JSON.stringify({ reason: 'TERMS_CHANGED' }),
      ]);
    }
    if (!plan.move.length) return;
    const moves = plan.move.map(({ from, to, because }) => ({
      ...to,
      id: from.id,
      fromOn: from.sitsOn,
      because,
      isHeard: isMoved(from, to),
    }));
    await tx.run('sittings-move', MOVE, [JSON.stringify(moves), now]);
    const logged = moves.filter(({ because }) => because);
    await tx.run('sittings-moves-log', LOG_MOVES, [
      ...[JSON.stringify(logged), authority, SYSTEM_ID, now],
    ]);
    await tx.run('sittings-ask-again', ASK_AGAIN, [logged.map((move) => move.id)]);
  }
}

/** Half a year. */
const DAYS_AHEAD = 26 * 7;

interface PanelRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly terms: readonly TermsFrom[];
}

interface Series extends PanelRow {
  readonly authority: string;
  readonly calendar: Calendar;
  readonly from: CalendarDay;
  readonly until: CalendarDay;
}

const NOTHING: Generated = { added: 0, moved: 0, calledOff: 0 };

const sum = (a: Generated, b: Generated): Generated => ({
  added: a.added + b.added,
  moved: a.moved + b.moved,
  calledOff: a.calledOff + b.calledOff,
});
