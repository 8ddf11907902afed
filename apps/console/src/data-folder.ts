import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of the project: the first one upwards that holds package.json. */
export function projectFolder(from = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : projectFolder(dirname(from));
}

/** The folder for data that outlives a run: DATA_DIR, else `.data` of the project. */
export function dataFolder(): string {
  return resolve(projectFolder(), process.env['DATA_DIR'] || '.data');
}

/** The folder of the built-in database. The launcher leaves a note where it had to keep it elsewhere. */
export function databaseFolder(): string {
  const data = dataFolder();
  const note = join(data, 'postgres-is-in');
  const inside = join(data, 'postgres');
  return !existsSync(inside) && existsSync(note)
    ? join(readFileSync(note, 'utf8').trim(), 'postgres')
    : inside;
}
