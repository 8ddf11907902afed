import { type Runner, Statements } from '@app/database';
import { secondsBeforeNextTry, TRIES } from '@app/jobs';
import { Clock } from '@app/statutory-calendar';
import { Injectable, Logger } from '@nestjs/common';
import { InstructionProcessors } from './instruction-processors';
import { GIVE_UP, MARK_DONE, NEXT_CASE, REST_OF_CASE, TRY_LATER } from './instruction-relay.sql';
import { keyOf, type WaitingInstruction } from './waiting-instruction';

/** An instruction that could not be carried out, with what stood in the way. */
class Stuck extends Error {
  constructor(
    readonly instruction: WaitingInstruction,
    readonly reason: unknown,
  ) {
    super(`${instruction.kind} of ${keyOf(instruction)}: ${String(reason)}`);
  }
}

/**
 * Carries out what steps have left behind: a case at a time, in the order of its history, each case in a transaction
 * of its own. Several workers share the cases by row locks; a case that makes trouble does not hold up another.
 */
@Injectable()
export class InstructionRelay {
  private readonly log = new Logger('Instructions');

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly processors: InstructionProcessors,
  ) {}

  /** Does all that is due. @returns how many instructions were carried out */
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const done = await this.nextCase();
      if (done === 0) return total;
      total += Math.max(done, 0);
    }
  }

  /** Number carried out; 0 when nothing is due, -1 when one was put off. */
  private async nextCase(): Promise<number> {
    try {
      return await this.statements.together((tx) => this.oneCase(tx));
    } catch (error) {
      if (!(error instanceof Stuck)) throw error;
      await this.putOff(error);
      return -1;
    }
  }

  private async oneCase(tx: Runner): Promise<number> {
    const now = this.clock.now();
    const [first] = await tx.run<WaitingInstruction>('instructions-next-case', NEXT_CASE, [now]);
    if (!first) return 0;
    const rest = await tx.run<WaitingInstruction>('instructions-rest', REST_OF_CASE, [
      first.caseId,
      now,
      first.version,
      first.number,
    ]);
    for (const instruction of [first, ...rest]) await this.carryOut(tx, instruction, now);
    return rest.length + 1;
  }

  private async carryOut(tx: Runner, instruction: WaitingInstruction, now: Date): Promise<void> {
    const { caseId, version, number } = instruction;
    try {
      await this.processors.processorFor(instruction.kind).carryOut(tx, instruction);
    } catch (error) {
      throw isGone(error) ? error : new Stuck(instruction, error);
    }
    await tx.run('instruction-done', MARK_DONE, [caseId, version, number, now]);
  }

  /** Later again; after a few tries a person gets it as a task, and the rest of the case goes on. */
  private async putOff({ instruction, message }: Stuck): Promise<void> {
    this.log.warn(message);
    const { authority, caseId, version, number, attempts, kind } = instruction;
    const tries = attempts + 1;
    const now = this.clock.now();
    if (tries < TRIES) {
      const after = new Date(now.getTime() + secondsBeforeNextTry(tries) * 1_000);
      await this.statements.run('instruction-later', TRY_LATER, [
        caseId,
        version,
        number,
        after,
        message,
      ]);
      return;
    }
    const text = `Causeway could not do this by itself: ${WORDS[kind] ?? 'a step that follows'}`;
    const why = `It was tried ${TRIES} times. Do it by hand, and tell whoever looks after Causeway.`;
    const values = [
      caseId,
      version,
      number,
      now,
      message,
      authority,
      `instruction:${keyOf(instruction)}`,
      text,
      why,
      this.clock.today(),
    ];
    await this.statements.run('instruction-give-up', GIVE_UP, values);
  }
}

const WORDS: Readonly<Partial<Record<string, string>>> = {
  'message.send': 'write the message about the last step',
  'messages.cancel': 'stop messages that were on their way',
  'record.restrict': 'restrict the child’s record, or open it again',
};

/** The database itself is away: nobody’s fault here, and the next look tries again. */
function isGone(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return (
    /^(08|57P|40001|40P01|55P03|ECONN|EPIPE)/.test(code) ||
    /connection/i.test((error as Error).message ?? '')
  );
}
