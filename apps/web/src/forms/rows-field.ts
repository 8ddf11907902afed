import { fieldsOf, type FormField } from '@app/pathways';
import { type z } from 'zod';
import { type FormBody } from './form-body';

/** The button that asks for one more row has this name; its value is the name of the field. */
const ANOTHER = 'another';
const SPARE = 2;
const MOST_READ = 100;

/** Empty parts that a form shows below the rows it has; one more than before when that was asked for. */
export function partsShown(field: FormField, name: string, typed: FormBody): number {
  const there = rowsIn(typed, name).size;
  const { min = 0, max = MOST_READ, shown } = field.rows ?? {};
  const spare = shown && there >= shown ? 0 : SPARE;
  const wanted =
    typed[ANOTHER] === name
      ? lastOf(typed, name) + 2
      : Math.max(there + spare, min, there ? 0 : (shown ?? 0));
  return Math.max(there, Math.min(wanted, max));
}

/** Whether this form was sent to ask for one more row, and not to be judged. */
export function asksForAnother(payload: z.ZodObject, body: FormBody): boolean {
  return fieldsOf(payload).some(({ kind, name }) => kind === 'rows' && body[ANOTHER] === name);
}

/** The rows that a form holds before anybody has filled it in. */
export function startingRows(payload: z.ZodObject): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(payload).flatMap(({ name, rows }) =>
      rows?.startWith.length ? [[name, rows.startWith]] : [],
    ),
  );
}

/** How many rows were typed, once the empty ones are gone. */
export const rowsTyped = (body: FormBody, name: string) => rowsIn(body, name).size;

/**
 * The same form with its empty rows dropped and the others moved up, so that the place of a row in the payload is its
 * place on the page and every error stands at the cell it is about.
 */
export function withoutEmptyRows(fields: readonly FormField[], body: FormBody): FormBody {
  return fields
    .filter(({ kind }) => kind === 'rows')
    .reduce<FormBody>((kept, { name }) => movedUp(kept, name), body);
}

type Cell = readonly [name: string, value: unknown];

function movedUp(body: FormBody, field: string): FormBody {
  const rows = [...rowsIn(body, field).entries()]
    .sort(([one], [other]) => one - other)
    .map(([, cells]) => cells)
    .filter((cells) => cells.some(([, value]) => isTyped(value)));
  const others = Object.entries(body).filter(([name]) => !name.startsWith(`${field}.`));
  const moved = rows.flatMap((cells, at) =>
    cells.map(([name, value]) => [`${field}.${at}.${name}`, value] as const),
  );
  return Object.fromEntries([...others, ...moved]);
}

/** The cells of each row by its number on the page. */
function rowsIn(body: FormBody, field: string): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const [name, value] of Object.entries(body)) {
    if (!name.startsWith(`${field}.`)) continue;
    const [, digits, cell] = /^(\d{1,3})\.(.+)$/.exec(name.slice(field.length + 1)) ?? [];
    const at = Number(digits);
    if (!cell || at >= MOST_READ) continue;
    rows.set(at, [...(rows.get(at) ?? []), [cell, value]]);
  }
  return rows;
}

function lastOf(body: FormBody, field: string): number {
  return Math.max(-1, ...rowsIn(body, field).keys());
}

function isTyped(value: unknown): boolean {
  return [value].flat().some((each) => typeof each === 'string' && each.trim() !== '');
}
