import { Injectable } from '@nestjs/common';
import { AdviceReminders } from './advice-reminders.service';
import { CalendarWarnings } from './calendar-warnings.service';
import { Digests } from './digests.service';
import { type Morning } from './morning';

/** What a morning brings. Each part leaves alone what it has written before. */
@Injectable()
export class MorningReminders {
  constructor(
    private readonly advice: AdviceReminders,
    private readonly digests: Digests,
    private readonly warnings: CalendarWarnings,
  ) {}

  async write(morning: Morning): Promise<{ advice: number; digests: number; warnings: number }> {
    return {
      advice: await this.advice.write(morning),
      digests: await this.digests.write(morning),
      warnings: await this.warnings.write(morning),
    };
  }
}
