import { awaitedAdvice, figuresOf, serviceFigures } from '@app/reporting';
import { paths } from '../paths';
import { assessmentRow } from './assessment-row';
import { type BoardAsked, boardHref } from './board-asked';
import { type BoardSeen } from './boards-read.service';

/** So many of the worst stand on the board itself. */
const WORST = 8;

/** The worst few and how many there are. */
export function worstModel({ shown, asked }: BoardSeen) {
  const breached = shown.filter(({ status }) => status === 'breached');
  return {
    rows: breached.slice(0, WORST).map(assessmentRow),
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
