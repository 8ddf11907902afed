import { type Actor } from '@app/access';
import { type PlanSent, PlansSent, timelinessOf } from '@app/reporting';
import {
  addDays,
  addMonths,
  Clock,
  daysBetween,
  plainDay,
  shortDay,
} from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { boardAsked, boardHref } from './board-asked';
import { fileAnswer, fileHrefs } from './board-file';
import { BOARD_ROLES } from './boards-roles';
import { fromAsked, paged } from './paging';

const SEE = { action: 'see the plans that were sent', roles: BOARD_ROLES } as const;
const TIMES = { all: 'All', in: 'Within 20 weeks', late: 'Late' } as const;
type Time = keyof typeof TIMES;
const ON_A_PAGE = 100;
const HEADINGS = [
  'Case',
  'Child',
  'Officer',
  'Request received',
  '20 weeks end',
  'Plan sent',
  'Within 20 weeks',
  'Lawful exception',
];

/** The plans behind "Sent within 20 weeks". */
@Controller()
export class PlansController {
  constructor(
    private readonly plans: PlansSent,
    private readonly clock: Clock,
  ) {}

  @Get(paths.board.plans)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { asked, day, counted, shown, time, without } = await this.asked(officer, query);
    const href = (key: Time) =>
      boardHref(
        paths.board.plans,
        { filter: {}, on: asked.on },
        { time: key === 'all' ? undefined : key, except: without ? 'out' : undefined },
      );
    const { share } = timelinessOf(counted);
    const { rows, pager } = paged(shown, fromAsked(query), ON_A_PAGE, (from) =>
      boardHref(
        paths.board.plans,
        { filter: {}, on: asked.on },
        { time, except: without ? 'out' : undefined, from },
      ),
    );
    return page('boards/plans', {
      from: plainDay(addDays(addMonths(day, -12), 1)),
      to: plainDay(day),
      share: share === null ? undefined : `${share.toFixed(1)}%`,
      without,
      views: (Object.keys(TIMES) as Time[]).map((key) => ({
        text: TIMES[key],
        href: href(key),
        count: inTime(counted, key).length,
        current: key === time,
      })),
      rows: rows.map(rowOf),
      count: shown.length,
      pager,
      otherHref: boardHref(
        paths.board.plans,
        { filter: {}, on: asked.on },
        { except: without ? undefined : 'out' },
      ),
      back: boardHref(paths.boards, { filter: {}, on: asked.on }),
      ...fileHrefs(
        boardHref(
          paths.board.plansDownload,
          { filter: {}, on: asked.on },
          { time, except: without ? 'out' : undefined },
        ),
      ),
    });
  }

  @Get(paths.board.plansDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { shown } = await this.asked(officer, query);
    const rows = shown.map((plan) => [
      plan.reference,
      plan.name,
      plan.ownerName,
      { day: plan.receivedOn },
      { day: plan.dueOn },
      { day: plan.sentOn },
      plan.inTime ? 'Yes' : 'No',
      plan.exception,
    ]);
    return fileAnswer(reply, query, { name: 'plans-sent', headings: HEADINGS, rows });
  }

  private async asked(officer: Actor, query: unknown) {
    const today = this.clock.today();
    const asked = boardAsked(query, today);
    const day = asked.on ?? today;
    const wanted = one(query, 'time');
    const time: Time = wanted && Object.hasOwn(TIMES, wanted) ? (wanted as Time) : 'all';
    const without = one(query, 'except') === 'out';
    const plans = await this.plans.inYearTo(officer, day);
    const counted = without ? plans.filter(({ exception }) => !exception) : plans;
    return { asked, day, time, without, counted, shown: inTime(counted, time) };
  }
}

function inTime(plans: readonly PlanSent[], time: Time): PlanSent[] {
  return plans.filter((plan) => time === 'all' || plan.inTime === (time === 'in'));
}

function rowOf({
  reference,
  name,
  schoolName,
  ownerName,
  receivedOn,
  dueOn,
  sentOn,
  inTime: met,
  exception,
}: PlanSent) {
  const late = daysBetween(dueOn, sentOn);
  return {
    name,
    href: paths.case(reference),
    reference,
    school: schoolName,
    officer: ownerName ?? 'No officer',
    received: shortDay(receivedOn),
    due: shortDay(dueOn),
    sent: shortDay(sentOn),
    state: met
      ? { kind: 'met', text: 'Within 20 weeks' }
      : {
          kind: exception ? 'excused' : 'met_late',
          text: `${late} ${late === 1 ? 'day' : 'days'} late${exception ? `. Excused: ${exception}` : ''}`,
        },
  };
}
