import { addDays, type CalendarDay, weekdayOf } from '@app/statutory-calendar';
import { type CaseStory } from '../case-story';
import { type Dice } from '../dice';
import { type Journey } from '../journey';
import { type DemoChild } from '../people/child';
import { diceOf, type Scene, storyOf } from '../scene';
import { everyday } from '../support/everyday';
import { type SchoolTime } from '../y6/school-time';
import { type Part, type Place } from './cases';

/** School days from being put forward to where the case stands. */
const TOOK: Readonly<Record<Place, number>> = {
  identified: 0,
  triage: 2,
  info_requested: 3,
  listed: 4,
  signposted: 4,
  in_discussion: 8,
  actions: 8,
  to_unit: 8,
  review_listed: 38,
  stable: 44,
  excluded: 30,
};
const CHAIR = 'gideon';
const COORDINATOR = 'imogen';

/** The Wednesday in term on which the group meets next. */
export function nextMeeting(time: SchoolTime): CalendarDay {
  let day = addDays(time.today, 1);
  while (weekdayOf(day) !== 'Wed' || !time.isPupilDay(day)) day = addDays(day, 1);
  return day;
}

/** Tells one case up to where it stands. */
export function tellTats(scene: Scene, part: Part, at: number, known?: DemoChild): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `tats ${at}`);
  const { place, worker, name } = part;
  const child =
    known ??
    register.add({
      year: dice.whole(place === 'to_unit' ? 7 : 3, 9),
      sen: 'K',
      need: 'SEMH',
      ...(name && { name }),
      ...(place === 'excluded' && { careStatus: 'cla' }),
    });
  const story = storyOf(scene, { pathway: 'tats_case', child, team: 'inclusion', worker });
  const on = (taken: number) => time.back(part.days + TOOK[place] - taken);
  story.opened(on(0), 'CHILD_IDENTIFIED', putForward(place, on(0), dice), COORDINATOR);
  story.given(on(0));
  if (TOOK[place] >= 2) story.then(on(2), 'TRIAGE_STARTED', undefined, COORDINATOR);
  prepared(story, place, on, nextMeeting(time));
  if (TOOK[place] >= 8) discussed(story, part, on, time);
  if (part.hasSupport) {
    story.supported(everyday({ time, worker, child, days: part.days, about: 'belonging' }, dice));
    story.agreed(on(8));
  }
  return story.journey();
}

type On = (taken: number) => CalendarDay;

function putForward(place: Place, on: CalendarDay, dice: Dice) {
  return {
    source: dice.pick(['school', 'ewo', 'service'] as const),
    worry: dice.pick(WORRIES),
    workingWell: dice.pick(WELL),
    pexRisk:
      place === 'excluded' ? 'likely' : dice.pick(['none', 'possible', 'possible', 'likely']),
    ehcBefore: { outcome: 'discussed', on, parentTold: true },
    familyView: 'We want somebody to ask why it happens, and not only to send letters.',
    childView: 'Lunch is when it goes wrong.',
    safeguardingLeadTold: true,
    before: 'first',
  };
}

const WORRIES = [
  'Four suspensions since September, each after lunch',
  'Leaves lessons without a word and cannot be found for an hour',
  'Fights on the way home, and a younger child was hurt',
  'Part-time for seven weeks, and nobody has planned the end of it',
] as const;
const WELL = [
  'Mornings with the same adult',
  'Design and technology',
  'Looks after the younger ones in the club',
] as const;

/** From triage to the list, or to advice. */
function prepared(story: CaseStory, place: Place, on: On, next: CalendarDay): void {
  if (place === 'info_requested')
    story.then(on(3), 'MORE_INFO_REQUESTED', { meetingOn: next }, COORDINATOR);
  if (place === 'signposted') story.then(on(4), 'SIGNPOSTED', undefined, COORDINATOR);
  else if (TOOK[place] >= 4) {
    const meetingOn = place === 'listed' ? next : on(8);
    story.then(
      on(4),
      'LISTED_FOR_MEETING',
      { meetingOn, pexRisk: place === 'excluded' },
      COORDINATOR,
    );
  }
}

function discussed(story: CaseStory, part: Part, on: On, time: SchoolTime): void {
  const { place } = part;
  story.then(on(8), 'ITEM_OPENED', undefined, COORDINATOR);
  if (place === 'in_discussion') return;
  if (place === 'to_unit') {
    story.then(on(8), 'DECISION_MOVE_PATHWAY', { pathway: 'hd' }, CHAIR);
    return;
  }
  story.then(on(8), 'DECISION_ACTIONS', actionsAgreed(part, on(8), time), CHAIR);
  if (part.isLive && place === 'actions') story.live();
  if (part.days + TOOK[place] >= 10)
    story.then(on(10), 'FEEDBACK_GIVEN', { note: 'Rang the head of year.' }, COORDINATOR);
  if (place === 'excluded') excluded(story, part, on);
  if (TOOK[place] < 38) return;
  const meetingOn = place === 'stable' ? on(44) : nextMeeting(time);
  story.then(on(38), 'REVIEW_LISTED', { meetingOn }, COORDINATOR);
  if (place !== 'stable') return;
  story
    .then(on(44), 'ITEM_OPENED', undefined, COORDINATOR)
    .then(
      on(44),
      'DECISION_CLOSE_STABLE',
      { reasons: 'Seven weeks without a suspension, and the school agrees.' },
      CHAIR,
    );
}

function actionsAgreed({ mayNeedPlan }: Part, on: CalendarDay, time: SchoolTime) {
  return {
    reasons:
      'The group thinks that lunch and corridors are the key, and that the mentor should go on.',
    actions: [
      {
        what: 'Outreach visit, and advice on lunch',
        owner: 'Specialist teacher',
        due: time.later(on, 8),
      },
      { what: 'Name a key adult for corridors', owner: 'Head of year', due: time.later(on, 5) },
      { what: 'Meet the family about mornings', owner: 'Attendance officer' },
    ],
    ...(mayNeedPlan && {
      ehcQuestion: {
        answer: 'may_need',
        parentTold: true,
        reason: 'Two plans of support have not been enough, and language may lie behind it.',
      },
    }),
  };
}

function excluded(story: CaseStory, { isLive }: Part, on: On): void {
  const exclusionFirstDay = on(30);
  const payload = { exclusionFirstDay, reasonCodes: ['PP'], othersTold: false };
  story.then(on(30), 'PERMANENTLY_EXCLUDED', payload);
  if (isLive) story.live();
}
