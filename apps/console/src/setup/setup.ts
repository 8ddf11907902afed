import { hashPassword, passwordProblem } from '@app/access';
import { type Statements } from '@app/database';
import { setUpPanels } from '@app/panels';
import { type Clock } from '@app/statutory-calendar';
import { clockOf } from '../database/clock';
import { onPrepared } from '../demo/demo';
import { AUTHORITY } from '../demo/authority';
import { installations } from '../demo/mark';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say } from '../voice';
import { answerTo, type Question } from './ask';

/** What may be given on the command line. The password never is: others could read it in the list of processes. */
export interface SetupOptions {
  readonly council?: string;
  readonly code?: string;
  readonly name?: string;
  readonly email?: string;
}

interface Answers {
  readonly council: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

const PASSWORD = 'CAUSEWAY_SETUP_PASSWORD';

/** `setup`: the authority and the first administrator of an empty installation. */
export function setup(options: SetupOptions): Promise<ExitCode> {
  return onPrepared(async ({ statements }) => {
    await refuseUnlessEmpty(statements);
    const answers = await ask(options);
    await write(statements, answers, await clockOf(statements));
    say(
      `${answers.council} is set up. Start Causeway and sign in as ${answers.email}. Then load the schools (causeway import schools FILE) and their term dates, and add the officers.`,
    );
    return EXIT.done;
  });
}

async function refuseUnlessEmpty(statements: Statements): Promise<void> {
  const [first] = await installations(statements);
  if (first?.isDemo)
    throw new Stop(
      'This database holds the demonstration. Remove it first (causeway demo remove), or use another database. Nothing was changed.',
    );
  if (first) throw new Stop(`${first.name} is set up already. Nothing was changed.`);
}

async function ask({ council, code, name, email }: SetupOptions): Promise<Answers> {
  const answers = {
    council: await answerTo(question('Name of the council', council, '--council', needed(60))),
    code: await answerTo(question('Its three-digit LA code', code, '--code', codeProblem)),
    name: await answerTo(question('Your name', name, '--name', needed(100))),
    email: await answerTo(question('Your e-mail address', email, '--email', emailProblem)),
  };
  const own = [...answers.name.split(/\s+/), answers.email.split('@')[0] ?? ''];
  const password = await newPassword((typed) => {
    const problem = passwordProblem(typed, own);
    return problem && `${problem}.`;
  });
  return { ...answers, passwordHash: await hashPassword(password) };
}

async function newPassword(problem: Question['problem']): Promise<string> {
  const given = process.env[PASSWORD];
  const asked = { ask: 'A password', otherwise: `it in ${PASSWORD}`, given, isSecret: true };
  const password = await answerTo({ ...asked, problem });
  if (given !== undefined) return password;
  const isSame = (typed: string) =>
    typed === password ? undefined : 'That is not what you typed before.';
  return answerTo({ ...asked, ask: 'The same again', problem: isSame });
}

const question = (
  ask: string,
  given: string | undefined,
  flag: string,
  problem: Question['problem'],
): Question => ({ ask, given, otherwise: flag, problem });

const needed = (longest: number) => (answer: string) =>
  answer.length < 2
    ? 'Type at least two letters.'
    : answer.length > longest
      ? `Use ${longest} characters or fewer.`
      : undefined;

function codeProblem(answer: string): string | undefined {
  if (!/^\d{3}$/.test(answer))
    return `“${answer}” is not an LA code. It has three digits, like 937.`;
  return answer === AUTHORITY
    ? `${AUTHORITY} is the code of the demonstration. Use your own.`
    : undefined;
}

function emailProblem(answer: string): string | undefined {
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer) && answer.length <= 200;
  return isAddress ? undefined : `“${answer}” is not an e-mail address.`;
}

/** All of it, or nothing: a second setup at the same time finds the code taken. */
async function write(statements: Statements, answers: Answers, clock: Clock): Promise<void> {
  const { code, council, name, email, passwordHash } = answers;
  await statements.together(async (tx) => {
    await tx.run('', 'INSERT INTO authority (code, name) VALUES ($1, $2)', [code, council]);
    const [officer] = await tx.run<{ id: string }>('', ADD_OFFICER, [
      code,
      name,
      email,
      passwordHash,
    ]);
    await setUpPanels(tx, { authority: code, from: clock.today(), at: clock.now() });
    await tx.run('', AUDIT, [code, officer?.id]);
  });
}

const ADD_OFFICER = `
INSERT INTO officer (authority, name, email, roles, password_hash) VALUES ($1, $2, $3, '{administrator}', $4) RETURNING id`;

const AUDIT = `INSERT INTO access_log (authority, at, officer_id, action) VALUES ($1, clock_timestamp(), $2, 'set up the authority')`;
