import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { BadDetails, type CalendarRecord, SchoolCalendars, type TypedCalendar } from '@app/people';
import { Clock, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { readTerms, termsAsText } from './terms-text';
import { loadedTo, termsWarnings } from './terms-warning';

const ADMIN = { action: 'load term dates', roles: ['administrator'] } as const;
const ONE = paths.admin.calendar(':id');

/** School calendars: which terms are loaded, and how far. */
@Controller()
export class CalendarsController {
  constructor(
    private readonly calendars: SchoolCalendars,
    private readonly counting: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.admin.calendars)
  @Policy(ADMIN)
  async list(@SignedIn() admin: Actor): Promise<Page> {
    const calendars = await this.calendars.list(admin);
    const rows = calendars.map((calendar) => {
      const last = loadedTo(calendar);
      const href = paths.admin.calendar(calendar.id);
      return { ...calendar, href, loadedTo: last ? plainDay(last) : 'Nothing loaded' };
    });
    return page('admin/calendars', {
      rows,
      warnings: termsWarnings(calendars, this.clock.today()),
    });
  }

  @Get(paths.admin.addCalendar)
  @Policy(ADMIN)
  add(): Page {
    return form({ name: '', terms: '', inset: '' });
  }

  @Post(paths.admin.addCalendar)
  @Policy(ADMIN)
  async create(@SignedIn() admin: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const typed = typedFrom(body);
    const isFirst = (await this.calendars.list(admin)).length === 0;
    const problems = await this.save(admin, typed, { name: typed.name, isDefault: isFirst });
    return problems.length ? form(typed, problems) : saved();
  }

  @Get(ONE)
  @Policy(ADMIN)
  async show(@SignedIn() admin: Actor, @Param('id') id: string): Promise<Page> {
    const calendar = await this.find(admin, id);
    return form({ name: calendar.name, ...termsAsText(calendar) }, [], calendar);
  }

  @Post(ONE)
  @Policy(ADMIN)
  async change(
    @SignedIn() admin: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const calendar = await this.find(admin, id);
    const typed = { ...typedFrom(body), name: calendar.name };
    const problems = await this.save(admin, typed, { id, name: calendar.name });
    return problems.length ? form(typed, problems, calendar) : saved();
  }

  private async save(
    admin: Actor,
    typed: Typed,
    calendar: Pick<TypedCalendar, 'id' | 'name' | 'isDefault'>,
  ): Promise<readonly Problem[]> {
    const { problems, ...dates } = readTerms(typed.terms, typed.inset);
    if (problems.length) return problems;
    try {
      await this.calendars.save(admin, { ...calendar, ...dates });
    } catch (error) {
      if (error instanceof BadDetails) return onFields(error);
      throw error;
    }
    this.counting.forget();
    await this.log.looked(admin, { action: 'loaded term dates', page: paths.admin.calendars });
    return [];
  }

  private async find(admin: Actor, id: string): Promise<CalendarRecord> {
    const calendar = (await this.calendars.list(admin)).find((each) => each.id === id);
    if (!calendar) throw new NotFoundException();
    return calendar;
  }
}

interface Typed {
  readonly name: string;
  readonly terms: string;
  readonly inset: string;
}

function typedFrom(body: FormBody): Typed {
  const typed = (name: string) => one(body, name) ?? '';
  return { name: typed('name'), terms: typed('terms'), inset: typed('inset') };
}

function onFields({ problems }: BadDetails): Problem[] {
  return problems.slice(0, 1).map(({ path, message }) => ({ field: path[0] ?? '', text: message }));
}

function saved(): Redirect {
  return redirect(paths.admin.calendars, {
    flash: 'The term dates are saved. Dates worked out from now on use them.',
  });
}

function form(typed: Typed, problems: readonly Problem[] = [], calendar?: CalendarRecord): Page {
  const problem = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
  const action = calendar ? paths.admin.calendar(calendar.id) : paths.admin.addCalendar;
  const model = { ...typed, action, calendar, problems, problem };
  return page('admin/calendar', model, { status: problems.length ? 422 : 200 });
}
