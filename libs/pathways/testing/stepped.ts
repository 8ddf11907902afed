import { makeCalendar } from '@app/statutory-calendar';
import scenarios from '../../../test/vectors/scenarios.json';
import { advance, begin, type Step } from '../src/advance';
import { type Clock } from '../src/clock-rule';
import { keepClocks, passedOn, withChanges } from '../src/clocks';
import { type Pathway } from '../src/pathway';
import { type Permission, PERMISSIONS } from '../src/role';
import { type Told } from './replayed';

/** The calendar of the scenarios. */
export const scenarioDays = makeCalendar({
  bankHolidays: scenarios.calendar.bankHolidays,
  terms: scenarios.calendar as never,
});

/** One step of a story with what must follow from it, and the clocks as they stand then. */
export interface Stepped extends Step {
  readonly clocks: readonly Clock[];
}

/**
 * Plays a story as somebody who may do everything, and keeps what each step asks of the shell.
 * @throws NotAllowedNow with the guards that said no
 */
export function stepped(pathway: Pathway, ...story: readonly Told[]): Stepped[] {
  const steps: Stepped[] = [];
  for (const [occurredOn, named, payload, facts] of story) {
    const before = steps.at(-1);
    const type = named ?? pathway.opensWith;
    const definition = pathway.events[type];
    const event = {
      type,
      occurredOn,
      payload: { ...definition?.example, ...payload },
      facts: {
        actorMay: Object.keys(PERMISSIONS) as Permission[],
        passed: passedOn(before?.clocks ?? [], occurredOn),
        ...definition?.exampleFacts,
        ...facts,
      },
    };
    const step = before ? advance(pathway, before.state, event) : begin(pathway, event);
    const past = {
      event,
      before: before?.state.value ?? {},
      after: step.state.value,
      context: step.state.context,
      closed: step.closed,
    };
    const known = before?.clocks ?? [];
    const changes = keepClocks(pathway.clocks, known, past, scenarioDays);
    steps.push({ ...step, clocks: withChanges(known, changes) });
  }
  return steps;
}
