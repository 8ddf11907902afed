import { type Actor } from '@app/access';
import {
  AGE_BANDS,
  type AgeBand,
  FULL_CASELOAD,
  lineOf,
  type WorkloadLine,
  workloadLines,
} from '@app/reporting';
import { Clock, londonTime, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { RouteRegistry } from '../policy/route-registry';
import { SignedIn } from '../session/signed-in.decorator';
import { boardTabs } from './boards-tabs';
import { fileAnswer, fileHrefs } from './board-file';
import { workloadCell, WorkloadRead } from './workload-read.service';

const SEE = { action: 'see the workload of officers', roles: ['send_manager'] } as const;
const BANDS = Object.keys(AGE_BANDS) as AgeBand[];

/** What every officer holds, by how long ago each case was last moved on. */
@Controller()
export class WorkloadController {
  constructor(
    private readonly workload: WorkloadRead,
    private readonly clock: Clock,
    private readonly routes: RouteRegistry,
  ) {}

  @Get(paths.board.workload)
  @Policy(SEE)
  async show(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { all, today } = await this.workload.seen(officer, query, 'workload');
    const lines = workloadLines(all);
    return page('boards/workload', {
      tabs: boardTabs(this.routes, officer.roles, paths.board.workload),
      bands: BANDS.map((band) => AGE_BANDS[band].label),
      rows: lines.map((line) => lineModel(line, line.ownerId ?? 'none')),
      total: lineModel(lineOf(all), undefined),
      full: FULL_CASELOAD,
      asAt: `${plainDay(today)}, ${londonTime(this.clock.now())}`,
      ...fileHrefs(paths.board.workloadDownload),
    });
  }

  @Get(paths.board.workloadDownload)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { all } = await this.workload.seen(officer, query, 'workload, file');
    return fileAnswer(reply, query, {
      name: 'workload',
      headings: [
        'Officer',
        'Team',
        'Open cases',
        ...BANDS.map((band) => `Last step ${AGE_BANDS[band].label.toLowerCase()} working days ago`),
        'With a late date',
        'Units of work',
      ],
      rows: workloadLines(all).map((line) => [
        nameOf(line),
        line.teamName,
        line.open,
        ...BANDS.map((band) => line.bands[band]),
        line.late,
        line.units,
      ]),
    });
  }
}

const nameOf = ({ ownerName }: WorkloadLine) => ownerName ?? 'No officer';

function lineModel(line: WorkloadLine, officer: string | undefined) {
  return {
    name: nameOf(line),
    team: line.teamName,
    open: workloadCell(line.open, { officer }),
    bands: BANDS.map((band) => ({
      label: AGE_BANDS[band].label,
      ...workloadCell(line.bands[band], { officer, band }),
    })),
    late: workloadCell(line.late, { officer, late: true }),
    units: line.units,
    isOver: officer !== undefined && officer !== 'none' && line.units > FULL_CASELOAD,
  };
}
