import { daysBetween, plainDay } from '@app/statutory-calendar';
import { installations } from '../demo/mark';
import { type Check, counted, fine, type Finding, look, wrong } from './finding';

const DEMO_FRESH_DAYS = 14;

/** Whose installation this is, and whether anybody can look after it. */
export const installationChecks: Check = async (patient) => {
  const all = await installations(patient.statements);
  if (all.length === 0)
    return [
      wrong(
        'Nobody is set up here: the database is empty.',
        'Run “causeway setup” for a real installation, or “causeway demo load” to look around.',
      ),
    ];
  const names = all.map(({ name }) => name).join(', ');
  return [
    fine(`This is the installation of ${names}.`),
    ...all.flatMap((each) => demonstration(each, patient)),
    ...(await administrators(patient)),
    ...(patient.isProduction ? await inventedInProduction(patient) : []),
  ];
};

function demonstration(
  { isDemo, mark, name }: Awaited<ReturnType<typeof installations>>[number],
  { clock }: Parameters<Check>[0],
): Finding[] {
  if (!isDemo) return [];
  if (mark?.state === 'loading')
    return [
      wrong(
        `${name} was cut off while it was being loaded.`,
        'Run “causeway demo load”, or start Causeway: it is made anew.',
      ),
    ];
  const age = mark ? daysBetween(mark.loadedFor, clock.today()) : 0;
  return Math.abs(age) > DEMO_FRESH_DAYS
    ? [
        look(
          `${name} was made for ${plainDay(mark!.loadedFor)}, so most of its dates are past.`,
          'Run “causeway demo reset” to date it from today. What was typed into it is lost.',
        ),
      ]
    : [];
}

async function administrators({ statements }: Parameters<Check>[0]): Promise<Finding[]> {
  const without = await statements.run<{ name: string }>('', WITHOUT_ADMINISTRATOR, []);
  return without.length === 0
    ? [fine('There is an administrator who can sign in.')]
    : without.map(({ name }) =>
        wrong(
          `${name} has no administrator who can sign in.`,
          'Restore the account from a backup, or ask whoever supports this installation.',
        ),
      );
}

async function inventedInProduction({ statements }: Parameters<Check>[0]): Promise<Finding[]> {
  const [found] = await statements.run<{ personas: number; day: string | null }>('', INVENTED, []);
  return [
    ...(found?.personas
      ? [
          wrong(
            `${counted(found.personas, 'invented person', 'invented people')} can sign in without a password, and this is production.`,
            'Run “causeway demo remove”, or use a database of its own for the demonstration.',
          ),
        ]
      : []),
    ...(found?.day
      ? [
          wrong(
            `The demonstration clock stands at ${plainDay(found.day)}, and this is production.`,
            'Run “causeway demo remove”.',
          ),
        ]
      : []),
  ];
}

const WITHOUT_ADMINISTRATOR = `
SELECT a.name FROM authority a WHERE NOT EXISTS (
  SELECT 1 FROM officer o WHERE o.authority = a.code AND o.active AND 'administrator' = ANY (o.roles)
    AND (o.password_hash IS NOT NULL OR (a.is_demo AND o.persona IS NOT NULL)))
ORDER BY a.name`;

const INVENTED = `
SELECT (SELECT count(*)::int FROM officer WHERE persona IS NOT NULL AND active) AS personas,
  (SELECT today FROM demo_clock) AS day`;
