import {
  GROUPS,
  type Group,
  legWeek,
  lowerFirst,
  WORK_VIEWS,
  type Work,
  type WorkRow,
  type WorkView,
  yearAndSchool,
} from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, longDay, shortDay } from '@app/statutory-calendar';
import { listState, type StateModel } from '../cases/state-model';
import { stepHref, whyHref } from '../cases/step-address';
import { paths } from '../paths';

/** How many rows a page shows; the rest is behind the most urgent. */
export const MOST_ROWS = 50;

/** One row of the list, in words. */
export interface WorkLine {
  readonly childName: string;
  readonly childLine: string;
  readonly caseHref: string;
  readonly ask: string;
  readonly askHref: string | undefined;
  readonly askLine: string;
  readonly reference: string;
  readonly because: string;
  readonly badge:
    { readonly kind: string; readonly name: string; readonly text: string } | undefined;
  readonly date: {
    readonly text: string;
    readonly whyHref: string | undefined;
    readonly whyOf: string;
    readonly state: StateModel | undefined;
  };
}

/** Rows under one heading. */
export interface WorkGroup {
  readonly title: string;
  readonly isLate: boolean;
  /** How many there are, also those past the end of the page. */
  readonly count: number;
  readonly lines: readonly WorkLine[];
}

/** The rows of a view under their headings, at most a page of them. */
export function groupsOf(
  rows: readonly WorkRow[],
  today: CalendarDay,
  { owners = false } = {},
): WorkGroup[] {
  const shown = rows.slice(0, MOST_ROWS);
  return (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const lines = shown
      .filter((row) => row.group === group)
      .map((row) => lineOf(row, today, owners));
    const count = rows.filter((row) => row.group === group).length;
    return lines.length ? [{ title: GROUPS[group], isLate: group === 'late', count, lines }] : [];
  });
}

/** One row in words: the same for the page and for the file. */
export function lineOf(row: WorkRow, today: CalendarDay, owners: boolean): WorkLine {
  const { subject, step, alike, badge } = row;
  const also = alike.length
    ? ` Also: ${alike.map(({ label }) => lowerFirst(label)).join(', ')}.`
    : '';
  return {
    childName: subject.childName,
    childLine: yearAndSchool(subject),
    caseHref: paths.case(subject.reference),
    ask: step.ask,
    askHref: hrefOf(row),
    askLine: askLine(row, today),
    reference: [subject.reference, owners ? (subject.ownerName ?? 'nobody holds it') : undefined]
      .filter(Boolean)
      .join(', '),
    because: `${step.because}${also}`,
    badge: badge && { ...badge, name: badge.kind === 'blocked' ? 'Blocked' : 'Waiting' },
    date: {
      text: step.dueOn ? shortDay(step.dueOn) : 'No date',
      whyHref: step.byLaw && step.clock ? whyHref(subject.reference, step.clock) : undefined,
      whyOf: `about ${step.ask}, ${subject.reference}`,
      state: listState(step.state),
    },
  };
}

function hrefOf({ subject, step }: WorkRow): string | undefined {
  if (step.actionId) return paths.support.action(subject.reference, step.actionId);
  if (step.taskId) return paths.caseFile.task(subject.reference, step.taskId);
  if (step.whose === 'others') return paths.case(subject.reference);
  return step.event
    ? stepHref(subject.reference, step.event, step.clock?.subject)
    : paths.case(subject.reference);
}

function askLine({ subject }: WorkRow, today: CalendarDay): string {
  const { title } = pathwayNamed(subject.pathway, subject.pathwayVersion);
  const week =
    subject.pathway === 'ehc_needs_assessment'
      ? legWeek(subject.stage, subject.openedOn, today)
      : undefined;
  return [title, week && `week ${week.now}`].filter(Boolean).join(', ');
}

/** '12 steps need you. 1 has passed its legal date, 1 is due today, 2 cannot be done until someone else acts.' */
export function leadOf(
  { views, today }: Work,
  overTeam: boolean,
): { strong: string; rest: string } {
  const rows = views['needs-me'];
  if (!rows.length)
    return { strong: overTeam ? 'Nothing needs the team.' : 'Nothing needs you.', rest: '' };
  const strong = `${rows.length} ${rows.length === 1 ? 'step needs' : 'steps need'} ${overTeam ? 'the team' : 'you'}.`;
  const breached = rows.filter(({ step }) => step.state?.kind === 'breached').length;
  const late =
    rows.filter(({ step }) => step.dueOn !== null && step.dueOn < today).length - breached;
  const dueToday = rows.filter(({ step }) => step.dueOn === today).length;
  const blocked = rows.filter(({ badge }) => badge?.kind === 'blocked').length;
  const parts = [
    breached &&
      `${breached} ${breached === 1 ? 'has passed its legal date' : 'have passed their legal dates'}`,
    late &&
      `${late} ${late === 1 ? 'is late by a date of the council’s own' : 'are late by dates of the council’s own'}`,
    dueToday && `${dueToday} ${dueToday === 1 ? 'is' : 'are'} due today`,
    blocked && `${blocked} cannot be done until someone else acts`,
  ].filter((part): part is string => Boolean(part));
  return {
    strong,
    rest: parts.length ? `${parts.join(', ')}.` : 'None is late, and none is due today.',
  };
}

/** The saved views with their counts. */
export function viewsOf(
  { views, isCut }: Work,
  chosen: WorkView,
  hrefOf: (view: WorkView) => string,
) {
  return (Object.keys(WORK_VIEWS) as WorkView[]).map((view) => ({
    text: WORK_VIEWS[view],
    href: hrefOf(view),
    count: `${views[view].length}${isCut && view === 'all' ? '+' : ''}`,
    current: view === chosen,
  }));
}

/** 'Tuesday 12 January 2027.' */
export function todayWords(today: CalendarDay): string {
  return `${longDay(today)}.`;
}
