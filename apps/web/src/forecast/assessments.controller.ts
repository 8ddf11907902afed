import { type Actor } from '@app/access';
import { Clock, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer, fileHrefs } from '../boards/board-file';
import { boardHref } from '../boards/board-asked';
import { BOARD_ROLES, seesWhole } from '../boards/boards-roles';
import { commonModel } from '../boards/board-model';
import { filterModel } from '../boards/filter-model';
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { forecastTabs } from './forecast-tabs';
import { fileOf } from './forecast-file';
import { ForecastRead } from './forecast-read.service';
import { forecastRow } from './forecast-row';
import { inView, leadOf, viewAsked, viewTabs } from './list-model';

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
    const { asked, day, today, calendar } = seen;
    const view = viewAsked(query);
    const wanted = inView(listed, view);
    const href = (more: Record<string, string | undefined>) =>
      boardHref(paths.forecast.assessments, asked, { view, ...more });
    const { rows, pager } = paged(wanted, fromAsked(query), ON_A_PAGE, (from) => href({ from }));
    const named = await this.read.named(officer, seen, rows);
    const model = {
      ...commonModel(seen),
      title: 'Most likely to miss 20 weeks',
      lead: leadOf(listed, ['assessment', 'assessments']),
      tabs: forecastTabs(officer, paths.forecast.assessments),
      isWhole: seesWhole(officer.roles),
      filter: filterModel(seen, paths.forecast.assessments),
      views: viewTabs(listed, view, (to) => href({ view: to })),
      view,
      rows: named.map((each) => forecastRow(each, { actor: officer, calendar })),
      nothing: NOTHING[view],
      pager,
      asAt:
        day === today
          ? `${plainDay(day)}, ${londonTime(this.clock.now())}`
          : `the end of ${plainDay(day)}`,
      ...fileHrefs(boardHref(paths.forecast.assessmentsDownload, asked, { view })),
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

const NOTHING = {
  ahead: 'No open assessment with a date still ahead fits these filters.',
  late: 'No date has passed in these assessments.',
  unsure: 'There is enough to say for every assessment.',
} as const;
