import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { anAuthority, anOfficer, places, WENDMOOR } from '../../support/given';

const PEOPLE = {
  joss: ['Joss Wyndham', ['saso']],
  hal: ['Hal Brannigan', ['ep']],
  runa: ['Runa Castell', ['specialist_teacher']],
  owen: ['Owen Prys', ['panel_coordinator']],
  delphine: ['Delphine Achebe', ['panel_chair']],
  marguerite: ['Marguerite Osei', ['send_manager']],
  petra: ['Petra Sandiford', ['review_officer']],
  priya: ['Priya Hollis', ['placement_officer']],
  fergus: ['Fergus Nwosu', ['finance_officer']],
  una: ['Una Trewin', ['unit_lead']],
  rhys: ['Rhys Calder', ['y6_worker']],
} as const satisfies Record<string, readonly [name: string, roles: readonly Role[]]>;

/** Somebody who works at this council. */
export type Persona = keyof typeof PEOPLE;

/** A council where every pathway has the people who work on it, and a unit with four places. */
export async function aBusyCouncil(
  statements: Statements,
  today: string,
): Promise<Record<Persona, Actor>> {
  await anAuthority(statements);
  await places(statements, 4, '199020', { programme: 'hd_unit' });
  const people: Partial<Record<Persona, Actor>> = {};
  for (const [persona, [name, roles]] of Object.entries(PEOPLE)) {
    const officer = await anOfficer(statements, name, roles);
    await statements.run('', 'UPDATE officer SET persona = $2 WHERE id = $1', [
      officer.id,
      persona,
    ]);
    people[persona as Persona] = { ...officer, authority: WENDMOOR };
  }
  await statements.run('', 'INSERT INTO demo_clock (today) VALUES ($1)', [today]);
  return people as Record<Persona, Actor>;
}
