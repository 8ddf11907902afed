import {
  awaitedAdvice,
  breakdown,
  BREAKDOWNS,
  type BreakdownKey,
  figuresOf,
  serviceFigures,
  worstFirst,
} from '@app/reporting';
import { one } from '../safety/one-value';
import { paths } from '../paths';
import { assessmentRow } from './assessment-row';
import { type BoardAsked, boardHref } from './board-asked';
import { type BoardSeen } from './boards-read.service';

/** So many of the worst stand on the board itself. */
const WORST = 8;

/** The worst few and how many there are. */
export async function worstModel({ shown, asked, inFull }: BoardSeen) {
  const breached = shown.filter(({ status }) => status === 'breached');
  const worst = worstFirst(breached).slice(0, WORST);
  return {
    rows: worst.length ? (await inFull(worst)).map(assessmentRow) : [],
    all: breached.length,
    href: boardHref(paths.board.list, asked, { status: 'breached' }),
  };
}

/** Advice to chase, by service; each number opens its rows. */
export function adviceModel({ shown, asked, day, today, calendar }: BoardSeen) {
  const advice = awaitedAdvice(shown, day, calendar);
  const href = (service: string | undefined, when: string, chosen?: string) =>
    boardHref(paths.board.advice, asked, { service, when, chosen });
  const rows = serviceFigures(advice).map((it) => ({
    ...it,
    notInHref: href(it.adviser, 'all'),
    lateHref: it.late ? href(it.adviser, 'late') : undefined,
    soonHref: it.dueSoon ? href(it.adviser, 'soon') : undefined,
    chaseHref: it.late && day === today ? href(it.adviser, 'late', 'all') : undefined,
  }));
  return {
    rows,
    all: figuresOf(advice),
    allHref: href(undefined, 'all'),
    lateHref: href(undefined, 'late'),
    soonHref: href(undefined, 'soon'),
  };
}

/** What the address asks to break the figures down by. */
export function breakdownAsked(query: unknown): BreakdownKey {
  const by = one(query, 'by');
  return by && Object.hasOwn(BREAKDOWNS, by) ? (by as BreakdownKey) : 'waits';
}

/** The figures by what holds the assessments, by team or by area; each number opens its cases. */
export function breakdownModel({ shown, asked }: BoardSeen, by: BreakdownKey) {
  const cell = (key: string, count: number, status?: string) => ({
    count,
    href: count
      ? boardHref(paths.board.list, asked, { [by]: key, status: status ?? asked.filter.status })
      : undefined,
  });
  return {
    by,
    head: BREAKDOWNS[by],
    links: (Object.keys(BREAKDOWNS) as BreakdownKey[]).map((key) => ({
      text: BREAKDOWNS[key],
      href: `${boardHref(paths.boards, asked, { by: key })}#broken-down`,
      current: key === by,
    })),
    rows: breakdown(shown, by).map(
      ({ key, label, open, breached, at_risk: atRisk, on_time: onTime }) => ({
        label,
        open: cell(key, open),
        breached: cell(key, breached, 'breached'),
        atRisk: cell(key, atRisk, 'at_risk'),
        onTime: cell(key, onTime, 'on_time'),
      }),
    ),
  };
}

/** The parts of a page that every page of the boards has. */
export function commonModel({ asked, day, today }: Pick<BoardSeen, 'asked' | 'day' | 'today'>): {
  asked: BoardAsked;
  day: string;
  isToday: boolean;
  problems: { field: string; text: string }[];
} {
  return {
    asked,
    day,
    isToday: day === today,
    problems: asked.problem ? [{ field: 'on', text: asked.problem }] : [],
  };
}
