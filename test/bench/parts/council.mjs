/** An invented council for measurements: its calendar, schools, an officer who may do everything, and places. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const AUTHORITY = '899';
export const PERSONA = 'measuring-officer';

const { calendar } = JSON.parse(
  readFileSync(new URL('../../vectors/scenarios.json', import.meta.url), 'utf8'),
);
/** Whom letters name. */
const SETTINGS = {
  contact: { name: 'SEND team', phone: '01632 960000' },
  sendiass: { name: 'Wendmoor SENDIASS', phone: '01632 960100' },
  mediation: { name: 'Northern Mediation', phone: '01632 960200' },
  addresses: {
    health: 'health@wendmoor.example',
    social_care: 'care@wendmoor.example',
    ep: 'ep@wendmoor.example',
    dsl: 'dsl@wendmoor.example',
  },
};
const ROLES = ['send_manager', 'transition_lead', 'panel_coordinator', 'y6_worker', 'ehc_officer'];

/** Writes the council and returns the officer, as the door knows people. */
export async function aCouncil(statements, { places = 64 } = {}) {
  const run = (sql, values) => statements.run('', sql, values);
  await run('INSERT INTO authority (code, name, is_demo, settings) VALUES ($1, $2, true, $3)', [
    AUTHORITY,
    'Wendmoor',
    JSON.stringify(SETTINGS),
  ]);
  await run(
    'INSERT INTO school_calendar (authority, name, terms, inset, is_default) VALUES ($1, $2, $3, $4, true)',
    [AUTHORITY, calendar.name, JSON.stringify(calendar.terms), JSON.stringify(calendar.inset)],
  );
  for (const [urn, name, phase] of [
    ['199001', 'Fernhollow Primary', 'Primary'],
    ['199020', 'Thornmere High', 'Secondary'],
  ])
    await run(
      "INSERT INTO school (authority, urn, name, phase, type, status, email) VALUES ($1, $2, $3, $4, 'Academy', 'Open', $5)",
      [AUTHORITY, urn, name, phase, `office@${urn}.example.org`],
    );
  await run(
    "INSERT INTO place (authority, programme, cohort, number) SELECT $1, 'y6_transition', '2026', n FROM generate_series(1, $2::int) n",
    [AUTHORITY, places],
  );
  return anOfficer(run);
}

async function anOfficer(run) {
  const id = randomUUID();
  await run(
    'INSERT INTO officer (id, authority, name, email, roles, caseload_max, persona) VALUES ($1, $2, $3, $4, $5, 999, $6)',
    [id, AUTHORITY, 'Marguerite Osei', `${id}@example.org`, ROLES, PERSONA],
  );
  return {
    id,
    authority: AUTHORITY,
    name: 'Marguerite Osei',
    roles: ROLES,
    teamId: null,
    schoolUrn: null,
  };
}

/** A child in Year 6 with a mother who can be written to. */
export async function aChild(statements) {
  const id = randomUUID();
  await statements.run('', CHILD, [AUTHORITY, id]);
  await statements.run('', CONTACT, [AUTHORITY, id, `${id}@family.example.org`]);
  return id;
}

const CHILD = `
INSERT INTO child (id, authority, legal_forename, legal_surname, dob, urn, created_at)
VALUES ($2, $1, 'Rowan', 'Ashby', '2015-10-01', '199001', clock_timestamp())`;
const CONTACT = `
INSERT INTO contact (authority, child_id, name, relation, has_pr, email)
VALUES ($1, $2, 'Ewa Ashby', 'Mother', 'yes', $3)`;
