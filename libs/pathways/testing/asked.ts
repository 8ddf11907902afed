import { type CalendarDay } from '@app/statutory-calendar';
import { type Facts, type Regions } from '../src/event';
import { type Missing } from '../src/not-allowed-now';
import { type Guard, type GuardInput, type Pathway } from '../src/pathway';
import { isWords } from './is-words';
import { noReads, watching } from './reads';

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

/** Asked beforehand although it looks at the form: it shows which advice is still awaited. */
export const SHOWN_BEFOREHAND = ['adviceAccountedFor'];

/**
 * Asks the guards of a pathway one by one: their answer, their words, and who can supply what. An answer is no good
 * if it rests on a fact that nobody would look up, or on the form of a button that it blocks, or if a no has no words.
 */
export function guardsOf(pathway: Pathway) {
  const guard = (name: string): Guard => {
    const found = pathway.guards[name];
    if (!found) throw new Error(`${pathway.name} has no guard ${name}`);
    return found;
  };
  const words = (name: string, situation: Situation = {}): string => {
    const { text } = guard(name);
    return String(typeof text === 'string' ? text : text(asked(situation)));
  };
  const missing = (name: string, situation: Situation = {}): readonly Missing[] =>
    guard(name).missing?.(asked(situation)) ?? [];
  const saidIn = (name: string, situation: Situation) => [
    words(name, situation),
    ...missing(name, situation).flatMap(({ what, who }) => [String(what), String(who)]),
  ];
  return {
    allows: (name: string, situation: Situation = {}) => {
      const seen = noReads();
      const answer = guard(name).test(watching(asked(situation), seen));
      const unnamed = [...seen.facts].filter((fact) => !guard(name).needs?.includes(fact));
      if (unnamed.length) throw new Error(`${name} does not name ${unnamed.join(', ')}`);
      const isBlocking = !guard(name).aboutAnswer && !SHOWN_BEFOREHAND.includes(name);
      if (isBlocking && answer !== guard(name).test(asked({ ...situation, form: {} })))
        throw new Error(`${name} looks at the form and does not say so`);
      if (!answer && !saidIn(name, situation).every(isWords))
        throw new Error(`${name} says no in no words`);
      return answer;
    },
    words,
    missing,
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
