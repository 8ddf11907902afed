import { type FactName, type PathwayEvent } from '../src/event';
import { type GuardInput } from '../src/pathway';

/** What a guard or an action looked at. */
export interface Reads {
  readonly payload: Set<string>;
  readonly facts: Set<FactName>;
  readonly context: Set<string>;
  readonly regions: Set<string>;
  day: boolean;
}

export const noReads = (): Reads => ({
  payload: new Set(),
  facts: new Set(),
  context: new Set(),
  regions: new Set(),
  day: false,
});

/** The same input, which writes down what is looked at. */
export function watching({ context, event }: GuardInput, reads: Reads): GuardInput {
  const told = {
    ...event,
    payload: noting(event.payload, (name) => reads.payload.add(name)),
    facts: noting(event.facts, (name) => reads.facts.add(name as FactName)),
    at: noting(event.at ?? {}, (name) => reads.regions.add(name)),
  };
  const dated = new Proxy<PathwayEvent>(told, {
    get(target, name) {
      if (name === 'occurredOn') reads.day = true;
      return Reflect.get(target, name) as unknown;
    },
  });
  return { context: noting(context, (name) => reads.context.add(name)), event: dated };
}

function noting<T extends object>(target: T, note: (name: string) => void, prefix = ''): T {
  return new Proxy(target, {
    get(from, name) {
      const value = Reflect.get(from, name) as unknown;
      if (typeof name !== 'string') return value;
      note(prefix + name);
      return isGroup(value) ? noting(value, note, `${prefix}${name}.`) : value;
    },
    ownKeys(from) {
      for (const name of Object.keys(from)) note(prefix + name);
      return Reflect.ownKeys(from);
    },
  });
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
