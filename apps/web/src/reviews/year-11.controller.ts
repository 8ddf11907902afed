import { type Actor } from '@app/access';
import { PlanRegister, type ReviewEvidence, ReviewEvidences } from '@app/reporting';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { fileAnswer } from '../boards/board-file';
import { reviewPage } from './review-page';
import { reviewsHref } from './reviews-asked';
import { ReviewsRead } from './reviews-read.service';
import { REVIEW_ROLES } from './reviews-roles';
import { movers, moverWords } from './transfer-words';

const SEE = { action: 'see the reviews of Year 11', roles: REVIEW_ROLES } as const;
const ON_A_PAGE = 100;

/** Year 11: reviews to prioritise, each with what the law asks before ending a plan may even be asked about. */
@Controller()
export class Year11Controller {
  constructor(
    private readonly reviews: ReviewsRead,
    private readonly register: PlanRegister,
    private readonly evidences: ReviewEvidences,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews.year11)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { seen, rows: all } = await this.read(officer, query, 'reviews of Year 11');
    const href = (path: string, more: Readonly<Record<string, string | undefined>>) =>
      reviewsHref(path, { filter: {}, on: seen.asked.on }, more);
    const { rows, pager } = paged(all, fromAsked(query), ON_A_PAGE, (from) =>
      href(paths.reviews.year11, { from }),
    );
    return page(
      'reviews/year-11',
      {
        ...reviewPage(seen, officer, paths.reviews.year11, this.clock.now()),
        rows,
        count: all.length,
        pager,
        downloadHref: href(paths.reviews.year11Download, {}),
        workbookHref: href(paths.reviews.year11Download, { file: 'xlsx' }),
      },
      { status: seen.asked.problem ? 422 : 200 },
    );
  }

  @Get(paths.reviews.year11Download)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { rows } = await this.read(officer, query, 'reviews of Year 11, file');
    return fileAnswer(reply, query, {
      name: 'year-11-reviews',
      headings: [
        'Child',
        'School',
        'Officer',
        'Stage',
        'Meeting',
        'Outlook for 31 March',
        'Lawful ground',
      ],
      rows: rows.map((row) => [
        row.name,
        row.where,
        row.officer,
        row.stage,
        row.meeting && { day: row.meeting },
        row.outlook.text,
        row.check.join(' '),
      ]),
    });
  }

  private async read(officer: Actor, query: unknown, pageName: string) {
    const seen = await this.reviews.seen(officer, query, pageName);
    const { day } = seen;
    const { rows } = await this.register.list(officer, { day, filter: { group: 'year11' } });
    const known = await this.evidences.of(
      officer,
      rows.map(({ childId }) => childId),
      day,
    );
    return {
      seen,
      rows: movers(rows, day).map((mover) => {
        const evidence = known.get(mover.plan.childId);
        return {
          ...moverWords(mover, seen),
          check: groundCheck(evidence),
          question: evidence?.question,
        };
      }),
    };
  }
}

const GROUNDS: Readonly<Record<string, string>> = {
  not_responsible: 'the council is no longer responsible',
  not_necessary: 'the plan is no longer necessary',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  all: 'Each outcome was looked at.',
  some: 'Only some outcomes were looked at.',
  none: 'No outcome was looked at.',
};

const RECOMMENDED: Readonly<Record<string, string>> = {
  keep: 'The report recommends keeping the plan.',
  amend: 'The report recommends changing the plan.',
};

/** What the review has shown, and what is missing before ending the plan may be asked about. */
function groundCheck(evidence: ReviewEvidence | undefined): string[] {
  const { recommends, outcomes, ground, question } = evidence ?? {};
  const words = [
    ground && GROUNDS[ground] && `Ground named: ${GROUNDS[ground]}.`,
    question && 'The question is open in a case of its own.',
    outcomes && OUTCOMES[outcomes],
    recommends && RECOMMENDED[recommends],
    recommends === 'cease' &&
      !ground &&
      'The report recommends ending the plan. That is not a ground.',
  ].filter((it): it is string => Boolean(it));
  return words.length ? words : ['No review evidence. Review the plan first.'];
}
