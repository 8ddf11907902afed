import { type Actor, AccessLog, newCodeSecret, recoveryCodes, stepOf } from '@app/access';
import { Injectable } from '@nestjs/common';
import { SessionRepository } from '../session/session.repository';
import { type Session } from '../session/session';
import { AttemptsRepository } from './attempts.repository';
import { type SecondStep, SecondStepRepository } from './second-step.repository';

/** Whether a code lets its owner in. */
export type CodeResult = 'right' | 'wrong' | 'locked';

/** A code after the password: from an authenticator app, or one of ten kept on paper. Each works once. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly steps: SecondStepRepository,
    private readonly attempts: AttemptsRepository,
    private readonly sessions: SessionRepository,
    private readonly log: AccessLog,
  ) {}

  of(officerId: string): Promise<SecondStep | undefined> {
    return this.steps.of(officerId);
  }

  /** Whether this account asks for a code. */
  async isOn(officerId: string): Promise<boolean> {
    return (await this.steps.of(officerId))?.confirmed ?? false;
  }

  async check(officerId: string, typed: string): Promise<CodeResult> {
    if (!(await this.attempts.mayTry('code', officerId))) return 'locked';
    const right =
      (await this.isCode(officerId, typed)) || (await this.isRecovery(officerId, typed));
    if (right) await this.attempts.succeeded('code', officerId);
    return right ? 'right' : 'wrong';
  }

  /** A new secret to be put into an app; nothing is asked for before its first code has come. */
  async begin(officerId: string): Promise<SecondStep | undefined> {
    await this.steps.begin(officerId, newCodeSecret());
    return this.steps.of(officerId);
  }

  /** Takes the first code of the app. @returns the recovery codes, shown this once; undefined when the code is not right */
  async confirm({ actor, tokenHash }: Session, typed: string): Promise<string[] | undefined> {
    const begun = await this.steps.of(actor.id);
    const step = begun && !begun.confirmed && stepOf(begun.secret, digitsIn(typed), begun.now);
    if (!step) return undefined;
    const codes = recoveryCodes();
    if (!(await this.steps.confirm(actor.id, step, codes))) return undefined;
    await this.sessions.endOthers(actor.id, tokenHash);
    await this.log.looked(actor, { action: 'set up the second step' });
    return codes;
  }

  async remove(actor: Actor): Promise<void> {
    await this.steps.remove(actor.id);
    await this.log.looked(actor, { action: 'took away the second step' });
  }

  private async isCode(officerId: string, typed: string): Promise<boolean> {
    const found = await this.steps.of(officerId);
    const step = found && stepOf(found.secret, digitsIn(typed), found.now);
    return step !== undefined && this.steps.useStep(officerId, step);
  }

  private isRecovery(officerId: string, typed: string): Promise<boolean> {
    return this.steps.useRecovery(officerId, typed.trim().toUpperCase());
  }
}

/** Apps show a code in two halves. */
const digitsIn = (typed: string) => typed.replaceAll(/\s/g, '');
