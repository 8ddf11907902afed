import { type Actor } from '@app/access';
import {
  type Counted,
  type MendedDay,
  type PlanMend,
  PlanMends,
  RECORDED_LATE,
  Restatements,
  type RestatedRegister,
  RestatedRegisters,
  REVIEW_STAGES,
  REVIEW_STATUSES,
} from '@app/reporting';
import {
  addDays,
  type CalendarDay,
  Clock,
  londonDay,
  plainDay,
  shortDay,
} from '@app/statutory-calendar';
import { Controller, Get, Query } from '@nestjs/common';
import { boardAsked } from '../boards/board-asked';
import { concerns, correctedRow, thenAndNow } from '../boards/corrected-row';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { REVIEW_EVENTS } from './ask-answers';
import { reviewsHref } from './reviews-asked';
import { REVIEW_ROLES } from './reviews-roles';

const DAYS_BACK = 90;

/** Why a figure of a day gone by is not what it was: corrected or late steps of reviews, and plans that were put right. */
@Controller()
export class ReviewsCorrectedController {
  constructor(
    private readonly restatements: Restatements,
    private readonly mends: PlanMends,
    private readonly registers: RestatedRegisters,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews.corrected)
  @Policy({ action: 'see what was corrected in reviews', roles: REVIEW_ROLES })
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const today = this.clock.today();
    const { on: day, typedDay, problem } = boardAsked(query, today);
    const since = day ? addDays(day, 1) : addDays(today, -DAYS_BACK);
    const [steps, mends, restated] = await Promise.all([
      this.restatements.since(officer, since, 'annual_review'),
      this.mends.since(officer, since),
      day && this.registers.of(officer, day),
    ]);
    const rows = [
      ...steps
        .filter((it) => !day || concerns(it, day))
        .map((it) => ({ at: it.recordedAt, ...correctedRow(it, REVIEW_EVENTS) })),
      ...mends.map((it) => ({ at: it.at, ...mendRow(it) })),
    ].sort((a, b) => b.at.getTime() - a.at.getTime());
    const model = {
      since: plainDay(since),
      late: RECORDED_LATE,
      rows,
      typedDay: day ? plainDay(day) : (typedDay ?? ''),
      problems: problem ? [{ field: 'on', text: problem }] : [],
      dayWords: day && plainDay(day),
      boardHref: day && reviewsHref(paths.reviews.home, { filter: {}, on: day }),
      ...(day && restated && restatedModel(restated, day)),
    };
    return page('reviews/corrected', model, { status: problem ? 422 : 200 });
  }
}

/** Both registers as figures, and the plans between them in words. */
function restatedModel({ then, now, loaded, plans }: RestatedRegister, day: CalendarDay) {
  const line = (
    label: string,
    counts: (plan: Counted) => boolean,
    more: Readonly<Record<string, string>> = {},
  ) =>
    thenAndNow(
      label,
      then.filter(counts).length,
      now.filter(counts).length,
      reviewsHref(paths.reviews.plans, { filter: {}, on: day }, more),
    );
  return {
    loaded,
    figures: [
      line('Plans in force', () => true),
      ...Object.entries(REVIEW_STAGES).map(([key, label]) =>
        line(label, ({ stage }) => stage === key, { stage: key }),
      ),
      line('Late', ({ status }) => status === 'late', { status: 'late' }),
    ],
    plans: plans.map(({ childId, name, then: was, now: is }) => ({
      href: paths.children.one(childId),
      name,
      then: countedWords(was),
      now: countedWords(is),
    })),
  };
}

const countedWords = (counted: Counted | undefined) =>
  counted
    ? `${REVIEW_STAGES[counted.stage]}, ${REVIEW_STATUSES[counted.status].toLowerCase()}`
    : 'Not in force';

const DAYS: Readonly<Record<MendedDay, string>> = {
  made_on: 'Plan made',
  last_concluded_on: 'Last review concluded',
  transferred_in_on: 'Came from another council',
  ceased_on: 'Plan ended',
};

function mendRow({ childId, name, at, by, reason, before, after }: PlanMend) {
  const changed = (Object.keys(DAYS) as MendedDay[]).filter((day) => before[day] !== after[day]);
  const said = (day: string | null) => (day ? plainDay(day) : 'not known');
  return {
    name,
    reference: '',
    href: paths.children.one(childId),
    what: 'Plan put right',
    how: changed
      .map((day) => `${DAYS[day]}: was ${said(before[day])}, is ${said(after[day])}`)
      .join('. '),
    reason,
    when: shortDay(londonDay(at)),
    by,
  };
}
