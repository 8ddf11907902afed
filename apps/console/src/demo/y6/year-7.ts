import { type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type SchoolTime } from './school-time';
import { type Y6Story } from './story';

interface Arriving {
  readonly movedIn: number;
  readonly nth: number;
  readonly isThere: boolean;
}

/** Every so many children support goes on until February. */
const EXTENDED = 8;

/** From the first day of Year 7: check-ins, the review in December, the follow-ups. */
export function tellYear7(
  story: Y6Story,
  arriving: Arriving,
  time: SchoolTime,
  dice: Dice,
): Y6Story {
  const { movedIn, nth, isThere } = arriving;
  const first = time.named('firstPupilDayOfAutumnTerm', `${movedIn}-08-20`);
  const arrived = isThere ? first : time.later(first, 6);
  if (!isThere) story.also(arrived, 'ARRIVED', { note: 'Came with an aunt on the sixth day.' });
  const late = nth % 5 === 4 ? 4 : 0;
  checkIn(story, time.later(arrived, 3 + late), 'CI1', dice);
  checkIn(story, time.later(arrived, 14 + late), 'CI2', dice);
  const halfTerm = time.named('lastPupilDayBeforeAutumnHalfTerm', first);
  checkIn(story, time.later(halfTerm, late - 6), 'CI3', dice);
  const back = time.named('endOfAutumnHalfTerm', first);
  checkIn(story, time.later(back, 8 + late), 'CI4', dice);
  const review = time.later(time.named('lastPupilDayOfAutumnTerm', first), -12 + (nth % 4) + late);
  const settled = time.later(review, 4);
  story.also(review, 'EXIT_REVIEW_STARTED');
  if (nth % EXTENDED === EXTENDED - 1) return extended(story, settled, time, dice);
  return followed(
    settledOn(story, settled, dice),
    time.named('lastPupilDayOfSpringTerm', first),
    nth,
    time,
    dice,
  );
}

function checkIn(story: Y6Story, on: CalendarDay, point: string, dice: Dice): void {
  const rag = dice.weighted([
    ['green', 7],
    ['amber', 3],
    ['red', 1],
  ] as const);
  const attendance = rag === 'green' ? dice.whole(930, 1000) / 10 : dice.whole(760, 925) / 10;
  const rating = rag === 'red' ? 2 : dice.whole(3, 5);
  story.also(on, 'CHECK_IN_RECORDED', {
    point,
    attendance,
    suspensions: rag === 'red' ? 1 : 0,
    keyAdultMet: rag !== 'red',
    pupilRating: rating,
    schoolRating: rating,
    rag,
    ...(rag !== 'green' && { concerns: ['Tired by Thursday', 'Misses the last lesson'] }),
  });
}

function extended(story: Y6Story, on: CalendarDay, time: SchoolTime, dice: Dice): Y6Story {
  const halfTerm = time.named('lastPupilDayBeforeFebruaryHalfTerm', on);
  const review = time.later(halfTerm, -3);
  story
    .also(on, 'EXIT_EXTENDED', { reason: 'Attendance is still falling after half term' }, 'ruben')
    .visited(time.later(on, 12), 'secondary')
    .also(review, 'EXIT_REVIEW_STARTED');
  const settled = settledOn(story, time.later(review, 6), dice);
  return followed(settled, time.named('lastPupilDayOfSpringTerm', on), 0, time, dice);
}

function settledOn(story: Y6Story, on: CalendarDay, dice: Dice): Y6Story {
  return story.also(on, 'EXIT_SETTLED', { goalAttainment: dice.whole(0, 2) });
}

function followed(
  story: Y6Story,
  spring: CalendarDay,
  nth: number,
  time: SchoolTime,
  dice: Dice,
): Y6Story {
  const summer = time.named('lastPupilDayOfSummerTerm', spring);
  const late = nth % 6 === 5 ? 9 : 0;
  for (const [point, on] of [
    ['spring', time.later(spring, late - 2)],
    ['summer', time.later(summer, late - 3)],
  ] as const) {
    const attendance = dice.whole(840, 990) / 10;
    story.also(on, 'FOLLOW_UP_RECORDED', {
      point,
      attendance,
      suspensions: dice.isLucky(0.8) ? 0 : 1,
    });
  }
  return story;
}
