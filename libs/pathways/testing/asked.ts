import { type CalendarDay } from '@app/statutory-calendar';
import { type Facts, type Regions } from '../src/event';
import { type Guard, type GuardInput, type Pathway } from '../src/pathway';

/** What a guard is asked on: the form as filled in, what the records say, what the case remembers, and the day. */
export interface Situation {
  readonly form?: object;
  readonly facts?: Facts;
  readonly remembers?: object;
  readonly at?: Regions;
  readonly on?: CalendarDay;
  /** The event, where the answer depends on it. */
  readonly type?: string;
}

/** Asks the guards of a pathway one by one: their answer, their words, and who can supply what. */
export function guardsOf(pathway: Pathway) {
  const guard = (name: string): Guard => {
    const found = pathway.guards[name];
    if (!found) throw new Error(`${pathway.name} has no guard ${name}`);
    return found;
  };
  return {
    allows: (name: string, situation: Situation = {}) => guard(name).test(asked(situation)),
    words: (name: string, situation: Situation = {}) => {
      const { text } = guard(name);
      return typeof text === 'string' ? text : text(asked(situation));
    },
    missing: (name: string, situation: Situation = {}) =>
      guard(name).missing?.(asked(situation)) ?? [],
  };
}

const asked = ({ form, facts, remembers, at, on, type }: Situation): GuardInput => ({
  context: { ...remembers },
  event: {
    type: type ?? 'ASKED',
    occurredOn: on ?? '2026-11-03',
    payload: { ...form },
    facts: facts ?? {},
    ...(at ? { at } : {}),
  },
});
