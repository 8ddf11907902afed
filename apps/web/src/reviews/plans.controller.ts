import { type Actor } from '@app/access';
import { type AgeGroup, type PlanInReview, PlanRegister } from '@app/reporting';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fromAsked, pagerOf } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { fileAnswer } from '../boards/board-file';
import { reviewPage } from './review-page';
import { filterModel } from './filter-model';
import { planWords, yearWords } from './plan-words';
import { reviewsHref } from './reviews-asked';
import { type ReviewsSeen, ReviewsRead } from './reviews-read.service';
import { REVIEW_ROLES } from './reviews-roles';

const SEE = { action: 'see the plans behind the register', roles: REVIEW_ROLES } as const;
const ON_A_PAGE = 100;
const HEADINGS = [
  'Case',
  'Child',
  'Year group',
  'School',
  'Officer',
  'Plan made',
  'Last review concluded',
  'Review due by',
  'Stage',
  'In detail',
  'Meeting',
  'Next date in law',
  'Status',
];

/** The plans behind the numbers of the register, and from here the schools are asked. */
@Controller()
export class PlansController {
  constructor(
    private readonly reviews: ReviewsRead,
    private readonly register: PlanRegister,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews.plans)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.reviews.seen(officer, query, 'plans in review');
    const { asked, day, today } = seen;
    const from = fromAsked(query);
    const { rows, total } = await this.register.list(
      officer,
      { day, filter: asked.filter },
      { from, size: ON_A_PAGE },
    );
    const href = (more: Readonly<Record<string, string | undefined>> = {}) =>
      reviewsHref(paths.reviews.plans, asked, more);
    const pager = pagerOf({ from, shown: rows.length, total }, ON_A_PAGE, (at) =>
      href({ from: at }),
    );
    const model = {
      ...reviewPage(seen, officer, '', this.clock.now()),
      filter: filterModel(seen, total, paths.reviews.plans),
      rows: rows.map((plan) => planWords(plan, seen)),
      count: total,
      pager,
      about: asked.filter.group && ABOUT[asked.filter.group],
      mayAsk: day === today && rows.some(({ stage }) => stage === 'never_held' || stage === 'due'),
      chooseAll: one(query, 'chosen') === 'all',
      chooseAllHref: `${href({ chosen: 'all', from: from ? String(from) : undefined })}#plans`,
      from: href({ from: from ? String(from) : undefined }),
      back: reviewsHref(paths.reviews.home, { filter: {}, on: asked.on }),
      downloadHref: reviewsHref(paths.reviews.plansDownload, asked),
      workbookHref: reviewsHref(paths.reviews.plansDownload, asked, { file: 'xlsx' }),
    };
    return page('reviews/plans', model, { status: asked.problem ? 422 : 200 });
  }

  @Get(paths.reviews.plansDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const seen = await this.reviews.seen(officer, query, 'plans in review, file');
    const { rows } = await this.register.list(officer, {
      day: seen.day,
      filter: seen.asked.filter,
    });
    return fileAnswer(reply, query, {
      name: 'plans-in-review',
      headings: HEADINGS,
      rows: rows.map((plan) => cellsOf(plan, seen)),
    });
  }
}

const ABOUT: Readonly<Partial<Record<AgeGroup, string>>> = {
  early: 'Plans of children under 5 are looked at every three to six months.',
  year9: 'From Year 9 every review looks ahead to adulthood: work, a home, friends and health.',
  post16:
    'Young people decide for themselves after school age. A plan goes on for as long as it is needed, until 25.',
};

function cellsOf(plan: PlanInReview, seen: ReviewsSeen) {
  const { name, officer, stage, detail, state } = planWords(plan, seen);
  const day = (it: string | null) => it && { day: it };
  return [
    plan.reference,
    name,
    yearWords(plan.ncYear),
    plan.schoolName,
    officer,
    day(plan.madeOn),
    day(plan.lastConcludedOn),
    day(plan.dueBy),
    stage,
    detail,
    day(plan.heldOn ?? plan.meetingOn),
    day(plan.nextDue),
    state.text,
  ];
}
