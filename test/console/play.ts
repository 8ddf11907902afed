import {
  advance,
  begin,
  type Clock,
  type Facts,
  keepClocks,
  passedOn,
  type PathwayEvent,
  pathwayNamed,
  type PathwayState,
  PERMISSIONS,
  type Permission,
  plannedDays,
  withChanges,
} from '@app/pathways';
import { type Calendar, type CalendarDay, ncYearOn } from '@app/statutory-calendar';
import { inOrder, type Journey, type Step } from '../../apps/console/src/demo/journey';

/** A story played without a database: where it stands and what its clocks are. */
export interface Played {
  readonly journey: Journey;
  state: PathwayState;
  clocks: readonly Clock[];
  isClosed: boolean;
}

const EVERYTHING = Object.keys(PERMISSIONS) as Permission[];
const HOLDING = [
  'accepted',
  'baseline',
  'primary_phase',
  'handed_over',
  'summer_bridge',
  'secondary_phase',
  'not_arrived',
  'exit_review',
];

/** Plays stories day by day, with the timers in between and 32 places a cohort. @throws NotAllowedNow with the story's child */
export class Stage {
  readonly played: Played[] = [];

  constructor(
    private readonly today: CalendarDay,
    private readonly calendar: Calendar,
  ) {}

  /** Stories that share places are given together, and their clocks run in between. */
  tell(journeys: readonly Journey[]): Played[] {
    const told = journeys.map((journey) => this.open(journey));
    const steps = told.flatMap((played) =>
      played.journey.steps.map((step) => ({ on: step.on, step, played })),
    );
    for (const { step, played } of inOrder(steps)) {
      if (journeys.length > 1) this.settle(played, step.on);
      this.take(played, step);
    }
    for (const played of told) this.settle(played, this.today);
    return told;
  }

  private open(journey: Journey): Played {
    const { pathway: name, opening } = journey;
    const pathway = pathwayNamed(name);
    const event = this.eventOf(journey, opening, { state: undefined, clocks: [] });
    const step = begin(pathway, event);
    const past = {
      event,
      before: {},
      after: step.state.value,
      context: step.state.context,
      closed: step.closed,
    };
    const changes = keepClocks(pathway.clocks, [], past, this.calendar);
    const played = {
      journey,
      state: step.state,
      clocks: withChanges([], changes),
      isClosed: false,
    };
    this.played.push(played);
    return played;
  }

  private take(played: Played, step: Step): void {
    const pathway = pathwayNamed(played.journey.pathway);
    const event = this.eventOf(played.journey, step, played);
    const before = played.state;
    const after = advance(pathway, before, event);
    const past = {
      event,
      before: before.value,
      after: after.state.value,
      context: after.state.context,
      closed: after.closed,
    };
    played.clocks = withChanges(
      played.clocks,
      keepClocks(pathway.clocks, played.clocks, past, this.calendar),
    );
    played.state = after.state;
    played.isClosed = after.closed;
  }

  private settle(played: Played, day: CalendarDay): void {
    for (;;) {
      const [due] = played.clocks
        .filter(({ status, firesOn }) => status === 'open' && firesOn !== null && firesOn <= day)
        .sort((a, b) => (a.firesOn! < b.firesOn! ? -1 : 1));
      if (!due?.sends) return;
      this.take(played, { on: due.firesOn!, type: due.sends, by: 'system' });
    }
  }

  private eventOf(
    journey: Journey,
    { on, type, payload }: Step,
    { state, clocks }: { state: PathwayState | undefined; clocks: readonly Clock[] },
  ): PathwayEvent {
    const example = pathwayNamed(journey.pathway).events[type]?.example;
    const facts: Facts = {
      actorMay: EVERYTHING,
      passed: passedOn(clocks, on),
      placeAvailable: this.placesTaken(journey.cohort) < 32,
      placeVacant: this.unitPlacesTaken(payload?.['unitUrn']) < 4,
      capacity: true,
      ...plannedDays({ occurredOn: on, payload: payload ?? {} }, this.calendar),
      topOfList: true,
      withinCaseload: true,
      contactExists: true,
      identityKnown: true,
      onRollAtDestination: state?.context['destination'] === journey.child.urn,
      stillYear7: ncYearOn(journey.child.dob, on) === '7',
    };
    return { type, occurredOn: on, payload: { ...example, ...payload }, facts };
  }

  private unitPlacesTaken(unit: unknown): number {
    return this.played.filter(
      ({ state: { context } }) => context['holdsPlace'] === true && context['unitUrn'] === unit,
    ).length;
  }

  private placesTaken(cohort: string | undefined): number {
    return this.played.filter(
      ({ journey, state }) =>
        journey.cohort === cohort && HOLDING.includes(state.value['work'] ?? ''),
    ).length;
  }
}

/** How many of the played stories stand in each state of the work. */
export function standing(played: readonly Played[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of played) {
    const work = state.value['work'] ?? '';
    counts[work] = (counts[work] ?? 0) + 1;
  }
  return counts;
}
