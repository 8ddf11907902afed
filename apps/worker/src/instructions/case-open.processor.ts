import { type Runner } from '@app/database';
import { forWorker, openTasks } from '@app/letters';
import { type Instruction, pathways } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { InstructionProcessor } from './instruction-processor';
import { keyOf, type WaitingInstruction } from './waiting-instruction';

type Open = Omit<Extract<Instruction, { type: 'case.open' }>, 'type'>;

/** A case begins with what a person says about it, so opening the next one is a task with the reason beside it. */
@Injectable()
export class CaseOpenProcessor extends InstructionProcessor {
  readonly kinds = ['case.open'] as const;

  constructor(private readonly clock: Clock) {
    super();
  }

  async carryOut(tx: Runner, instruction: WaitingInstruction): Promise<void> {
    const { pathway, reason } = instruction.detail as unknown as Open;
    const { authority, caseId } = instruction;
    const [subject] = await tx.run<{ ownerId: string | null }>('case-open-owner', OWNER, [
      authority,
      caseId,
    ]);
    const title =
      pathways.find(({ name }) => name === pathway)?.title ?? pathway.replaceAll('_', ' ');
    const today = this.clock.today();
    await openTasks(tx, [
      {
        authority,
        caseId,
        sourceKey: `open:${keyOf(instruction)}`,
        text: `Open the next case: ${title}`,
        why: reason,
        ...forWorker(subject?.ownerId ?? null),
        openedOn: today,
        dueOn: null,
      },
    ]);
  }
}

const OWNER = `SELECT owner_id AS "ownerId" FROM send_case WHERE authority = $1 AND id = $2`;
