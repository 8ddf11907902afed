import {
  isCalendarDay,
  makeCalendar,
  type Calendar,
  type CalendarDay,
} from '@app/statutory-calendar';
import { z } from 'zod';
import { advance, begin, type Step } from './advance';
import { type Clock, type PastStep } from './clock-rule';
import { keepClocks, passedOn, withChanges } from './clocks';
import { type Facts, type PathwayEvent, type Regions } from './event';
import { NotAllowedNow } from './not-allowed-now';
import { type Pathway, type PathwayState } from './pathway';
import { plannedDays } from './planned-days';
import { type Permission, PERMISSIONS } from './role';

const calendarDay = z.string().refine(isCalendarDay, 'must be a day like 2026-11-22');

const scenarioFile = z.object({
  calendar: z.object({
    name: z.string(),
    terms: z.array(z.tuple([calendarDay, calendarDay])),
    inset: z.array(calendarDay),
    bankHolidays: z.array(calendarDay),
  }),
  scenarios: z.array(
    z.object({
      id: z.string(),
      machine: z.string(),
      steps: z.array(
        z.object({
          on: calendarDay,
          region: z.string().optional(),
          event: z.string().nullable(),
          state: z.string().optional(),
          payload: z.record(z.string(), z.unknown()).nullish(),
          facts: z.record(z.string(), z.unknown()).nullish(),
        }),
      ),
    }),
  ),
});

type Scenario = z.output<typeof scenarioFile>['scenarios'][number];
type ScenarioStep = Scenario['steps'][number];

/** One step of a scenario, replayed: where the case stands, and the latest date ever set for each clock. */
export interface Replayed {
  readonly scenario: string;
  readonly step: number;
  readonly state: Regions;
  readonly due: Readonly<Record<string, CalendarDay>>;
  readonly refused: readonly { readonly guard: string; readonly text: string }[] | null;
  readonly error?: string;
}

interface Play {
  state: PathwayState | undefined;
  clocks: readonly Clock[];
}

/**
 * Replays dated scenarios through the machines and clocks, with no database and no clock of its own.
 * @throws z.ZodError when the file has not the shape of a scenario file
 */
export function replayScenarios(file: unknown, pathways: readonly Pathway[]): Replayed[] {
  const { calendar, scenarios } = scenarioFile.parse(file);
  const days = makeCalendar({ bankHolidays: calendar.bankHolidays, terms: calendar });
  return scenarios.flatMap((scenario) => replayed(scenario, pathways, days));
}

function replayed(scenario: Scenario, pathways: readonly Pathway[], days: Calendar): Replayed[] {
  const pathway = pathways.find(({ name }) => name === scenario.machine);
  if (!pathway) {
    const error = `There is no pathway ${scenario.machine}. There are: ${pathways.map(({ name }) => name).join(', ')}`;
    return [{ scenario: scenario.id, step: 0, state: {}, due: {}, refused: null, error }];
  }
  const play: Play = { state: undefined, clocks: [] };
  return scenario.steps.map((step, index) => ({
    scenario: scenario.id,
    step: index + 1,
    ...played(pathway, play, step, days),
  }));
}

function played(pathway: Pathway, play: Play, step: ScenarioStep, days: Calendar) {
  if (step.event === '@inject') return injected(pathway, play, step, days);
  try {
    take(pathway, play, eventOf(pathway, play, step, days), days);
    return { ...seen(play), refused: null };
  } catch (error) {
    if (!(error instanceof NotAllowedNow))
      return { ...seen(play), refused: null, error: (error as Error).message };
    return { ...seen(play), refused: error.reasons.map(({ guard, text }) => ({ guard, text })) };
  }
}

/** Puts the case into a state: the clocks of that state start as if it had come there on this day. */
function injected(pathway: Pathway, play: Play, step: ScenarioStep, days: Calendar) {
  const { on, region, state } = step;
  if (play.state && region && state) {
    const { value: before, context } = play.state;
    const after = { ...before, [region]: state };
    const event: PathwayEvent = { type: '@inject', occurredOn: on, payload: {}, facts: {} };
    tick(pathway, play, { event, before, after, context, closed: false }, days);
    play.state = { value: after, context };
  }
  return { ...seen(play), refused: null };
}

function eventOf(pathway: Pathway, play: Play, step: ScenarioStep, days: Calendar): PathwayEvent {
  const type = step.event ?? pathway.opensWith;
  const definition = pathway.events[type];
  const payload = { ...definition?.example, ...step.payload };
  const facts: Facts = {
    ...plannedDays({ occurredOn: step.on, payload }, days),
    actorMay: Object.keys(PERMISSIONS) as Permission[],
    passed: passedOn(play.clocks, step.on),
    ...definition?.exampleFacts,
    ...step.facts,
  };
  return { type, occurredOn: step.on, payload, facts };
}

function take(pathway: Pathway, play: Play, event: PathwayEvent, days: Calendar) {
  const before = play.state;
  const step: Step = before ? advance(pathway, before, event) : begin(pathway, event);
  const past = {
    event,
    before: before?.value ?? {},
    after: step.state.value,
    context: step.state.context,
    closed: step.closed,
  };
  tick(pathway, play, past, days);
  play.state = step.state;
}

function tick(pathway: Pathway, play: Play, past: PastStep, days: Calendar) {
  play.clocks = withChanges(play.clocks, keepClocks(pathway.clocks, play.clocks, past, days));
}

function seen({ state, clocks }: Play) {
  const due: Record<string, CalendarDay> = {};
  for (const { code, dueOn } of clocks) if (!due[code] || due[code] < dueOn) due[code] = dueOn;
  return { state: state?.value ?? {}, due };
}
