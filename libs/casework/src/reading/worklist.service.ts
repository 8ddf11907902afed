import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '../calendars';
import { badgeOf, type RowBadge } from './row-badge';
import { stepsOf } from './next-step';
import { type Seat, type WorkStep } from './work-step';
import { underPressure } from './pressure';
import { type SchoolNames } from './subject-words';
import { byUrgency, chosenOf, type Group, groupOf } from './urgency';
import { type WorkCase } from './work-case';
import { MOST_CASES, WorklistRepository } from './worklist.repository';

/** One row of My work. */
export interface WorkRow {
  readonly subject: WorkCase;
  readonly step: WorkStep;
  readonly alike: readonly WorkStep[];
  readonly group: Group;
  readonly badge: RowBadge | undefined;
}

/** The saved views of My work. */
export const WORK_VIEWS = {
  'needs-me': 'Needs me',
  'this-week': 'Late or due this week',
  blocked: 'Blocked or waiting',
  others: 'Waiting on others',
  all: 'All my cases',
} as const;

export type WorkView = keyof typeof WORK_VIEWS;

/** My work at one moment: every view counted, from the same rows. */
export interface Work {
  readonly today: CalendarDay;
  readonly views: Readonly<Record<WorkView, readonly WorkRow[]>>;
  /** There are more cases than were read. */
  readonly isCut: boolean;
}

/** What an officer has to do, most urgent first. */
@Injectable()
export class Worklist {
  constructor(
    @Inject(WorklistRepository) private readonly cases: WorklistRepository,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The officer's own work: steps on cases they own or cover, tasks for them, decisions that are theirs. */
  async of(actor: Actor): Promise<Work> {
    const [found, seat] = await Promise.all([this.cases.touching(actor), this.seatOf(actor)]);
    return workFrom(found, await this.withSchools(seat, actor, found));
  }

  /** The work of the officer's whole team. */
  async ofTeam(actor: Actor): Promise<Work> {
    const [found, seat] = await Promise.all([this.cases.ofTeam(actor), this.seatOf(actor)]);
    return workFrom(found, await this.withSchools({ ...seat, overTeam: true }, actor, found));
  }

  private async seatOf(actor: Actor): Promise<Seat> {
    const calendar = await this.calendars.forAuthority(actor.authority);
    return { officerId: actor.id, roles: actor.roles, today: this.clock.today(), calendar };
  }

  /** Names of the schools that clocks run for; asks only when there are any. */
  private async withSchools(seat: Seat, actor: Actor, found: readonly WorkCase[]): Promise<Seat> {
    const urns = found.flatMap(({ clocks }) =>
      clocks.filter(({ code }) => code === 'consult_due').map(({ subject }) => subject),
    );
    if (!urns.length) return seat;
    return { ...seat, schools: await schoolNames(this.statements, actor.authority, urns) };
  }
}

/** Schools by URN. */
export async function schoolNames(
  statements: Statements,
  authority: string,
  urns: readonly string[],
): Promise<SchoolNames> {
  const sql = 'SELECT urn, name FROM school WHERE authority = $1 AND urn = ANY ($2::text[])';
  const rows = await statements.run<{ urn: string; name: string }>('school-names', sql, [
    authority,
    [...new Set(urns)],
  ]);
  return new Map(rows.map(({ urn, name }) => [urn, name]));
}

/** Sorts cases into the views. Pure. */
export function workFrom(cases: readonly WorkCase[], seat: Seat): Work {
  const rows = cases.flatMap((subject) => rowsOf(subject, seat)).sort(inOrder(seat.today));
  const isCarried = ({ ownerId, coverId }: WorkCase) =>
    seat.overTeam || ownerId === seat.officerId || coverId === seat.officerId;
  const carried = ({ subject }: WorkRow) => isCarried(subject);
  const mine = rows.filter(({ step }) => step.whose === 'mine');
  const busy = new Set(mine.map(({ subject }) => subject.id));
  const isSoon = ({ group }: WorkRow) => group === 'late' || group === 'week';
  return {
    today: seat.today,
    isCut: cases.length >= MOST_CASES,
    views: {
      'needs-me': mine,
      'this-week': rows.filter(
        (row) =>
          isSoon(row) && (busy.has(row.subject.id) ? row.step.whose === 'mine' : carried(row)),
      ),
      blocked: mine.filter(({ badge }) => badge),
      others: onePerCase(
        rows.filter(
          (row) => row.step.whose === 'others' && carried(row) && !busy.has(row.subject.id),
        ),
      ),
      all: allOf(cases.filter(isCarried), rows, seat),
    },
  };
}

function rowsOf(subject: WorkCase, seat: Seat): WorkRow[] {
  const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
  const steps = stepsOf(subject, pathway, seat);
  const mine = chosenOf(
    steps.filter(({ whose }) => whose === 'mine'),
    seat.today,
    seat.calendar,
  );
  const others = chosenOf(
    steps.filter(({ whose }) => whose === 'others'),
    seat.today,
    seat.calendar,
  );
  const pressed = mine.map((row, index) =>
    index ? row : { ...row, step: underPressure(row.step, subject, pathway, seat) },
  );
  return [...pressed, ...others].map(({ step, alike }) => ({
    subject,
    step,
    alike,
    group: groupOf(step.dueOn, seat.today),
    badge: badgeOf(step, subject, seat),
  }));
}

/** Every case once: with its most urgent row, or with nothing to do. */
function allOf(cases: readonly WorkCase[], rows: readonly WorkRow[], { today }: Seat): WorkRow[] {
  const first = new Map<string, WorkRow>();
  for (const row of rows) if (!first.has(row.subject.id)) first.set(row.subject.id, row);
  const all = cases.map((subject) => first.get(subject.id) ?? idleRow(subject));
  return all.sort(inOrder(today));
}

function idleRow(subject: WorkCase): WorkRow {
  const step: WorkStep = {
    key: `${subject.reference} idle`,
    label: 'Nothing to do now',
    ask: 'Nothing to do now',
    because: 'No date runs and nobody waits for us.',
    dueOn: null,
    state: undefined,
    byLaw: false,
    whose: 'others',
    reasons: [],
  };
  return { subject, step, alike: [], group: 'later', badge: undefined };
}

function onePerCase(rows: readonly WorkRow[]): WorkRow[] {
  const seen = new Set<string>();
  return rows.filter(({ subject }) => !seen.has(subject.id) && seen.add(subject.id));
}

function inOrder(today: CalendarDay) {
  const compare = byUrgency(today);
  return (a: WorkRow, b: WorkRow) => compare(a.step, b.step);
}
