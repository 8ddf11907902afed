import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** An export as another program reads it: file by file, by the headings alone. */
export interface Blade {
  readonly names: readonly string[];
  readonly of: (module: string) => Row[];
  readonly headings: (module: string) => string[];
  /** The rows of a module under a row of the one above. */
  readonly under: (parent: string, row: Row | undefined, module: string) => Row[];
  /** A module of the person with this surname. */
  readonly person: (surname: string) => Row | undefined;
}

/** Reads a folder with plain CSV rules: no byte order mark, comma, double quotes. */
export async function bladeIn(folder: string): Promise<Blade> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  const tables = new Map<string, string[][]>();
  for (const name of names) {
    const module = /_([a-z0-9]+)\.csv$/.exec(name)?.[1] ?? name;
    tables.set(module, parse(await readFile(join(folder, name))));
  }
  const headings = (module: string) => tables.get(module)?.[0] ?? [];
  const of = (module: string) =>
    (tables.get(module) ?? [])
      .slice(1)
      .map((cells) =>
        Object.fromEntries(headings(module).map((name, at) => [name, cells[at] ?? ''])),
      );
  const under = (parent: string, row: Row | undefined, module: string) =>
    of(module).filter((it) => row && it[`${parent}tableid`] === row[`${parent}tableid`]);
  return {
    names,
    of,
    headings,
    under,
    person: (surname) => of('person').find((row) => row['surname'] === surname),
  };
}
