import { type Runner } from '@app/database';
import { Injectable } from '@nestjs/common';
import { InstructionProcessor } from './instruction-processor';
import { type WaitingInstruction } from './waiting-instruction';

/** Keeps the child's record as closed as the child's cases are: restricted while one of them is, open again when none is. */
@Injectable()
export class RecordRestrictProcessor extends InstructionProcessor {
  readonly kinds = ['record.restrict'] as const;

  async carryOut(tx: Runner, { caseId }: WaitingInstruction): Promise<void> {
    await tx.run('record-restrict', RESTRICT, [caseId]);
  }
}

const RESTRICT = `
UPDATE child h SET restricted = now.restricted
FROM send_case c, LATERAL (SELECT bool_or(o.restricted) AS restricted FROM send_case o WHERE o.child_id = c.child_id) now
WHERE c.id = $1 AND h.id = c.child_id AND h.restricted <> now.restricted`;
