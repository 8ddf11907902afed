import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The published tables whose columns are computed here, each a file of the release. */
export const TABLES = [
  'requests',
  'assessments',
  'timeliness_20_week',
  'newplans',
  'sen_need_newplans',
  'caseload',
  'sen_needs_all_plans',
  'annual_reviews',
  'ceased_plans',
] as const;

export type Table = (typeof TABLES)[number];

/** `table.column`, as the release spells them. */
export type FigureName = `${Table}.${string}`;

/** What the release says about one authority. A figure that is not available (`x`) or does not apply (`z`) is null. */
export interface Published {
  readonly code: string;
  readonly name: string;
  readonly values: ReadonlyMap<FigureName, number | null>;
}

/** The year whose requests, assessments and reviews the release counts. */
export const PUBLISHED_YEAR = 2024;

let known: ReadonlyMap<string, Published> | undefined;

/** What was published for the authority with this three-digit code; undefined when the release does not have it. */
export function publishedOf(code: string): Published | undefined {
  return (known ??= readAll()).get(code);
}

/** Codes of all authorities of the release. */
export function publishedCodes(): string[] {
  return [...(known ??= readAll()).keys()].sort();
}

function readAll(): ReadonlyMap<string, Published> {
  const found = new Map<string, { name: string; values: Map<FigureName, number | null> }>();
  for (const table of TABLES) {
    for (const row of rowsOf(table)) {
      const code = row['old_la_code'] ?? '';
      const one = found.get(code) ?? { name: row['la_name'] ?? '', values: new Map() };
      for (const [column, text] of Object.entries(row).slice(LEADING_COLUMNS))
        one.values.set(`${table}.${column}`, numberIn(text));
      found.set(code, one);
    }
  }
  return new Map([...found].map(([code, one]) => [code, { code, ...one }]));
}

/** Time, place and breakdown come before the figures. */
const LEADING_COLUMNS = 12;

function rowsOf(table: Table): Record<string, string>[] {
  const text = readFileSync(join(__dirname, 'data', `${table}.csv`), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.filter((row) => row['geographic_level'] === 'Local authority');
}

const numberIn = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null);
