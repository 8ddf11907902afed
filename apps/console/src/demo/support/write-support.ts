import { type Actor } from '@app/access';
import {
  Actions,
  ActionSweep,
  Measures,
  Plans,
  type SupportedCase,
  Views,
  Visits,
} from '@app/casework';
import { type Statements } from '@app/database';
import { type Calendar, type Clock, FixedClock, londonInstant } from '@app/statutory-calendar';
import { type Roster } from '../people/write-people';
import { type TellingCase } from '../recorder';
import { sencoActions } from './senco';
import { type Kept, type Support } from './support';
import { virtualSchoolActions } from './virtual-school';

interface Tools {
  readonly statements: Statements;
  readonly clock: Clock;
  readonly office: Calendar;
  readonly roster: Roster;
}

type File = SupportedCase['file'] & Record<string, unknown>;
type Add = (actor: Actor, subject: SupportedCase, form: unknown) => Promise<unknown>;

/** Writes what workers keep beside their open cases, each on its own day, and lets the calendar mark what is late. */
export async function writeSupport(tools: Tools, told: readonly TellingCase[]): Promise<void> {
  const { statements, clock } = tools;
  const today = clock.today();
  let ofSchools = 0;
  for (const [at, { caseId, journey }] of told.entries()) {
    const ofSchool = sencoActions(journey, today, ofSchools);
    const actions = [
      ...(journey.support?.actions ?? []),
      ...virtualSchoolActions(journey, today, at),
      ...ofSchool,
    ];
    if (!journey.support && !actions.length) continue;
    const [file] = await statements.run<File>('demo-supported', FILE, [caseId]);
    if (!file) continue;
    ofSchools += ofSchool.length;
    await writeOne(tools, file, { ...journey.support, actions });
  }
  await new ActionSweep(statements, clock).run();
}

async function writeOne(tools: Tools, file: File, support: Support): Promise<void> {
  for (const [part, adder] of ADDERS)
    for (const { on, by, form } of support[part] ?? []) {
      const add = adder(tools.statements, noonOf(on, tools.clock));
      const subject = { file, calendar: tools.office, today: on };
      await add(actorOf(tools.roster, by), subject, named(tools.roster, form));
    }
}

const ADDERS: readonly [keyof Support, (statements: Statements, clock: Clock) => Add][] = [
  [
    'plans',
    (statements, clock) => (actor, subject, form) =>
      new Plans(statements, clock).write(actor, subject, 0, form),
  ],
  [
    'visits',
    (statements, clock) =>
      (...it) =>
        new Visits(statements, clock).add(...it),
  ],
  [
    'actions',
    (statements, clock) =>
      (...it) =>
        new Actions(statements, clock).add(...it),
  ],
  [
    'measures',
    (statements, clock) =>
      (...it) =>
        new Measures(statements, clock).add(...it),
  ],
  [
    'views',
    (statements, clock) =>
      (...it) =>
        new Views(statements, clock).add(...it),
  ],
];

/** Noon of the day, or now where that is earlier. */
function noonOf(on: string, clock: Clock): Clock {
  const noon = londonInstant(on, '12:00');
  return new FixedClock(noon < clock.now() ? noon : clock.now());
}

function actorOf({ actors }: Roster, key: string): Actor {
  const found = actors.get(key);
  if (!found) throw new Error(`Nobody in Wendmoor is called ${key}`);
  return found;
}

/** `@josie` stands for the officer's id. */
const named = (roster: Roster, form: Kept['form']) =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith('@')
        ? actorOf(roster, value.slice(1)).id
        : value,
    ]),
  );

const FILE = `
SELECT c.id, c.pathway, c.state, c.open, c.opened_on AS "openedOn", c.owner_id AS "ownerId", c.cover_id AS "coverId",
  c.team_id AS "teamId", c.restricted, k.urn AS "childUrn", k.care_status AS "careStatus", NULL AS "openerId"
FROM send_case c JOIN child k ON k.id = c.child_id WHERE c.id = $1 AND c.open`;
