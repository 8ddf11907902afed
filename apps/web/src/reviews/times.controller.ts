import { type Actor } from '@app/access';
import {
  REVIEW_TIMES,
  type ReviewTime,
  ReviewTimes,
  TIME_OUTCOMES,
  type TimedReview,
  type TimeOutcome,
} from '@app/reporting';
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
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { fileAnswer } from '../boards/board-file';
import { reviewPage } from './review-page';
import { reviewsHref } from './reviews-asked';
import { ReviewsRead } from './reviews-read.service';
import { REVIEW_ROLES } from './reviews-roles';

const SEE = { action: 'see which dates of reviews were met', roles: REVIEW_ROLES } as const;
const ON_A_PAGE = 100;

/** Reviews whose conclusion, report, decision or changed plan was due in the last 12 months, and whether it was in time. */
@Controller()
export class TimesController {
  constructor(
    private readonly reviews: ReviewsRead,
    private readonly times: ReviewTimes,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews.times)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { seen, time, outcome, all, shown } = await this.asked(
      officer,
      query,
      'dates of reviews',
    );
    const { on } = seen.asked;
    const href = (path: string, more: Readonly<Record<string, string | undefined>>) =>
      reviewsHref(path, { filter: {}, on }, { time, outcome, ...more });
    const { rows, pager } = paged(shown, fromAsked(query), ON_A_PAGE, (from) =>
      href(paths.reviews.times, { from }),
    );
    const inTime = all.filter((it) => it.outcome === 'in').length;
    return page(
      'reviews/times',
      {
        ...reviewPage(seen, officer, paths.reviews.times, this.clock.now()),
        time,
        from: plainDay(addDays(addMonths(seen.day, -12), 1)),
        to: plainDay(addDays(seen.day, -1)),
        share: all.length ? `${((inTime / all.length) * 100).toFixed(1)}%` : undefined,
        inTime,
        all: all.length,
        kinds: (Object.keys(REVIEW_TIMES) as ReviewTime[]).map((key) => ({
          text: REVIEW_TIMES[key],
          href: href(paths.reviews.times, { time: key, outcome: undefined }),
          current: key === time,
        })),
        views: [undefined, ...(Object.keys(TIME_OUTCOMES) as TimeOutcome[])].map((key) => ({
          text: key ? TIME_OUTCOMES[key] : 'All',
          href: href(paths.reviews.times, { outcome: key }),
          count: within(all, key).length,
          current: key === outcome,
        })),
        rows: rows.map(rowOf),
        pager,
        downloadHref: href(paths.reviews.timesDownload, {}),
        workbookHref: href(paths.reviews.timesDownload, { file: 'xlsx' }),
      },
      { status: seen.asked.problem ? 422 : 200 },
    );
  }

  @Get(paths.reviews.timesDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { shown } = await this.asked(officer, query, 'dates of reviews, file');
    return fileAnswer(reply, query, {
      name: 'dates-of-reviews',
      headings: ['Case', 'Child', 'School', 'Officer', 'Meeting', 'Due', 'Done', 'In time'],
      rows: shown.map((it) => [
        it.reference,
        it.name,
        it.schoolName,
        it.ownerName,
        it.heldOn && { day: it.heldOn },
        { day: it.dueOn },
        it.endedOn && { day: it.endedOn },
        TIME_OUTCOMES[it.outcome],
      ]),
    });
  }

  private async asked(officer: Actor, query: unknown, pageName: string) {
    const seen = await this.reviews.seen(officer, query, pageName);
    const [wanted, result] = [one(query, 'time'), one(query, 'outcome')];
    const time =
      wanted && Object.hasOwn(REVIEW_TIMES, wanted) ? (wanted as ReviewTime) : 'decision';
    const outcome =
      result && Object.hasOwn(TIME_OUTCOMES, result) ? (result as TimeOutcome) : undefined;
    const all = await this.times.list(officer, seen.day, time);
    return { seen, time, outcome, all, shown: within(all, outcome) };
  }
}

const within = (all: readonly TimedReview[], outcome: TimeOutcome | undefined) =>
  all.filter((it) => !outcome || it.outcome === outcome);

function rowOf({
  childId,
  reference,
  name,
  schoolName,
  ownerName,
  heldOn,
  dueOn,
  endedOn,
  outcome,
}: TimedReview) {
  const late = endedOn ? daysBetween(dueOn, endedOn) : 0;
  return {
    name,
    href: reference ? paths.case(reference) : paths.children.one(childId),
    school: schoolName ?? 'At no school',
    officer: ownerName ?? 'No officer',
    held: heldOn ? shortDay(heldOn) : reference ? 'Not held' : 'No review opened',
    due: shortDay(dueOn),
    ended: endedOn ? shortDay(endedOn) : 'Not yet',
    state: {
      kind: { in: 'met', late: 'met_late', waiting: 'breached' }[outcome],
      text:
        outcome === 'late' ? `${late} ${late === 1 ? 'day' : 'days'} late` : TIME_OUTCOMES[outcome],
    },
  };
}
