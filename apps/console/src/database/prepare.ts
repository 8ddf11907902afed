import { type Connection } from './connection';
import { isProduction } from './clock';
import { emptied, load, onPrepared } from '../demo/demo';
import { installations } from '../demo/mark';
import { EXIT, type ExitCode } from '../exit';
import { say } from '../voice';

/** `prepare`: tables up to date, and the demonstration in a database that is empty. A load that was cut off begins again. */
export const prepare = () => onPrepared(prepared);

async function prepared(connection: Connection): Promise<ExitCode> {
  const all = await installations(connection.statements);
  if (all.length === 0) return isProduction() ? toBeSetUp() : load(connection);
  const unfinished = all.every(({ isDemo, mark }) => isDemo && mark?.state === 'loading');
  if (!unfinished) return EXIT.done;
  say('The demonstration was cut off while it was being loaded. It is made anew.');
  await emptied(connection);
  return load(connection);
}

function toBeSetUp(): ExitCode {
  say('The database is empty. “causeway setup” makes the authority and its first administrator.');
  return EXIT.done;
}
