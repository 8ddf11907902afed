import { BankHolidayLists, Calendars, type Refreshed } from '@app/casework';
import { BadHolidayList, plainDay } from '@app/statutory-calendar';
import { clockOf } from '../database/clock';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { actorFor } from '../import/actor';
import { jsonOf } from '../read-file';
import { say, tell } from '../voice';

const WHO = ['administrator', 'send_manager'] as const;
const PATIENCE_MS = 20_000;

/** `bank-holidays refresh FILE|ADDRESS`: keeps a newer list and says which days and which open dates it touches. */
export async function refreshHolidays(
  from: string,
  { as }: { readonly as?: string },
): Promise<ExitCode> {
  const file = /^https?:/i.test(from) ? await fetched(from) : await jsonOf(from);
  return withDatabase(async ({ statements }) => {
    const actor = await actorFor(statements, WHO, as);
    const clock = await clockOf(statements);
    const lists = new BankHolidayLists(statements, clock, new Calendars(statements));
    try {
      print(await lists.refresh(actor, file, from));
    } catch (error) {
      if (error instanceof BadHolidayList)
        throw new Stop(`${error.message} Nothing was kept.`, EXIT.refused);
      throw error;
    }
    return EXIT.done;
  });
}

function print({ version, added, removed, elsewhere }: Refreshed): void {
  if (!added.length && !removed.length) {
    say('The list has the same days as the one that counts. Nothing was kept.');
    return;
  }
  for (const { date, title } of added) tell(`added\t${date}\t${title}`);
  for (const { date, title } of removed) tell(`removed\t${date}\t${title}`);
  for (const { reference, code, dueOn, wouldBe } of elsewhere)
    tell(`date\t${reference}\t${code}\t${dueOn}\t${wouldBe}`);
  say(`This list counts from now on: ${version}.`);
  const [first] = elsewhere;
  if (first)
    say(
      `${elsewhere.length} open ${elsewhere.length === 1 ? 'date' : 'dates'} would now fall on another day, the first ${first.reference} on ${plainDay(first.wouldBe)}. A date that was given stays as it is.`,
    );
}

async function fetched(address: string): Promise<unknown> {
  if (!address.startsWith('https://')) throw new Stop('Give an https address.', EXIT.usage);
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    return await answer.json();
  } catch (error) {
    throw new Stop(
      `The list cannot be fetched from there: ${(error as Error).message}. Save it as a file elsewhere and give its name.`,
      EXIT.environment,
    );
  }
}
