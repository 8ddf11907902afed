import { AccessLog, type Actor } from '@app/access';
import {
  type Compared,
  PUBLISHED_YEAR,
  PublishedFigures,
  surveyDayAfter,
  type Table,
  TABLES,
} from '@app/reporting';
import { Clock, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { fileAnswer, fileHrefs } from '../boards/board-file';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import {
  behindHref,
  numberWords,
  PUBLISHED_ROLES,
  TABLE_WORDS,
  tableAsked,
  verdict,
} from './published-words';

const SEE = { action: 'see the published figures', roles: PUBLISHED_ROLES } as const;

/** What the department published of this council beside what its own records say. */
@Controller()
export class PublishedController {
  constructor(
    private readonly figures: PublishedFigures,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.published.home)
  @Policy(SEE)
  async home(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const table = tableAsked(query);
    const lines = await this.lines(officer, table, 'published figures');
    const given = (lines ?? []).filter(({ equal }) => equal !== null);
    const now = this.clock.now();
    return page('published/home', {
      year: PUBLISHED_YEAR,
      surveyDay: plainDay(surveyDayAfter(PUBLISHED_YEAR)),
      asAt: `${londonTime(now)} on ${plainDay(this.clock.today())}`,
      table: TABLE_WORDS[table],
      isKnown: lines !== undefined,
      same: given.filter(({ equal }) => equal).length,
      of: given.length,
      tabs: TABLES.map((key) => ({
        text: TABLE_WORDS[key],
        href: `${paths.published.home}?table=${key}`,
        current: key === table,
      })),
      rows: lines?.map(rowOf),
      ...fileHrefs(`${paths.published.download}?table=${table}`),
    });
  }

  @Get(paths.published.download)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const table = tableAsked(query);
    const lines = await this.lines(officer, table, 'published figures, file');
    return fileAnswer(reply, query, {
      name: `published-${table.replaceAll('_', '-')}`,
      headings: ['Column', 'Figure', 'What is counted', 'Published', 'Here', 'Same', 'Why'],
      rows: (lines ?? []).map((line) => [
        line.figure,
        line.title,
        line.definition,
        line.published,
        line.computed,
        verdict(line).text,
        line.why,
      ]),
    });
  }

  private async lines(officer: Actor, table: Table, pageName: string) {
    await this.log.looked(officer, { action: 'list.seen', page: pageName });
    return this.figures.sideBySide(officer.authority, table);
  }
}

const rowOf = (line: Compared) => ({
  title: line.title,
  definition: line.definition,
  published: numberWords(line.published),
  computed: line.computed === null ? '–' : numberWords(line.computed),
  href: behindHref(line),
  state: verdict(line),
  why: line.equal === null ? null : line.why,
});
