import { randomUUID } from 'node:crypto';
import { type Actor } from '@app/access';
import { Calendars, CaseworkService, type Recorded } from '@app/casework';
import { type Statements } from '@app/database';
import { pathwayNamed, type Role } from '@app/pathways';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import scenarios from '../vectors/scenarios.json';

export const WENDMOOR = '899';

/** An invented authority with the scenario calendar, three schools and no one in it yet. */
export async function anAuthority(statements: Statements, code = WENDMOOR): Promise<void> {
  const run = (sql: string, values: unknown[]) => statements.run('', sql, values);
  const { name, terms, inset } = scenarios.calendar;
  await run('INSERT INTO authority (code, name, is_demo) VALUES ($1, $2, true)', [
    code,
    'Wendmoor',
  ]);
  await run(
    'INSERT INTO school_calendar (authority, name, terms, inset, is_default) VALUES ($1, $2, $3, $4, true)',
    [code, name, JSON.stringify(terms), JSON.stringify(inset)],
  );
  for (const [urn, school, phase] of SCHOOLS) {
    await run(
      "INSERT INTO school (authority, urn, laestab, name, phase, type, status, email) VALUES ($1, $2, $3, $4, $5, 'Academy', 'Open', $6)",
      [code, urn, `${code}${urn.slice(2)}`, school, phase, `office@${urn}.example.org`],
    );
  }
}

const SCHOOLS = [
  ['199001', 'Fernhollow Primary', 'Primary'],
  ['199020', 'Thornmere High', 'Secondary'],
  ['199025', 'Larchfield School', 'Special'],
] as const;

/** An officer with these roles. */
export async function anOfficer(
  statements: Statements,
  name: string,
  roles: readonly Role[],
  { caseloadMax = 12, authority = WENDMOOR } = {},
): Promise<Actor> {
  const id = randomUUID();
  await statements.run(
    '',
    'INSERT INTO officer (id, authority, name, email, roles, caseload_max) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, authority, name, `${id}@example.org`, roles, caseloadMax],
  );
  return { id, authority, name, roles, teamId: null, schoolUrn: null };
}

/** A child at Fernhollow Primary, with a mother who holds parental responsibility. */
export async function aChild(
  statements: Statements,
  {
    forename = 'Rowan',
    surname = 'Ashby',
    dob = '2015-10-01',
    urn = '199001',
    authority = WENDMOOR,
  } = {},
): Promise<string> {
  const id = randomUUID();
  await statements.run(
    '',
    'INSERT INTO child (id, authority, legal_forename, legal_surname, dob, urn, created_at) VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())',
    [id, authority, forename, surname, dob, urn],
  );
  await statements.run(
    '',
    "INSERT INTO contact (authority, child_id, name, relation, has_pr, email) VALUES ($1, $2, $3, 'Mother', 'yes', $4)",
    [authority, id, `Ewa ${surname}`, `${id}@family.example.org`],
  );
  return id;
}

/** Places of a programme for one cohort or unit: of Year 6, unless told otherwise. */
export async function places(
  statements: Statements,
  count: number,
  cohort: string,
  { authority = WENDMOOR, programme = 'y6_transition' } = {},
): Promise<void> {
  await statements.run(
    '',
    'INSERT INTO place (authority, programme, cohort, number) SELECT $1, $4, $2, n FROM generate_series(1, $3::int) n',
    [authority, cohort, count, programme],
  );
}

/** The door, with a clock that the test moves. */
export function aDoor(
  statements: Statements,
  today: CalendarDay,
): { casework: CaseworkService; clock: FixedClock } {
  const clock = new FixedClock(londonInstant(today, '09:00'));
  return { clock, casework: new CaseworkService(statements, clock, new Calendars(statements)) };
}

/** One step of a journey: the day, the event, and what differs from its example. */
export type JourneyStep = readonly [
  on: CalendarDay,
  type: string,
  payload?: Record<string, unknown>,
];

/** A case at a point in its journey, made by recording the events one after the other. */
export async function aCaseAt(
  { casework, clock }: ReturnType<typeof aDoor>,
  actor: Actor,
  pathway: string,
  childId: string,
  [first, ...steps]: readonly [JourneyStep, ...JourneyStep[]],
): Promise<Recorded> {
  const { events, opensWith } = pathwayNamed(pathway);
  const at = (day: CalendarDay) => clock.set(londonInstant(day, '09:00'));
  at(first[0]);
  let last = await casework.open(actor, {
    pathway,
    childId,
    occurredOn: first[0],
    payload: { ...events[opensWith]!.example, ...first[2] },
  });
  for (const [on, type, payload] of steps) {
    at(on);
    last = await casework.record(actor, last.reference, {
      type,
      occurredOn: on,
      payload: { ...events[type]!.example, ...payload },
    });
  }
  return last;
}
