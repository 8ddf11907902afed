import { randomUUID } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { type CalendarDay, isYoungPerson, londonInstant } from '@app/statutory-calendar';
import { AUTHORITY, COUNCIL, SETTINGS } from '../authority';
import { academyTerms, councilTerms } from '../calendar';
import { Dice } from '../dice';
import { type DemoChild, type DemoContact } from './child';
import { forReturns } from './for-returns';
import { OFFICERS, TEAMS, type TeamKey } from './officers';
import { DEMO_SCHOOLS } from './schools';

/** The council itself, marked as a demonstration that is not complete yet. */
export async function writeAuthority(statements: Statements, mark: object): Promise<void> {
  const settings = JSON.stringify({ ...SETTINGS, demo: mark });
  await statements.run('', ADD_AUTHORITY, [AUTHORITY, COUNCIL, settings]);
}

/** Schools with their term dates. */
export async function writeSchools(statements: Statements, today: CalendarDay): Promise<void> {
  await addCalendar(statements, 'Wendmoor schools', councilTerms(today), true);
  const own = await addCalendar(statements, 'Hollin Bank Academy', academyTerms(today), false);
  const rows = DEMO_SCHOOLS.map(({ ages: [lowAge, highAge], ownCalendar, ...school }) => ({
    ...school,
    lowAge,
    highAge,
    calendarId: ownCalendar ? own : null,
    email: `office@${school.urn}.example.org`,
    phone: `01632 96${school.urn.slice(2)}`,
  }));
  await statements.run('', ADD_SCHOOLS, [AUTHORITY, JSON.stringify(rows)]);
}

async function addCalendar(
  statements: Statements,
  name: string,
  dates: { readonly terms: unknown; readonly inset: unknown },
  isDefault: boolean,
): Promise<string> {
  const values = [
    AUTHORITY,
    name,
    JSON.stringify(dates.terms),
    JSON.stringify(dates.inset),
    isDefault,
  ];
  const [row] = await statements.run<{ id: string }>('', ADD_CALENDAR, values);
  return row?.id ?? '';
}

/** The people who work here, by key. */
export interface Roster {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly teams: ReadonlyMap<TeamKey, string>;
}

/** Teams and officers; the order of the list becomes the order of the sign-in page. */
export async function writeOfficers(statements: Statements, since: CalendarDay): Promise<Roster> {
  const teams = new Map<TeamKey, string>();
  for (const [key, name] of Object.entries(TEAMS)) {
    const [row] = await statements.run<{ id: string }>('', ADD_TEAM, [AUTHORITY, name]);
    teams.set(key as TeamKey, row?.id ?? '');
  }
  const start = londonInstant(since, '09:00').getTime();
  const rows = OFFICERS.map((officer, at) => ({
    ...officer,
    id: randomUUID(),
    teamId: officer.team && teams.get(officer.team),
    email: `${officer.key}@wendmoor.example.org`,
    persona: officer.isPersona ? officer.key : null,
    createdAt: new Date(start + at * 60_000),
  }));
  await statements.run('', ADD_OFFICERS, [AUTHORITY, JSON.stringify(rows)]);
  const actors = rows.map(({ id, key, name, roles, teamId, schoolUrn }): [string, Actor] => [
    key,
    { id, authority: AUTHORITY, name, roles, teamId: teamId ?? null, schoolUrn: schoolUrn ?? null },
  ]);
  return { actors: new Map(actors), teams };
}

const AT_ONCE = 200;

/** Children, households and contacts; returns the id of each child by its key. */
export async function writeChildren(
  statements: Statements,
  children: readonly DemoChild[],
  { since, today }: { readonly since: CalendarDay; readonly today: CalendarDay },
): Promise<Map<string, string>> {
  const ids = new Map(children.map(({ key }) => [key, randomUUID()]));
  const households = new Map<string, string>();
  for (const { household } of children)
    if (!households.has(household)) households.set(household, randomUUID());
  const dice = new Dice('for returns'); // of their own, so that nothing else falls differently
  for (let at = 0; at < children.length; at += AT_ONCE) {
    const rows = children.slice(at, at + AT_ONCE).map((child) => ({
      ...child,
      ...forReturns(child, dice),
      id: ids.get(child.key),
      householdId: households.get(child.household),
      contacts: [...child.contacts, ...ownContact(child, today)],
    }));
    await statements.run('', ADD_CHILDREN, [
      AUTHORITY,
      JSON.stringify(rows),
      londonInstant(since, '09:00'),
    ]);
  }
  return ids;
}

/** Somebody past school age is written to at an address of their own. */
function ownContact(
  { key, forename, surname, dob, contacts }: DemoChild,
  today: CalendarDay,
): DemoContact[] {
  const [home] = contacts;
  if (!home || !isYoungPerson(dob, today)) return [];
  const email = `${key.replace(' ', '')}@example.org`;
  const name = `${forename} ${surname}`;
  return [{ ...home, name, relation: 'Young person', hasPr: 'no', email, language: null }];
}

const ADD_AUTHORITY = `INSERT INTO authority (code, name, is_demo, settings) VALUES ($1, $2, true, $3)`;

const ADD_CALENDAR = `
INSERT INTO school_calendar (authority, name, terms, inset, is_default) VALUES ($1, $2, $3, $4, $5) RETURNING id`;

const ADD_SCHOOLS = `
INSERT INTO school (authority, urn, laestab, name, phase, type, status, low_age, high_age, postcode, head_name, senco_name, email, phone, calendar_id)
SELECT $1, r.urn, r.laestab, r.name, r.phase, r.type, 'Open', r."lowAge", r."highAge", r.postcode, r.head, r.senco, r.email, r.phone, r."calendarId"
FROM jsonb_to_recordset($2::jsonb) AS r(urn text, laestab text, name text, phase text, type text, "lowAge" int, "highAge" int,
  postcode text, head text, senco text, email text, phone text, "calendarId" uuid)`;

const ADD_TEAM = `INSERT INTO team (authority, name) VALUES ($1, $2) RETURNING id`;

const ADD_OFFICERS = `
INSERT INTO officer (id, authority, name, email, roles, team_id, school_urn, caseload_max, persona, created_at)
SELECT r.id, $1, r.name, r.email, r.roles, r."teamId", r."schoolUrn", r."limit", r.persona, r."createdAt"
FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, name text, email text, roles text[], "teamId" uuid, "schoolUrn" text, "limit" numeric,
  persona text, "createdAt" timestamptz)`;

const ADD_CHILDREN = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, upn text, surname text, forename text, "preferredName" text, dob date, sex text,
    "ncYear" text, urn text, "senProvision" text, "primaryNeed" text, "secondaryNeed" text, "careStatus" text, flags jsonb,
    "householdId" uuid, contacts jsonb, ethnicity text, postcode text, disabled boolean, "pupilPremium" boolean, "socialCareTeam" text)),
homes AS (
  INSERT INTO household (id, authority, name) SELECT DISTINCT ON ("householdId") "householdId", $1, surname FROM given
  ON CONFLICT (id) DO NOTHING RETURNING id),
children AS (
  INSERT INTO child (id, authority, upn, legal_surname, legal_forename, preferred_name, dob, sex, nc_year, urn, sen_provision, primary_need,
    secondary_need, care_status, household_id, flags, ethnicity, postcode, disabled, pupil_premium, social_care_team, created_at)
  SELECT id, $1, upn, surname, forename, "preferredName", dob, sex, "ncYear", urn, "senProvision", "primaryNeed", "secondaryNeed", "careStatus",
    "householdId", flags, ethnicity, postcode, disabled, "pupilPremium", "socialCareTeam", $3 FROM given RETURNING id)
INSERT INTO contact (authority, child_id, name, relation, has_pr, phone, email, address, language)
SELECT $1, given.id, c.name, c.relation, c."hasPr", c.phone, c.email, c.address, c.language
FROM given, jsonb_to_recordset(given.contacts) AS c(name text, relation text, "hasPr" text, phone text, email text, address text, language text)`;
