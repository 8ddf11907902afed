import { type FormField } from '@app/pathways';
import { dayField, type DayFieldModel } from './day-field';
import { type FormBody, type Problem } from './form-body';
import { partsShown } from './rows-field';

/** One answer that can be chosen. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}

/** A question as the macro `field` shows it. */
export interface QuestionModel {
  readonly kind:
    | Exclude<FormField['kind'], 'day' | 'group' | 'rows'>
    | 'select'
    | 'email'
    | 'password'
    | 'search'
    | 'file';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string;
  readonly problem?: string | undefined;
  readonly options?: readonly Option[];
  /** The answers are few and short: they stand side by side. */
  readonly inline?: boolean;
  readonly nothing?: string;
}

export interface GroupModel {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fields: readonly FieldModel[];
}

/** One of several things: what must be said about it, and what may be counted or dated, folded away while it is empty. */
interface PartModel {
  readonly id: string;
  readonly label: string;
  readonly problem?: string | undefined;
  readonly fields: readonly FieldModel[];
  /** Nothing but numbers: several such parts stand beside each other. */
  readonly short: boolean;
  readonly more?: { readonly open: boolean; readonly fields: readonly FieldModel[] };
}

/** Several things described by the same questions: one part of the page each, the last of them empty. */
export interface RowsModel {
  readonly kind: 'rows';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly parts: readonly PartModel[];
  /** The button that draws the form again with one more; none when there may be no more. */
  readonly another: { readonly text: string; readonly place: string } | undefined;
}

export type FieldModel = (QuestionModel | DayFieldModel | GroupModel | RowsModel) & {
  /** A heading of the page above this field. */
  readonly heading?: string;
};

/** The people and schools of an authority that a form may offer. */
export interface Choices {
  readonly officers?: readonly { readonly value: string; readonly text: string }[];
  readonly schools?: readonly { readonly value: string; readonly text: string }[];
}

const MOST_RADIOS = 8;
const MOST_RADIOS_IN_ROW = 4;

interface Shown {
  readonly problems?: readonly Problem[];
  readonly choices?: Choices;
  readonly within?: string;
}

/** The id of a field's first control: what the error summary links to. */
export function idOf(field: Pick<FormField, 'kind'>, name: string): string {
  const id = name.replaceAll('.', '-');
  return field.kind === 'day' ? `${id}-day` : id;
}

/** The questions of a form, holding what was typed, with the words of what is wrong beside them. */
export function fieldModels(
  fields: readonly FormField[],
  typed: FormBody,
  { problems = [], choices = {}, within = '' }: Shown = {},
): FieldModel[] {
  return fields.map((field) => {
    const model = fieldModel(field, typed, { problems, choices, within });
    return field.heading ? { ...model, heading: field.heading } : model;
  });
}

function fieldModel(
  field: FormField,
  typed: FormBody,
  { problems = [], choices = {}, within = '' }: Shown,
): FieldModel {
  const name = within + field.name;
  const id = idOf(field, name);
  const label = field.required ? field.label : `${field.label} (optional)`;
  const { hint } = field;
  const problem = problems.find((each) => each.field === id)?.text;
  if (field.kind === 'group') {
    return {
      kind: 'group',
      id,
      label,
      hint,
      fields: fieldModels(field.fields ?? [], typed, { problems, choices, within: `${name}.` }),
    };
  }
  if (field.kind === 'rows')
    return { ...rowsModel(field, typed, { problems, choices, within }), label, hint, problem };
  if (field.kind === 'day') return dayField(name, label, typed, { hint, problem });
  const value = [typed[name]].flat().filter((it): it is string => typeof it === 'string');
  const options = optionsOf(field, choices)?.map((option) => ({
    ...option,
    chosen: value.includes(option.value),
  }));
  return {
    kind: kindOf(field, options, /\.\d+\.$/.test(within)),
    id,
    name,
    label,
    hint,
    problem,
    value: value[0] ?? '',
    ...(options && { options, inline: areShort(options) }),
  };
}

const ROOM = 86; // characters of all answers together that fit beside each other

function areShort(options: readonly Option[]): boolean {
  return options.reduce((sum, { text }) => sum + text.length + 6, 0) <= ROOM;
}

function rowsModel(field: FormField, typed: FormBody, { within = '', ...shown }: Shown): RowsModel {
  const name = within + field.name;
  const id = idOf(field, name);
  const { max = 0, each = '' } = field.rows ?? {};
  const count = partsShown(field, name, typed);
  return {
    kind: 'rows',
    id,
    name,
    label: field.label,
    parts: Array.from({ length: count }, (_, at) => ({
      id: `${id}-${at}`,
      label: `${each} ${at + 1}`,
      problem: shown.problems?.find((it) => it.field === `${id}-${at}`)?.text,
      short: (field.fields ?? []).every(({ kind }) => kind === 'whole' || kind === 'decimal'),
      ...partOf(field.fields ?? [], typed, { ...shown, within: `${name}.${at}.` }),
    })),
    another:
      count < max
        ? { text: `Add another ${each.toLowerCase()}`, place: `#${id}-${count}` }
        : undefined,
  };
}

const MOST_OPTIONAL = 3;
const IN_WORDS = new Set<FormField['kind']>(['text', 'area', 'lines']);

function partOf(
  fields: readonly FormField[],
  typed: FormBody,
  shown: Shown,
): Pick<PartModel, 'fields' | 'more'> {
  const optional = fields.filter(({ required, kind }) => !required && !IN_WORDS.has(kind));
  if (optional.length <= MOST_OPTIONAL) return { fields: fieldModels(fields, typed, shown) };
  const starts = optional.map(({ name }) => `${shown.within ?? ''}${name}`);
  const isTyped = ([name, value]: [string, unknown]) =>
    Boolean(value) && starts.some((start) => name.startsWith(start));
  const hasProblem = shown.problems?.some(({ field }) =>
    starts.some((start) => field.startsWith(start.replaceAll('.', '-'))),
  );
  return {
    fields: fieldModels(
      fields.filter((field) => !optional.includes(field)),
      typed,
      shown,
    ),
    more: {
      open: Boolean(hasProblem) || Object.entries(typed).some(isTyped),
      fields: fieldModels(optional, typed, shown),
    },
  };
}

/** The answers a field offers; undefined where anything may be typed. */
export function optionsOf(
  field: FormField,
  choices: Choices,
): { value: string; text: string }[] | undefined {
  if (field.kind === 'yesNo')
    return [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ];
  if (field.kind === 'officer') return choices.officers && [...choices.officers];
  if (field.kind === 'school' || field.kind === 'schools')
    return choices.schools && [...choices.schools];
  if (!field.options) return undefined;
  return Object.entries(field.options).map(([value, text]) => ({ value, text }));
}

function kindOf(
  field: FormField,
  options: readonly Option[] | undefined,
  isInRow: boolean,
): QuestionModel['kind'] {
  const { kind } = field;
  const most = isInRow ? MOST_RADIOS_IN_ROW : MOST_RADIOS;
  if (kind === 'choice' && (options?.length ?? 0) > most) return 'select';
  if (kind === 'schools') return options ? 'choices' : 'lines';
  if ((kind === 'officer' || kind === 'school') && !options) return 'text';
  return kind as QuestionModel['kind'];
}
