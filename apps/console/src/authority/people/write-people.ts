import { type Statements } from '@app/database';
import { londonInstant } from '@app/statutory-calendar';
import { councilTerms } from '../../demo/calendar';
import { before, TOLD } from '../plan/targets';
import { type InventedChild } from './invented-child';
import { type InventedSchool } from './schools';

const AT_ONCE = 500;

/** The authority itself, marked as invented, with the day on which its story ends. */
export async function writeAuthority(
  statements: Statements,
  { code, name }: { readonly code: string; readonly name: string },
): Promise<void> {
  const settings = { invented: { until: TOLD.survey }, contact: CONTACT };
  await statements.run('', ADD_AUTHORITY, [code, `${name} (invented)`, JSON.stringify(settings)]);
  await statements.run('', SET_TODAY, [TOLD.survey]);
}

/** Whether the authority of these settings is one that was made here. */
export const isInvented = (settings: unknown) =>
  typeof settings === 'object' && settings !== null && 'invented' in settings;

const CONTACT = {
  name: 'the SEND team',
  phone: '01632 960200',
  email: 'send@council.example.org',
};

/** Schools with the terms of the years that are told. */
export async function writeSchools(
  statements: Statements,
  authority: string,
  schools: readonly InventedSchool[],
): Promise<void> {
  const { terms, inset } = councilTerms(TOLD.survey);
  await statements.run('', ADD_CALENDAR, [authority, JSON.stringify(terms), JSON.stringify(inset)]);
  await statements.run('', ADD_SCHOOLS, [authority, JSON.stringify(schools)]);
}

/** Children and one grown-up of each. */
export async function writeChildren(
  statements: Statements,
  authority: string,
  children: readonly InventedChild[],
): Promise<void> {
  const since = londonInstant(before('01-03'), '09:00');
  for (let at = 0; at < children.length; at += AT_ONCE) {
    const rows = children.slice(at, at + AT_ONCE).map(({ history: _, ...row }) => row);
    await statements.run('', ADD_CHILDREN, [authority, JSON.stringify(rows), since]);
  }
}

const ADD_AUTHORITY = `INSERT INTO authority (code, name, is_demo, settings) VALUES ($1, $2, true, $3)`;

const SET_TODAY = `INSERT INTO demo_clock (only_row, today) VALUES (true, $1) ON CONFLICT (only_row) DO UPDATE SET today = excluded.today`;

const ADD_CALENDAR = `INSERT INTO school_calendar (authority, name, terms, inset, is_default) VALUES ($1, 'Schools', $2, $3, true)`;

const ADD_SCHOOLS = `
INSERT INTO school (authority, urn, name, phase, type, status, low_age, high_age, postcode)
SELECT $1, r.urn, r.name, r.phase, r.type, 'Open', r."lowAge", r."highAge", r.postcode
FROM jsonb_to_recordset($2::jsonb) AS r(urn text, name text, phase text, type text, "lowAge" int, "highAge" int, postcode text)`;

const ADD_CHILDREN = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, upn text, "upnUnknown" text, surname text, forename text, dob date, sex text, "ncYear" text,
    urn text, "senProvision" text, "primaryNeed" text, "secondaryNeed" text, ethnicity text, postcode text, parent text, address text, email text)),
children AS (
  INSERT INTO child (id, authority, upn, upn_unknown, legal_surname, legal_forename, dob, sex, nc_year, urn, sen_provision, primary_need, secondary_need,
    ethnicity, postcode, created_at)
  SELECT id, $1, upn, "upnUnknown", surname, forename, dob, sex, "ncYear", urn, "senProvision", "primaryNeed", "secondaryNeed", ethnicity, postcode, $3
  FROM given)
INSERT INTO contact (authority, child_id, name, relation, has_pr, email, address)
SELECT $1, id, parent, 'Mother', 'yes', email, address FROM given`;
