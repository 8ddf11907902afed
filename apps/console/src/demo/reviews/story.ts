import { addDays, type CalendarDay, schoolYearOf } from '@app/statutory-calendar';
import { type CaseStory } from '../case-story';
import { type Dice } from '../dice';
import { type Journey, type Step } from '../journey';
import { keepsOwnDates, SECONDARY_SCHOOLS } from '../people/schools';
import { diceOf, type Scene, storyOf } from '../scene';

/** One review: where it stands, and the days for which it has. */
export interface Part {
  readonly place:
    | 'due'
    | 'arranged'
    | 'held'
    | 'report_in'
    | 'amending'
    | 'transfer_due'
    | 'transfer_held'
    | 'transfer_amending'
    | 'maintained'
    | 'amended'
    | 'ceasing';
  readonly days: number;
  readonly worker: string;
  readonly name?: string;
  readonly isChased?: true;
}

/** Days from the opening to the date, to the papers, to the meeting, to the report, to the decision and to the final plan. */
const ARRANGED = 20;
const PAPERS = 38;
const MEETING = 55;
const REPORT = MEETING + 12;
const DECIDED = MEETING + 24;
const FINAL = DECIDED + 45;
const FROM: Readonly<Record<Part['place'], number>> = {
  due: 0,
  transfer_due: 0,
  arranged: ARRANGED,
  held: MEETING,
  transfer_held: MEETING,
  report_in: MEETING,
  amending: DECIDED,
  transfer_amending: DECIDED,
  maintained: DECIDED,
  ceasing: DECIDED,
  amended: FINAL,
};
/** Reviews are opened this long before the year ends. */
const BEFORE_YEAR_ENDS = 98;

/** Tells one review up to where it stands. */
export function tellReview(scene: Scene, part: Part, at: number): Journey {
  const { time, register } = scene;
  const { place, days, worker, name } = part;
  const dice = diceOf(scene, `review ${at}`);
  const isTransfer = place.startsWith('transfer');
  const move = transferFrom(time.today);
  const year = isTransfer ? move.year : dice.whole(1, 10);
  const child = register.add({ year, sen: 'E', ...(name && { name }) });
  const opened = addDays(time.today, -(days + FROM[place]));
  const on = (n: number) => inTerm(addDays(opened, n), time.schoolDay(addDays(opened, n)), opened);
  const story = storyOf(scene, { pathway: 'annual_review', child, team: 'reviews', worker })
    .opened(opened, 'REVIEW_OPENED', {
      ...(isTransfer
        ? {
            reviewKind: 'phase_transfer',
            transferType: 'primary_to_secondary',
            transferOn: move.on,
          }
        : { reviewKind: 'ordinary' }),
      lastConcludedOn: addDays(opened, BEFORE_YEAR_ENDS - 365),
    })
    .given(opened);
  if (part.isChased)
    story.then(addDays(time.today, -12), 'MEETING_CHASED', { spokeWith: 'School office' });
  if (FROM[place] === 0) return story.journey();
  const meeting = {
    meetingOn: time.pupilDayFrom(addDays(opened, MEETING)),
    place: 'At school',
    schoolAgrees: keepsOwnDates(child.urn),
  };
  arranged(story, part, addDays(opened, ARRANGED), meeting);
  if (FROM[place] >= MEETING) story.then(on(MEETING), 'MEETING_HELD', heard(dice));
  if (place === 'report_in' || FROM[place] > MEETING) story.then(on(REPORT), 'REPORT_RECEIVED');
  if (isTransfer && FROM[place] > MEETING) story.then(on(REPORT + 1), 'QUALITY_CHECKED');
  concluded(story, part, addDays(opened, DECIDED), addDays(opened, FINAL), dice);
  return story.journey();
}

/** The day, put back into term where that leaves time for the papers. */
const inTerm = (day: CalendarDay, termDay: CalendarDay, opened: CalendarDay) =>
  termDay >= addDays(opened, PAPERS) ? termDay : day;

/** The year group that moves to secondary school next, and the day: the regulation's date has not passed for it. */
function transferFrom(today: CalendarDay): { year: number; on: CalendarDay } {
  const movesIn = schoolYearOf(today) + 1;
  const hasPassed = today >= `${movesIn}-02-15`;
  return { year: hasPassed ? 5 : 6, on: `${movesIn + (hasPassed ? 1 : 0)}-09-01` };
}

function arranged(
  story: CaseStory,
  { place }: Part,
  on: CalendarDay,
  meeting: Step['payload'],
): void {
  story.then(on, 'MEETING_ARRANGED', meeting);
  if (place !== 'arranged') story.then(addDays(on, PAPERS - ARRANGED), 'PAPERS_CIRCULATED');
}

const heard = (dice: Dice) => ({
  childSaid: dice.pick([
    'I like it when Miss Orr explains it twice.',
    'I want to go on the residential.',
    'Spelling is still hard. Reading is fun now.',
  ]),
  familySaid: 'Speech therapy has been four sessions and not ten.',
  present: 'Parents, SENCO, class teacher, speech therapist',
  councilThere: dice.isLucky(0.3),
});

function concluded(
  story: CaseStory,
  { place }: Part,
  on: CalendarDay,
  finalOn: CalendarDay,
  dice: Dice,
): void {
  if (place === 'maintained') story.then(on, 'DECISION_MAINTAIN');
  if (place === 'ceasing') story.then(on, 'DECISION_CEASE');
  if (place === 'amended' || place === 'amending' || place === 'transfer_amending')
    story.then(on, 'DECISION_AMEND', {
      reasons: 'The outcomes are out of date, and the therapy in section F is changed.',
    });
  if (place !== 'amended') return;
  const urn = dice.pick(SECONDARY_SCHOOLS).urn;
  story
    .then(addDays(on, 16), 'REPRESENTATIONS_RECEIVED', { finished: true })
    .then(finalOn, 'FINAL_AMENDED_ISSUED', { urn });
}
