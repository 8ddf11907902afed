import { type Runner } from '@app/database';
import { NoticeWriter } from '@app/letters';
import { type Instruction } from '@app/pathways';
import { Injectable } from '@nestjs/common';
import { InstructionProcessor } from './instruction-processor';
import { keyOf, type WaitingInstruction } from './waiting-instruction';

type Send = Omit<Extract<Instruction, { type: 'message.send' }>, 'type'>;

/** Writes a notice into the ledger, one line for each reader. */
@Injectable()
export class MessageSendProcessor extends InstructionProcessor {
  readonly kinds = ['message.send'] as const;

  constructor(private readonly notices: NoticeWriter) {
    super();
  }

  async carryOut(tx: Runner, instruction: WaitingInstruction): Promise<void> {
    const { authority, caseId, version } = instruction;
    const { notice, to, statutory = false } = instruction.detail as unknown as Send;
    const key = keyOf(instruction);
    await this.notices.write(tx, { authority, caseId, version, notice, to, statutory, key });
  }
}
