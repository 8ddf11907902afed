/** Thousands of open assessments and sent plans of one council, with officers, teams and schools to hold them. */
import { readFileSync } from 'node:fs';

const SQL = readFileSync(new URL('../../support/many-assessments.sql', import.meta.url), 'utf8');

/** Writes them straight into the tables; `history` with their events and clocks. */
export async function manyAssessments(
  statements,
  authority,
  { today, open, sent = 0, seed, history = true },
) {
  await statements.together(async (tx) => {
    const run = (sql, values = []) => tx.run('', sql, values);
    await run('SET LOCAL statement_timeout = 0');
    await run('DROP INDEX IF EXISTS child_name, child_sounds'); // names are searched by no board, and their sounds take the time
    await run(
      "INSERT INTO team (authority, name) SELECT $1, name FROM unnest(ARRAY['North', 'South', 'East']) name",
      [authority],
    );
    await run(OFFICERS, [authority]);
    await run(SCHOOLS, [authority]);
    await run(SQL, [authority, today, open, seed, sent, history]);
  });
}

const OFFICERS = `
INSERT INTO officer (authority, name, email, roles) SELECT $1, 'Officer ' || n, 'officer' || n || '@' || $1 || '.example', '{ehc_officer}'
FROM generate_series(1, 40) n`;

const SCHOOLS = `
INSERT INTO school (authority, urn, name, phase, type, status, postcode)
SELECT $1, (200000 + n)::text, 'School ' || n, 'Primary', 'Academy', 'Open', 'WM' || n % 9 + 1 || ' 1AA' FROM generate_series(1, 120) n`;
