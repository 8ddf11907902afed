import { type Runner } from '@app/database';
import { type Instruction } from '@app/pathways';
import { type WaitingInstruction } from './waiting-instruction';

/** Carries out one kind of instruction, inside the transaction that marks it done; running it twice changes nothing. */
export abstract class InstructionProcessor {
  abstract readonly kinds: readonly Instruction['type'][];
  abstract carryOut(tx: Runner, instruction: WaitingInstruction): Promise<void>;
}
