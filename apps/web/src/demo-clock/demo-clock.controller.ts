import { type Actor } from '@app/access';
import { DemoClock } from '@app/casework';
import { addDays, type CalendarDay, Clock, longDay, SystemClock } from '@app/statutory-calendar';
import { Body, Controller, Get, Inject, NotFoundException, Post } from '@nestjs/common';
import { type Config } from '../config';
import { CONFIG } from '../config.token';
import { dayField, readDay } from '../forms/day-field';
import { type FormBody, type Problem } from '../forms/form-body';
import { Authorities } from '../frame/authorities';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';

const MOVE = { action: 'move the demonstration clock', roles: 'any' } as const;
const FURTHEST = 800; // days either way: bank holidays and terms are loaded for about as long

/** The day of a demonstration, which anybody in it may move; there is no such page where records are real. */
@Controller()
export class DemoClockController {
  private readonly realClock = new SystemClock();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly authorities: Authorities,
  ) {}

  @Get(paths.demoClock)
  @Policy(MOVE)
  async show(@SignedIn() officer: Actor): Promise<Page> {
    await this.demoOnly(officer);
    return this.form({});
  }

  @Post(paths.demoClock)
  @Policy(MOVE)
  async move(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const clock = await this.demoOnly(officer);
    const wanted = this.wanted(body);
    if (wanted.problem) return this.form(body, [{ field: 'day-day', text: wanted.problem }]);
    await clock.moveTo(wanted.day ?? null);
    return redirect(paths.myWork, {
      flash: { kind: 'notice', text: `It is now ${longDay(this.clock.today())} here.` },
    });
  }

  private wanted(body: FormBody): { day?: CalendarDay; problem?: string } {
    const step = one(body, 'step');
    if (step === 'today') return {};
    if (step && /^\d{1,2}$/.test(step))
      return this.within(addDays(this.clock.today(), Number(step)));
    const read = readDay(body, 'day', 'Day');
    if (read.problem || !read.day) return { problem: read.problem ?? 'Enter a day' };
    return this.within(read.day);
  }

  private within(day: CalendarDay): { day?: CalendarDay; problem?: string } {
    const today = this.realClock.today();
    if (day < addDays(today, -FURTHEST) || day > addDays(today, FURTHEST)) {
      return { problem: 'Day must be within about two years of today' };
    }
    return { day };
  }

  private form(body: FormBody, problems: readonly Problem[] = []): Page {
    const day = dayField('day', 'Go to this day', body, {
      problem: problems[0]?.text,
      hint: 'For example, 27 3 2027',
    });
    const model = { today: this.clock.today(), real: this.realClock.today(), day, problems };
    return page('demo-clock/demo-clock', model, { status: problems.length ? 422 : 200 });
  }

  private async demoOnly(officer: Actor): Promise<DemoClock> {
    const authority = await this.authorities.named(officer.authority);
    if (this.config.production || !authority?.isDemo || !(this.clock instanceof DemoClock))
      throw new NotFoundException();
    return this.clock;
  }
}
