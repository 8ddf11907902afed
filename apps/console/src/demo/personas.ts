import { ROLES, type Role } from '@app/pathways';
import { withDatabase } from '../database/connection';
import { isProduction } from '../database/clock';
import { EXIT, type ExitCode } from '../exit';
import { tell } from '../voice';

interface Persona {
  readonly [column: string]: unknown;
  readonly name: string;
  readonly persona: string;
  readonly roles: readonly Role[];
}

/** `personas`: who can be signed in as, one line each; nothing for a real installation. */
export function personas(): Promise<ExitCode> {
  return withDatabase(async ({ statements }) => {
    if (isProduction()) return EXIT.done;
    for (const { name, roles, persona } of await statements.run<Persona>('', READ, []))
      tell(`${name}, ${inWords(roles)}: sign in as ${persona}`);
    return EXIT.done;
  });
}

/** 'EHC case officer', 'Transition support worker and EHC case officer'. */
function inWords(roles: readonly Role[]): string {
  return roles.map((role) => ROLES[role]).join(' and ');
}

const READ = `
SELECT o.name, o.persona, o.roles FROM officer o JOIN authority a ON a.code = o.authority
WHERE a.is_demo AND o.persona IS NOT NULL AND o.active ORDER BY o.created_at, o.name`;
