import { addDays, schoolYearOf } from '@app/statutory-calendar';
import { Dice } from '../dice';
import { type Journey } from '../journey';
import { dobIn } from '../people/child';
import { SECONDARY_SCHOOLS } from '../people/schools';
import { type SchoolTime } from './school-time';
import { Y6Story } from './story';
import { tellYear7 } from './year-7';
import { type Year6 } from './this-cohort';

const CHILDREN = 27;
const WORKERS = ['ama', 'rhys', 'noor'] as const;
/** The one who did not come to the school that had been confirmed. */
const NOT_THERE = 11;

/** Last year's cohort, in Year 7 now: from the nomination two autumns ago to the follow-up. */
export function lastCohort({ time, register, seed }: Year6): Journey[] {
  const movedIn = schoolYearOf(time.today);
  return Array.from({ length: CHILDREN }, (_, nth) => {
    const dice = new Dice(`${seed} last cohort ${nth}`);
    const school = dice.pick(SECONDARY_SCHOOLS);
    const elsewhere = SECONDARY_SCHOOLS.find(({ urn }) => urn !== school.urn)!;
    const child = register.add({
      year: 7,
      sen: 'K',
      dob: dobIn(7, time.today, dice),
      careStatus: 'none',
      school: nth === NOT_THERE ? elsewhere : school,
    });
    const nominee = {
      child,
      cohort: String(movedIn),
      score: dice.whole(36, 70),
      band: 'targeted' as const,
      drawn: nth + 1,
      expected: school.urn,
    };
    const story = new Y6Story(nominee, time.today, dice);
    tellYear6(story, movedIn - 1, nth, time);
    return tellYear7(story, { movedIn, nth, isThere: nth !== NOT_THERE }, time, dice).journey();
  });
}

/** The year before: nominated in November, accepted in December, handed over in June. */
function tellYear6(story: Y6Story, year: number, nth: number, time: SchoolTime): void {
  const panel = time.schoolDay(`${year}-12-10`);
  const offerDay = time.named('nationalOfferDay', `${year + 1}-02-01`);
  const lastDay = time.named('lastPupilDayOfSummerTerm', panel);
  const january = time.schoolDay(addDays(`${year + 1}-01-09`, nth % 6));
  story
    .nominated(time.schoolDay(addDays(`${year}-11-10`, nth % 8)))
    .screened(time.schoolDay(`${year}-11-24`))
    .scored(time.schoolDay(`${year}-12-01`), panel)
    .accepted(panel)
    .asked(time.workingLater(panel, 1))
    .agreed(time.workingLater(panel, 3))
    .given(time.workingLater(panel, 4), WORKERS[nth % WORKERS.length]!)
    .started(january)
    .baseline(time.later(january, 8 + (nth % 6)));
  for (const [after, place] of [
    [20, 'primary'],
    [34, 'primary'],
    [48, 'home'],
    [62, 'primary'],
    [74, 'secondary'],
  ] as const)
    story.visited(time.later(january, after), place);
  story.offered(offerDay).confirmed(time.later(offerDay, 3 + (nth % 7)));
  if (nth % 9 !== 8) story.handedOver(time.later(lastDay, -24 + (nth % 6)));
}
