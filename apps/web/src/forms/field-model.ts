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
  readonly nothing?: string;
}

export interface GroupModel {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fields: readonly FieldModel[];
}

/** Several things described by the same questions: one part of the page each, the last of them empty. */
export interface RowsModel {
  readonly kind: 'rows';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly parts: readonly {
    readonly id: string;
    readonly label: string;
    readonly problem?: string | undefined;
    readonly fields: readonly FieldModel[];
  }[];
  /** The button that draws the form again with one more; none when there may be no more. */
  readonly another: { readonly text: string; readonly place: string } | undefined;
}

export type FieldModel = QuestionModel | DayFieldModel | GroupModel | RowsModel;

/** The people and schools of an authority that a form may offer. */
export interface Choices {
  readonly officers?: readonly { readonly value: string; readonly text: string }[];
  readonly schools?: readonly { readonly value: string; readonly text: string }[];
}

const MOST_RADIOS = 8;

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
      kind: kindOf(field, options),
      id,
      name,
      label,
      hint,
      problem,
      value: value[0] ?? '',
      ...(options && { options }),
    };
  });
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
      fields: fieldModels(field.fields ?? [], typed, { ...shown, within: `${name}.${at}.` }),
    })),
    another:
      count < max
        ? { text: `Add another ${each.toLowerCase()}`, place: `#${id}-${count}` }
        : undefined,
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

function kindOf(field: FormField, options: readonly Option[] | undefined): QuestionModel['kind'] {
  const { kind } = field;
  if (kind === 'choice' && (options?.length ?? 0) > MOST_RADIOS) return 'select';
  if (kind === 'schools') return options ? 'choices' : 'lines';
  if ((kind === 'officer' || kind === 'school') && !options) return 'text';
  return kind as QuestionModel['kind'];
}
