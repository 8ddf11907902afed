import { type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../dice';

/** Sessions attended of ten, at each level. */
const ATTENDED = { 2: [9, 9], 3: [6, 8], 4: [1, 5] } as const satisfies Record<
  number,
  readonly [number, number]
>;
const WEEKS = 10;
const WORRIES = [
  'Comes to the gate and cannot go in. Mornings end in tears.',
  'Stomach aches on school days, none at weekends.',
  'Stays in the toilets at break and leaves before lunch.',
] as const;
const FAMILY = [
  'We see somebody who wants to go and cannot.',
  'Home is calm. It starts on Sunday evening.',
  'Nobody has asked us what would help until now.',
] as const;

/** The school's referral, with figures that make this level. */
export function referral(
  level: 2 | 3 | 4,
  onsetOn: CalendarDay,
  lastAttendedOn: CalendarDay,
  dice: Dice,
) {
  const [low, high] = ATTENDED[level];
  const sessions = Array.from({ length: WEEKS }, (_, week) => ({
    attended: dice.whole(low, high),
    possible: level === 2 && week % 3 === 0 ? 9 : 10,
  }));
  return {
    level: String(level),
    onsetOn,
    pattern: dice.pick(['gradual', 'after_break', 'lessons', 'days'] as const),
    lastAttendedOn,
    sessions,
    daysMissed: level === 4 ? dice.whole(16, 30) : dice.whole(2, 12),
    schoolView: dice.pick(WORRIES),
    parentView: dice.pick(FAMILY),
    childView: 'It is too loud and I do not know where to go.',
    attempts: [
      { on: onsetOn, who: 'Form tutor', what: 'Met at the gate each morning', effect: 0 },
      { on: lastAttendedOn, who: 'SENCO', what: 'Quiet start in the library', effect: 1 },
    ],
  };
}
