import { type Actor } from '@app/access';
import { DIMENSIONS, type Dimension, ReviewTimes } from '@app/reporting';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { fileAnswer } from '../boards/board-file';
import { reviewPage } from './review-page';
import { monthChart } from './month-chart';
import { headModel, registerLead, tableModel } from './register-model';
import { reviewsHref } from './reviews-asked';
import { ReviewsRead } from './reviews-read.service';
import { REVIEW_ROLES } from './reviews-roles';

const SEE = { action: 'see the register of annual reviews', roles: REVIEW_ROLES } as const;

/** The register of annual reviews: every plan in force, and where its review stands. */
@Controller()
export class RegisterController {
  constructor(
    private readonly reviews: ReviewsRead,
    private readonly times: ReviewTimes,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reviews.home)
  @Policy(SEE)
  async register(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.reviews.seen(officer, query, 'annual reviews');
    const [counts, times] = await Promise.all([
      this.reviews.figures(officer, seen),
      this.times.inYearTo(officer, seen.day),
    ]);
    const { asked } = seen;
    const model = {
      ...reviewPage(seen, officer, paths.reviews.home, this.clock.now()),
      lead: registerLead(counts),
      figures: headModel(seen, counts, times),
      chart: asked.by === 'month' ? monthChart(counts) : undefined,
      table: tableModel(seen, counts),
      views: (Object.keys(DIMENSIONS) as Dimension[]).map((by) => ({
        text: `By ${DIMENSIONS[by].toLowerCase()}`,
        href: reviewsHref(paths.reviews.home, asked, { by }),
        current: by === asked.by,
      })),
      downloadHref: reviewsHref(paths.reviews.figuresDownload, asked, { by: asked.by }),
      workbookHref: reviewsHref(paths.reviews.figuresDownload, asked, {
        by: asked.by,
        file: 'xlsx',
      }),
    };
    return page('reviews/register', model, { status: asked.problem ? 422 : 200 });
  }

  @Get(paths.reviews.figuresDownload)
  @Policy(SEE)
  async figures(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const seen = await this.reviews.seen(officer, query, 'annual reviews, figures');
    const { by, columns, lines, total } = tableModel(
      seen,
      await this.reviews.figures(officer, seen),
    );
    return fileAnswer(reply, query, {
      name: 'annual-reviews-figures',
      headings: [by, ...columns, 'Late', 'All'],
      rows: [...lines, total].map((line) => [
        line.label,
        ...line.stages.map(({ count }) => count),
        line.late.count,
        line.all.count,
      ]),
    });
  }

  @Get(paths.reviews.meanings)
  @Policy(SEE)
  meanings(): Page {
    return page('reviews/meanings', {});
  }
}
