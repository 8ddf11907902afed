import { type PolicyVersion } from '@app/casework';
import { LOCAL_NAMES, type LocalWords, type Pathway, settingsOf } from '@app/pathways';
import { dayAsTyped, dayField, readDay } from '../forms/day-field';
import { type FieldModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { one } from '../safety/one-value';
import { grouped } from './settings-groups';

const DAY = 'validFrom';
const DAY_LABEL = 'Counts from';
const NUMBER = /^[-−]?\d+(\.\d+)?$/;

/** What was typed on the form of a proposal. */
export interface TypedProposal {
  readonly numbers: Readonly<Record<string, number>>;
  readonly words: LocalWords;
  readonly validFrom: string;
  readonly reason: string;
  readonly problems: readonly Problem[];
}

/** The names of this pathway that a council may say differently. */
export const namesIn = ({ title }: Pathway) => LOCAL_NAMES.filter((name) => title.includes(name));

/** The form as it is first shown: with the numbers that count now, and today. */
export function settingsAsTyped(
  pathway: Pathway,
  now: Pick<PolicyVersion, 'numbers' | 'words'> | undefined,
  today: string,
): FormBody {
  const numbers = settingsOf(pathway).map(({ key, usual }) => [
    key,
    String(now?.numbers[key] ?? usual),
  ]);
  const words = namesIn(pathway).map((name) => [name, now?.words[name] ?? '']);
  return { ...Object.fromEntries([...numbers, ...words]), ...dayAsTyped(DAY, today) } as FormBody;
}

/** Reads the form; an empty number is the usual one, and text in a number is not a number. */
export function readProposal(pathway: Pathway, body: FormBody): TypedProposal {
  const typed = settingsOf(pathway).flatMap(({ key }) => {
    const text = one(body, key);
    if (text === undefined) return [];
    return [[key, NUMBER.test(text) ? Number(text.replace('−', '-')) : Number.NaN] as const];
  });
  const names = namesIn(pathway).flatMap((name) => {
    const word = one(body, name);
    return word === undefined || word === name ? [] : [[name, word] as const];
  });
  const { day = '', problem } = readDay(body, DAY, DAY_LABEL);
  return {
    numbers: Object.fromEntries(typed),
    words: Object.fromEntries(names),
    validFrom: day,
    reason: one(body, 'reason') ?? '',
    problems: problem ? [{ field: DAY, text: problem }] : [],
  };
}

const typedAs = (typed: FormBody, name: string) =>
  [typed[name]].flat().find((it) => typeof it === 'string') ?? '';

const problemAt = (problems: readonly Problem[], name: string) =>
  problems.find(({ field }) => field === name)?.text;

/** The questions about the proposal itself: from when, why, and what things are called. */
export function proposalFields(
  pathway: Pathway,
  typed: FormBody,
  problems: readonly Problem[],
): FieldModel[] {
  const about = (name: string) => ({
    id: name,
    name,
    value: typedAs(typed, name),
    problem: problemAt(problems, name),
  });
  return [
    dayField(DAY, DAY_LABEL, typed, {
      hint: 'Today or later. Cases that began before this day keep their numbers',
      problem: about(DAY).problem,
    }),
    { ...about('reason'), kind: 'area', label: 'Why do they change?' },
    ...namesIn(pathway).map((name) => ({
      ...about(name),
      kind: 'text' as const,
      label: `What do you call ${name}?`,
      hint: `Leave empty for ${name}`,
    })),
  ];
}

/** Every number in its table: what is usual, what counts now, and a field for what is proposed. */
export function numberTables(
  pathway: Pathway,
  now: Pick<PolicyVersion, 'numbers'> | undefined,
  typed: FormBody,
  problems: readonly Problem[],
) {
  return grouped(settingsOf(pathway), ({ key, label, unit, usual, least, most, parts }) => ({
    name: key,
    label,
    bounds: `${unit}, ${least} to ${most}`,
    usual,
    now: now?.numbers[key] ?? usual,
    value: typedAs(typed, key),
    mode: parts ? 'decimal' : 'numeric',
    problem: problemAt(problems, key),
  }));
}
