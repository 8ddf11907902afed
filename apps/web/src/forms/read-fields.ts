import { fieldsOf, type FormField } from '@app/pathways';
import { type z } from 'zod';
import { readDay } from './day-field';
import { type Choices, idOf, optionsOf } from './field-model';
import { type FormBody, type Problem } from './form-body';
import { rowsTyped } from './rows-field';

/** What a posted form says: the payload it makes, and what is wrong with it. */
export interface Reading {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** One thing a schema says is wrong, and where. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Turns a posted form without empty rows into a payload of this schema: dates joined, numbers read, blank optional
 * answers left out, fields that nobody asked for ignored. Each field has at most one problem, in the order of the page.
 */
export function readFields(schema: z.ZodObject, body: FormBody, choices: Choices = {}): Reading {
  const fields = fieldsOf(schema);
  const found: Problem[] = [];
  const candidate = readAll(fields, body, choices, found, '');
  const parsed = schema.safeParse(candidate);
  const faults = parsed.success ? [] : problemsOf(fields, parsed.error.issues);
  const problems = inOrder(fields, [...found, ...faults]);
  return { payload: parsed.success ? parsed.data : candidate, problems };
}

/** The faults of a schema as problems of the page's fields, in words. */
export function problemsOf(fields: readonly FormField[], faults: readonly Fault[]): Problem[] {
  return faults.map((fault) => problemOf(fields, fault, fault.path.map(String), ''));
}

function problemOf(
  fields: readonly FormField[],
  { message }: Fault,
  path: readonly string[],
  within: string,
): Problem {
  const [first = '', ...rest] = path;
  const field = fields.find(({ name }) => name === first);
  if (!field) return { field: '', text: plain(message, 'What was sent') };
  const name = within + first;
  if (field.kind === 'group' && rest.length)
    return problemOf(field.fields ?? [], { path: [], message }, rest, `${name}.`);
  if (field.kind === 'rows' && rest.length)
    return problemInRow(field, { path: [], message }, rest, name);
  const line = field.kind === 'lines' && rest.length ? `, line ${Number(rest[0]) + 1}` : '';
  return { field: idOf(field, name), text: plain(message, field.label + line) };
}

function problemInRow(
  field: FormField,
  fault: Fault,
  [at = '', ...rest]: readonly string[],
  name: string,
): Problem {
  const inside = rest.length
    ? problemOf(field.fields ?? [], fault, rest, `${name}.${at}.`)
    : { field: '', text: plain(fault.message, 'What was sent') };
  return {
    field: inside.field || `${idOf(field, name)}-${at}`,
    text: inRow(field, Number(at), inside.text),
  };
}

/** 'Option 2: Enter the cost': which of several equal cells is meant. */
function inRow({ rows }: FormField, at: number, text: string): string {
  return `${rows?.each ?? ''} ${at + 1}: ${text}`;
}

/** The schema's own words where it has none of ours are for programmers. */
function plain(message: string, label: string): string {
  if (/^Too big/.test(message)) return `${label}: this is too long`;
  if (/^(Invalid|Too small|Unrecognized|Expected)/.test(message))
    return `${label}: this answer cannot be used`;
  return message;
}

function inOrder(fields: readonly FormField[], problems: readonly Problem[]): Problem[] {
  const order = ids(fields, '');
  const first = problems.filter(
    ({ field }, at) => problems.findIndex((other) => other.field === field) === at,
  );
  const place = ({ field }: Problem) =>
    order.includes(field) ? order.indexOf(field) : order.length;
  return [...first].sort((one, other) => place(one) - place(other));
}

function ids(fields: readonly FormField[], within: string): string[] {
  return fields.flatMap((field) => {
    const name = within + field.name;
    return [idOf(field, name), ...idsInside(field, name)];
  });
}

function idsInside({ kind, fields = [], rows }: FormField, name: string): string[] {
  if (kind === 'group') return ids(fields, `${name}.`);
  return Array.from({ length: rows?.max ?? 0 }, (_, at) => [
    `${name.replaceAll('.', '-')}-${at}`,
    ...ids(fields, `${name}.${at}.`),
  ]).flat();
}

function readAll(
  fields: readonly FormField[],
  body: FormBody,
  choices: Choices,
  found: Problem[],
  within: string,
) {
  const read: Record<string, unknown> = {};
  for (const field of fields) {
    const name = within + field.name;
    const value = readOne(field, name, body, choices, found);
    if (value !== undefined) read[field.name] = value;
  }
  return read;
}

function readOne(
  field: FormField,
  name: string,
  body: FormBody,
  choices: Choices,
  found: Problem[],
): unknown {
  const { kind, label } = field;
  if (kind === 'group') return readGroup(field, name, body, choices, found);
  if (kind === 'rows') return readRows(field, name, body, choices, found);
  if (kind === 'day') return readDayOf(field, name, body, found);
  const typed = all(body[name]);
  if (LISTS.has(kind)) return readList(field, name, typed, choices, found);
  if (typed.length > 1)
    return problem(found, field, name, `${label}: this was sent twice. Give one answer`);
  const text = typed[0]?.replaceAll('\r\n', '\n').trim();
  if (!text) return undefined;
  if (kind === 'yesNo') return text === 'yes' ? true : text === 'no' ? false : text;
  if (kind === 'whole' || kind === 'decimal') return numberFrom(text);
  if (kind === 'money') return penceFrom(text);
  return isOffered(field, text, choices) ? text : notOffered(found, field, name);
}

const LISTS = new Set<FormField['kind']>(['choices', 'lines', 'schools']);

/** An empty list is an answer only where one is required: its schema then says how many are wanted. */
function readList(
  field: FormField,
  name: string,
  typed: readonly string[],
  choices: Choices,
  found: Problem[],
): unknown {
  const list = field.kind === 'choices' ? typed : typed.flatMap(linesOf);
  if (!list.every((each) => isOffered(field, each, choices))) return notOffered(found, field, name);
  return list.length || field.required ? list : undefined;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Officers and schools must be among those the page offered; a schema knows only their form. */
function isOffered(field: FormField, value: string, choices: Choices): boolean {
  if (field.options || field.kind === 'yesNo') return true;
  return optionsOf(field, choices)?.some((option) => option.value === value) ?? true;
}

function notOffered(found: Problem[], field: FormField, name: string): undefined {
  problem(found, field, name, `${field.label}: choose from the list`);
}

function readGroup(
  field: FormField,
  name: string,
  body: FormBody,
  choices: Choices,
  found: Problem[],
): unknown {
  const inner = readAll(field.fields ?? [], body, choices, found, `${name}.`);
  return field.required || Object.keys(inner).length ? inner : undefined;
}

function readRows(
  field: FormField,
  name: string,
  body: FormBody,
  choices: Choices,
  found: Problem[],
): unknown {
  const read = Array.from({ length: rowsTyped(body, name) }, (_, at) => {
    const inside: Problem[] = [];
    const row = readAll(field.fields ?? [], body, choices, inside, `${name}.${at}.`);
    found.push(...inside.map((each) => ({ ...each, text: inRow(field, at, each.text) })));
    return row;
  });
  return read.length || field.required ? read : undefined;
}

function readDayOf(field: FormField, name: string, body: FormBody, found: Problem[]): unknown {
  const read = readDay(body, name, field.label);
  return read.problem ? problem(found, field, name, read.problem) : read.day;
}

function problem(found: Problem[], field: FormField, name: string, text: string): undefined {
  found.push({ field: idOf(field, name), text });
}

function numberFrom(text: string): number {
  const digits = text.replaceAll(/[\s,]/g, '');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(digits) ? Number(digits) : Number.NaN;
}

/** '£28,500' or '1250.50' as whole pence. */
function penceFrom(text: string): number {
  const [, pounds = '', pence = ''] =
    /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[\s,£]/g, '')) ?? [];
  return pounds ? Number(pounds + pence.padEnd(2, '0')) : Number.NaN;
}

function all(value: unknown): string[] {
  return [value].flat().filter((it): it is string => typeof it === 'string' && it !== '');
}
