import { addDays, schoolYearOf } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { PRIMARY_SCHOOLS } from '../people/schools';
import { diceOf, type Scene, storyOf } from '../scene';

const CHECK_IN = 10;

/** A child who started school this autumn, as far as the year has come; one of them has not settled yet. */
export function tellReception(scene: Scene, worker: string, at: number): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `reception ${at}`);
  const year = schoolYearOf(time.today);
  const school = dice.pick(PRIMARY_SCHOOLS.filter(({ ages: [low] }) => low < 5));
  const child = register.add({ year: 0, sen: 'K', school });
  const listed = addDays(`${year}-02-20`, at);
  const on = (n: number) => time.schoolDay(addDays(listed, n));
  const started = time.named('firstPupilDayOfAutumnTerm', `${year}-08-25`);
  const review = time.named('lastPupilDayBeforeAutumnHalfTerm', addDays(started, 14));
  const story = storyOf(scene, { pathway: 'ey_transition', child, team: 'transition', worker })
    .opened(on(0), 'CHILD_NOTIFIED', { startYear: year, setting: 'Nursery' })
    .given(on(0))
    .then(on(10), 'LEVEL_SET', undefined, 'ruben')
    .then(on(18), 'KEYWORKER_NAMED', undefined, 'ruben')
    .agreed(on(18))
    .then(on(60), 'DESTINATION_CONFIRMED', { urn: school.urn })
    .then(on(82), 'MEETING_HELD')
    .then(on(110), 'VISIT_LOGGED', { type: 'child_to_school', minutes: 50 })
    .then(started, 'STARTED_SCHOOL', { urn: school.urn })
    .then(time.later(started, CHECK_IN), 'CHECK_IN_RECORDED', { fullTime: at % 2 === 0 })
    .then(review, 'REVIEW_STARTED');
  if (at > 0) story.then(time.later(review, at + 2), 'SETTLED');
  return story.journey();
}
