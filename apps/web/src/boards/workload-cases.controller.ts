import { type Actor } from '@app/access';
import { pathwayNamed } from '@app/pathways';
import { AGE_BANDS, OpenWork, type WorkChild, type WorkloadCase } from '@app/reporting';
import { shortDay } from '@app/statutory-calendar';
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
import { fileAnswer, fileHrefs } from './board-file';
import { fromAsked, paged } from './paging';
import { workloadHref, WorkloadRead, type WorkloadSeen } from './workload-read.service';

const SEE = { action: 'see the cases of officers', roles: ['send_manager'] } as const;
const ON_A_PAGE = 100;

/** The cases behind the numbers of workload; those of one pathway can be given to somebody else, several at once. */
@Controller()
export class WorkloadCasesController {
  constructor(
    private readonly workload: WorkloadRead,
    private readonly work: OpenWork,
    private readonly forms: BulkForms,
  ) {}

  @Get(paths.board.workloadCases)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const seen = await this.workload.seen(officer, query, 'workload, cases');
    return this.shown(officer, seen, query, []);
  }

  @Get(paths.board.workloadCasesDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { shown } = await this.workload.seen(officer, query, 'workload, cases, file');
    const rows = (await this.rowsOf(officer, shown)).map((row) => [
      row.reference,
      row.name,
      row.school,
      row.officer,
      row.pathway,
      { day: row.steppedOn },
      row.days,
      row.late,
      row.units,
    ]);
    return fileAnswer(reply, query, { name: 'workload-cases', headings: HEADINGS, rows });
  }

  @Post(paths.board.reassign)
  @HttpCode(200)
  @Policy({ action: 'give cases to another officer', roles: ['send_manager'], relation: 'case' })
  async give(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page> {
    const asked = bulkAsked(body);
    if (asked.references.length)
      return this.forms.formPage(officer, { ...asked, type: 'ALLOCATED' });
    const query = Object.fromEntries(new URL(asked.from, 'http://own.invalid').searchParams);
    const seen = await this.workload.seen(officer, query, 'workload, cases');
    return this.shown(officer, seen, query, [{ field: 'cases', text: 'Choose at least one case' }]);
  }

  private async shown(
    officer: Actor,
    { shown, filter }: WorkloadSeen,
    query: unknown,
    problems: readonly { field: string; text: string }[],
  ): Promise<Page> {
    const href = (more: Readonly<Record<string, string | undefined>>) =>
      workloadHref(paths.board.workloadCases, filter, more);
    const { rows: here, pager } = paged(shown, fromAsked(query), ON_A_PAGE, (from) =>
      href({ from }),
    );
    const pathwaysHere = [...new Set(shown.map(({ pathway }) => pathway))];
    const model = {
      problems,
      holder: holderOf(shown, filter.officer),
      band: filter.band && AGE_BANDS[filter.band].label.toLowerCase(),
      late: filter.late,
      pathways: pathwaysHere.map((name) => ({
        text: pathwayNamed(name).title,
        count: shown.filter(({ pathway }) => pathway === name).length,
        href: href({ pathway: name }),
      })),
      mayGive: pathwaysHere.length === 1,
      isNarrowed: filter.pathway !== undefined,
      allHref: href({ pathway: undefined }),
      chooseAll: one(query, 'chosen') === 'all',
      chooseAllHref: `${href({ chosen: 'all' })}#cases`,
      from: href({}),
      count: shown.length,
      rows: await this.rowsOf(officer, here),
      pager,
      ...fileHrefs(workloadHref(paths.board.workloadCasesDownload, filter)),
    };
    return page('boards/workload-cases', model, { status: problems.length ? 422 : 200 });
  }

  private async rowsOf(officer: Actor, cases: readonly WorkloadCase[]) {
    const children = await this.work.children(
      officer,
      cases.map(({ caseId }) => caseId),
    );
    return cases.map((it) => rowOf(it, children.get(it.caseId)));
  }
}

const HEADINGS = [
  'Case',
  'Child',
  'School',
  'Officer',
  'Pathway',
  'Last step',
  'Working days since',
  'Dates that are late',
  'Units of work',
];

function holderOf(shown: readonly WorkloadCase[], officer: string | undefined) {
  if (!officer) return undefined;
  return officer === 'none' ? 'no officer' : shown[0]?.ownerName;
}

function rowOf(it: WorkloadCase, child: WorkChild | undefined) {
  return {
    reference: it.reference,
    href: paths.case(it.reference),
    name: child?.name ?? it.reference,
    school: child?.schoolName ?? 'no school',
    officer: it.ownerName ?? 'No officer',
    pathway: pathwayNamed(it.pathway).title,
    place: pathwayNamed(it.pathway).copy.states['work']?.[it.stage] ?? 'Open',
    steppedOn: it.steppedOn,
    stepped: shortDay(it.steppedOn),
    days: it.days,
    late: it.late,
    units: it.units,
  };
}
