import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import {
  Assessments,
  filtered,
  judged,
  judgedStanding,
  type OpenAssessment,
  type StandingAssessment,
  type Tallied,
  Tallies,
} from '@app/reporting';
import { type Calendar, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type BoardAsked, boardAsked } from './board-asked';

/** The open assessments of a day, judged, and those that the filter lets through. */
export interface BoardSeen {
  readonly asked: BoardAsked;
  readonly day: CalendarDay;
  readonly today: CalendarDay;
  readonly calendar: Calendar;
  readonly all: readonly StandingAssessment[];
  readonly shown: readonly StandingAssessment[];
  /** Some of them with all that a line of a list says, worst first. */
  readonly inFull: (some: readonly StandingAssessment[]) => Promise<OpenAssessment[]>;
}

/** One reading for board, lists and downloads, so that a number and its list cannot differ. */
@Injectable()
export class BoardsRead {
  constructor(
    private readonly assessments: Assessments,
    private readonly tallies: Tallies,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  /** What the address asks for. */
  async seen(actor: Actor, query: unknown, pageName: string): Promise<BoardSeen> {
    const today = this.clock.today();
    const asked = boardAsked(query, today);
    const day = asked.on ?? today;
    const calendar = await this.calendars.forAuthority(actor.authority);
    const rows = await this.assessments.standingOn(actor, day);
    const all = judgedStanding(rows, day, calendar);
    await this.log.looked(actor, { action: 'list.seen', page: pageName });
    return {
      asked,
      day,
      today,
      calendar,
      all,
      shown: filtered(all, asked.filter),
      inFull: async (some) => {
        const named = some.map(({ caseId }) => caseId);
        return judged(await this.assessments.openOn(actor, day, named), day, calendar);
      },
    };
  }

  /** The same assessments counted: today without reading them, where each has its usual date. */
  async counted(actor: Actor, seen: BoardSeen): Promise<readonly Tallied[]> {
    const { asked, day, today, calendar, shown } = seen;
    if (day !== today || Object.keys(asked.filter).length) return shown;
    const { usual, odd } = await this.tallies.today(actor, today, calendar);
    return odd ? shown : usual;
  }
}
