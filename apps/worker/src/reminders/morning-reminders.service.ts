import { Injectable } from '@nestjs/common';
import { ActionReminders } from './action-reminders.service';
import { AdviceReminders } from './advice-reminders.service';
import { CalendarWarnings } from './calendar-warnings.service';
import { Digests } from './digests.service';
import { FreedPlaces } from './freed-places.service';
import { type Morning } from './morning';

/** What a morning brings. Each part leaves alone what it has written before. */
@Injectable()
export class MorningReminders {
  constructor(
    private readonly actions: ActionReminders,
    private readonly advice: AdviceReminders,
    private readonly digests: Digests,
    private readonly warnings: CalendarWarnings,
    private readonly places: FreedPlaces,
  ) {}

  async write(
    morning: Morning,
  ): Promise<Readonly<Record<'actions' | 'advice' | 'places' | 'digests' | 'warnings', number>>> {
    return {
      actions: await this.actions.write(morning),
      advice: await this.advice.write(morning),
      places: await this.places.write(morning),
      digests: await this.digests.write(morning),
      warnings: await this.warnings.write(morning),
    };
  }
}
