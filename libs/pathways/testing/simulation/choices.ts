import { fieldsOf, type Pathway } from '../../src';
import { type CalendarDay } from '@app/statutory-calendar';
import { basePayloads, otherAnswers, withAnswer } from '../answers';
import { arrowsAt, type Tried } from '../arrows';
import { oneOf, type Random } from '../random';
import { type Spot, subjectsMet } from '../spot';
import { WORKER_ID } from './world';

const AN_ENDING = 0.02;
const ANOTHER_ANSWER = 0.5;
const HOPED_FOR = 0.6;

/** What somebody records. */
export interface Chosen {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One of the things that people could record about a case now; undefined when nothing comes to their mind. */
export function chosen(
  pathway: Pathway,
  spot: Spot,
  on: CalendarDay,
  random: Random,
): Chosen | undefined {
  const type = chosenType(pathway, spot, random);
  if (!type) return undefined;
  return { type, payload: payloadFor(pathway, { ...spot, on }, type, random) };
}

/** Endings that stand open everywhere are rare; what is hoped for comes most often. */
function chosenType(pathway: Pathway, spot: Spot, random: Random): string | undefined {
  const wantsEnding = random() < AN_ENDING;
  const wantsHoped = random() < HOPED_FOR;
  const choices = choicesAt(pathway, arrowsAt(pathway, spot.state.value, false));
  const { types, hoped } = wantsEnding ? choices.all : choices.usual;
  return oneOf(random, wantsHoped && hoped.length ? hoped : types);
}

interface Types {
  readonly types: readonly string[];
  readonly hoped: readonly string[];
}

const known = new WeakMap<Tried, { readonly all: Types; readonly usual: Types }>();

/** What people can record at a place: with what stands open anywhere, and without. */
function choicesAt(
  { events }: Pathway,
  tried: Tried,
): { readonly all: Types; readonly usual: Types } {
  const found = known.get(tried);
  if (found) return found;
  const byPeople = [...tried].filter(([type]) =>
    events[type]!.roles.some((role) => role !== 'system'),
  );
  const fromHere = byPeople.filter(([, lists]) =>
    lists.some((list) => list.some(({ from }) => from !== '*')),
  );
  const named = (some: typeof byPeople): Types => {
    const types = some.map(([type]) => type);
    return { types, hoped: types.filter((type) => events[type]!.prominence === 'hoped') };
  };
  const choices = { all: named(byPeople), usual: named(fromHere) };
  known.set(tried, choices);
  return choices;
}

/** The example or the full form, half the time with one answer changed. */
export function payloadFor(
  pathway: Pathway,
  spot: Spot,
  type: string,
  random: Random,
): Chosen['payload'] {
  const definition = pathway.events[type]!;
  const names = [...new Set(subjectsMet(pathway, spot, type))];
  const asked = { definition, on: spot.on, names };
  const base = oneOf(random, basePayloads(asked))!;
  const fields = fieldsOf(definition.payload);
  const field = random() < ANOTHER_ANSWER ? oneOf(random, fields) : undefined;
  const others = field ? otherAnswers(field, asked, () => '') : [];
  const at = Math.floor(random() * others.length);
  const payload = field && others.length ? withAnswer(base, field.name, others[at]) : base;
  const officers = fields.filter(({ kind, name }) => kind === 'officer' && payload[name]);
  return { ...payload, ...Object.fromEntries(officers.map(({ name }) => [name, WORKER_ID])) };
}
