import { randomUUID } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Role } from '@app/pathways';
import { type Service } from '@app/panels';
import { type CalendarDay } from '@app/statutory-calendar';
import { oneOf, type Random } from '../../../libs/pathways/testing/random';
import { panelsAt } from '../../panels/a-panel';
import { type TestDatabase } from '../../support/database';
import { aChild, anAuthority, anOfficer, WENDMOOR } from '../../support/given';

const FIRST = '2026-09-01';
const LAST = '2027-07-22';
/** The series goes on: what the last sitting of the year does not reach has somewhere to go. */
const PLANNED_TO = '2027-10-22';

const EVERY: readonly Service[] = [
  'chair',
  'deputy_chair',
  'coordinator',
  'psychology',
  'attendance',
  'specialist_teacher',
  'mental_health',
  'nursing',
  'early_help',
];
const INVITED: readonly Service[] = [
  'social_worker',
  'police',
  'youth_justice',
  'virtual_school',
  'case_officer',
];
const ROLES: Partial<Record<Service, readonly Role[]>> = {
  chair: ['panel_chair'],
  deputy_chair: ['panel_chair'],
  coordinator: ['panel_coordinator'],
  psychology: ['ep'],
  attendance: ['saso'],
  specialist_teacher: ['specialist_teacher'],
};

/** Somebody who sits on the panel. */
export interface Sitter {
  readonly memberId: string;
  readonly actor: Actor;
  readonly service: Service;
  readonly core: boolean;
}

/** A child as the world knows it: by this, and not by what the product stored, we judge who may see them. */
export interface Child {
  readonly id: string;
  readonly surname: string;
  readonly urn: string;
  readonly care: 'none' | 'cin' | 'cp' | 'cla' | 'previously_cla';
  readonly sen: 'N' | 'K' | 'E';
  /** Services that know the child, and are asked by name. */
  readonly services: readonly ('police' | 'youth_justice')[];
}

export type Council = Awaited<ReturnType<typeof aCouncil>>;

/** A council with its panel, twenty schools and so many children at risk of exclusion, from the first day of the year. */
export async function aCouncil(db: TestDatabase, random: Random, children: number) {
  const { statements } = db;
  await anAuthority(statements);
  const panels = panelsAt(statements, FIRST);
  await panels.panels.setUp(WENDMOOR);
  await panels.ahead.generate(WENDMOOR, PLANNED_TO);
  const [panel] = await statements.run<{ id: string }>('', TATS, [WENDMOOR]);
  const schools = await someSchools(db);
  const sitters: Sitter[] = [];
  for (const service of EVERY) sitters.push(await sits(db, panel!.id, service, true));
  for (const service of INVITED) sitters.push(await sits(db, panel!.id, service, false));
  for (const urn of schools) sitters.push(await sits(db, panel!.id, 'school_lead', false, urn));
  const known: Child[] = [];
  for (let n = 0; n < children; n += 1) known.push(await child(db, random, schools, n));
  return { db, statements, ...panels, panelId: panel!.id, sitters, children: known };
}

const SCHOOLS = 20;

async function someSchools({ statements }: TestDatabase): Promise<string[]> {
  const urns = Array.from({ length: SCHOOLS }, (_, n) => String(199_100 + n));
  for (const urn of urns) await statements.run('', SCHOOL, [WENDMOOR, urn, `School ${urn}`]);
  return urns;
}

async function sits(
  { statements }: TestDatabase,
  panelId: string,
  service: Service,
  core: boolean,
  schoolUrn: string | null = null,
): Promise<Sitter> {
  const name = `Member for ${service}${schoolUrn ? ` of ${schoolUrn}` : ''}`;
  const officer = await anOfficer(statements, name, ROLES[service] ?? ['school_senco']);
  const actor = { ...officer, schoolUrn };
  await statements.run('', 'UPDATE officer SET school_urn = $2 WHERE id = $1', [
    actor.id,
    schoolUrn,
  ]);
  const memberId = randomUUID();
  await statements.run('', MEMBER, [
    ...[memberId, WENDMOOR, panelId, actor.id, name, `${actor.id}@example.org`, service, core],
    FIRST,
  ]);
  return { memberId, actor, service, core };
}

async function child(
  { statements }: TestDatabase,
  random: Random,
  schools: readonly string[],
  n: number,
): Promise<Child> {
  const urn = oneOf(random, schools)!;
  const surname = `Pupil${String(n).padStart(3, '0')}`;
  const id = await aChild(statements, { dob: '2013-04-02', urn, surname });
  const care = oneOf(random, ['none', 'none', 'none', 'cin', 'cp', 'cla', 'previously_cla'])!;
  const sen = oneOf(random, ['N', 'K', 'K', 'E'])!;
  const services = (['youth_justice', 'police'] as const).filter(() => random() < 0.08);
  await statements.run('', CHILD, [id, care, sen, n % 8 < 2 ? Math.floor(n / 8) : null]);
  return { id, surname, urn, care, sen, services } as Child;
}

/** Who may see a child's item: those who come to every one, and those whom this child calls for. */
export function mayBeShown(child: Child, { actor, service, core }: Sitter): boolean {
  if (core) return true;
  const calls: Partial<Record<Service, boolean>> = {
    school_lead: actor.schoolUrn === child.urn,
    social_worker: ['cin', 'cp', 'cla'].includes(child.care),
    virtual_school: ['cla', 'previously_cla'].includes(child.care),
    case_officer: child.sen === 'E',
  };
  return calls[service] ?? child.services.some((each) => each === service);
}

/** The sittings of the year, in order. */
export async function sittingsOfYear({ statements, panelId }: Council) {
  return statements.run<{ id: string; sitsOn: CalendarDay; papersDueAt: Date }>('', SITTINGS, [
    panelId,
    LAST,
  ]);
}

const TATS = `SELECT id FROM panel WHERE authority = $1 AND code = 'tats'`;
const SITTINGS = `
SELECT id, sits_on AS "sitsOn", papers_due_at AS "papersDueAt" FROM sitting WHERE panel_id = $1 AND sits_on <= $2::date ORDER BY sits_on`;
const SCHOOL = `
INSERT INTO school (authority, urn, name, phase, type, status, email)
VALUES ($1, $2, $3, 'Secondary', 'Academy', 'Open', $2::text || '@example.org')`;
const MEMBER = `
INSERT INTO panel_member (id, authority, panel_id, officer_id, name, email, service, core, from_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const CHILD = `
WITH home AS (
  INSERT INTO household (id, authority, name) SELECT md5($4::int::text)::uuid, authority, 'Household' FROM child WHERE id = $1 AND $4::int IS NOT NULL
  ON CONFLICT (id) DO NOTHING
)
UPDATE child SET care_status = $2, sen_provision = $3, household_id = md5($4::int::text)::uuid WHERE id = $1`;
