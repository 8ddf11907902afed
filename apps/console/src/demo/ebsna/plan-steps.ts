import { type CalendarDay } from '@app/statutory-calendar';
import { type CaseStory } from '../case-story';
import { type Dice } from '../dice';
import { type SchoolTime } from '../y6/school-time';

/** School days after the plan was agreed on which a step was tried. */
const TRIED = [3, 7, 11, 15] as const;
const NOTES = [
  'Ten minutes in the base with the key adult, then home. Smiled on the way out.',
  'Walked to the gate twice. Turned back once, and that was all right.',
  'Stayed for all of art. Asked whether it is on Thursday too.',
  'Slept badly. We stopped at the corner and talked.',
] as const;

/** Steps tried since the plan was agreed, most of them achieved. */
export function stepsBack(
  story: CaseStory,
  agreedOn: CalendarDay,
  time: SchoolTime,
  dice: Dice,
): void {
  TRIED.forEach((days, nth) => {
    const achieved = dice.isLucky(0.75);
    story.then(time.later(agreedOn, days), 'STEP_RECORDED', {
      stepNo: 1 + Math.floor(nth / 2),
      achieved,
      anxietyBefore: dice.whole(6, 9),
      anxietyAfter: achieved ? dice.whole(3, 5) : dice.whole(7, 9),
      note: NOTES[nth],
    });
  });
}

/** A part-time timetable: one that runs, or one that is past its last day. */
export function timetable(
  story: CaseStory,
  how: 'running' | 'past_its_end',
  time: SchoolTime,
): void {
  const [start, end] = how === 'running' ? [8, undefined] : [31, 3];
  story.then(time.back(start), 'PTT_STARTED', {
    reasonWords: 'Mornings first, then one afternoon more each week',
    parentAgreedOn: time.back(start + 1),
    pupilView: 'Mornings are all right.',
    ...(end && { endOn: time.back(end) }),
  });
}
