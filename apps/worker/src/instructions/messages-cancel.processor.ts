import { type Runner } from '@app/database';
import { type Instruction } from '@app/pathways';
import { Injectable } from '@nestjs/common';
import { InstructionProcessor } from './instruction-processor';
import { type WaitingInstruction } from './waiting-instruction';

type Cancel = Omit<Extract<Instruction, { type: 'messages.cancel' }>, 'type'>;

/** Stops what has not left yet. After a death this reaches every case of the child. */
@Injectable()
export class MessagesCancelProcessor extends InstructionProcessor {
  readonly kinds = ['messages.cancel'] as const;

  async carryOut(tx: Runner, { caseId, version, detail }: WaitingInstruction): Promise<void> {
    const { reason, to = null } = detail as unknown as Cancel;
    await tx.run('messages-cancel', CANCEL, [caseId, version, reason, to]);
  }
}

const CANCEL = `
UPDATE message m SET status = 'cancelled', trouble = $3
FROM send_case c, send_case about
WHERE c.id = $1 AND about.id = m.case_id AND m.status IN ('due', 'for_release')
  AND (($4::text[] IS NULL) OR split_part(m.recipient, ':', 1) = ANY($4::text[]))
  AND ((about.id = c.id AND m.case_version < $2) OR (c.stage = 'closed_deceased' AND about.child_id = c.child_id))`;
