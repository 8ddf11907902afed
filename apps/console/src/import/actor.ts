import { type Actor } from '@app/access';
import { type Statements } from '@app/database';
import { type Role, ROLES } from '@app/pathways';
import { EXIT, Stop } from '../exit';

interface OfficerRow extends Actor {
  readonly [column: string]: unknown;
  readonly email: string;
}

/** Whose name an import stands under: the one asked for, else the first officer with one of these roles, best role first. */
export async function actorFor(
  statements: Statements,
  roles: readonly Role[],
  as: string | undefined,
): Promise<Actor> {
  const all = await statements.run<OfficerRow>('', READ, []);
  if (as !== undefined) return named(all, roles, as);
  const authorities = new Set(all.map(({ authority }) => authority));
  if (authorities.size > 1)
    throw new Stop(
      'This database has several authorities. Say whose import it is: --as E-MAIL.',
      EXIT.usage,
    );
  for (const role of roles) {
    const found = all.find((officer) => officer.roles.includes(role));
    if (found) return found;
  }
  throw new Stop(`Nobody here may do this. It takes one of these roles: ${inWords(roles)}.`);
}

function named(all: readonly OfficerRow[], roles: readonly Role[], as: string): Actor {
  const found = all.find(
    ({ email, persona }) => email.toLowerCase() === as.toLowerCase() || persona === as,
  );
  if (!found) throw new Stop(`There is no active officer “${as}”.`, EXIT.usage);
  if (found.roles.some((role) => roles.includes(role))) return found;
  throw new Stop(`${found.name} may not do this. It takes one of these roles: ${inWords(roles)}.`);
}

const inWords = (roles: readonly Role[]) => roles.map((role) => ROLES[role]).join(', ');

const READ = `
SELECT id, authority, name, email, persona, roles, team_id AS "teamId", school_urn AS "schoolUrn"
FROM officer WHERE active ORDER BY created_at, name`;
