import { type EventDefinition, fieldsOf, type FormField, WITHOUT_PANEL } from '@app/pathways';
import { type Choices, type FieldModel, fieldModels } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { readFields } from '../forms/read-fields';
import { asksForAnother, withoutEmptyRows } from '../forms/rows-field';

/** One decision that the panel can make now. */
export interface DecisionOption {
  readonly type: string;
  readonly definition: Pick<EventDefinition, 'title' | 'payload'>;
}

/** The decision part of an item: what every decision asks stands once, the rest with the decision that asks it. */
export interface DecisionModel {
  /** Whether an EHC needs assessment was considered; asked before the decision. */
  readonly first: readonly FieldModel[];
  readonly options: readonly {
    readonly type: string;
    readonly title: string;
    readonly chosen: boolean;
    readonly fields: readonly FieldModel[];
  }[];
  readonly shared: readonly FieldModel[];
  /** What may be left out, folded away while it is empty. */
  readonly more: { readonly open: boolean; readonly fields: readonly FieldModel[] };
}

const FIRST = 'ehcQuestion';
const own = (type: string) => `${type}__`;

/** The questions of these decisions, holding what was typed. */
export function decisionModel(
  options: readonly DecisionOption[],
  typed: FormBody,
  { problems = [], choices = {} }: { problems?: readonly Problem[]; choices?: Choices } = {},
): DecisionModel {
  const shared = sharedFields(options);
  const optional = shared.filter(({ name, required }) => name !== FIRST && !required);
  const isShared = (field: FormField) => shared.some((other) => isSame(field, other));
  const shown = { problems, choices };
  return {
    first: fieldModels(
      shared.filter(({ name }) => name === FIRST),
      typed,
      shown,
    ).map(daysLast),
    shared: fieldModels(
      shared.filter(({ name, required }) => name !== FIRST && required),
      typed,
      shown,
    ),
    more: {
      open: optional.some(({ name }) => Boolean(typed[name])),
      fields: fieldModels(optional, typed, shown),
    },
    options: options.map(({ type, definition }) => ({
      type,
      title: upperFirst(definition.title.replace(/^Decide: /, '')),
      chosen: typed['decision'] === type,
      fields: fieldModels(
        questionsOf(definition).filter((field) => !isShared(field)),
        typed,
        { ...shown, within: own(type) },
      ),
    })),
  };
}

/** A day that may be left empty comes last, so that fewer keys lead to what must be answered. */
const daysLast = (field: FieldModel): FieldModel =>
  field.kind === 'group'
    ? {
        ...field,
        fields: [...field.fields].sort(
          (a, b) => Number(a.kind === 'day') - Number(b.kind === 'day'),
        ),
      }
    : field;

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What was decided, read from what was sent. */
export function readDecision(
  options: readonly DecisionOption[],
  sent: FormBody,
  choices: Choices,
): {
  type: string | undefined;
  payload: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
  asksForRow: boolean;
} {
  const option = options.find(({ type }) => type === sent['decision']);
  if (!option)
    return {
      type: undefined,
      payload: {},
      problems: [{ field: 'decision', text: 'Select a decision' }],
      asksForRow: false,
    };
  const { type, definition } = option;
  const names = new Set(sharedFields(options).map(({ name }) => name));
  const body = bodyOf(type, sent);
  if (asksForAnother(definition.payload, body))
    return { type, payload: {}, problems: [], asksForRow: true };
  const read = readFields(
    definition.payload,
    withoutEmptyRows(fieldsOf(definition.payload), body),
    choices,
  );
  const problems = read.problems.map(({ field, text }) => ({
    field: names.has(field.split('-')[0] ?? '') ? field : own(type) + field,
    text,
  }));
  return { type, payload: read.payload, problems, asksForRow: false };
}

/** The form as the event of the decision knows it: without the mark of whose questions they are. */
function bodyOf(type: string, sent: FormBody): FormBody {
  const mark = own(type);
  const entries = Object.entries(sent).map(([name, value]) => [
    name.startsWith(mark) ? name.slice(mark.length) : name,
    name === 'another' && typeof value === 'string' && value.startsWith(mark)
      ? value.slice(mark.length)
      : value,
  ]);
  return Object.fromEntries(entries) as FormBody;
}

/** The same question, asked with two decisions. */
const isSame = (one: FormField, other: FormField) =>
  one.name === other.name && one.schema === other.schema;

/** What a decision asks; in the sitting nobody asks why it is made outside of it. */
const questionsOf = ({ payload }: DecisionOption['definition']): FormField[] =>
  fieldsOf(payload).filter(({ name }) => name !== WITHOUT_PANEL);

/** Questions that every one of these decisions asks in the same way. */
function sharedFields(options: readonly DecisionOption[]): FormField[] {
  const [first, ...others] = options.map(({ definition }) => questionsOf(definition));
  if (!first || !others.length) return [];
  return first.filter((field) =>
    others.every((fields) => fields.some((other) => isSame(field, other))),
  );
}
