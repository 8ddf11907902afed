import { ROLES } from '@app/pathways';
import { type Problem } from '../forms/form-body';
import { type Page, page } from '../page';
import { type Persona } from './accounts.repository';
import { type KeptForm } from './kept-form';
import { ROLE_LINES } from './role-lines';

interface SignInShown {
  readonly personas: readonly Persona[];
  readonly email: string;
  readonly kept: KeptForm | undefined;
  readonly problems: readonly Problem[];
  readonly status?: number;
}

/** The sign-in page: as it opens, or again with what is wrong. Never shows a password again. */
export function signInPage({ personas, email, kept, problems, status }: SignInShown): Page {
  const model = {
    personas: personas.map(inWords),
    email,
    kept: kept && JSON.stringify(kept),
    problems,
    problem: Object.fromEntries(problems.map(({ field, text }) => [field, text])),
  };
  return page('sign-in/sign-in', model, { status: status ?? (problems.length ? 422 : 200) });
}

/** The page that asks for the code after the password. */
export function codePage(
  kept: KeptForm | undefined,
  problems: readonly Problem[],
  status?: number,
): Page {
  const model = {
    kept: kept && JSON.stringify(kept),
    problems,
    problem: Object.fromEntries(problems.map(({ field, text }) => [field, text])),
  };
  return page('sign-in/code', model, { status: status ?? (problems.length ? 422 : 200) });
}

function inWords({ persona, name, roles }: Persona) {
  const role = roles.map((each) => ROLES[each]).join(', ');
  return { persona, name, role, line: ROLE_LINES[roles[0] ?? 'system'] };
}
