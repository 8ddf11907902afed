import { AccessDenied, type Actor } from '@app/access';
import { BadPayload, CaseNotFound, CaseworkService, type ListedCase } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** What became of one case. */
export interface HandOverResult {
  readonly reference: string;
  readonly childName: string;
  readonly isDone: boolean;
  readonly words: string;
}

/** Who takes the cases and why; `batch` makes a form that is sent twice one hand-over. */
export interface HandOverOrder {
  readonly to: string;
  readonly reason: string;
  readonly batch: string;
  readonly overReason: string | undefined;
}

/** Moves cases from one officer to another through the door, one by one. */
@Injectable()
export class HandOver {
  constructor(
    private readonly casework: CaseworkService,
    private readonly clock: Clock,
  ) {}

  /** Each case on its own: one that cannot move stops none of the others. */
  async move(
    manager: Actor,
    cases: readonly ListedCase[],
    order: HandOverOrder,
  ): Promise<HandOverResult[]> {
    const results: HandOverResult[] = [];
    for (const subject of cases) results.push(await this.moveOne(manager, subject, order));
    return results;
  }

  private async moveOne(
    manager: Actor,
    { reference, childName, state }: ListedCase,
    { to, reason, batch, overReason }: HandOverOrder,
  ): Promise<HandOverResult> {
    const occurredOn = this.clock.today();
    const held = state.value['ownership'];
    const isHeld = held === 'allocated' || held === 'covered';
    let waits = false;
    try {
      if (isHeld) {
        await this.casework.record(manager, reference, {
          type: 'REALLOCATION_REQUESTED',
          occurredOn,
          payload: { reason },
          commandKey: `${batch}-${reference}-1`,
        });
        waits = true;
      }
      const payload = { workerId: to, ...(overReason && { overrideReason: overReason }) };
      await this.casework.record(manager, reference, {
        type: 'ALLOCATED',
        occurredOn,
        payload,
        commandKey: `${batch}-${reference}-2`,
      });
      return { reference, childName, isDone: true, words: 'Handed over' };
    } catch (error) {
      return {
        reference,
        childName,
        isDone: false,
        words: `${wordsOf(error)}${waits ? ' The case now waits for a new officer.' : ''}`,
      };
    }
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof NotAllowedNow) return error.reasons.map(({ text }) => `${text}.`).join(' ');
  if (error instanceof BadPayload)
    return error.problems.map(({ message }) => `${message}.`).join(' ');
  if (error instanceof AccessDenied) return 'Your role does not give this case to somebody.';
  if (error instanceof CaseNotFound) return 'The case is no longer open to you.';
  throw error;
}
