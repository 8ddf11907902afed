import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { PlanRegister, type RegisterCount } from '@app/reporting';
import { type Calendar, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type ReviewsAsked, reviewsAsked } from './reviews-asked';

/** What a page of the register is about. */
export interface ReviewsSeen {
  readonly asked: ReviewsAsked;
  readonly day: CalendarDay;
  readonly today: CalendarDay;
  readonly calendar: Calendar;
}

/** The beginning of every page of the register: the day, the filter, and a line in the log of who has looked. */
@Injectable()
export class ReviewsRead {
  constructor(
    private readonly register: PlanRegister,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  async seen(actor: Actor, query: unknown, pageName: string): Promise<ReviewsSeen> {
    const today = this.clock.today();
    const asked = reviewsAsked(query, today);
    const calendar = await this.calendars.forAuthority(actor.authority);
    await this.log.looked(actor, { action: 'list.seen', page: pageName });
    return { asked, day: asked.on ?? today, today, calendar };
  }

  /** Counts of the plans that the filter lets through. */
  figures(actor: Actor, { asked, day }: ReviewsSeen): Promise<RegisterCount[]> {
    return this.register.figures(actor, { day, filter: asked.filter }, asked.by);
  }
}
