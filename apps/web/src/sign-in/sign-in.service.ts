import { isPassword } from '@app/access';
import { Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { SessionRepository } from '../session/session.repository';
import { type Account, AccountsRepository, type Persona } from './accounts.repository';
import { AttemptsRepository } from './attempts.repository';
import { SecondSteps } from './second-step.service';

/** How a try to sign in ended. A wrong name and a wrong password look the same. */
export type SignInResult =
  | { readonly outcome: 'in'; readonly token: string; readonly csrfSecret: string }
  | { readonly outcome: 'code'; readonly officerId: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked' };

/** Lets officers in: with their own account, or in a demonstration as one of its people. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountsRepository,
    private readonly attempts: AttemptsRepository,
    private readonly sessions: SessionRepository,
    private readonly steps: SecondSteps,
    private readonly statements: Statements,
  ) {}

  /** The people of the demonstration; none in production. */
  async personas(): Promise<Persona[]> {
    return this.config.production ? [] : this.accounts.personas();
  }

  async asPersona(persona: string): Promise<SignInResult> {
    const account = this.config.production ? undefined : await this.accounts.withPersona(persona);
    return account ? this.letIn(account) : { outcome: 'wrong' };
  }

  /** `code`: sent along by a program; a person is asked for it on the next page. */
  async withPassword(
    { email, password, code }: { email: string; password: string; code: string | undefined },
    address: string,
  ): Promise<SignInResult> {
    const open = [
      await this.attempts.mayTry('address', address),
      await this.attempts.mayTry('account', email),
    ];
    if (open.includes(false)) return { outcome: 'locked' };
    const account = await this.accounts.withEmail(email);
    if (!(await isPassword(account?.passwordHash, password)) || !account) {
      await this.audit(account, 'failed to sign in');
      return { outcome: 'wrong' };
    }
    await this.attempts.succeeded('account', email);
    if (!(await this.steps.isOn(account.id))) return this.letIn(account);
    return code ? this.afterCode(account, code) : { outcome: 'code', officerId: account.id };
  }

  /** The code of somebody whose password was right. */
  async withCode(officerId: string | undefined, code: string): Promise<SignInResult> {
    const account = officerId ? await this.accounts.withId(officerId) : undefined;
    return account ? this.afterCode(account, code) : { outcome: 'wrong' };
  }

  private async afterCode(account: Account, code: string): Promise<SignInResult> {
    const result = await this.steps.check(account.id, code);
    if (result === 'right') return this.letIn(account);
    await this.audit(account, 'failed to sign in');
    return { outcome: result };
  }

  private async letIn(account: Account): Promise<SignInResult> {
    const { token, csrfSecret } = await this.sessions.start(account.id);
    await this.audit(account, 'signed in');
    return { outcome: 'in', token, csrfSecret };
  }

  private async audit(account: Account | undefined, action: string): Promise<void> {
    const sql =
      'INSERT INTO access_log (authority, at, officer_id, action) VALUES ($1, now(), $2, $3)';
    await this.statements.run('sign-in-audit', sql, [
      account?.authority ?? 'unknown',
      account?.id ?? null,
      action,
    ]);
  }
}
