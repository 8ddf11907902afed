import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type EventDefinition } from '../src/event';
import { fieldsOf, type FormField } from '../src/fields';

type Payload = Readonly<Record<string, unknown>>;

/** What a list of answers is made for. */
export interface Asked {
  readonly definition: EventDefinition;
  readonly on: CalendarDay;
  /** Texts that may be meant, as subjects of clocks or what the case remembers. */
  readonly names: readonly string[];
}

/** The example, and the form with every field filled in. */
export function basePayloads({ definition, on }: Asked): Payload[] {
  const { example, payload } = definition;
  return [example, { ...filled(fieldsOf(payload), on), ...example }];
}

function filled(fields: readonly FormField[], on: CalendarDay): Payload {
  return Object.fromEntries(fields.map((field) => [field.name, usual(field, on)]));
}

function usual(field: FormField, on: CalendarDay): unknown {
  const options = Object.keys(field.options ?? {});
  const { min, max } = boundsOf(field);
  switch (field.kind) {
    case 'choice':
      return options[0];
    case 'choices':
      return [options[0]];
    case 'day':
      return on;
    case 'whole':
    case 'decimal':
    case 'money':
      return Math.min(max, Math.max(min, 1));
    case 'yesNo':
      return true;
    case 'school':
      return '199020';
    case 'schools':
      return ['199020'];
    case 'lines':
      return ['First line', 'Second line', 'Third line'];
    case 'group':
      return filled(field.fields ?? [], on);
    case 'rows':
      return [filled(field.fields ?? [], on)];
    default:
      return 'Said for the record';
  }
}

/** Lowest and highest number that the form takes. */
export function boundsOf({ schema }: FormField): { min: number; max: number } {
  const { minValue, maxValue } = innermost(schema) as { minValue?: number; maxValue?: number };
  return { min: minValue ?? 0, max: maxValue ?? 1000 };
}

function innermost(schema: unknown): unknown {
  const { innerType } = (schema as { def: { innerType?: unknown } }).def;
  return innerType ? innermost(innerType) : schema;
}

/** A field by its path, as `measures.attendance`. */
export function fieldAt({ payload }: EventDefinition, path: string): FormField | undefined {
  const [first, ...rest] = path.split('.');
  const find = (fields: readonly FormField[], name?: string) =>
    fields.find((field) => field.name === name);
  return rest.reduce(
    (field, name) => field && find(field.fields ?? [], name),
    find(fieldsOf(payload), first),
  );
}

/** The payload with another answer at this path; undefined leaves the answer out. */
export function withAnswer(payload: Payload, path: string, value: unknown): Payload {
  const [first = '', ...rest] = path.split('.');
  const inner = rest.length
    ? withAnswer((payload[first] ?? {}) as Payload, rest.join('.'), value)
    : value;
  const others = Object.entries(payload).filter(([name]) => name !== first);
  return Object.fromEntries(inner === undefined ? others : [...others, [first, inner]]);
}

const LONGEST = 800;

/** Other answers to one field that the machine may take differently; `judged` tells how it takes one. */
export function otherAnswers(
  field: FormField,
  { on, names }: Asked,
  judged: (value: unknown) => string,
): unknown[] {
  return [...(field.required ? [] : [undefined]), ...valuesOf(field, { on, names }, judged)];
}

function valuesOf(
  field: FormField,
  { on, names }: Pick<Asked, 'on' | 'names'>,
  judged: (value: unknown) => string,
): unknown[] {
  const options = Object.keys(field.options ?? {});
  const { min, max } = boundsOf(field);
  switch (field.kind) {
    case 'choice':
      return options;
    case 'choices':
      return [options, ...options.map((option) => [option])];
    case 'yesNo':
      return [true, false];
    case 'whole':
    case 'money':
      return edges(min, max, 1, judged);
    case 'decimal':
      return edges(min, max, 0.1, judged);
    case 'day':
      return edges(-LONGEST, LONGEST, 1, (days) => judged(addDays(on, days))).map((days) =>
        addDays(on, days),
      );
    case 'school':
      return ['199001', '199020', '199025', ...names.filter((name) => /^\d{6}$/.test(name))];
    case 'schools':
      return [['199020', '199025']];
    case 'rows':
      return rowsOf(field, { on, names }, judged);
    case 'text':
      return ['Said for the record', ...names];
    default:
      return [usual(field, on)];
  }
}

/** One row, with another answer in one of its cells, and as many rows as there may be. */
function rowsOf(
  { fields = [], rows }: FormField,
  asked: Pick<Asked, 'on' | 'names'>,
  judged: (value: unknown) => string,
): unknown[] {
  const row = filled(fields, asked.on);
  const changed = fields.flatMap((cell) =>
    valuesOf(cell, asked, (value) => judged([{ ...row, [cell.name]: value }])).map((value) => [
      { ...row, [cell.name]: value },
    ]),
  );
  return [...changed, Array.from({ length: rows?.max ?? 1 }, () => row)];
}

const GRID = 16;

/** The bounds, and both sides of every place between them where the judgement turns. */
export function edges(
  min: number,
  max: number,
  step: number,
  judged: (value: number) => string,
): number[] {
  const at = (n: number) => Number((min + n * step).toFixed(4));
  const last = Math.round((max - min) / step);
  const found = new Set([0, last]);
  const look = (low: number, high: number) => {
    if (high - low <= 1) return [low, high].forEach((n) => found.add(n));
    const middle = Math.floor((low + high) / 2);
    const [a, b] = judged(at(low)) === judged(at(middle)) ? [middle, high] : [low, middle];
    look(a, b);
  };
  for (let cell = 0; cell < GRID; cell++) {
    const [low, high] = [cell, cell + 1].map((n) => Math.floor((n * last) / GRID)) as [
      number,
      number,
    ];
    if (judged(at(low)) !== judged(at(high))) look(low, high);
  }
  return [...found].map(at);
}
