import { type Actor } from '@app/access';
import { pathwayNamed, type Role } from '@app/pathways';
import {
  OpenWork,
  RECORDED_LATE,
  RestatedDays,
  type RestatedFigures,
  Restatements,
  type StatusCounts,
  STATUSES,
} from '@app/reporting';
import { addDays, type CalendarDay, Clock, plainDay } from '@app/statutory-calendar';
import { Controller, Get, Query } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { REVIEW_ROLES } from '../reviews/reviews-roles';
import { SignedIn } from '../session/signed-in.decorator';
import { boardAsked, boardHref } from './board-asked';
import { BOARD_ROLES, seesWhole } from './boards-roles';
import { concerns, correctedRow, thenAndNow } from './corrected-row';

const DAYS_BACK = 90;
const { events } = pathwayNamed('ehc_needs_assessment');

/** Why a figure of a day gone by is not what it was: both figures, and the corrections and late entries between them. */
@Controller()
export class CorrectedController {
  constructor(
    private readonly restatements: Restatements,
    private readonly days: RestatedDays,
    private readonly work: OpenWork,
    private readonly clock: Clock,
  ) {}

  @Get(paths.board.corrected)
  @Policy({ action: 'see what was corrected', roles: BOARD_ROLES })
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const today = this.clock.today();
    const { on: day, typedDay, problem } = boardAsked(query, today);
    const since = day ? addDays(day, 1) : addDays(today, -DAYS_BACK);
    const rows = await this.restatements.since(officer, since);
    const figures = day && (await this.days.of(officer, day));
    const model = {
      typedDay: day ? plainDay(day) : (typedDay ?? ''),
      problems: problem ? [{ field: 'on', text: problem }] : [],
      dayWords: day && plainDay(day),
      boardHref: day && boardHref(paths.boards, { filter: {}, on: day }),
      figures: figures && figureLines(figures, day, officer.roles),
      loaded: figures && seesWhole(officer.roles) ? figures.plans.loaded : 0,
      cases: figures ? await this.casesOf(officer, figures) : [],
      since: plainDay(since),
      late: RECORDED_LATE,
      rows: rows
        .filter((row) => !day || concerns(row, day))
        .map((row) => correctedRow(row, events)),
    };
    return page('boards/corrected', model, { status: problem ? 422 : 200 });
  }

  private async casesOf(officer: Actor, { cases }: RestatedFigures) {
    const children = await this.work.children(
      officer,
      cases.map(({ caseId }) => caseId),
    );
    return cases.map(({ caseId, reference, then, now }) => ({
      reference,
      href: paths.case(reference),
      name: children.get(caseId)?.name ?? reference,
      then: then ? STATUSES[then] : 'Not open',
      now: now ? STATUSES[now] : 'Not open',
    }));
  }
}

function figureLines(
  { then, now, plans }: RestatedFigures,
  day: CalendarDay,
  roles: readonly Role[],
) {
  const mayOpenPlans = roles.some((role) => REVIEW_ROLES.includes(role));
  const line = (label: string, key: keyof StatusCounts, status?: string) =>
    thenAndNow(
      label,
      then[key],
      now[key],
      boardHref(paths.board.list, { filter: {}, on: day }, { status }),
    );
  return [
    line('Open assessments', 'open'),
    line('Breached', 'breached', 'breached'),
    line('At risk', 'at_risk', 'at_risk'),
    line('On time', 'on_time', 'on_time'),
    ...(seesWhole(roles)
      ? [
          thenAndNow(
            'Plans in force',
            plans.then,
            plans.now,
            mayOpenPlans ? boardHref(paths.reviews.plans, { filter: {}, on: day }) : undefined,
          ),
        ]
      : []),
  ];
}
