import { statfs } from 'node:fs/promises';
import { brokenAmong, sampleOfCases } from '../history/verify-history';
import { dataFolder } from '../data-folder';
import { type Check, counted, fine, look, wrong } from './finding';

const LEAST_FREE_MB = 1_000;
const SAMPLE = 100;

/** Room for the database to grow. */
export const diskCheck: Check = async ({ statements }) => {
  const [row] = await statements.run<{ mb: number }>('', SIZE, []);
  const size = `The database takes ${counted(row?.mb ?? 0, 'megabyte')}`;
  const disk = await statfs(dataFolder()).catch(() => undefined);
  if (!disk) return [fine(`${size}.`)];
  const free = Math.floor((disk.bavail * disk.bsize) / 1_000_000);
  return [
    free < LEAST_FREE_MB
      ? wrong(
          `${size}, and only ${counted(free, 'megabyte')} are free.`,
          'Free some space on the disk.',
        )
      : fine(`${size}; ${counted(free, 'megabyte')} are free.`),
  ];
};

const SIZE = `SELECT (pg_database_size(current_database()) / 1000000)::int AS mb`;

/** Whether history is as it was written, on a sample. */
export const historyCheck: Check = async ({ statements }) => {
  const cases = await sampleOfCases(statements, SAMPLE);
  if (cases.length === 0) return [fine('There are no cases yet, so there is no history to check.')];
  const broken = await brokenAmong(statements, cases);
  return [
    broken.length === 0
      ? fine(`The histories of ${counted(cases.length, 'case')} were checked: all are as written.`)
      : wrong(
          `${broken.join('. ')}.`,
          'Run “causeway verify-history” for all of them, keep this database as it is, and compare it with a backup.',
        ),
  ];
};

/** Old versions of Node.js get no repairs. */
export const nodeCheck: Check = async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 20 || (major === 20 && minor >= 19);
  return [
    isNewEnough
      ? fine(`Node.js ${process.versions.node}.`)
      : look(`Node.js ${process.versions.node} is older than 20.19.`, 'Install Node.js 22.'),
  ];
};
