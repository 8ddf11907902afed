import { ActionSweep, SchoolMoves, VisitSweep } from '@app/casework';
import { SchoolActions, SittingsAhead, WatchList } from '@app/panels';
import { Statements } from '@app/database';
import { forgetUploads, SchoolYears } from '@app/people';
import { Clock, londonInstant } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { TickerLease } from '../beat/ticker-lease.service';
import { MorningRound } from '../reminders/morning-round.service';
import { ClockSweep } from './clock-sweep.service';
import { DailyTicks } from './daily-tick.service';
import { ForecastNight } from './forecast-night.service';
import { QueueWatch } from './queue-watch.service';
import { RuleNight } from './rule-night.service';

const SWEEP_FROM = '00:05';

/** What is done once a day by one worker: the events of clocks that ran out, then the morning's reminders. */
@Injectable()
export class DailyWork {
  constructor(
    private readonly lease: TickerLease,
    private readonly clock: Clock,
    private readonly sweep: ClockSweep,
    private readonly ticks: DailyTicks,
    private readonly morning: MorningRound,
    private readonly actions: ActionSweep,
    private readonly visits: VisitSweep,
    private readonly queues: QueueWatch,
    private readonly schoolMoves: SchoolMoves,
    private readonly schoolYears: SchoolYears,
    private readonly rules: RuleNight,
    private readonly sittings: SittingsAhead,
    private readonly schoolActions: SchoolActions,
    private readonly watchList: WatchList,
    private readonly forecasts: ForecastNight,
    private readonly statements: Statements,
  ) {}

  /** @returns whether anything was recorded or written that others must now carry out */
  async run(): Promise<boolean> {
    let hasWork = false;
    await this.lease.whileElected('daily', async () => {
      const swept = await this.sweepDays();
      await this.sweepSchools();
      await this.sweepSupport();
      await this.rules.run();
      await this.watchQueues();
      await this.planSittings();
      await this.forgetUploads();
      const reminded = await this.morning.run();
      await this.learnForecasts();
      hasWork = swept || reminded;
    });
    return hasWork;
  }

  /** From the first minute of a day: children whose change of school was announced are at the new one, and on 1 September a year further. */
  private async sweepSchools(): Promise<void> {
    const today = this.clock.today();
    await this.schoolYears.run();
    for (const day of await this.ticks.missing('school-moves', today))
      await this.ticks.done('school-moves', day, await this.schoolMoves.run(day));
  }

  /** An action is overdue on the day after its last one, and visits that are not wanted are called off. */
  private sweepSupport(): Promise<void> {
    return this.onceToday('support', async () => ({
      ...(await this.actions.run()),
      ...(await this.visits.run()),
      schoolActions: await this.schoolActions.sweep(),
      notConfirmed: await this.watchList.nameRed(),
    }));
  }

  /** After the clocks: no open case may stand in nobody's work. */
  private watchQueues(): Promise<void> {
    return this.onceToday('queues', () => this.queues.run());
  }

  /** The sittings of every panel half a year ahead, as terms and calendars are now. */
  private planSittings(): Promise<void> {
    return this.onceToday('sittings', () => this.sittings.everywhere());
  }

  /** Files that other systems wrote hold names: they are not kept longer than they are of use. */
  private forgetUploads(): Promise<void> {
    return this.onceToday('uploads', async () => ({
      forgotten: await forgetUploads(this.statements, this.clock.today()),
    }));
  }

  /** Last of all, since it takes longest: nobody waits for the first forecast of a day. */
  private learnForecasts(): Promise<void> {
    return this.onceToday('forecasts', () => this.forecasts.run());
  }

  /** Once a day from 00:05. */
  private async onceToday(name: string, work: () => Promise<object>): Promise<void> {
    const today = this.clock.today();
    if (this.clock.now() < londonInstant(today, SWEEP_FROM)) return;
    if (await this.ticks.isDone(name, today)) return;
    await this.ticks.done(name, today, await work());
  }

  private async sweepDays(): Promise<boolean> {
    const today = this.clock.today();
    const days = await this.sweep.run();
    const isTodayDone = this.clock.now() >= londonInstant(today, SWEEP_FROM);
    for (const day of await this.ticks.missing('clocks', today)) {
      if (day === today && !isTodayDone) break;
      const { fired = 0, refused = 0, waiting = 0 } = days.find((it) => it.day === day) ?? {};
      await this.ticks.done('clocks', day, { fired, refused, waiting });
    }
    return days.some(({ fired }) => fired > 0);
  }
}
