import { type Actor } from '@app/access';
import { type PlanInReview } from '@app/reporting';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer } from '../boards/board-file';
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { reviewsHref } from '../reviews/reviews-asked';
import { REVIEW_ROLES } from '../reviews/reviews-roles';
import { SignedIn } from '../session/signed-in.decorator';
import { fileOf } from './forecast-file';
import { ForecastRead, type Listed } from './forecast-read.service';
import { forecastRow } from './forecast-row';
import { type Href, inView, listModel, viewAsked } from './list-model';

const SEE = { action: 'see which reviews are likely to be late', roles: REVIEW_ROLES } as const;
const ON_A_PAGE = 50;

/** The open annual reviews most likely to miss their dates. */
@Controller()
export class ReviewsForecastController {
  constructor(
    private readonly read: ForecastRead,
    private readonly clock: Clock,
  ) {}

  @Get(paths.forecast.reviews)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { seen, listed } = await this.read.reviews(officer, query, 'forecast of reviews');
    const { asked } = seen;
    const view = viewAsked(query);
    const path = paths.forecast.reviews;
    const hrefOf: Href = (to, more) => reviewsHref(to, asked, more);
    const { rows, pager } = paged(inView(listed, view), fromAsked(query), ON_A_PAGE, (from) =>
      hrefOf(path, { view, from }),
    );
    const named = await this.read.withWays(officer, seen, rows.map(whoseReview));
    const model = {
      ...listModel({
        ...{ officer, path, seen, listed, view, named, hrefOf, now: this.clock.now() },
        words: ['review', 'reviews'],
        download: paths.forecast.reviewsDownload,
      }),
      title: 'Reviews most likely to miss a date',
      isWhole: true,
      keep: { view },
      pager,
    };
    return page('forecast/list', model, { status: asked.problem ? 422 : 200 });
  }

  @Get(paths.forecast.reviewsDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { seen, listed } = await this.read.reviews(officer, query, 'forecast of reviews, file');
    const wanted = inView(listed, viewAsked(query)).map(whoseReview);
    const named = await this.read.withWays(officer, seen, wanted);
    const rows = named.map((each) =>
      forecastRow(each, { actor: officer, calendar: seen.calendar }),
    );
    return fileAnswer(reply, query, fileOf('forecast-of-reviews', rows));
  }
}

const whoseReview = ({ of, ahead }: Listed<PlanInReview>) => ({
  whose: { reference: of.reference ?? '', name: of.name, ownerName: of.ownerName },
  ahead,
});
