import { type Actor, systemActor } from '@app/access';
import { type Calendars, CaseworkService } from '@app/casework';
import { type Statements } from '@app/database';
import { NotAllowedNow, pathwayNamed } from '@app/pathways';
import {
  addDays,
  type Calendar,
  type CalendarDay,
  type Clock,
  FixedClock,
  londonDay,
  londonInstant,
} from '@app/statutory-calendar';
import { AUTHORITY } from './authority';
import { Dice } from './dice';
import { type Journey, type Step } from './journey';
import { type Roster } from './people/write-people';

/** A case that is being told. */
export interface TellingCase {
  readonly journey: Journey;
  readonly caseId: string;
  readonly reference: string;
  readonly clock: FixedClock;
  readonly door: CaseworkService;
  readonly dice: Dice;
}

export interface RecorderTools {
  readonly statements: Statements;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly office: Calendar;
  readonly roster: Roster;
  readonly childIds: ReadonlyMap<string, string>;
}

/** A timer that fired this long ago or less leaves its tasks and letters, as if the worker had been there. */
const TIMERS_LIVE_DAYS = 30;
const MOST_TIMERS = 6;

/**
 * Records the stories through the one door, each on its own day and at an hour of the working day, so that history,
 * hashes, clocks and places are what they would be had the council really worked so.
 */
export class Recorder {
  /** Steps that the pathway refused; none on any day that the tests know. */
  readonly refused: string[] = [];
  private readonly now: Date;
  private readonly today: CalendarDay;

  constructor(private readonly tools: RecorderTools) {
    this.now = tools.clock.now();
    this.today = tools.clock.today();
  }

  /** Opens the case; one after the other, so that references follow the days. */
  async open(journey: Journey): Promise<TellingCase> {
    const { statements, calendars, childIds, roster } = this.tools;
    const { opening, child, pathway, team, cohort } = journey;
    const dice = new Dice(`${child.key} ${pathway}`);
    const clock = new FixedClock(this.instant(opening.on, dice));
    const door = new CaseworkService(statements, clock, calendars);
    const { caseId, reference } = await door.open(this.actor(opening.by), {
      pathway,
      childId: childIds.get(child.key) ?? '',
      occurredOn: opening.on,
      payload: this.payload(pathway, opening),
      teamId: roster.teams.get(team) ?? null,
      goLive: !opening.live,
      ...(cohort && { cohort }),
    });
    return { journey, caseId, reference, clock, door, dice };
  }

  /** Records one step, unless its pathway says no. */
  async record(telling: TellingCase, step: Step): Promise<void> {
    this.moveOn(telling, this.instant(addDays(step.on, step.recordedAfter ?? 0), telling.dice));
    await this.send(telling, step);
  }

  /** Sends what the clocks of the case would have sent by the start of this day. */
  async settle(telling: TellingCase, day: CalendarDay): Promise<void> {
    for (let n = 0; n < MOST_TIMERS; n += 1) {
      const [due] = await this.tools.statements.run<{ sends: string; fires_at: Date }>(
        'demo-timers',
        TIMERS,
        [telling.caseId, londonInstant(day, '00:06')],
      );
      if (!due) return;
      const on = londonDay(due.fires_at);
      const live = on >= addDays(this.today, -TIMERS_LIVE_DAYS);
      this.moveOn(telling, due.fires_at);
      if (!(await this.send(telling, { on, type: due.sends, by: 'system', live }))) return;
    }
  }

  private async send(telling: TellingCase, step: Step): Promise<boolean> {
    const { door, reference, journey } = telling;
    try {
      await door.record(this.actor(step.by), reference, {
        type: step.type,
        occurredOn: step.on,
        payload: this.payload(journey.pathway, step),
        goLive: !step.live,
      });
      return true;
    } catch (error) {
      if (!(error instanceof NotAllowedNow)) throw error;
      this.refused.push(`${reference} ${step.on} ${error.message}`);
      return false;
    }
  }

  private actor(key: string): Actor {
    if (key === 'system') return systemActor(AUTHORITY);
    const found = this.tools.roster.actors.get(key);
    if (!found) throw new Error(`Nobody in Wendmoor is called ${key}`);
    return found;
  }

  private payload(pathway: string, { type, payload = {} }: Step): Record<string, unknown> {
    const example = pathwayNamed(pathway).events[type]?.example ?? {};
    const told = Object.entries(payload).map(([name, value]) => [name, this.named(value)]);
    return { ...example, ...(Object.fromEntries(told) as Record<string, unknown>) };
  }

  /** `@tamsin` stands for the officer's id. */
  private named(value: unknown): unknown {
    return typeof value === 'string' && value.startsWith('@')
      ? this.actor(value.slice(1)).id
      : value;
  }

  /** An hour of the day, or of the first working day after it; never later than now. */
  private instant(on: CalendarDay, dice: Dice): Date {
    const day = this.tools.office.firstWorkingDayOnOrAfter(on);
    const time = `${String(dice.whole(9, 16)).padStart(2, '0')}:${String(dice.whole(0, 59)).padStart(2, '0')}`;
    const planned = londonInstant(day, time);
    return planned < this.now ? planned : this.now;
  }

  private moveOn({ clock }: TellingCase, to: Date): void {
    const next = new Date(clock.now().getTime() + 1_000);
    clock.set(to > next ? to : next);
  }
}

const TIMERS = `
SELECT sends, fires_at FROM clock
WHERE case_id = $1 AND status = 'open' AND sends IS NOT NULL AND fires_at <= $2 ORDER BY fires_at, code LIMIT 1`;
