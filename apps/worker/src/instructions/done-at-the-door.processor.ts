import { Injectable } from '@nestjs/common';
import { InstructionProcessor } from './instruction-processor';

/** Tasks, places and referrals are rows that the door writes in the same commit; nothing is left to do. */
@Injectable()
export class DoneAtTheDoorProcessor extends InstructionProcessor {
  readonly kinds = [
    'task.open',
    'actions.open',
    'place.claim',
    'place.release',
    'case.open',
  ] as const;

  async carryOut(): Promise<void> {
    // written with the event
  }
}
