import { type Actor } from '@app/access';
import {
  type MendedDay,
  type PlanMend,
  PlanMends,
  RECORDED_LATE,
  Restatements,
} from '@app/reporting';
import { addDays, Clock, londonDay, plainDay, shortDay } from '@app/statutory-calendar';
import { Controller, Get } from '@nestjs/common';
import { correctedRow } from '../boards/corrected-row';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { REVIEW_EVENTS } from './ask-answers';
import { REVIEW_ROLES } from './reviews-roles';

const DAYS_BACK = 90;

/** Why a figure of a day gone by is not what it was: corrected or late steps of reviews, and plans that were put right. */
@Controller()
export class ReviewsCorrectedController {
  constructor(
    private readonly restatements: Restatements,
    private readonly mends: PlanMends,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews.corrected)
  @Policy({ action: 'see what was corrected in reviews', roles: REVIEW_ROLES })
  async list(@SignedIn() officer: Actor): Promise<Page> {
    const since = addDays(this.clock.today(), -DAYS_BACK);
    const [steps, mends] = await Promise.all([
      this.restatements.since(officer, since, 'annual_review'),
      this.mends.since(officer, since),
    ]);
    const rows = [
      ...steps.map((it) => ({ at: it.recordedAt, ...correctedRow(it, REVIEW_EVENTS) })),
      ...mends.map((it) => ({ at: it.at, ...mendRow(it) })),
    ].sort((a, b) => b.at.getTime() - a.at.getTime());
    return page('reviews/corrected', { since: plainDay(since), late: RECORDED_LATE, rows });
  }
}

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
