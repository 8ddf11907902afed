import { addDays, schoolYearOf } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';

/** A young person who moved on last summer, as far as the year has come; the first is not taking part. */
export function tellMoved(scene: Scene, at: number): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `moved on ${at}`);
  const year = schoolYearOf(time.today);
  const child = register.add({ year: 12, sen: 'K' });
  const worker = ['ama', 'rhys', 'noor'][at % 3]!;
  const listed = addDays(`${year}-02-03`, at);
  const on = (n: number) => time.schoolDay(addDays(listed, n));
  const summer = time.named('lastPupilDayOfSummerTerm', `${year}-06-15`);
  const autumn = time.named('firstPupilDayOfAutumnTerm', `${year}-08-25`);
  const winter = time.named('lastPupilDayOfAutumnTerm', autumn);
  const story = storyOf(scene, { pathway: 'post16_transition', child, team: 'transition', worker })
    .opened(on(0), 'YOUNG_PERSON_LISTED', { transferOn: `${year}-09-01` }, 'ruben')
    .given(on(0))
    .then(on(8), 'LEVEL_SET')
    .agreed(on(14))
    .then(on(28), 'VIEWS_RECORDED')
    .then(on(45), 'DESTINATION_CONFIRMED', { how: 'accepted' })
    .then(on(80), 'VISIT_LOGGED', { type: 'taster', minutes: 120 })
    .then(on(125), 'HANDOVER_HELD')
    .then(summer, 'SUMMER_BREAK_STARTED', undefined, 'system')
    .then(`${year}-08-24`, 'RESULTS_CHECKED')
    .then(autumn, 'AUTUMN_TERM_STARTED', undefined, 'system');
  if (at === 0) {
    story
      .then(time.later(autumn, 7), 'NOT_TAKING_PART', { now: 'looking' })
      .then(time.later(autumn, 25), 'SITUATION_CHECKED');
    return story.journey();
  }
  story
    .then(time.later(autumn, 3 + at), 'ENROLMENT_CONFIRMED', { since: autumn })
    .then(time.later(autumn, 14), 'CHECK_IN_RECORDED', { attendance: dice.whole(820, 990) / 10 });
  if (at > 1)
    story
      .then(time.later(winter, -9), 'EXIT_REVIEW_STARTED')
      .then(time.later(winter, -4), 'EXIT_SETTLED');
  return story.journey();
}
