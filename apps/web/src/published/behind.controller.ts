import { AccessLog, type Actor } from '@app/access';
import { type Behind, type Compared, PublishedFigures } from '@app/reporting';
import { Controller, Get, NotFoundException, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer, fileHrefs } from '../boards/board-file';
import { fromAsked, paged } from '../boards/paging';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { PUBLISHED_ROLES, TABLE_WORDS, tableAsked } from './published-words';

const SEE = {
  action: 'see the children behind a published figure',
  roles: PUBLISHED_ROLES,
} as const;
const ON_A_PAGE = 100;

/** The children whom a figure counts. */
@Controller()
export class BehindController {
  constructor(
    private readonly figures: PublishedFigures,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.published.children)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { figure, table, all } = await this.behind(officer, query, 'published figure, list');
    const { rows, pager } = paged(
      all,
      fromAsked(query),
      ON_A_PAGE,
      (from) => `${paths.published.children}?figure=${figure.figure}${from ? `&from=${from}` : ''}`,
    );
    return page('published/children', {
      title: figure.title,
      definition: figure.definition,
      table: TABLE_WORDS[table],
      count: all.length,
      rows: rows.map(rowOf),
      pager,
      back: `${paths.published.home}?table=${table}`,
      ...fileHrefs(`${paths.published.childrenDownload}?figure=${figure.figure}`),
    });
  }

  @Get(paths.published.childrenDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { all } = await this.behind(officer, query, 'published figure, list, file');
    return fileAnswer(reply, query, {
      name: 'published-figure-children',
      headings: ['Child', 'School', 'Case'],
      rows: all.map((row) => [row.name ?? RESTRICTED, row.schoolName, row.reference]),
    });
  }

  private async behind(officer: Actor, query: unknown, pageName: string) {
    const asked = one(query, 'figure') ?? '';
    const table = tableAsked({ table: asked.split('.')[0] });
    const lines = await this.figures.sideBySide(officer.authority, table);
    const figure: Compared | undefined = lines?.find((line) => line.figure === asked);
    const all = figure && (await this.figures.behind(officer.authority, asked));
    if (!figure || !all) throw new NotFoundException();
    await this.log.looked(officer, { action: 'list.seen', page: pageName });
    return { figure, table, all };
  }
}

const RESTRICTED = 'Restricted record';

const rowOf = ({ name, schoolName, reference, childId }: Behind) => ({
  name: name ?? RESTRICTED,
  href: name === null ? undefined : reference ? paths.case(reference) : paths.children.one(childId),
  school: schoolName ?? 'no school',
  reference,
});
