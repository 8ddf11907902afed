import { Injectable } from '@nestjs/common';
import { InstructionProcessor } from './instruction-processor';

/** Tasks and places are rows that the door writes in the same commit; nothing is left to do. */
@Injectable()
export class DoneAtTheDoorProcessor extends InstructionProcessor {
  readonly kinds = ['task.open', 'place.claim', 'place.release'] as const;

  async carryOut(): Promise<void> {
    // written with the event
  }
}
