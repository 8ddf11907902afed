import { AccessLog, type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { pathways } from '@app/pathways';
import {
  AGE_BANDS,
  type AgeBand,
  OpenWork,
  type WorkloadCase,
  type WorkloadFilter,
  workloadOn,
  workloadShown,
} from '@app/reporting';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { paths } from '../paths';
import { one } from '../safety/one-value';

/** The open cases of everybody, and those that the address asks for. */
export interface WorkloadSeen {
  readonly today: CalendarDay;
  readonly filter: WorkloadFilter;
  readonly all: readonly WorkloadCase[];
  readonly shown: readonly WorkloadCase[];
}

/** One reading for the page, its lists and its files. */
@Injectable()
export class WorkloadRead {
  constructor(
    private readonly work: OpenWork,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  /** What the address asks for; what makes no sense in it is left out. */
  async seen(actor: Actor, query: unknown, pageName: string): Promise<WorkloadSeen> {
    const today = this.clock.today();
    const [rows, calendar] = await Promise.all([
      this.work.all(actor, today),
      this.calendars.forAuthority(actor.authority),
    ]);
    await this.log.looked(actor, { action: 'list.seen', page: pageName });
    const filter = workloadAsked(query);
    const all = workloadOn(rows, today, calendar);
    return { today, filter, all, shown: workloadShown(all, filter) };
  }
}

const OFFICER = /^([0-9a-f-]{36}|none)$/;

function workloadAsked(query: unknown): WorkloadFilter {
  const officer = one(query, 'officer');
  const band = one(query, 'band');
  const pathway = one(query, 'pathway');
  return {
    officer: officer && OFFICER.test(officer) ? officer : undefined,
    band: band && Object.hasOwn(AGE_BANDS, band) ? (band as AgeBand) : undefined,
    late: one(query, 'late') === 'yes' || undefined,
    pathway: pathways.some(({ name }) => name === pathway) ? pathway : undefined,
  };
}

/** The list of these cases; `more` changes what is asked for. */
export function workloadHref(
  path: string,
  filter: WorkloadFilter,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const asked = { ...filter, late: filter.late ? 'yes' : undefined, ...more };
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value ? [`${name}=${value}`] : [],
  );
  return given.length ? `${path}?${given.join('&')}` : path;
}

/** A number of the page, with the list that it opens. */
export const workloadCell = (
  count: number,
  filter: WorkloadFilter,
): { count: number; href: string | undefined } => ({
  count,
  href: count ? workloadHref(paths.board.workloadCases, filter) : undefined,
});
