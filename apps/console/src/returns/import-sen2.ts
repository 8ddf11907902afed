import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EhcPlans } from '@app/casework';
import { ReturnRefused, Sen2Loading } from '@app/returns';
import { clockOf } from '../database/clock';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { bytesOf } from '../read-file';
import { say, tell } from '../voice';
import { whose } from './whose';

const BLADE = /^Blade-Export_(\d\d-\d\d-\d{4})_([a-z0-9]+)\.csv$/;

/** `import sen2 DIR`: takes the last return over into an empty council, all of it or nothing. */
export function importSen2(folder: string, { as }: { as?: string }): Promise<ExitCode> {
  return withDatabase(async ({ statements }) => {
    const clock = await clockOf(statements);
    const actor = await whose(statements, as);
    const texts = await textsIn(folder);
    const plans = new EhcPlans(statements, clock);
    const loading = new Sen2Loading(statements, clock, plans);
    const done = await loading.load(actor, texts, yearIn(texts)).catch(refused);
    tell(`${done.children} children and ${done.plans} plans taken over.`);
    if (done.underWay > 0)
      say(
        `${done.underWay} requests and assessments are under way. Open each by hand, with the day on which it came: opening one writes to the family.`,
      );
    return EXIT.done;
  });
}

/** The files of the newest export in the folder, by module. */
async function textsIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => {
    throw new Stop(`${folder} is not a folder that can be read.`, EXIT.usage);
  });
  const found = names.flatMap((name) => {
    const [, day = '', module = ''] = BLADE.exec(name) ?? [];
    return module ? [{ name, module, made: day.split('-').reverse().join('-') }] : [];
  });
  const newest = found
    .map(({ made }) => made)
    .sort()
    .at(-1);
  const texts = new Map<string, string>();
  for (const { name, module, made } of found)
    if (made === newest) texts.set(module, (await bytesOf(join(folder, name))).toString('utf8'));
  if (texts.size === 0)
    throw new Stop(
      `${folder} holds no export. Its files are called Blade-Export_DD-MM-YYYY_MODULE.csv.`,
      EXIT.usage,
    );
  return texts;
}

/** The year of the return, from the file that heads it. */
function yearIn(texts: ReadonlyMap<string, string>): number {
  const [head = '', row = ''] = (texts.get('sen2') ?? '').split(/\r?\n/);
  const at = head.split(',').findIndex((name) => name.trim().toLowerCase() === 'year');
  const year = Number(row.split(',')[at]);
  if (Number.isInteger(year) && year >= 2023) return year;
  throw new Stop(
    'The file of the module sen2 does not say which year the return is of.',
    EXIT.usage,
  );
}

function refused(error: unknown): never {
  if (error instanceof ReturnRefused)
    throw new Stop(`Nothing was taken over.\n${error.reasons.join('\n')}`);
  throw error;
}
