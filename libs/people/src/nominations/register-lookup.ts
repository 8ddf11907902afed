import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { type NominationCells } from './nomination-columns';
import { ALIKE_SQL, CASES_SQL, CHILDREN_SQL, KEYS_SQL, SCHOOLS_SQL } from './register-sql';

/** A school as the check of a row needs it. */
export interface KnownSchool {
  readonly urn: string;
  readonly laestab: string | null;
  readonly name: string;
  readonly status: string;
  readonly lowAge: number | null;
  readonly highAge: number | null;
}

/** A child on record, and how a row of the file came upon it. */
export interface KnownChild {
  readonly line: number;
  readonly by: 'upn' | 'identity' | 'alike';
  readonly childId: string;
  readonly upn: string | null;
  readonly dob: CalendarDay;
  readonly surname: string;
  readonly forename: string;
  readonly urn: string | null;
}

/** A Year 6 case of a child, with what opened it. */
export interface KnownCase {
  readonly childId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly open: boolean;
  readonly openedOn: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A row that has been read, for asking the register. */
export interface AskingRow {
  readonly line: number;
  readonly row: NominationCells;
}

/** Everything the records know about the rows of one batch, fetched in three questions. */
export interface Known {
  readonly schools: ReadonlyMap<string, KnownSchool>;
  readonly children: ReadonlyMap<number, readonly KnownChild[]>;
  readonly cases: ReadonlyMap<string, readonly KnownCase[]>;
}

/** Asks about all rows at once: never one question a row. */
export async function lookUp(
  tx: Runner,
  authority: string,
  rows: readonly AskingRow[],
): Promise<Known> {
  const children = await childrenLike(tx, authority, rows);
  const ids = new Set(children.map(({ childId }) => childId));
  const cases =
    ids.size > 0
      ? await tx.run<KnownCase>('nomination.cases', CASES_SQL, [authority, [...ids]])
      : [];
  return {
    schools: await schoolsNamed(tx, authority, rows),
    children: groupBy(children, ({ line }) => line),
    cases: groupBy(cases, ({ childId }) => childId),
  };
}

async function schoolsNamed(
  tx: Runner,
  authority: string,
  rows: readonly AskingRow[],
): Promise<Map<string, KnownSchool>> {
  const numbers = new Set(
    rows.flatMap(({ row }) => [row.schoolUrn, row.destinationUrn].filter((n) => n !== undefined)),
  );
  const schools = await tx.run<KnownSchool>('nomination.schools', SCHOOLS_SQL, [
    authority,
    [...numbers],
  ]);
  const byLaestab = schools.flatMap((school) =>
    school.laestab ? [[school.laestab, school] as const] : [],
  );
  return new Map([...byLaestab, ...schools.map((school) => [school.urn, school] as const)]);
}

/** Exact matches; for the rows without one, children whose name is alike. */
async function childrenLike(
  tx: Runner,
  authority: string,
  rows: readonly AskingRow[],
): Promise<KnownChild[]> {
  const exact = await tx.run<KnownChild>('nomination.children', CHILDREN_SQL, [
    authority,
    ...columnsOf(rows),
  ]);
  const matched = new Set(exact.map(({ line }) => line));
  const rest = rows.filter(({ line }) => !matched.has(line));
  if (rest.length === 0) return exact;
  return [
    ...exact,
    ...(await tx.run<KnownChild>('nomination.alike', ALIKE_SQL, [authority, ...columnsOf(rest)])),
  ];
}

/** Cases that earlier runs of the same file have opened, by command key. */
export async function casesByKey(
  tx: Runner,
  authority: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.run<{ key: string; caseId: string }>('nomination.keys', KEYS_SQL, [
    authority,
    keys,
  ]);
  return new Map(rows.map(({ key, caseId }) => [key, caseId]));
}

function columnsOf(rows: readonly AskingRow[]): unknown[][] {
  const named = rows.filter(({ row }) => row.dob && row.legalSurname && row.legalForename);
  return [
    named.map(({ line }) => line),
    named.map(({ row }) => row.upn ?? null),
    named.map(({ row }) => row.dob),
    named.map(({ row }) => row.legalSurname),
    named.map(({ row }) => row.legalForename),
  ];
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
