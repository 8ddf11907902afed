import {
  type ChildRecord,
  CARE_STATUSES,
  FLAGS,
  NEEDS,
  type Problem as BadAnswer,
  type SchoolRow,
  SEN_PROVISIONS,
  SEXES,
  YEAR_GROUPS,
} from '@app/people';
import { dayField } from '../forms/day-field';
import { type FieldModel, type Option } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { one, several } from '../safety/one-value';
import { asTypedForReturns, RETURN_FIELDS } from './return-fields';

const TEXTS = ['legalForename', 'legalSurname', 'preferredName', 'upn', 'uln'] as const;
const CODES = [
  'sex',
  'ncYear',
  'urn',
  'senProvision',
  'primaryNeed',
  'secondaryNeed',
  'careStatus',
] as const;

/** What was typed about a child, as the people library reads it. */
export function childTyped(body: FormBody): Record<string, unknown> {
  const dob = ['day', 'month', 'year'].map((part) => one(body, `dob-${part}`) ?? '');
  return {
    ...Object.fromEntries(
      [...TEXTS, ...CODES, ...RETURN_FIELDS].map((name) => [name, one(body, name) ?? '']),
    ),
    dob: dob.some(Boolean) ? dob.join('/') : '',
    flags: several(body, 'flags'),
  };
}

/** The questions about a child, holding what was typed. */
export function childFields(
  body: FormBody,
  problems: readonly Problem[],
  schools: readonly SchoolRow[],
): FieldModel[] {
  const problemOf = (name: string) =>
    problems.find(({ field }) => field === name || field === `${name}-day`)?.text;
  const textField = (name: string, label: string, hint?: string): FieldModel => ({
    kind: 'text',
    id: name,
    name,
    label,
    hint,
    value: rawText(body, name),
    problem: problemOf(name),
  });
  const choose = (
    name: string,
    label: string,
    options: Readonly<Record<string, string>>,
    nothing: string,
  ): FieldModel => ({
    kind: 'select',
    id: name,
    name,
    label,
    nothing,
    problem: problemOf(name),
    options: optionsOf(options, [rawText(body, name)]),
  });
  return [
    textField('legalForename', 'Legal forename'),
    textField('legalSurname', 'Legal surname'),
    textField('preferredName', 'Name the child uses, if another (optional)'),
    dayField('dob', 'Date of birth', body, {
      hint: 'For example, 27 3 2016',
      problem: problemOf('dob'),
    }),
    textField(
      'upn',
      'Unique pupil number (optional)',
      '13 characters, from the school. Leave it empty if you do not have it.',
    ),
    choose(
      'urn',
      'School (optional)',
      Object.fromEntries(schools.map(({ urn, name }) => [urn, name])),
      'No school, or not known',
    ),
    choose('ncYear', 'Year group (optional)', YEAR_GROUPS, 'From the date of birth'),
    choose('sex', 'Sex, as the school records it (optional)', SEXES, 'Not given'),
    choose('senProvision', 'What the school provides now (optional)', SEN_PROVISIONS, 'Not given'),
    choose('primaryNeed', 'Main need (optional)', NEEDS, 'Not known'),
    choose('secondaryNeed', 'Second need (optional)', NEEDS, 'None, or not known'),
    choose('careStatus', 'Children’s services (optional)', CARE_STATUSES, 'Not given'),
    {
      kind: 'choices',
      id: 'flags',
      name: 'flags',
      label: 'What everyone who opens the record must know (optional)',
      problem: problemOf('flags'),
      options: optionsOf(FLAGS, several(body, 'flags')),
    },
    textField('uln', 'Unique learner number (optional)', '10 digits, for young people over 14'),
  ];
}

/** A record as if it had been typed: the form of a correction opens with it. */
export function asTypedChild(child: ChildRecord): FormBody {
  const texts = Object.fromEntries([...TEXTS, ...CODES].map((name) => [name, child[name] ?? '']));
  return { ...texts, ...asTypedForReturns(child), dob: child.dob, flags: [...child.flags] };
}

/** The words of the people library on the fields of our form. */
export function problemsFrom(bad: readonly BadAnswer[]): Problem[] {
  return bad.map(({ path, message }) => ({
    field: path[0] === 'dob' ? 'dob-day' : (path[0] ?? ''),
    text: message,
  }));
}

/** Everything typed, to carry it through the page that asks about children alike. */
export function carried(body: FormBody): { name: string; value: string }[] {
  const names = [...TEXTS, ...CODES, 'dob-day', 'dob-month', 'dob-year', 'kind'];
  const texts = names
    .map((name) => ({ name, value: rawText(body, name) }))
    .filter(({ value }) => value);
  return [...texts, ...several(body, 'flags').map((value) => ({ name: 'flags', value }))];
}

function rawText(body: FormBody, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function optionsOf(words: Readonly<Record<string, string>>, chosen: readonly string[]): Option[] {
  return Object.entries(words).map(([value, text]) => ({
    value,
    text,
    chosen: chosen.includes(value),
  }));
}
