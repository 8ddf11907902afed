import { Injectable } from '@nestjs/common';
import { ActionReminders } from './action-reminders.service';
import { AdviceReminders } from './advice-reminders.service';
import { CalendarWarnings } from './calendar-warnings.service';
import { Digests } from './digests.service';
import { FreedPlaces } from './freed-places.service';
import { LateAdviceReminders } from './late-advice.service';
import { TermlyReviews } from './termly-reviews.service';
import { WaitingReminders } from './waiting-reminders.service';
import { type Morning } from './morning';

/** What a morning brings. Each part leaves alone what it has written before. */
@Injectable()
export class MorningReminders {
  constructor(
    private readonly actions: ActionReminders,
    private readonly advice: AdviceReminders,
    private readonly lateAdvice: LateAdviceReminders,
    private readonly waiting: WaitingReminders,
    private readonly reviews: TermlyReviews,
    private readonly digests: Digests,
    private readonly warnings: CalendarWarnings,
    private readonly places: FreedPlaces,
  ) {}

  /** @returns how many messages were written of each kind, and how many tasks */
  async write(morning: Morning): Promise<{
    readonly messages: Readonly<Record<string, number>>;
    readonly tasks: Readonly<Record<string, number>>;
  }> {
    return {
      messages: {
        actions: await this.actions.write(morning),
        advice: await this.advice.write(morning),
        lateAdvice: await this.lateAdvice.write(morning),
        waiting: await this.waiting.write(morning),
        reviews: await this.reviews.write(morning),
        digests: await this.digests.write(morning),
      },
      tasks: {
        places: await this.places.write(morning),
        warnings: await this.warnings.write(morning),
      },
    };
  }
}
