import { type Actor } from '@app/access';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer } from '../boards/board-file';
import { boardHref } from '../boards/board-asked';
import { BOARD_ROLES, seesWhole } from '../boards/boards-roles';
import { filterModel } from '../boards/filter-model';
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { fileOf } from './forecast-file';
import { ForecastRead } from './forecast-read.service';
import { forecastRow } from './forecast-row';
import { type Href, inView, listModel, viewAsked } from './list-model';

const SEE = { action: 'see which assessments are likely to be late', roles: BOARD_ROLES } as const;
const ON_A_PAGE = 50;

/** The assessments most likely to miss their 20 weeks, why, and what would help. */
@Controller()
export class AssessmentsForecastController {
  constructor(
    private readonly read: ForecastRead,
    private readonly clock: Clock,
  ) {}

  @Get(paths.forecast.assessments)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { seen, listed } = await this.read.assessments(officer, query, 'forecast of assessments');
    const { asked } = seen;
    const view = viewAsked(query);
    const path = paths.forecast.assessments;
    const hrefOf: Href = (to, more) => boardHref(to, asked, more);
    const { rows, pager } = paged(inView(listed, view), fromAsked(query), ON_A_PAGE, (from) =>
      hrefOf(path, { view, from }),
    );
    const named = await this.read.named(officer, seen, rows);
    const model = {
      ...listModel({
        ...{ officer, path, seen, listed, view, named, hrefOf, now: this.clock.now() },
        words: ['assessment', 'assessments'],
        download: paths.forecast.assessmentsDownload,
      }),
      title: 'Most likely to miss 20 weeks',
      isWhole: seesWhole(officer.roles),
      filter: filterModel(seen, path),
      keep: { ...asked.filter, view },
      pager,
    };
    return page('forecast/list', model, { status: asked.problem ? 422 : 200 });
  }

  @Get(paths.forecast.assessmentsDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const pageName = 'forecast of assessments, file';
    const { seen, listed } = await this.read.assessments(officer, query, pageName);
    const named = await this.read.named(officer, seen, inView(listed, viewAsked(query)));
    const rows = named.map((each) =>
      forecastRow(each, { actor: officer, calendar: seen.calendar }),
    );
    return fileAnswer(reply, query, fileOf('forecast-of-assessments', rows));
  }
}
