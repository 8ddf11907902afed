import { AccessLog, type Actor, worksCases } from '@app/access';
import { type CaseFilter, CaseLists, Calendars, type ListedCase } from '@app/casework';
import { pathways } from '@app/pathways';
import { Officers } from '@app/people';
import { Clock } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { csvFile } from '../safety/csv-cell';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { filterModel, queryOf } from './list-filter';
import { type CaseLine, caseLine } from './list-model';

const PAGE = 50;
const MOST_IN_FILE = 10_000;
const HEADINGS = [
  'Child',
  'Year and school',
  'Case',
  'Pathway',
  'Where it is',
  'State',
  'Officer',
  'Next date',
  'Due',
  'State of it',
];

/** Every case a person may see, narrowed by a form. */
@Controller()
export class ListController {
  constructor(
    private readonly lists: CaseLists,
    private readonly calendars: Calendars,
    private readonly officers: Officers,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.cases)
  @Policy({ action: 'see the list of cases', roles: 'any' })
  async show(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const filter = filterOf(query);
    const at = pageOf(query);
    const [found, officers, teams] = await Promise.all([
      this.lists.find(officer, filter, { from: at * PAGE, limit: PAGE }),
      this.officers.list(officer),
      this.officers.teams(officer),
    ]);
    const lines = await this.lines(officer, found.rows);
    const href = (to: number) => `${paths.cases}?${queryOf(filter, to)}`;
    return page('cases/list', {
      lines,
      total: found.total,
      filter: filterModel(filter, { pathways, officers, teams }),
      downloadHref: `${paths.caseList.download}?${queryOf(filter)}`,
      mayAdd: worksCases(officer),
      pages:
        found.total > PAGE
          ? {
              words: `Rows ${at * PAGE + 1} to ${Math.min(found.total, (at + 1) * PAGE)} of ${found.total}`,
              previousHref: at > 0 ? href(at - 1) : undefined,
              nextHref: (at + 1) * PAGE < found.total ? href(at + 1) : undefined,
            }
          : undefined,
    });
  }

  @Get(paths.caseList.download)
  @Policy({ action: 'download the list of cases', roles: 'any' })
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const found = await this.lists.find(officer, filterOf(query), { limit: MOST_IN_FILE });
    const lines = await this.lines(officer, found.rows);
    await this.log.looked(officer, { action: 'list.downloaded', page: 'cases' });
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="cases.csv"');
    return csvFile(
      HEADINGS,
      lines.map((line) => [
        line.childName,
        line.childLine,
        line.reference,
        line.pathwayTitle,
        line.place,
        line.judged?.text ?? '',
        line.owner,
        line.date?.small ?? '',
        line.date?.text ?? '',
        line.date?.state?.text ?? '',
      ]),
    );
  }

  private async lines(officer: Actor, rows: readonly ListedCase[]): Promise<CaseLine[]> {
    const calendar = await this.calendars.forAuthority(officer.authority);
    return rows.map((row) => caseLine(row, { today: this.clock.today(), calendar }));
  }
}

function filterOf(query: unknown): CaseFilter {
  const status = one(query, 'status');
  return {
    pathway: one(query, 'pathway'),
    stage: one(query, 'stage'),
    owner: one(query, 'owner'),
    team: one(query, 'team'),
    cohort: one(query, 'cohort'),
    status: status === 'closed' || status === 'all' ? status : 'open',
  };
}

function pageOf(query: unknown): number {
  const asked = Number(one(query, 'page') ?? '1');
  return Number.isInteger(asked) && asked > 1 && asked < 1000 ? asked - 1 : 0;
}
