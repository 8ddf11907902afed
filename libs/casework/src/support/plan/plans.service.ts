import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { BadPayload } from '../../errors';
import { badField, readDetails } from '../read-details';
import { type SupportedCase } from '../supported-case';
import { notReviewed, type OutcomeReview, type PlanVersion } from './plan';
import { planForms } from './plan-details';
import { checkPlan } from './plan-rules';
import { APPROVE, REVIEW, REVIEWS, VERSIONS, WRITE } from './plan-sql';
import { reviewsIn } from './review-answers';

/** Roles that approve somebody else's plan. */
const APPROVERS: readonly string[] = ['transition_lead', 'send_manager'];

/** Whether this person may approve this version: a lead who did not write it. */
export const mayApprove = ({ id, roles }: Actor, { authorId, approval, approvedBy }: PlanVersion) =>
  approval === 'asked' &&
  !approvedBy &&
  authorId !== id &&
  roles.some((role) => APPROVERS.includes(role));

/** A child's plan, version by version: what was written stays as it was written. */
@Injectable()
export class Plans {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every version, newest first. */
  versions(authority: string, caseId: string): Promise<PlanVersion[]> {
    return this.statements.run<PlanVersion>('plan-versions', VERSIONS, [authority, caseId]);
  }

  /** Every review of an outcome, newest first. */
  reviews(authority: string, caseId: string): Promise<OutcomeReview[]> {
    return this.statements.run<OutcomeReview>('plan-reviews', REVIEWS, [authority, caseId]);
  }

  /**
   * Writes the version after `last`, which is the one that its author had read, 0 for none.
   * @throws BadPayload in plain words, also when somebody wrote another version first
   */
  async write(
    actor: Actor,
    subject: SupportedCase,
    last: number,
    typed: unknown,
    runner: Runner = this.statements,
  ): Promise<void> {
    const [current] = await this.versions(actor.authority, subject.file.id);
    const details = readDetails(current ? planForms.next : planForms.first, typed);
    checkPlan(details, subject.today);
    const cycle = await this.cycleOf(
      actor,
      subject,
      current,
      'newCycle' in details && details.newCycle === true,
    );
    const written = await runner.run('plan-write', WRITE, [
      subject.file.id,
      last + 1,
      actor.authority,
      cycle,
      JSON.stringify(details.needs),
      JSON.stringify(details.strengths),
      JSON.stringify(details.outcomes),
      details.reviewOn,
      details.approval,
      actor.id,
      this.clock.now(),
    ]);
    if (!written.length) throw overtaken(current);
  }

  /** @returns whether this version is approved by it; false when it is not asked for, or there is a newer one */
  async approve(actor: Actor, caseId: string, version: number): Promise<boolean> {
    const [current] = await this.versions(actor.authority, caseId);
    if (current?.version !== version || !mayApprove(actor, current)) return false;
    const rows = await this.statements.run('plan-approve', APPROVE, [
      caseId,
      version,
      actor.authority,
      actor.id,
      this.clock.now(),
    ]);
    return rows.length === 1;
  }

  /** Records what a review found. @throws BadPayload in plain words */
  async review(
    actor: Actor,
    { file, today }: SupportedCase,
    plan: PlanVersion,
    typed: Readonly<Record<string, unknown>>,
    runner: Runner = this.statements,
  ): Promise<void> {
    const { reviewedOn, reviews } = reviewsIn(plan, typed, today);
    await runner.run('plan-review', REVIEW, [
      file.id,
      plan.version,
      actor.authority,
      reviewedOn,
      actor.id,
      this.clock.now(),
      JSON.stringify(reviews),
    ]);
  }

  private async cycleOf(
    { authority }: Actor,
    { file }: SupportedCase,
    current: PlanVersion | undefined,
    isNew: boolean,
  ): Promise<number> {
    if (!current) return 1;
    if (!isNew) return current.cycle;
    const [waiting] = notReviewed(current, await this.reviews(authority, file.id));
    if (waiting)
      throw badField(
        'newCycle',
        `Review this outcome before a new cycle begins: ${waiting.outcome}`,
      );
    return current.cycle + 1;
  }
}

const overtaken = (current: PlanVersion | undefined) =>
  new BadPayload([
    {
      path: [],
      message: current
        ? `${current.author} wrote version ${current.version} while you had this open. Read it, then send yours again if it still holds`
        : 'Send this again',
    },
  ]);
