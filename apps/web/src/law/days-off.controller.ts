import { AccessLog, type Actor } from '@app/access';
import { CalendarChanges, Calendars, PlanRefused } from '@app/casework';
import { BadHolidayList, Clock, plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { readDays } from '../admin/terms-text';
import { fromAsked, paged } from '../boards/paging';
import { type FormBody, type Problem } from '../forms/form-body';
import { fileOf } from '../forms/uploaded-file';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { changeRow, effectRows, holidayRows } from './days-off-model';

const KEEP = {
  action: 'look after bank holidays and closure days',
  roles: ['administrator', 'send_manager'],
} as const;
const ON_A_PAGE = 100;
const PROPOSED = 'The change is proposed. Nothing counts by it until a second person approves it.';

interface Typed {
  readonly closures?: string;
  readonly closuresReason?: string;
  readonly holidaysReason?: string;
}

/** Days that are no working days: what counts now, and changes that one person proposes and another decides. */
@Controller()
export class DaysOffController {
  constructor(
    private readonly changes: CalendarChanges,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.admin.daysOff)
  @Policy(KEEP)
  show(@SignedIn() officer: Actor): Promise<Page> {
    return this.home(officer, {}, []);
  }

  @Post(paths.admin.closures)
  @Policy(KEEP)
  async closures(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const closures = one(body, 'closures') ?? '';
    const closuresReason = one(body, 'closuresReason') ?? '';
    const { days, problems } = readDays('closures', closures);
    const typed = { closures, closuresReason };
    if (problems.length) return this.home(officer, typed, problems);
    return this.proposed(officer, { typed, field: 'closures' }, () =>
      this.changes.proposeClosures(officer, days, closuresReason),
    );
  }

  @Post(paths.admin.bankHolidays)
  @Policy({ ...KEEP, upload: true })
  async holidays(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const holidaysReason = one(body, 'holidaysReason') ?? '';
    const asked = { typed: { holidaysReason }, field: 'list' };
    const file = fileOf(body, 'list');
    return this.proposed(officer, asked, async () =>
      this.changes.proposeHolidays(officer, read(file?.bytes), holidaysReason),
    );
  }

  @Get(paths.admin.daysOffChange(':id'))
  @Policy(KEEP)
  change(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page> {
    return this.onePage(officer, id, { query });
  }

  @Post(paths.admin.decideDaysOff(':id'))
  @Policy(KEEP)
  async decide(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const decision = one(body, 'decision') === 'approved' ? 'approved' : 'refused';
    try {
      await this.changes.decide(officer, id, decision);
    } catch (error) {
      if (!(error instanceof PlanRefused)) throw error;
      return this.onePage(officer, id, { problems: [{ field: '', text: error.message }] });
    }
    await this.log.looked(officer, { action: `${decision} days off`, page: paths.admin.daysOff });
    return redirect(paths.admin.daysOff, {
      flash:
        decision === 'approved'
          ? 'The change is approved. Dates worked out from now on use it.'
          : 'The change is refused. Nothing changes.',
    });
  }

  private async proposed(
    officer: Actor,
    { typed, field }: { readonly typed: Typed; readonly field: string },
    propose: () => Promise<string>,
  ): Promise<Page | Redirect> {
    try {
      const id = await propose();
      await this.log.looked(officer, { action: 'proposed days off', page: paths.admin.daysOff });
      return redirect(paths.admin.daysOffChange(id), { flash: PROPOSED });
    } catch (error) {
      if (!(error instanceof PlanRefused || error instanceof BadHolidayList)) throw error;
      return this.home(officer, typed, [{ field, text: error.message }]);
    }
  }

  private async home(officer: Actor, typed: Typed, problems: readonly Problem[]): Promise<Page> {
    const { authority } = officer;
    const closures = await this.calendars.closures(authority);
    const holidays = await this.calendars.bankHolidays(authority);
    const problemOf = (field: string) => problems.find((it) => it.field === field)?.text;
    const model = {
      holidays: holidayRows(holidays, this.clock.today()),
      changes: (await this.changes.all(officer)).map(changeRow),
      closures: typed.closures ?? closures.map(plainDay).join('\n'),
      closuresReason: typed.closuresReason ?? '',
      holidaysReason: typed.holidaysReason ?? '',
      problems,
      closuresProblem: problemOf('closures'),
      listProblem: problemOf('list'),
    };
    return page('law/days-off', model, { status: problems.length ? 422 : 200 });
  }

  private async onePage(
    officer: Actor,
    id: string,
    { query, problems = [] }: { readonly query?: unknown; readonly problems?: readonly Problem[] },
  ): Promise<Page> {
    const change = (await this.changes.all(officer)).find((it) => it.id === id);
    if (!change) throw new NotFoundException();
    const isOpen = change.decision === null;
    const { days, dates } = isOpen
      ? effectRows(await this.changes.effect(officer, id))
      : { days: [], dates: [] };
    const { rows, pager } = paged(
      dates,
      fromAsked(query),
      ON_A_PAGE,
      (from) => `${paths.admin.daysOffChange(id)}${from ? `?from=${from}` : ''}`,
    );
    const model = {
      ...changeRow(change),
      problems,
      days,
      rows,
      pager,
      dates: dates.length,
      isOpen,
      isOwn: change.proposedById === officer.id,
      mayOpenCases: officer.roles.includes('send_manager'),
      decideAction: paths.admin.decideDaysOff(id),
    };
    return page('law/days-off-change', model, { status: problems.length ? 422 : 200 });
  }
}

function read(bytes: Buffer | undefined): unknown {
  if (!bytes?.length) throw new PlanRefused('Choose the file with the bank holidays');
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new PlanRefused(
      'This file is not JSON. Choose bank-holidays.json as the government publishes it',
    );
  }
}
