import { worstFirst } from '@app/reporting';
import { type Actor } from '@app/access';
import { plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { assessmentRow } from './assessment-row';
import { boardHref } from './board-asked';
import { commonModel } from './board-model';
import { fileAnswer, fileHrefs } from './board-file';
import { BoardsRead } from './boards-read.service';
import { BOARD_ROLES } from './boards-roles';
import { filterModel } from './filter-model';
import { fromAsked, paged } from './paging';

const SEE = { action: 'see the open assessments', roles: BOARD_ROLES } as const;
const ON_A_PAGE = 100;
const HEADINGS = [
  'Case',
  'Child',
  'School',
  'Area',
  'Officer',
  'Request received',
  'Week',
  'Day',
  'Leg',
  'What holds it',
  'Due',
  'Status',
  'In words',
];

/** The cases behind the numbers of the board. */
@Controller()
export class AssessmentsController {
  constructor(private readonly boards: BoardsRead) {}

  @Get(paths.board.list)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.boards.seen(officer, query, 'open assessments');
    const { asked, shown, day } = seen;
    const { rows, pager } = paged(worstFirst(shown), fromAsked(query), ON_A_PAGE, (from) =>
      boardHref(paths.board.list, asked, { from }),
    );
    return page('boards/assessments', {
      ...commonModel(seen),
      dayWords: plainDay(day),
      filter: filterModel(seen, paths.board.list),
      rows: (await seen.inFull(rows)).map(assessmentRow),
      count: shown.length,
      pager,
      back: boardHref(paths.boards, asked),
      ...fileHrefs(boardHref(paths.board.listDownload, asked)),
    });
  }

  @Get(paths.board.listDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const seen = await this.boards.seen(officer, query, 'open assessments, file');
    const rows = (await seen.inFull(seen.shown)).map((it) => {
      const { reference, name, school, officer: who, leg, held, state } = assessmentRow(it);
      return [
        reference,
        name,
        school,
        it.area,
        who,
        { day: it.receivedOn },
        it.week,
        it.day,
        leg,
        held,
        it.dueOn ? { day: it.dueOn } : '',
        STATUS[it.status],
        state?.text,
      ];
    });
    return fileAnswer(reply, query, { name: 'open-assessments', headings: HEADINGS, rows });
  }
}

const STATUS = { breached: 'Breached', at_risk: 'At risk', on_time: 'On time' } as const;
