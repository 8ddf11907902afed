import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { Assessments, filtered, judged, type OpenAssessment } from '@app/reporting';
import { type Calendar, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type BoardAsked, boardAsked } from './board-asked';

/** The open assessments of a day, judged, and those that the filter lets through. */
export interface BoardSeen {
  readonly asked: BoardAsked;
  readonly day: CalendarDay;
  readonly today: CalendarDay;
  readonly calendar: Calendar;
  readonly all: readonly OpenAssessment[];
  readonly shown: readonly OpenAssessment[];
}

/** One reading for board, lists and downloads, so that a number and its list cannot differ. */
@Injectable()
export class BoardsRead {
  constructor(
    private readonly assessments: Assessments,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  async seen(actor: Actor, query: unknown, pageName: string): Promise<BoardSeen> {
    const today = this.clock.today();
    const asked = boardAsked(query, today);
    const day = asked.on ?? today;
    const [rows, calendar] = await Promise.all([
      this.assessments.openOn(actor, day),
      this.calendars.forAuthority(actor.authority),
    ]);
    await this.log.looked(actor, { action: 'list.seen', page: pageName });
    const all = judged(rows, day, calendar);
    return { asked, day, today, calendar, all, shown: filtered(all, asked.filter) };
  }
}
