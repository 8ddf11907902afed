import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { ChildSearch, Children, NominationImport, type OpenCase, Schools } from '@app/people';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aDoor, anAuthority, anOfficer, WENDMOOR } from '../support/given';

/** Wendmoor with its 25 schools, a transition lead, and everything of the people library on a fixed day. */
export interface Council {
  readonly db: TestDatabase;
  readonly statements: Statements;
  readonly lead: Actor;
  readonly worker: Actor;
  readonly imports: NominationImport;
  readonly children: Children;
  readonly schools: Schools;
  readonly search: ChildSearch;
  /** Opens cases through the real door. */
  readonly openCase: OpenCase;
  readonly rows: <Row extends object>(sql: string, ...values: unknown[]) => Promise<Row[]>;
  readonly count: (table: string) => Promise<number>;
}

/** On Sunday 22 November 2026 unless told. */
export async function aCouncil(today = '2026-11-22'): Promise<Council> {
  const db = await aTestDatabase();
  const { statements } = db;
  await anAuthority(statements);
  await statements.run('', SCHOOLS_SQL, [WENDMOOR]);
  const lead = await anOfficer(statements, 'Marguerite Osei', ['transition_lead']);
  const worker = await anOfficer(statements, 'Tamsin Adeyemi', ['y6_worker']);
  const { casework, clock } = aDoor(statements, today);
  const schools = new Schools(statements);
  const search = new ChildSearch(statements);
  const rows: Council['rows'] = (sql, ...values) => statements.run('', sql, values) as never;
  return {
    db,
    statements,
    lead,
    worker,
    imports: new NominationImport(statements, clock),
    children: new Children(statements, clock, schools, search),
    schools,
    search,
    openCase: (actor, asked) => casework.open(actor, { pathway: 'y6_transition', ...asked }),
    rows,
    count: async (table) =>
      (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1,
  };
}

/** 199001 to 199018 are primaries, of which 199015 is an infant school, 199017 is closed and 199018 is to open; then secondaries and a special school. */
const SCHOOLS_SQL = `
INSERT INTO school (authority, urn, laestab, name, phase, type, status, low_age, high_age, postcode)
SELECT $1, (199000 + n)::text, ((CASE WHEN n <= 18 THEN 8992000 WHEN n <= 24 THEN 8993982 ELSE 8996976 END) + n)::text,
  CASE WHEN n <= 18 THEN 'Primary school ' WHEN n <= 24 THEN 'High school ' ELSE 'Special school ' END || n,
  CASE WHEN n <= 18 THEN 'Primary' WHEN n <= 24 THEN 'Secondary' ELSE 'Not applicable' END, 'Community school',
  CASE n WHEN 17 THEN 'Closed' WHEN 18 THEN 'Proposed to open' WHEN 16 THEN 'Open, but proposed to close' ELSE 'Open' END,
  CASE WHEN n <= 18 THEN 4 WHEN n <= 24 THEN 11 ELSE 3 END, CASE WHEN n = 15 THEN 7 WHEN n <= 18 THEN 11 WHEN n <= 24 THEN 18 ELSE 19 END,
  'WM' || n || ' 1AA'
FROM generate_series(1, 25) AS n
ON CONFLICT (authority, urn) DO UPDATE SET laestab = excluded.laestab, low_age = excluded.low_age, high_age = excluded.high_age`;
