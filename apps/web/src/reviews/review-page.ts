import { type Actor } from '@app/access';
import { londonTime, plainDay } from '@app/statutory-calendar';
import { BOARD_ROLES } from '../boards/boards-roles';
import { paths } from '../paths';
import { type ReviewsSeen } from './reviews-read.service';

const PLACES = [
  ['Annual reviews', paths.reviews.home],
  ['Phase transfers', paths.reviews.transfers],
  ['Year 11', paths.reviews.year11],
  ['Dates met', paths.reviews.times],
  ['Reviews ahead', paths.forecast.reviews],
] as const;

/** The parts that every page of the register has. */
export function reviewPage(
  { asked, day, today }: ReviewsSeen,
  { roles }: Actor,
  current: string,
  now: Date,
) {
  const board = { text: '20-week clock', href: paths.boards, current: false };
  const mayBoard = roles.some((role) => BOARD_ROLES.includes(role));
  return {
    asked,
    tabs: [
      ...(mayBoard ? [board] : []),
      ...PLACES.map(([text, href]) => ({ text, href, current: href === current })),
    ],
    here: current,
    isToday: day === today,
    dayWords: plainDay(day),
    typedDay: asked.typedDay && asked.problem ? asked.typedDay : plainDay(day),
    asAt: day === today ? `${plainDay(day)}, ${londonTime(now)}` : `the end of ${plainDay(day)}`,
    problems: asked.problem ? [{ field: 'on', text: asked.problem }] : [],
  };
}
