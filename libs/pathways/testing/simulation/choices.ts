import { fieldsOf, type Pathway } from '../../src';
import { type CalendarDay } from '@app/statutory-calendar';
import { arrowsAt } from '../arrows';
import { noReads } from '../reads';
import { oneOf, type Random } from '../random';
import { askAt, type Spot } from '../spot';
import { baseTries, varied } from '../tries';
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
  const types = [...arrowsAt(pathway, spot.state.value, false)]
    .filter(([type]) => pathway.events[type]!.roles.some((role) => role !== 'system'))
    .filter(
      ([, lists]) => lists.some((list) => list.some(({ from }) => from !== '*')) || wantsEnding,
    )
    .map(([type]) => type);
  const hoped = types.filter((type) => pathway.events[type]!.prominence === 'hoped');
  return oneOf(random, wantsHoped && hoped.length ? hoped : types);
}

/** The example or the full form, half the time with one answer changed. */
export function payloadFor(
  pathway: Pathway,
  spot: Spot,
  type: string,
  random: Random,
): Chosen['payload'] {
  const definition = pathway.events[type]!;
  const ask = { ...askAt(pathway, spot, type, noReads()), clockDay: undefined, on: spot.on };
  const base = oneOf(random, baseTries(ask))!;
  const fields = fieldsOf(definition.payload);
  const field = random() < ANOTHER_ANSWER ? oneOf(random, fields) : undefined;
  const others = field ? varied(base, `answer ${field.name}`, ask, () => '') : [];
  const { payload } = oneOf(random, others) ?? base;
  const officers = fields.filter(({ kind, name }) => kind === 'officer' && payload[name]);
  return { ...payload, ...Object.fromEntries(officers.map(({ name }) => [name, WORKER_ID])) };
}
