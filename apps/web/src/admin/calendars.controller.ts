import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { Clock, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { CalendarsRepository, type SchoolCalendar } from './calendars.repository';
import { readTerms, termsAsText, type TermsReading } from './terms-text';
import { loadedTo, termsWarnings } from './terms-warning';

const ADMIN = { action: 'load term dates', roles: ['administrator'] } as const;
const ONE = paths.admin.calendar(':id');

/** School calendars: which terms are loaded, and how far. */
@Controller()
export class CalendarsController {
  constructor(
    private readonly calendars: CalendarsRepository,
    private readonly counting: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.admin.calendars)
  @Policy(ADMIN)
  async list(@SignedIn() { authority }: Actor): Promise<Page> {
    const calendars = await this.calendars.all(authority);
    const rows = calendars.map((calendar) => {
      const last = loadedTo(calendar);
      return {
        ...calendar,
        href: paths.admin.calendar(calendar.id),
        loadedTo: last ? plainDay(last) : 'Nothing loaded',
      };
    });
    return page('admin/calendars', {
      rows,
      warnings: termsWarnings(calendars, this.clock.today()),
    });
  }

  @Get(paths.admin.addCalendar)
  @Policy(ADMIN)
  add(): Page {
    return this.form({ name: '', terms: '', inset: '' });
  }

  @Post(paths.admin.addCalendar)
  @Policy(ADMIN)
  async create(@SignedIn() admin: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const typed = typedFrom(body);
    const name = typed.name.trim();
    const read = readTerms(typed.terms, typed.inset);
    const problems = problemsOf(read);
    if (!name) problems.unshift({ field: 'name', text: 'Enter a name for the calendar' });
    if (name.length > 80)
      problems.unshift({ field: 'name', text: 'Name must be 80 characters or fewer' });
    if (!problems.length && !(await this.calendars.add(admin.authority, name, read))) {
      problems.push({ field: 'name', text: 'There is a calendar of this name already' });
    }
    return problems.length ? this.form(typed, problems) : this.saved(admin);
  }

  @Get(ONE)
  @Policy(ADMIN)
  async show(@SignedIn() { authority }: Actor, @Param('id') id: string): Promise<Page> {
    const calendar = await this.find(authority, id);
    return this.form({ name: calendar.name, ...termsAsText(calendar) }, [], calendar);
  }

  @Post(ONE)
  @Policy(ADMIN)
  async change(
    @SignedIn() admin: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const calendar = await this.find(admin.authority, id);
    const typed = typedFrom(body);
    const read = readTerms(typed.terms, typed.inset);
    const problems = problemsOf(read);
    if (problems.length) return this.form({ ...typed, name: calendar.name }, problems, calendar);
    await this.calendars.change(admin.authority, id, read);
    return this.saved(admin);
  }

  private async saved(admin: Actor): Promise<Redirect> {
    this.counting.forget();
    await this.log.looked(admin, { action: 'loaded term dates', page: paths.admin.calendars });
    return redirect(paths.admin.calendars, {
      flash: 'The term dates are saved. Dates worked out from now on use them.',
    });
  }

  private async find(authority: string, id: string): Promise<SchoolCalendar> {
    const calendar = await this.calendars.one(authority, id);
    if (!calendar) throw new NotFoundException();
    return calendar;
  }

  private form(
    typed: { name: string; terms: string; inset: string },
    problems: readonly Problem[] = [],
    calendar?: SchoolCalendar,
  ): Page {
    const problem = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
    const action = calendar ? paths.admin.calendar(calendar.id) : paths.admin.addCalendar;
    return page(
      'admin/calendar',
      { ...typed, action, calendar, problems, problem },
      { status: problems.length ? 422 : 200 },
    );
  }
}

function typedFrom(body: FormBody) {
  return {
    name: one(body, 'name') ?? '',
    terms: one(body, 'terms') ?? '',
    inset: one(body, 'inset') ?? '',
  };
}

function problemsOf({ termsProblem, insetProblem }: TermsReading): Problem[] {
  return [
    ...(termsProblem ? [{ field: 'terms', text: termsProblem }] : []),
    ...(insetProblem ? [{ field: 'inset', text: insetProblem }] : []),
  ];
}
