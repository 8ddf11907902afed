import { type Actor } from '@app/access';
import { plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { assessmentRow } from './assessment-row';
import { boardHref } from './board-asked';
import { commonModel } from './board-model';
import { csvAnswer } from './boards-csv';
import { BoardsRead } from './boards-read.service';
import { BOARD_ROLES } from './boards-roles';
import { filterModel } from './filter-model';

const SEE = { action: 'see the open assessments', roles: BOARD_ROLES } as const;
const ON_A_PAGE = 500;
const HEADINGS = [
  'Case',
  'Child',
  'School',
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
    const from = Math.min(fromAsked(query), Math.max(0, shown.length - 1));
    const rows = shown.slice(from, from + ON_A_PAGE).map(assessmentRow);
    const href = (start: number) =>
      boardHref(paths.board.list, asked, { from: start ? String(start) : undefined });
    const pager = {
      words: `Rows ${shown.length ? from + 1 : 0} to ${from + rows.length} of ${shown.length}`,
      previousHref: from ? href(Math.max(0, from - ON_A_PAGE)) : undefined,
      nextHref: from + rows.length < shown.length ? href(from + ON_A_PAGE) : undefined,
    };
    return page('boards/assessments', {
      ...commonModel(seen),
      dayWords: plainDay(day),
      filter: filterModel(seen, paths.board.list),
      rows,
      count: shown.length,
      pager,
      back: boardHref(paths.boards, asked),
      downloadHref: boardHref(paths.board.listDownload, asked),
    });
  }

  @Get(paths.board.listDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { shown } = await this.boards.seen(officer, query, 'open assessments, file');
    const rows = shown.map((it) => {
      const { reference, name, school, officer: who, leg, held, state } = assessmentRow(it);
      return [
        reference,
        name,
        school,
        who,
        plainDay(it.receivedOn),
        it.week,
        it.day,
        leg,
        held,
        it.dueOn ? plainDay(it.dueOn) : '',
        STATUS[it.status],
        state?.text,
      ];
    });
    return csvAnswer(reply, 'open-assessments', HEADINGS, rows);
  }
}

const STATUS = { breached: 'Breached', at_risk: 'At risk', on_time: 'On time' } as const;

function fromAsked(query: unknown): number {
  const from = one(query, 'from');
  return from && /^\d{1,7}$/.test(from) ? Number(from) : 0;
}
