import {
  type Clock,
  type Facts,
  type Instruction,
  type Pathway,
  type PathwayEvent,
  type PathwayState,
} from '../../src';
import {
  addDays,
  ageOn,
  type CalendarDay,
  isYoungPerson,
  lastDayOf,
  ncYearOn,
} from '@app/statutory-calendar';
import { manySchoolYears } from '../school-years';
import { type Spot } from '../spot';

/** The officer who is named wherever a form asks for one. */
export const WORKER_ID = '00000000-0000-4000-8000-000000000001';

/** The state and the clocks that the first so many steps of a history give. */
export interface Again {
  readonly steps: number;
  readonly state: PathwayState | undefined;
  readonly clocks: readonly Clock[];
}

/** One case of the simulated council, with its child. */
export interface SimulatedCase {
  readonly number: number;
  readonly pathway: Pathway;
  readonly dob: CalendarDay;
  readonly cohort: string | undefined;
  /** Days between two things that happen, on average. */
  readonly pace: number;
  readonly history: PathwayEvent[];
  /** Clocks that have sent their event: each does so once. */
  readonly fired: Set<string>;
  /** The one that does so next. */
  fires: Clock | undefined;
  /** What the history gives when it is read again, kept apart and carried on each night. */
  again: Again;
  urn: string;
  spot: Spot;
  nextOn: CalendarDay;
}

/** Something that was done, in order: enough to do it again elsewhere. */
export type Done =
  | {
      readonly on: CalendarDay;
      readonly number: number;
      readonly by: 'person' | 'clock';
      readonly event: PathwayEvent;
    }
  | {
      readonly on: CalendarDay;
      readonly number: number;
      readonly by: 'school';
      readonly urn: string;
    };

/** Places of each programme, in each cohort or unit. */
export const PLACES = 3;
const FOR_EVER = '9999-12-31';

/** Places of programmes, by programme and cohort or unit; each is held until a day. */
export class Places {
  readonly all = new Map<string, Map<number, CalendarDay>>();

  /** @returns whether somebody could take a place on this day */
  isFree(key: string, day: CalendarDay): boolean {
    return this.takenOn(key, day) < PLACES;
  }

  takenOn(key: string, day: CalendarDay): number {
    return [...this.of(key).values()].filter((until) => until > day).length;
  }

  claim(key: string, number: number): void {
    this.of(key).set(number, FOR_EVER);
  }

  release(number: number, from: CalendarDay): void {
    for (const held of this.all.values()) if (held.get(number) === FOR_EVER) held.set(number, from);
  }

  holds(number: number): boolean {
    return [...this.all.values()].some((held) => held.get(number) === FOR_EVER);
  }

  private of(key: string): Map<number, CalendarDay> {
    const held = this.all.get(key) ?? new Map<number, CalendarDay>();
    this.all.set(key, held);
    return held;
  }

  /** More than there are, on this day. */
  overfull(day: CalendarDay): string[] {
    return [...this.all.keys()].filter((key) => this.takenOn(key, day) > PLACES);
  }
}

/** Everything that the simulated council knows. */
export class World {
  readonly cases: SimulatedCase[] = [];
  readonly done: Done[] = [];
  readonly places = new Places();

  /** The key of the places that an instruction or a fact is about. */
  placeKey({ pathway, cohort }: SimulatedCase, unit: unknown): string {
    return `${pathway.places?.programme ?? pathway.name}|${typeof unit === 'string' ? unit : (cohort ?? '')}`;
  }

  /** What the records hold about an event of this case on this day: never more than is so. */
  factsFor(it: SimulatedCase, on: CalendarDay, payload: PathwayEvent['payload']): Facts {
    const { context } = it.spot.state;
    const unit = payload['unitUrn'] ?? context['unitUrn'];
    return {
      placeAvailable: this.places.isFree(`${it.pathway.name}|${it.cohort ?? ''}`, on),
      placeVacant: this.places.isFree(this.placeKey(it, unit), on),
      topOfList: !this.cases.some(
        (other) =>
          other !== it &&
          other.pathway === it.pathway &&
          other.spot.state.value['work'] === 'waitlisted',
      ),
      onRollAtDestination: it.urn === context['destination'],
      openCaseExists: false,
      withinCaseload: true,
      contactExists: true,
      identityKnown: true,
      stillYear7: ncYearOn(it.dob, on) === '7',
      youngPerson: isYoungPerson(it.dob, on),
      age: ageOn(it.dob, on),
      capacity: true,
      slotAvailable: true,
      openActions: [],
      actorProposed: false,
      s19WithoutOwner: false,
    };
  }

  /** Whether the door could carry out what a step asks of places. */
  canCarryOut(it: SimulatedCase, instructions: readonly Instruction[], on: CalendarDay): boolean {
    const one = instructions.find(({ type }) => type.startsWith('place.'));
    if (one?.type !== 'place.claim') return true;
    return !this.places.holds(it.number) && this.places.isFree(this.placeKey(it, one.unit), on);
  }

  /** The first instruction about a place is the one that counts. */
  carryOut(it: SimulatedCase, instructions: readonly Instruction[], on: CalendarDay): void {
    const one = instructions.find(({ type }) => type.startsWith('place.'));
    if (one?.type === 'place.claim') this.places.claim(this.placeKey(it, one.unit), it.number);
    if (one?.type !== 'place.release') return;
    const free = one.after ? addDays(lastDayOf(one.after, on, manySchoolYears), 1) : on;
    this.places.release(it.number, free);
  }
}
