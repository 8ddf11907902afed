import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { anAuthority, anOfficer, places, WENDMOOR } from '../support/given';

const PEOPLE: readonly (readonly [persona: string, name: string, roles: readonly Role[]])[] = [
  ['imogen', 'Imogen Thackeray', ['transition_lead', 'panel_chair']],
  ['tamsin', 'Tamsin Adeyemi', ['y6_worker', 'ehc_officer']],
  ['marguerite', 'Marguerite Osei', ['send_manager']],
];

/** A council as small as a journey needs: the schools that the sample file names, 32 places and three people. */
export async function aSmallCouncil(
  statements: Statements,
  { today, cohort }: { today: string; cohort: string },
): Promise<Record<string, Actor>> {
  await anAuthority(statements);
  await places(statements, 32, cohort);
  for (let number = 2; number <= 24; number++) {
    const urn = String(199000 + number);
    const phase = number < 19 ? 'Primary' : 'Secondary';
    await statements.run(
      '',
      `INSERT INTO school (authority, urn, laestab, name, phase, type, status) VALUES ($1, $2, $3, $4, $5, 'Academy', 'Open') ON CONFLICT DO NOTHING`,
      [WENDMOOR, urn, `899${urn.slice(2)}`, `School ${number}`, phase],
    );
  }
  const [team] = await statements.run<{ id: string }>(
    '',
    'INSERT INTO team (authority, name) VALUES ($1, $2) RETURNING id',
    [WENDMOOR, 'Transition and Inclusion'],
  );
  const people: Record<string, Actor> = {};
  for (const [persona, name, roles] of PEOPLE) {
    const officer = await anOfficer(statements, name, roles);
    await statements.run('', 'UPDATE officer SET persona = $2, team_id = $3 WHERE id = $1', [
      officer.id,
      persona,
      team!.id,
    ]);
    people[persona] = { ...officer, teamId: team!.id };
  }
  await statements.run('', 'INSERT INTO demo_clock (today) VALUES ($1)', [today]);
  return people;
}
