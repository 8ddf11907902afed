import {
  advance,
  begin,
  NotAllowedNow,
  type Pathway,
  type PathwayEvent,
  pathways,
  type Step,
} from '../../src';
import { addDays, type CalendarDay, TermsNotLoaded } from '@app/statutory-calendar';
import { type Random, randomFrom } from '../random';
import { afterEvent, asEvent, beforeOpening, needsOf, type Spot } from '../spot';
import { type Chosen, chosen, payloadFor } from './choices';
import { brokenIn, brokenTonight } from './invariants';
import { type SimulatedCase, World } from './world';

/** How large a council is simulated, and for how long. */
export interface Size {
  readonly cases: number;
  readonly days: number;
}

export const THREE_SCHOOL_YEARS: Size = { cases: 40, days: 3 * 365 };

/** What came of one seed. */
export interface Simulated {
  readonly seed: number;
  readonly world: World;
  readonly refused: number;
  /** An invariant that did not hold, with the step after which it was seen. */
  readonly broken: string | undefined;
}

const FIRST_DAY: CalendarDay = '2025-09-08';
const SEES_SCHOOL = 0.4;

/** Plays one council through its days: people who act or forget to, and clocks that fire at night. The same seed plays the same. */
export function simulate(seed: number, size: Size = THREE_SCHOOL_YEARS): Simulated {
  const council = new Council(randomFrom(seed), size);
  const broken = council.play();
  const { world, refused } = council;
  return {
    seed,
    world,
    refused,
    broken: broken && `seed ${seed}, step ${world.done.length}: ${broken}`,
  };
}

class Council {
  readonly world = new World();
  refused = 0;

  constructor(
    private readonly random: Random,
    private readonly size: Size,
  ) {}

  /** @returns the first invariant that breaks */
  play(): string | undefined {
    const opensOn = this.openingDays();
    for (let day = 0; day < this.size.days; day++) {
      const on = addDays(FIRST_DAY, day);
      const moved = new Set(this.night(on));
      for (let n = opensOn.get(day) ?? 0; n > 0; n--) moved.add(this.open(on));
      for (const it of this.world.cases)
        if (!it.spot.closed && it.nextOn <= on && this.act(it, on)) moved.add(it);
      const broken = [...moved].map(brokenIn).find(Boolean) ?? brokenTonight(this.world, on);
      if (broken) return broken;
    }
    return undefined;
  }

  /** Cases open in the first two thirds of the time. */
  private openingDays(): Map<number, number> {
    const days = new Map<number, number>();
    for (let n = 0; n < this.size.cases; n++) {
      const day = Math.floor(this.random() * this.size.days * 0.66);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return days;
  }

  private open(on: CalendarDay): SimulatedCase {
    const number = this.world.cases.length;
    const pathway = pathways[number % pathways.length]!;
    const before = beforeOpening(on);
    for (;;) {
      const payload = payloadFor(pathway, before, pathway.opensWith, this.random);
      const event = eventAt(pathway, before, { type: pathway.opensWith, payload }, on, {});
      const step = event && this.tried(() => begin(pathway, event));
      if (!step) continue;
      const it: SimulatedCase = {
        number,
        pathway,
        dob: `${2008 + Math.floor(this.random() * 14)}-0${1 + Math.floor(this.random() * 9)}-15`,
        cohort: pathway.cohort?.(event),
        pace: 3 + Math.floor(this.random() * 25),
        history: [],
        fired: new Set(),
        fires: undefined,
        again: { steps: 0, state: undefined, clocks: [] },
        urn: '199001',
        spot: before,
        nextOn: on,
      };
      if (!this.keep(it, event, step, 'person')) continue;
      this.world.cases.push(it);
      return it;
    }
  }

  /** Clocks that have run out send their events, oldest first, each once. */
  private night(on: CalendarDay): SimulatedCase[] {
    return this.world.cases.filter((it) => {
      let moved = false;
      for (let due = it.fires; due && due.firesOn! <= on; due = it.fires) {
        it.fired.add(keyOf(due));
        it.fires = firing(it);
        if (due.firesOn! < it.history[0]!.occurredOn) continue; // the door takes nothing from before the case
        moved = this.record(it, { type: due.sends!, payload: {} }, due.firesOn!, 'clock') || moved;
      }
      return moved;
    });
  }

  private act(it: SimulatedCase, on: CalendarDay): boolean {
    it.nextOn = addDays(on, 1 + Math.floor(this.random() * 2 * it.pace));
    const { destination } = it.spot.state.context;
    if (typeof destination === 'string' && it.urn !== destination && this.random() < SEES_SCHOOL) {
      it.urn = destination;
      this.world.done.push({ on, number: it.number, by: 'school', urn: destination });
    }
    const choice = chosen(it.pathway, it.spot, on, this.random);
    return choice !== undefined && this.record(it, choice, on, 'person');
  }

  private record(
    it: SimulatedCase,
    choice: Chosen,
    on: CalendarDay,
    by: 'person' | 'clock',
  ): boolean {
    const facts = this.world.factsFor(it, on, choice.payload);
    const event = eventAt(it.pathway, it.spot, choice, on, facts);
    const step = event && this.tried(() => advance(it.pathway, it.spot.state, event));
    if (!step || !this.world.canCarryOut(it, step.instructions, on)) return false;
    return this.keep(it, event, step, by);
  }

  /** @returns false when a date cannot be worked out: then nothing is kept */
  private keep(
    it: SimulatedCase,
    event: PathwayEvent,
    step: Step,
    by: 'person' | 'clock',
  ): boolean {
    const spot = this.tried(() => afterEvent(it.pathway, it.spot, event, step));
    if (!spot) return false;
    const on = event.occurredOn;
    it.spot = spot;
    it.fires = firing(it);
    it.history.push(event);
    this.world.carryOut(it, step.instructions, on);
    this.world.done.push({ on, number: it.number, by, event });
    return true;
  }

  private tried<T>(go: () => T): T | undefined {
    try {
      return go();
    } catch (error) {
      if (!(error instanceof NotAllowedNow) && !(error instanceof TermsNotLoaded)) throw error;
      this.refused += 1;
      return undefined;
    }
  }
}

/** The event as the door would judge it; undefined when its form would not take the answers. */
function eventAt(
  pathway: Pathway,
  spot: Spot,
  { type, payload }: Chosen,
  on: CalendarDay,
  facts: PathwayEvent['facts'],
): PathwayEvent | undefined {
  const read = pathway.events[type]!.payload.safeParse(payload);
  if (!read.success) return undefined;
  const said = { type, role: 'system', on, payload: read.data, facts } as const;
  return asEvent(spot, said, needsOf(pathway, spot, type));
}

type Clock = Spot['clocks'][number];

const keyOf = ({ code, subject, occurrence }: Clock) => `${code}|${subject}|${occurrence}`;
const orderOf = (clock: Clock) => `${clock.firesOn} ${clock.dueOn} ${keyOf(clock)}`;

/** The clock that fires next. */
function firing({ spot, fired }: SimulatedCase): Clock | undefined {
  if (spot.closed) return undefined;
  return spot.clocks
    .filter((clock) => clock.status === 'open' && clock.sends && !fired.has(keyOf(clock)))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))[0];
}
