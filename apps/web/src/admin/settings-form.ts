import { type PolicyVersion } from '@app/casework';
import {
  LOCAL_NAMES,
  type LocalWords,
  type Pathway,
  type Setting,
  settingsOf,
} from '@app/pathways';
import { dayAsTyped, dayField, readDay } from '../forms/day-field';
import { type FieldModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { one } from '../safety/one-value';

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

/** Every question of a proposal: from when and why, then each number with what is usual. */
export function settingsFields(
  pathway: Pathway,
  typed: FormBody,
  problems: readonly Problem[],
): FieldModel[] {
  const about = (name: string) => ({
    id: name,
    name,
    value: [typed[name]].flat().find((it) => typeof it === 'string') ?? '',
    problem: problems.find(({ field }) => field === name)?.text,
  });
  const settings = settingsOf(pathway);
  const isFirst = (setting: Setting, isClock: boolean) =>
    setting === settings.find(({ key }) => key.startsWith('clock.') === isClock);
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
    ...settings.map((setting) => ({
      ...about(setting.key),
      ...(isFirst(setting, false) && { heading: 'Numbers' }),
      ...(isFirst(setting, true) && { heading: 'Time limits of our own' }),
      kind: setting.parts ? ('decimal' as const) : ('whole' as const),
      label: setting.label,
      hint: `In ${setting.unit}, from ${setting.least} to ${setting.most}. Usually ${setting.usual}`,
    })),
  ];
}
