import { type Actor } from '@app/access';
import { ADVISERS } from '@app/pathways';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { bulkAsked } from '../bulk/bulk-asked';
import { BulkForms } from '../bulk/bulk-form.service';
import { type FormBody } from '../forms/form-body';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { adviceAsked, adviceWanted, adviserAsked, hrefFor, rowsOf, tabsOf } from './advice-model';
import { type BoardFile, fileAnswer, fileHrefs } from './board-file';
import { boardHref } from './board-asked';
import { commonModel } from './board-model';
import { type BoardSeen, BoardsRead } from './boards-read.service';
import { BOARD_ROLES } from './boards-roles';
import { fromAsked, paged } from './paging';

const ON_A_PAGE = 100;
const SEE = { action: 'see the advice that is awaited', roles: BOARD_ROLES } as const;

/** Advice that is not in yet, one row a child and service; several can be chased at once. */
@Controller()
export class AdviceController {
  constructor(
    private readonly boards: BoardsRead,
    private readonly forms: BulkForms,
  ) {}

  @Get(paths.board.advice)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.boards.seen(officer, query, 'advice to chase');
    return this.shown(officer, seen, query, []);
  }

  @Get(paths.board.adviceDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const seen = await this.boards.seen(officer, query, 'advice to chase, file');
    const rows = await rowsOf(seen, adviceWanted(seen, adviceAsked(query)).wanted);
    return fileAnswer(reply, query, fileOf(rows));
  }

  @Post(paths.board.chase)
  @HttpCode(200)
  @Policy({ action: 'chase advice', roles: ['ehc_officer', 'send_manager'], relation: 'case' })
  async chase(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page> {
    const asked = bulkAsked(body);
    const adviser = adviserAsked(body);
    if (adviser && asked.references.length)
      return this.forms.formPage(officer, { ...asked, type: 'ADVICE_CHASED', fixed: { adviser } });
    const query = Object.fromEntries(new URL(asked.from, 'http://own.invalid').searchParams);
    const seen = await this.boards.seen(officer, query, 'advice to chase');
    return this.shown(officer, seen, query, [
      { field: 'advice', text: 'Choose at least one child' },
    ]);
  }

  private async shown(
    officer: Actor,
    seen: BoardSeen,
    query: unknown,
    problems: readonly { field: string; text: string }[],
  ): Promise<Page> {
    const { asked, day, today } = seen;
    const narrowed = adviceAsked(query);
    const { adviser, view } = narrowed;
    const href = hrefFor(seen, narrowed);
    const { all, wanted } = adviceWanted(seen, narrowed);
    const { rows: here, pager } = paged(wanted, fromAsked(query), ON_A_PAGE, (from) =>
      href({ from }),
    );
    const rows = await rowsOf(seen, here);
    const isChaser = officer.roles.some(
      (role) => role === 'ehc_officer' || role === 'send_manager',
    );
    const model = {
      ...commonModel(seen),
      ...tabsOf(seen, narrowed, all),
      problems,
      service: adviser && ADVISERS[adviser],
      adviser,
      rows,
      count: wanted.length,
      pager,
      mayChase: adviser !== undefined && day === today && rows.length > 0 && isChaser,
      chooseAll: one(query, 'chosen') === 'all',
      chooseAllHref: `${href({ chosen: 'all' })}#advice`,
      from: href({}),
      back: boardHref(paths.boards, asked),
      ...fileHrefs(boardHref(paths.board.adviceDownload, asked, { service: adviser, when: view })),
    };
    return page('boards/advice', model, { status: problems.length ? 422 : 200 });
  }
}

function fileOf(rows: Awaited<ReturnType<typeof rowsOf>>): BoardFile {
  return {
    name: 'advice-to-chase',
    headings: ['Case', 'Child', 'Officer', 'Service', 'Due', 'Status', 'Times chased'],
    rows: rows.map(({ reference, name, officer, service, dueOn, state, chased }) => [
      reference,
      name,
      officer,
      service,
      { day: dueOn },
      state.text,
      chased,
    ]),
  };
}
