import { type CalendarDay } from '@app/statutory-calendar';
import { type CaseStory } from '../case-story';
import { type Dice } from '../dice';
import { type Journey } from '../journey';
import { schoolNamed } from '../people/schools';
import { diceOf, type Scene, storyOf } from '../scene';
import { everyday } from '../support/everyday';
import { UNITS } from '../write-places';

type Unit = keyof typeof UNITS;
type Place =
  | 'enquiry'
  | 'referred'
  | 'information_needed'
  | 'panel_listed'
  | 'waitlisted'
  | 'offered'
  | 'assessment_place'
  | 'assessment_review'
  | 'substantive'
  | 'reintegrating'
  | 'returned';

/** One child: where the case stands, and the school days for which it has. */
interface Part {
  readonly place: Place;
  readonly days: number;
  readonly unit: Unit;
  readonly exclusion?: 'suspended' | 'intended' | 'issued';
  readonly priority?: number;
  readonly name?: string;
  readonly cameFrom?: true;
}

/** Thornmere holds three places and keeps a fourth for a child who has just gone back; Saltmarsh is full. */
const PARTS: readonly Part[] = [
  { place: 'substantive', days: 40, unit: 'saltmarsh', name: 'Ioan Selkirk' },
  { place: 'substantive', days: 22, unit: 'saltmarsh' },
  { place: 'reintegrating', days: 16, unit: 'saltmarsh', name: 'Kwame Rothbury' },
  { place: 'assessment_place', days: 24, unit: 'saltmarsh' },
  { place: 'returned', days: 3, unit: 'thornmere', name: 'Nell Hathersedge' },
  { place: 'reintegrating', days: 12, unit: 'thornmere', name: 'Usman Wexcombe' },
  { place: 'assessment_review', days: 2, unit: 'thornmere', name: 'Fern Langstrothe' },
  { place: 'offered', days: 2, unit: 'thornmere', exclusion: 'issued', name: 'Bram Tidewell' },
  { place: 'waitlisted', days: 26, unit: 'saltmarsh', exclusion: 'intended', priority: 60 },
  {
    place: 'waitlisted',
    days: 15,
    unit: 'saltmarsh',
    exclusion: 'issued',
    priority: 72,
    name: 'Yara Cotterstock',
  },
  { place: 'waitlisted', days: 12, unit: 'saltmarsh', exclusion: 'suspended', priority: 44 },
  { place: 'panel_listed', days: 6, unit: 'thornmere', exclusion: 'intended', cameFrom: true },
  { place: 'information_needed', days: 4, unit: 'thornmere', exclusion: 'suspended' },
  { place: 'referred', days: 2, unit: 'saltmarsh', exclusion: 'suspended' },
  { place: 'enquiry', days: 7, unit: 'thornmere' },
];

const ASKER = 'nadia';
const LEADS: Readonly<Record<Unit, string>> = { thornmere: 'merle', saltmarsh: 'solveig' };

/** School days from the enquiry to each event of the usual way. */
const AT = {
  referral: 5,
  eligible: 9,
  panel: 20,
  accepted: 23,
  admitted: 30,
  review: 60,
  kept: 64,
  back: 90,
};
type Milestone = keyof typeof AT;

/** The last milestone of each place, and the school days between it and where the case stands. */
const REACHED: Readonly<Record<Place, readonly [Milestone | 'enquiry', number]>> = {
  enquiry: ['enquiry', 0],
  referred: ['referral', 0],
  information_needed: ['referral', 2],
  panel_listed: ['eligible', 0],
  waitlisted: ['panel', 0],
  offered: ['panel', 0],
  assessment_place: ['admitted', 0],
  assessment_review: ['review', 0],
  substantive: ['kept', 0],
  reintegrating: ['back', 0],
  returned: ['back', 0],
};

/** Children of the two high dependency units: they share places, so they are told together. */
export function unitCases(scene: Scene, asked: Journey): Journey[] {
  return PARTS.map((part, at) => told(scene, part, at, asked));
}

function told(scene: Scene, part: Part, at: number, asked: Journey): Journey {
  const { time, register } = scene;
  const { place, days, unit, name, cameFrom } = part;
  const dice = diceOf(scene, `unit ${at}`);
  const year = dice.whole(7, 9);
  const child = cameFrom
    ? asked.child
    : register.add({
        year,
        sen: 'K',
        need: 'SEMH',
        ...(name && { name }),
        school: HOMES[at % HOMES.length]!,
      });
  const [last, extra] = REACHED[place];
  const end = last === 'enquiry' ? 0 : AT[last];
  const on = (milestone: number) => time.back(days + extra + end - milestone);
  const has = (milestone: Milestone) => AT[milestone] <= end;
  const isOffered = has('panel') && place !== 'waitlisted';
  const worker = isOffered ? LEADS[unit] : ASKER;
  const story = storyOf(scene, { pathway: 'hd_referral', child, team: 'inclusion', worker });
  const enquiry = { askedBy: cameFrom ? 'tats' : 'home_school', unitUrn: UNITS[unit] };
  story.opened(on(0), 'ENQUIRY_LOGGED', enquiry, ASKER);
  if (!isOffered) story.given(on(0));
  if (has('referral'))
    story.then(on(AT.referral), 'REFERRAL_SUBMITTED', referral(part, dice), ASKER);
  if (place === 'information_needed') story.then(time.back(days), 'MORE_INFO_REQUESTED');
  if (has('eligible'))
    story.then(
      on(AT.eligible),
      'ELIGIBILITY_PASSED',
      panelDay(part, time.later(on(AT.eligible), 11)),
      'imogen',
    );
  if (part.exclusion === 'issued')
    story.then(on(AT.eligible), 'EXCLUSION_UPDATED', { outcome: 'educated' }, ASKER);
  if (place === 'waitlisted')
    story.then(on(AT.panel), 'PANEL_WAITLIST', { unitUrn: UNITS[unit] }, 'gideon');
  else if (isOffered) inUnit(story, part, on, has, dice);
  if (place === 'reintegrating') story.then(time.back(Math.max(0, days - 11)), 'STEP_UP');
  if (worker === 'merle' && has('review'))
    story.supported(everyday({ time, worker, child, days: 15, about: 'belonging' }, dice));
  if (cameFrom)
    story.cameFrom({ journey: asked, step: 'DECISION_MOVE_PATHWAY', because: HANDED_ON });
  return story.journey();
}

const HANDED_ON = 'The Team Around the School decided that this pathway should take over.';
const HOMES = ['Ashgrove High', 'Oakmere School', 'Kelder Valley Academy'].map(schoolNamed);

/** The next panel of a case that waits for it. */
const panelDay = ({ place }: Part, panelOn: CalendarDay) =>
  place === 'panel_listed' ? { panelOn } : {};

function referral({ exclusion, priority }: Part, dice: Dice) {
  return {
    exclusion: exclusion ?? 'none',
    tatsPriority: priority ?? dice.whole(20, 40),
    attendance: dice.whole(600, 850) / 10,
    suspendedDays: dice.whole(5, 18),
    needs: 'Cannot yet stay calm in large groups. Language is behind what it seems at first.',
    worksInMainstream: dice.pick(['Design and technology', 'PE', 'Maths in a small set']),
    homeSchool: { onRoll: true, undertaking: ['keeps_roll', 'attends_reviews', 'takes_back'] },
    incidents: [{ kind: 'Left the lesson', count: dice.whole(4, 15) }],
    risks: [{ risk: 'harm_others', level: 2, control: 'Two adults who know the plan' }],
    hasPeersToAvoid: false,
  };
}

/** From the offer to where the child stands. */
function inUnit(
  story: CaseStory,
  { unit, place }: Part,
  on: (milestone: number) => CalendarDay,
  has: (milestone: Milestone) => boolean,
  dice: Dice,
): void {
  story.then(on(AT.panel), 'PANEL_OFFER', { unitUrn: UNITS[unit] }, 'gideon').given(on(AT.panel));
  if (has('accepted')) story.agreed(on(AT.accepted)).then(on(AT.accepted), 'OFFER_ACCEPTED');
  if (has('admitted'))
    story.then(on(AT.admitted), 'ADMITTED', {
      transport: dice.pick(['bus', 'taxi', 'family']),
      transportMinutes: dice.whole(15, 45),
      integrationPlan: 'Two lessons a week at the home school from the third week',
    });
  if (has('review')) story.then(on(AT.review), 'ASSESSMENT_REVIEW_STARTED');
  if (has('kept')) story.then(on(AT.kept), 'CONTINUE_SUBSTANTIVE', undefined, 'gideon');
  if (has('kept') && place !== 'substantive') goingBack(story, place, on(AT.back - 3), on(AT.back));
}

function goingBack(story: CaseStory, place: Place, reviewed: CalendarDay, back: CalendarDay): void {
  if (place === 'reintegrating') story.then(back, 'START_REINTEGRATION');
  else story.then(reviewed, 'EXIT_REVIEW_STARTED').then(back, 'EXIT_MAINSTREAM');
}
