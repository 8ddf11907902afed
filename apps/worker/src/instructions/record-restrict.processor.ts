import { type Runner } from '@app/database';
import { Injectable } from '@nestjs/common';
import { InstructionProcessor } from './instruction-processor';
import { type WaitingInstruction } from './waiting-instruction';

/** Closes the child's record to all but the few who may open a restricted one. */
@Injectable()
export class RecordRestrictProcessor extends InstructionProcessor {
  readonly kinds = ['record.restrict'] as const;

  async carryOut(tx: Runner, { caseId }: WaitingInstruction): Promise<void> {
    await tx.run('record-restrict', RESTRICT, [caseId]);
  }
}

const RESTRICT = `
UPDATE child h SET restricted = true FROM send_case c WHERE c.id = $1 AND h.id = c.child_id AND NOT h.restricted`;
