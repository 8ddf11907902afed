import { type Actor } from '@app/access';
import { Calendars, LawPacks, type Question, QUESTIONS, whatIf } from '@app/casework';
import { type CalendarRecord, SchoolCalendars } from '@app/people';
import { type Calendar, Clock, englandBankHolidays, makeCalendar } from '@app/statutory-calendar';
import { Controller, Get, Query } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { type Typed, whatIfModel } from './what-if-model';

/** Can it still be met? Answered from days alone: no case, no name, and nothing is kept. */
@Controller()
export class WhatIfController {
  constructor(
    private readonly calendars: Calendars,
    private readonly laws: LawPacks,
    private readonly schools: SchoolCalendars,
    private readonly clock: Clock,
  ) {}

  @Get(paths.whatIf)
  @Policy({ action: 'work out dates without a case', roles: 'any' })
  async show(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const about: Question = one(query, 'about') === 'review' ? 'review' : 'assessment';
    const names = [...QUESTIONS[about].days.map(({ name }) => name), 'kind'];
    const typed: Typed = Object.fromEntries(names.map((name) => [name, one(query, name)]));
    const today = this.clock.today();
    const known = await this.schools.list(officer);
    const chosen = known.find(({ id }) => id === one(query, 'calendar'));
    const { problems, answer } = Object.values(typed).some(Boolean)
      ? whatIf(about, typed, { today, calendar: await this.countedIn(officer, chosen) })
      : { problems: [], answer: undefined };
    const model = whatIfModel({
      about,
      typed,
      problems,
      answer,
      today,
      calendars: known,
      calendarId: chosen?.id,
    });
    return page('what-if/what-if', model, { status: problems.length ? 422 : 200 });
  }

  private async countedIn(officer: Actor, chosen: CalendarRecord | undefined) {
    const calendar = await this.calendarOf(officer, chosen);
    return { ...calendar, packs: await this.laws.inForce(officer.authority) };
  }

  /** The council’s own working days, with the holidays of the school that was chosen. */
  private async calendarOf(officer: Actor, chosen: CalendarRecord | undefined): Promise<Calendar> {
    const own = await this.calendars.forAuthority(officer.authority);
    if (!chosen) return own;
    const school = makeCalendar({ bankHolidays: englandBankHolidays.days, terms: chosen });
    return {
      ...own,
      schoolName: school.schoolName,
      termsLoadedTo: school.termsLoadedTo,
      isSchoolDay: (day) => school.isSchoolDay(day),
      whyNotSchoolDay: (day) => school.whyNotSchoolDay(day),
    };
  }
}
