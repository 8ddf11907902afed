import { Statements } from '@app/database';
import { letterSettings, type NewTask, openTasks, writeMessages } from '@app/letters';
import { reviewMeetingBy } from '@app/pathways';
import { addDays, type CalendarDay, Clock, termsOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { DailyTicks } from '../clocks/daily-tick.service';
import { type Morning } from './morning';
import { type ComingTerm, type SchoolOfReviews, termlyMessages } from './termly-messages';
import { COUNCIL, type ReviewRow, REVIEWS, SCHOOLS } from './termly-reviews.sql';

const DAYS_BEFORE = 14;

/** N-55 as a list: two weeks before a term every school hears which reviews fall in it. Once a school and term. */
@Injectable()
export class TermlyReviews {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly ticks: DailyTicks,
  ) {}

  /** @returns number of messages written */
  async write(morning: Morning): Promise<number> {
    const { authority } = morning;
    const term = comingTerm(morning);
    const tick = `termly-reviews:${authority}`;
    if (!term || (await this.ticks.isDone(tick, term.first))) return 0;
    const schools = await this.schoolsWithReviews(authority, term);
    const [council] = await this.statements.run<{ name: string; settings: unknown }>(
      'termly-council',
      COUNCIL,
      [authority],
    );
    const { name = '', settings } = council ?? {};
    const { contact } = letterSettings(settings, name);
    const about = { authority, term, council: name, contact };
    const dueAt = this.clock.now();
    const messages = schools
      .flatMap((school) => termlyMessages(school, about))
      .map((message) => ({ ...message, dueAt }));
    return this.statements.together(async (tx) => {
      await this.ticks.done(tick, term.first, { schools: schools.length }, tx);
      await openTasks(
        tx,
        schools.filter(isOutOfReach).map((it) => byHand(it, morning, term)),
      );
      return (await writeMessages(tx, messages)).length;
    });
  }

  private async schoolsWithReviews(
    authority: string,
    { last }: ComingTerm,
  ): Promise<SchoolOfReviews[]> {
    const values = [authority];
    const rows = await this.statements.run<ReviewRow>('termly-reviews', REVIEWS, values);
    const reviews = rows
      .map(({ answers, ...row }) => ({ ...row, meetingBy: row.dueOn ?? reviewMeetingBy(answers) }))
      .flatMap(({ meetingBy, ...row }) => (meetingBy ? [{ ...row, meetingBy }] : []))
      .filter(({ meetingBy }) => meetingBy <= last)
      .sort((a, b) => a.meetingBy.localeCompare(b.meetingBy));
    const schools = await this.statements.run<Omit<SchoolOfReviews, 'reviews'>>(
      'termly-schools',
      SCHOOLS,
      [authority, [...new Set(reviews.map(({ urn }) => urn))]],
    );
    return schools.map((school) => ({
      ...school,
      reviews: reviews.filter(({ urn }) => urn === school.urn),
    }));
  }
}

/** The term that begins in two weeks or less; from the last working day that leaves the whole two weeks. */
function comingTerm({ day, calendar }: Morning): ComingTerm | undefined {
  const terms = calendar.terms ? termsOf(calendar.terms) : [];
  return terms
    .map(({ blocks }) => ({ first: blocks[0]![0], last: blocks.at(-1)![1] }))
    .find(({ first }) => {
      const from = calendar.lastWorkingDayOnOrBefore(addDays(first, -DAYS_BEFORE));
      return from <= day && day <= first;
    });
}

const isOutOfReach = ({ email, sencos }: SchoolOfReviews) => !email && !sencos.length;

function byHand(
  { urn, name }: SchoolOfReviews,
  { authority, day }: Morning,
  { first }: { first: CalendarDay },
): NewTask {
  return {
    authority,
    caseId: null,
    sourceKey: `termly-reviews:${authority}:${urn}:${first}`,
    text: `Send ${name} its list of reviews for next term`,
    why: 'The school has no e-mail address in the register, and nobody there has an account.',
    officerId: null,
    forRole: 'send_manager',
    openedOn: day,
    dueOn: first,
  };
}
