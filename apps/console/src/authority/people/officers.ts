import { randomUUID } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { londonInstant } from '@app/statutory-calendar';
import { type Hand } from '../plan/story';
import { before } from '../plan/targets';

/** The people of an invented authority, by what they record. */
export interface Staff {
  readonly of: (hand: Hand, n: number) => Actor;
}

interface Post {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly hand?: Hand;
}

const POSTS: readonly Post[] = [
  { key: 'manager', name: 'Marguerite Fairweather', roles: ['send_manager'], hand: 'manager' },
  { key: 'analyst', name: 'Winifred Tallis', roles: ['data_analyst'] },
  { key: 'admin', name: 'Ferdinand Oakes', roles: ['administrator'] },
  ...'Petra Lindholm,Joss Arkwright,Nadia Ferrers,Colm Whittaker,Esme Dunstan,Tariq Holloway'
    .split(',')
    .map((name, at): Post => ({
      key: `officer-${at + 1}`,
      name,
      roles: ['ehc_officer'],
      hand: 'officer',
    })),
  ...'Odette Marsden,Rhys Calloway,Ines Trevelyan,Abel Norbury'
    .split(',')
    .map((name, at): Post => ({
      key: `reviewer-${at + 1}`,
      name,
      roles: ['review_officer'],
      hand: 'reviewer',
    })),
];

const CASELOAD = 999;

/** Writes the officers; each can be signed in as where that is allowed. */
export async function writeOfficers(statements: Statements, authority: string): Promise<Staff> {
  const [team] = await statements.run<{ id: string }>('', ADD_TEAM, [authority, 'SEND service']);
  const since = londonInstant(before('01-03'), '09:00').getTime();
  const rows = POSTS.map((post, at) => ({
    ...post,
    id: randomUUID(),
    email: `${post.key}@${authority}.example.org`,
    persona: `${post.key}-${authority}`,
    createdAt: new Date(since + at * 60_000),
  }));
  await statements.run('', ADD_OFFICERS, [authority, team!.id, CASELOAD, JSON.stringify(rows)]);
  const actors = (hand: Hand) =>
    rows
      .filter((row) => row.hand === hand)
      .map(({ id, name, roles }): Actor => ({
        id,
        authority,
        name,
        roles,
        teamId: team!.id,
        schoolUrn: null,
      }));
  const byHand = {
    manager: actors('manager'),
    officer: actors('officer'),
    reviewer: actors('reviewer'),
    system: [],
  };
  return { of: (hand, n) => byHand[hand][n % byHand[hand].length]! };
}

const ADD_TEAM = `INSERT INTO team (authority, name) VALUES ($1, $2) RETURNING id`;

const ADD_OFFICERS = `
INSERT INTO officer (id, authority, name, email, roles, team_id, caseload_max, persona, created_at)
SELECT r.id, $1, r.name, r.email, r.roles, $2, $3, r.persona, r."createdAt"
FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, name text, email text, roles text[], persona text, "createdAt" timestamptz)`;
