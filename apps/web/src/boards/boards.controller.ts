import { type Actor } from '@app/access';
import { PlansSent } from '@app/reporting';
import { Clock, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { RouteRegistry } from '../policy/route-registry';
import { SignedIn } from '../session/signed-in.decorator';
import { boardHref } from './board-asked';
import {
  adviceModel,
  breakdownAsked,
  breakdownModel,
  commonModel,
  worstModel,
} from './board-model';
import { type BoardFile, fileAnswer, fileHrefs } from './board-file';
import { BoardsRead } from './boards-read.service';
import { BOARD_ROLES, seesWhole } from './boards-roles';
import { boardTabs } from './boards-tabs';
import { chartModel } from './chart-model';
import { filterModel } from './filter-model';
import { boardLead, headFigures } from './headline-figures';

const SEE = { action: 'see the 20-week board', roles: BOARD_ROLES } as const;

/** The 20-week board: where every open assessment stands, and which will be late. */
@Controller()
export class BoardsController {
  constructor(
    private readonly boards: BoardsRead,
    private readonly plans: PlansSent,
    private readonly clock: Clock,
    private readonly routes: RouteRegistry,
  ) {}

  @Get(paths.boards)
  @Policy(SEE)
  async board(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.boards.seen(officer, query, '20-week board');
    const [plans, counted] = await Promise.all([
      this.plans.countedInYearTo(officer, seen.day),
      this.boards.counted(officer, seen),
    ]);
    const { asked, day, today } = seen;
    const model = {
      ...commonModel(seen),
      tabs: boardTabs(this.routes, officer.roles, paths.boards),
      lead: boardLead(seen),
      figures: headFigures(seen, plans),
      filter: filterModel(seen, paths.boards),
      chart: chartModel(counted, asked),
      worst: await worstModel(seen),
      broken: breakdownModel(seen, breakdownAsked(query)),
      advice: adviceModel(seen),
      isWhole: seesWhole(officer.roles),
      typedDay: asked.typedDay && asked.problem ? asked.typedDay : plainDay(day),
      asAt:
        day === today
          ? `${plainDay(day)}, ${londonTime(this.clock.now())}`
          : `the end of ${plainDay(day)}`,
      ...fileHrefs(boardHref(paths.board.listDownload, asked)),
      figuresFile: fileHrefs(boardHref(paths.board.figuresDownload, asked)),
    };
    return page('boards/board', model, { status: asked.problem ? 422 : 200 });
  }

  @Get(paths.board.figuresDownload)
  @Policy(SEE)
  async figures(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const seen = await this.boards.seen(officer, query, '20-week board, figures');
    const counted = await this.boards.counted(officer, seen);
    return fileAnswer(reply, query, figuresFile(chartModel(counted, seen.asked)));
  }

  @Get(paths.board.meanings)
  @Policy(SEE)
  meanings(): Page {
    return page('boards/meanings', {});
  }
}

function figuresFile({ table, columns }: ReturnType<typeof chartModel>): BoardFile {
  return {
    name: '20-week-board-figures',
    headings: [
      'Leg',
      'Usually',
      'Open',
      'Breached',
      'At risk',
      'On time',
      ...columns.map((key) => `Week ${key}`),
    ],
    rows: table.map((leg) => [
      leg.label,
      leg.usual,
      ...leg.totals.map(({ count }) => count),
      ...leg.weeks.map(({ count }) => count),
    ]),
  };
}
