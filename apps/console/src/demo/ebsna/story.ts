import { type CalendarDay } from '@app/statutory-calendar';
import { type CaseStory } from '../case-story';
import { type Dice } from '../dice';
import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';
import { everyday } from '../support/everyday';
import { stepsBack, timetable } from './plan-steps';
import { referral } from './referral';

/** School days from reaching each step of the usual way to reaching the next. */
const LASTS = {
  draft: 5,
  triage: 3,
  panel: 4,
  allocated: 4,
  assessing: 12,
  planning: 7,
  plan: 30,
  review: 3,
  step_down: 0,
} as const;
type Step = keyof typeof LASTS;
const WAY = Object.keys(LASTS) as Step[];

/** Where a case can stand beside the steps of the usual way: the step it follows, and the school days since that step. */
const BESIDE = {
  more_information: ['triage', 3],
  advice: ['triage', 3],
  other_route: ['panel', 4],
  relapse: ['step_down', 25],
  reintegrated: ['step_down', 58],
} as const satisfies Record<string, readonly [Step, number]>;

type Beside = keyof typeof BESIDE;

/** One child of the service: where the case stands, and the school days for which it has stood there. */
export interface Part {
  readonly place: Step | Beside;
  readonly level: 2 | 3 | 4;
  readonly days: number;
  readonly worker: string;
  readonly name?: string;
  readonly timetable?: 'running' | 'past_its_end';
  readonly hasSupport?: true;
  readonly isLive?: true;
}

const isBeside = (place: Part['place']): place is Beside => place in BESIDE;

/** The day on which a case reached each step of the usual way; undefined for those that it has not reached. */
function daysOf({ place, days }: Part, back: (n: number) => CalendarDay) {
  const [last, since] = isBeside(place) ? BESIDE[place] : [place, 0];
  const end = WAY.indexOf(last);
  return (step: Step): CalendarDay | undefined => {
    const at = WAY.indexOf(step);
    if (at > end) return undefined;
    const between = WAY.slice(at, end).map((each) => LASTS[each]);
    return back(between.reduce((sum, each) => sum + each, days + since));
  };
}

type On = ReturnType<typeof daysOf>;

/** Tells one case up to where it stands. */
export function tellEbsna(scene: Scene, part: Part, at: number): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `ebsna ${at}`);
  const { name, worker } = part;
  const year = dice.whole(4, 10);
  const need = dice.pick(['SEMH', 'ASD']);
  const child = register.add({ year, sen: 'K', need, ...(name && { name }) });
  const story = storyOf(scene, { pathway: 'ebsna', child, team: 'inclusion', worker });
  const on = daysOf(part, (n) => time.back(n));
  const started = on('draft') ?? time.today;
  story
    .opened(started, 'REFERRAL_STARTED', { referredBy: 'school', parentAware: true, ncYear: year })
    .given(started, part.level === 4 ? '1.5' : '1');
  referred(story, part, on, time.later(started, -40), dice);
  worked(story, part, on, dice);
  const agreed = on('plan');
  if (agreed) stepsBack(story, agreed, time, dice);
  if (part.timetable) timetable(story, part.timetable, time);
  if (isBeside(part.place)) ended(story, part.place, time.back(part.days));
  if (part.hasSupport)
    story.supported(everyday({ time, worker, child, days: part.days, about: 'attendance' }, dice));
  return story.journey();
}

function referred(story: CaseStory, part: Part, on: On, onset: CalendarDay, dice: Dice): void {
  const [complete, panel] = [on('triage'), on('panel')];
  if (complete)
    story.then(complete, 'REFERRAL_SUBMITTED', referral(part.level, onset, complete, dice));
  if (!panel) return;
  if (part.level === 2) return;
  story.then(panel, 'TRIAGE_TO_PANEL');
  if (part.isLive) story.live();
}

const AS_REFERRED = { level: undefined, levelReason: undefined };

function worked(story: CaseStory, { level }: Part, on: On, dice: Dice): void {
  const [allocated, contact, assessed, planned] = [
    on('allocated'),
    on('assessing'),
    on('planning'),
    on('plan'),
  ];
  const [review, stepDown] = [on('review'), on('step_down')];
  if (allocated && level === 2) story.then(allocated, 'TRIAGE_DIRECT_ALLOCATION', AS_REFERRED);
  if (allocated && level > 2) story.then(allocated, 'PANEL_ALLOCATED', undefined, 'gideon');
  if (contact)
    story
      .then(contact, 'FIRST_CONTACT_MADE', { withWhom: ['Mother', 'Form tutor'] })
      .agreed(contact);
  if (assessed) story.then(assessed, 'ASSESSMENT_COMPLETED');
  if (planned) story.then(planned, 'PLAN_AGREED', { goals: [dice.pick(GOALS)] });
  if (review) story.then(review, 'REVIEW_STARTED', { attendance6w: stepDown ? 92 : 74.5 });
  if (stepDown) story.then(stepDown, 'REVIEW_STEP_DOWN');
}

const GOALS = [
  'I want to see my friends at break again',
  'I want to do art in the art room',
  'I would like one lesson a day that feels safe',
] as const;

/** What happened beside the usual way. */
function ended(story: CaseStory, place: Beside, on: CalendarDay): void {
  const told: Readonly<Record<Beside, () => unknown>> = {
    more_information: () => story.then(on, 'TRIAGE_MORE_INFO'),
    advice: () => story.then(on, 'TRIAGE_ADVICE', AS_REFERRED),
    other_route: () => story.then(on, 'PANEL_OTHER_ROUTE', ELSEWHERE, 'gideon'),
    relapse: () =>
      story.then(on, 'RELAPSE', { weeksBelow: 2, note: 'Mondays have become hard again.' }),
    reintegrated: () => story.then(on, 'STEP_DOWN_ENDED'),
  };
  told[place]();
}

const ELSEWHERE = {
  route: 's19',
  reasons: 'School is out of reach for now. Education elsewhere comes first.',
  onwardRoute: 'The section 19 team',
} as const;
