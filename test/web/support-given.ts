import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aWebsite, type Person, type Seen, type Typed, wordsOf } from '../support/a-website';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer, places } from '../support/given';

/** The day on which these tests stand: a Tuesday in term. */
export const TODAY = '2027-01-12';

type Who = 'rhys' | 'lowri' | 'marguerite' | 'stranger' | 'dpo' | 'lorcan';

/** One supported child, and the people around the case: the worker, a lead, a manager, a reader, the school, a stranger. */
export interface Supported {
  readonly db: TestDatabase;
  readonly reference: string;
  readonly caseId: string;
  readonly officers: Readonly<Record<Who, Actor>>;
  readonly people: Readonly<Record<Who, Person>>;
  url(rest: string): string;
  rows<Row extends Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

export async function aSupportedCase(
  env: Readonly<Record<string, string>> = {},
): Promise<Supported> {
  const db = await aTestDatabase();
  const { statements } = db;
  await anAuthority(statements);
  await places(statements, 32, '2027');
  const officers = {
    rhys: await anOfficer(statements, 'Rhys Calder', ['y6_worker']),
    lowri: await anOfficer(statements, 'Lowri Penn', ['transition_lead']),
    marguerite: await anOfficer(statements, 'Marguerite Osei', ['send_manager']),
    stranger: await anOfficer(statements, 'Kit Larwood', ['y6_worker']),
    dpo: await anOfficer(statements, 'Ines Okafor', ['dpo']),
    lorcan: await anOfficer(statements, 'Lorcan Beck', ['school_senco']),
  };
  await statements.run('', 'UPDATE officer SET school_urn = $2 WHERE id = $1', [
    officers.lorcan.id,
    '199001',
  ]);
  const { reference } = await rafisCase(statements, officers);
  const site = await aWebsite(db.url, TODAY, env);
  const people = Object.fromEntries(
    await Promise.all(
      Object.entries(officers).map(async ([who, officer]) => [who, await site.signedIn(officer)]),
    ),
  ) as Record<Who, Person>;
  const rows: Supported['rows'] = (sql, values = []) => statements.run('', sql, values);
  const [found] = await rows<{ id: string }>('SELECT id FROM send_case WHERE reference = $1', [
    reference,
  ]);
  return {
    db,
    reference,
    caseId: found?.id ?? '',
    officers,
    people,
    rows,
    url: (rest) => `/cases/${reference}${rest}`,
    count: async (table) =>
      (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? 0,
    close: async () => {
      await site.close();
      await db.drop();
    },
  };
}

async function rafisCase(statements: Statements, { rhys, lowri }: { rhys: Actor; lowri: Actor }) {
  const roles: readonly Role[] = ['send_manager', 'transition_lead', 'y6_worker'];
  return aCaseAt(
    aDoor(statements, TODAY),
    { ...lowri, roles },
    'y6_transition',
    await aChild(statements, { forename: 'Rafi', surname: 'Dunmore', dob: '2016-02-14' }),
    [
      ['2026-11-10', 'NOMINATION_SUBMITTED'],
      ['2026-11-12', 'SCREENING_STARTED'],
      ['2026-11-16', 'SCORE_CONFIRMED'],
      ['2026-11-25', 'PANEL_ACCEPTED'],
      ['2026-11-26', 'ALLOCATED', { workerId: rhys.id }],
      ['2026-11-27', 'CONSENT_GIVEN'],
      ['2026-12-01', 'AGREEMENT_CONFIRMED'],
    ],
  );
}

/** A day as a form asks it. */
export function dayOf(name: string, day: string): Typed {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** The words of a page that was seen. */
export const words = (seen: Seen): string => wordsOf(seen.text);
