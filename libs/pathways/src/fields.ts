import { isCalendarDay } from '@app/statutory-calendar';
import { z } from 'zod';

/** How a field is asked on the page; the schema beside it says what counts as an answer. */
export interface FieldAsk {
  readonly kind:
    | 'text'
    | 'area'
    | 'lines'
    | 'day'
    | 'choice'
    | 'choices'
    | 'whole'
    | 'decimal'
    | 'money'
    | 'yesNo'
    | 'officer'
    | 'school'
    | 'schools'
    | 'group'
    | 'rows';
  readonly label: string;
  readonly hint?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** For rows: how many there may be, what one is called, and what stands in a form that nobody has filled in yet. */
  readonly rows?: {
    readonly min: number;
    readonly max: number;
    readonly each: string;
    /** How many an untouched form shows; two empty ones below those it starts with unless told otherwise. */
    readonly shown?: number | undefined;
    readonly startWith: readonly Readonly<Record<string, unknown>>[];
  };
}

const asks = new WeakMap<z.ZodType, FieldAsk>();

function asked<T extends z.ZodType>(schema: T, ask: FieldAsk): T {
  asks.set(schema, ask);
  return schema;
}

/** How this field is asked, looking through `.optional()` and `.default()`; undefined for one that no form asks. */
export function askOf(schema: z.ZodType): FieldAsk | undefined {
  const found = asks.get(schema);
  if (found) return found;
  const inner = (schema as unknown as { def: { innerType?: z.ZodType } }).def.innerType;
  return inner && askOf(inner);
}

/** What is still to be done: "Enter the reasons", or for a question "How did they agree? Select an answer". */
function wanted(verb: 'Enter' | 'Select', label: string): string {
  if (label.endsWith('?')) return `${label} ${verb} an answer`;
  return `${verb} ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** A line of text, at most 200 characters. */
export const text = (label: string, hint?: string) =>
  asked(
    z
      .string({ error: wanted('Enter', label) })
      .trim()
      .min(1, wanted('Enter', label))
      .max(200, `${label}: use 200 characters or fewer`),
    { kind: 'text', label, hint },
  );

/** Several lines of text, at most 4,000 characters. */
export const area = (label: string, hint?: string) =>
  asked(
    z
      .string({ error: wanted('Enter', label) })
      .trim()
      .min(1, wanted('Enter', label))
      .max(4000, `${label}: use 4,000 characters or fewer`),
    { kind: 'area', label, hint },
  );

/** A list, one item a line. */
export const lines = (
  label: string,
  { min = 1, max = 20, hint }: { min?: number; max?: number; hint?: string } = {},
) =>
  asked(
    z
      .array(z.string().trim().min(1).max(500), { error: wanted('Enter', label) })
      .min(min, `${label}: enter at least ${min}, one on each line`)
      .max(max, `${label}: enter ${max} or fewer`),
    { kind: 'lines', label, hint: hint ?? 'One on each line' },
  );

/** A calendar day. */
export const day = (label: string, hint?: string) =>
  asked(
    z
      .string({ error: wanted('Enter', label) })
      .refine(isCalendarDay, `${label}: enter a real date, like 27 3 2026`),
    { kind: 'day', label, hint },
  );

/** One of a list of codes, each with its words. */
export const choice = <const O extends Record<string, string>>(
  label: string,
  options: O,
  hint?: string,
) =>
  asked(
    z.enum(Object.keys(options) as [keyof O & string, ...(keyof O & string)[]], {
      error: wanted('Select', label),
    }),
    { kind: 'choice', label, options, hint },
  );

/** Any of a list of codes. */
export const choices = <const O extends Record<string, string>>(
  label: string,
  options: O,
  { min = 1, hint }: { min?: number; hint?: string } = {},
) =>
  asked(
    z
      .array(z.enum(Object.keys(options) as [keyof O & string, ...(keyof O & string)[]]), {
        error: wanted('Select', label),
      })
      .min(min, wanted('Select', label)),
    { kind: 'choices', label, options, hint },
  );

/** A whole number between two bounds. */
export const whole = (label: string, min: number, max: number, hint?: string) =>
  asked(
    z
      .number({ error: `${label}: enter a whole number from ${min} to ${max}` })
      .int(`${label}: enter a whole number`)
      .min(min, `${label}: enter ${min} or more`)
      .max(max, `${label}: enter ${max} or less`),
    { kind: 'whole', label, hint },
  );

/** A number with decimals between two bounds. */
export const decimal = (label: string, min: number, max: number, hint?: string) =>
  asked(
    z
      .number({ error: `${label}: enter a number from ${min} to ${max}` })
      .min(min, `${label}: enter ${min} or more`)
      .max(max, `${label}: enter ${max} or less`),
    { kind: 'decimal', label, hint },
  );

const POUND = 100;
const inPounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
});

/** An amount of pence as a person would write it: '£28,500' or '£1,250.50'. */
export const pounds = (pence: number) => inPounds.format(pence / POUND);

/** An amount of money: pounds and pence on the page, whole pence in the payload. */
export const money = (
  label: string,
  { min = 0, max = 100_000_000, hint }: { min?: number; max?: number; hint?: string } = {},
) =>
  asked(
    z
      .number({ error: `${label}: enter an amount in pounds, like 1,250 or 1,250.50` })
      .int(`${label}: enter whole pence`)
      .min(min, `${label}: enter ${pounds(min)} or more`)
      .max(max, `${label}: enter ${pounds(max)} or less`),
    { kind: 'money', label, hint },
  );

/** Yes or no. */
export const yesNo = (label: string, hint?: string) =>
  asked(z.boolean({ error: `${label}${label.endsWith('?') ? '' : ':'} Select yes or no` }), {
    kind: 'yesNo',
    label,
    hint,
  });

/** An officer of this authority, by id. */
export const officer = (label: string, hint?: string) =>
  asked(
    z
      .string({ error: wanted('Select', label) })
      .min(1, wanted('Select', label))
      .max(64),
    { kind: 'officer', label, hint },
  );

/** A school of the register, by its 6-digit URN. */
export const school = (label: string, hint?: string) =>
  asked(
    z.string({ error: wanted('Select', label) }).regex(/^\d{6}$/, `${label}: select a school`),
    { kind: 'school', label, hint },
  );

/** Several schools or settings of the register, by URN. */
export const schools = (label: string, hint?: string) =>
  asked(
    z
      .array(z.string().regex(/^\d{6}$/, `${label}: select from the list`), {
        error: wanted('Select', label),
      })
      .min(1, wanted('Select', label))
      .max(20),
    { kind: 'schools', label, hint },
  );

/** Fields that belong together under one heading. */
export const group = <S extends z.ZodRawShape>(label: string, shape: S, hint?: string) =>
  asked(z.strictObject(shape), { kind: 'group', label, hint });

/**
 * Several things of one kind, each described by the same fields: the lines of a package, the options of a paper.
 * No cell asks for an officer or a school of the register: such a list in every row would make the page too large.
 */
export const rows = <S extends z.ZodRawShape>(
  label: string,
  shape: S,
  {
    min = 1,
    max = 12,
    each = 'Line',
    hint,
    shown,
    startWith = [],
  }: {
    min?: number;
    max?: number;
    each?: string;
    hint?: string;
    shown?: number;
    startWith?: readonly Readonly<Record<string, unknown>>[];
  } = {},
) =>
  asked(
    z
      .array(z.strictObject(shape), { error: wanted('Enter', label) })
      .min(min, `${label}: fill in at least ${min}`)
      .max(max, `${label}: fill in ${max} or fewer`),
    { kind: 'rows', label, hint, rows: { min, max, each, shown, startWith } },
  );

const headings = new WeakMap<z.ZodType, string>();

/** Fields that stand under a heading of their own on a long page. Unlike a group, it changes nothing about the answers. */
export function section<S extends z.ZodRawShape>(heading: string, shape: S): S {
  const [first] = Object.values(shape) as unknown as z.ZodType[];
  if (first) headings.set(first, heading);
  return shape;
}

/** One field of a form, ready for a page or an API description. */
export interface FormField extends FieldAsk {
  readonly name: string;
  readonly required: boolean;
  readonly schema: z.ZodType;
  readonly fields?: readonly FormField[];
  /** The heading that the page begins with this field. */
  readonly heading?: string;
}

const knownFields = new WeakMap<z.ZodObject, readonly FormField[]>();

/** The fields of a payload in the order they are declared. */
export function fieldsOf(payload: z.ZodObject): readonly FormField[] {
  const fields = knownFields.get(payload) ?? Object.entries(payload.shape).flatMap(fieldOf);
  knownFields.set(payload, fields);
  return fields;
}

function fieldOf([name, raw]: [string, unknown]): FormField[] {
  const schema = raw as z.ZodType;
  const ask = askOf(schema);
  if (!ask) return [];
  const inner = shapeInside(ask, schema);
  const heading = headings.get(schema);
  return [
    {
      ...ask,
      name,
      schema,
      required: !schema.safeParse(undefined).success,
      ...(inner && { fields: fieldsOf(inner) }),
      ...(heading && { heading }),
    },
  ];
}

/** The object that the fields of a group or of one row make. */
function shapeInside({ kind }: FieldAsk, schema: z.ZodType): z.ZodObject | undefined {
  if (kind === 'group') return unwrapped(schema) as z.ZodObject;
  if (kind === 'rows') return (unwrapped(schema) as z.ZodArray<z.ZodObject>).element;
  return undefined;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const inner = (schema as unknown as { def: { innerType?: z.ZodType } }).def.innerType;
  return inner ? unwrapped(inner) : schema;
}
