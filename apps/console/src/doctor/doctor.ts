import { withDatabase } from '../database/connection';
import { clockOf, isProduction } from '../database/clock';
import { EXIT, type ExitCode } from '../exit';
import { say, tell } from '../voice';
import { calendarChecks } from './calendar-checks';
import { type Check, counted, type Finding, type Patient, wrong } from './finding';
import { installationChecks } from './installation-checks';
import { diskCheck, historyCheck, nodeCheck } from './machine-checks';
import { queueChecks } from './queue-checks';
import { serverChecks, skewCheck } from './server-checks';
import { workChecks } from './work-checks';
import { SystemClock } from '@app/statutory-calendar';

const OF_THE_SERVER: readonly Check[] = [nodeCheck, serverChecks, diskCheck];
const OF_THE_TABLES: readonly Check[] = [
  installationChecks,
  calendarChecks,
  workChecks,
  queueChecks,
  historyCheck,
];

/** `doctor`: what is wrong with this installation, in words, and what to do about it. */
export function doctor(): Promise<ExitCode> {
  return withDatabase(async (connection) => {
    const real = { ...connection, clock: new SystemClock(), isProduction: isProduction() };
    const server = await findingsOf([...OF_THE_SERVER, skewCheck], real);
    const hasTables = !(await connection.database.showMigrations());
    const tables = hasTables
      ? await findingsOf(OF_THE_TABLES, { ...real, clock: await clockOf(connection.statements) })
      : [];
    return report([...server, ...tables]);
  });
}

async function findingsOf(checks: readonly Check[], patient: Patient): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const check of checks)
    found.push(
      ...(await check(patient).catch((error: unknown) => [
        wrong(
          `A check could not be made: ${(error as Error).message}.`,
          'Show this line to whoever supports you.',
        ),
      ])),
    );
  return found;
}

const MARKS = { fine: 'Fine  ', look: 'Look  ', wrong: 'Wrong ' } as const;

function report(findings: readonly Finding[]): ExitCode {
  for (const { state, words, remedy } of findings) {
    tell(`${MARKS[state]} ${words}`);
    if (remedy) tell(`       What to do: ${remedy}`);
  }
  const count = (wanted: Finding['state']) =>
    findings.filter(({ state }) => state === wanted).length;
  say(
    `${counted(count('wrong'), 'thing')} wrong, ${counted(count('look'), 'thing')} to look at, ${count('fine')} fine.`,
  );
  return count('wrong') > 0 ? EXIT.refused : EXIT.done;
}
