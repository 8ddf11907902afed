import { AccessLog, type Actor } from '@app/access';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { csvFile } from '../safety/csv-cell';
import { SignedIn } from '../session/signed-in.decorator';
import { UnitPages } from './unit-pages.service';
import { UNIT_ROLES, viewAsked } from './units-asked';

const SEE = { action: 'see the unit places', roles: UNIT_ROLES } as const;
const HEADINGS = [
  'Unit',
  'Place',
  'State',
  'Case',
  'Child',
  'Step',
  'Since',
  'Next date',
  'What is due',
];

/** High dependency units: every place, who has it, and who waits. */
@Controller()
export class UnitsController {
  constructor(
    private readonly pages: UnitPages,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.units.list)
  @Policy(SEE)
  async show(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    return page('units/units', await this.pages.model(officer, viewAsked(query)));
  }

  @Get(paths.units.download)
  @Policy(SEE)
  async download(
    @SignedIn() officer: Actor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const view = viewAsked(query);
    const units = await this.pages.seen(officer);
    await this.log.looked(officer, { action: 'list.downloaded', page: 'units' });
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="unit-places.csv"');
    const places = units.flatMap((unit) =>
      unit.places
        .filter(({ views }) => views.includes(view))
        .map((row) => [
          ...[unit.name, row.number, row.state, row.reference, row.name],
          ...[row.step, row.words, row.nextDate, row.nextLine],
        ]),
    );
    const waiting = units.flatMap((unit) =>
      (view === 'all' || view === 'waiting' ? (unit.waiting ?? []) : []).map((row) => [
        ...[unit.name, null, `Waiting, rank ${row.rank}`, row.reference, row.name],
        ...['Waiting list', row.since, '', row.why],
      ]),
    );
    return csvFile(HEADINGS, [...places, ...waiting]);
  }
}
