import { hashPassword, isPassword, passwordProblem } from '@app/access';
import { Injectable } from '@nestjs/common';
import { type Problem } from '../forms/form-body';
import { SessionRepository } from '../session/session.repository';
import { AccountsRepository } from './accounts.repository';
import { AttemptsRepository } from './attempts.repository';

/** Changing one's own password. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly attempts: AttemptsRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async has(officerId: string): Promise<boolean> {
    return Boolean((await this.accounts.withId(officerId))?.passwordHash);
  }

  /** Changes it and ends the other sessions; or says what is wrong and changes nothing. */
  async change(
    officerId: string,
    current: string,
    wanted: string,
    keep: Buffer,
  ): Promise<Problem[]> {
    const wrong = await this.isNot(officerId, current);
    if (wrong) return [wrong];
    const { name = '', email = '' } = (await this.accounts.withId(officerId)) ?? {};
    const problem = passwordProblem(wanted, [...name.split(/\s+/), email.split('@')[0] ?? '']);
    if (problem) return [{ field: 'new', text: problem }];
    await this.accounts.setPassword(officerId, await hashPassword(wanted));
    await this.sessions.endOthers(officerId, keep);
    return [];
  }

  /** What is wrong with the password that somebody gave as their own; undefined when it fits. */
  async isNot(officerId: string, current: string): Promise<Problem | undefined> {
    const account = await this.accounts.withId(officerId);
    if (!account) return currently('This account has no password of its own');
    if (!(await this.attempts.mayTry('account', account.email)))
      return currently('There were too many tries. Wait 15 minutes and try again');
    if (!(await isPassword(account.passwordHash, current)))
      return currently('Your password now is not what you typed');
    await this.attempts.succeeded('account', account.email);
    return undefined;
  }
}

const currently = (text: string): Problem => ({ field: 'current', text });
