import { Injectable } from '@nestjs/common';
import { Wakeup, type WakeupState } from './wakeup';

/** No queue at all (WAKEUP=poll): the worker finds its work at the next poll. */
@Injectable()
export class WakeupByPoll extends Wakeup {
  override ring(): void {
    // nobody to wake: the worker looks by itself
  }

  override state(): WakeupState {
    return { by: 'poll' };
  }
}
