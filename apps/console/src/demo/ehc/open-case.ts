import { type Adviser } from '@app/pathways';
import { type Dice } from '../dice';
import { type DemoChild } from '../people/child';
import { SECONDARY_SCHOOLS, PRIMARY_SCHOOLS, SPECIAL_SCHOOL } from '../people/schools';
import { advisersFor, answerDay, lateAmong } from './advisers';
import { type Leg } from './board';
import { type Milestones, milestonesTo } from './milestones';
import { type EhcStory } from './story';

const LAST_POINT = {
  decide: 'listed',
  advice: 'agreed',
  plan: 'adviceIn',
  draft: 'planAgreed',
  final: 'draft',
} as const;
const SIX_WEEKS = 42;
/** Up to these days on time: the draft is still with the family, or still being written. */
const FAMILY_HAS_IT = 122;
const USUAL_END_OF_DRAFTING = 112;
const USUAL_WEEKS_OF_ADVICE = 12;
const FIFTEEN_DAYS = 15;
/** Fifteen days, and a holiday over which nobody would close it. */
const EVERYONE_HAD_TIME = 22;

/** Where an open assessment stands today: its leg, and the days since the request came. */
export interface Standing {
  readonly leg: Leg;
  readonly day: number;
}

/** Tells an assessment up to where it stands. */
export function tellOpenCase(
  story: EhcStory,
  child: DemoChild,
  at: Standing,
  dice: Dice,
): EhcStory {
  if (at.day >= 3) story.allocated(Math.min(dice.whole(1, 4), at.day - 1));
  if (at.leg === 'decide') return decide(story, at, dice);
  const points = milestonesTo(LAST_POINT[at.leg], at.day, dwell(at, dice), dice);
  story.listed(points.listed ?? 0);
  const asked = advisersFor(Number(child.ncYear) || 0, dice);
  story.agreed(points.agreed ?? 0, asked);
  if (at.leg === 'advice') return gather(story, asked, at, points, dice);
  return afterAdvice(story, child, asked, { ...at, points }, dice);
}

/** Days for which it has stood where it is. */
function dwell({ leg, day }: Standing, dice: Dice): number {
  if (leg === 'final') return dice.whole(2, day <= FAMILY_HAS_IT ? 14 : 30);
  return dice.whole(1, day <= USUAL_END_OF_DRAFTING ? 6 : 25);
}

function decide(story: EhcStory, { day }: Standing, dice: Dice): EhcStory {
  const listed = dice.whole(10, 22);
  return listed < day ? story.listed(listed) : story;
}

function gather(
  story: EhcStory,
  asked: readonly Adviser[],
  { day }: Standing,
  { agreed = 0 }: Milestones,
  dice: Dice,
): EhcStory {
  const isLate = day > 7 * USUAL_WEEKS_OF_ADVICE;
  const late = isLate ? lateAmong(asked, dice) : [];
  for (const adviser of asked) {
    const answer = agreed + answerDay(adviser, dice);
    const isIn = isLate ? !late.includes(adviser) : answer < day;
    if (isIn) story.answered(Math.min(answer, day - 1), adviser);
  }
  for (const adviser of late) chase(story, adviser, agreed + SIX_WEEKS, day, dice);
  return story;
}

function chase(story: EhcStory, adviser: Adviser, due: number, day: number, dice: Dice): void {
  const first = due + dice.whole(1, 5);
  if (first < day) story.chased(first, adviser);
  const second = day - dice.whole(2, 9);
  if (second > first + 7) story.chased(second, adviser);
}

interface Further extends Standing {
  readonly points: Milestones;
}

function afterAdvice(
  story: EhcStory,
  child: DemoChild,
  asked: readonly Adviser[],
  { leg, day, points }: Further,
  dice: Dice,
): EhcStory {
  tellAdvice(story, asked, points, dice);
  if (points.planAgreed !== undefined) story.planAgreed(points.planAgreed);
  if (points.draft === undefined) return story;
  story.draft(points.draft);
  return leg === 'final' ? withFamily(story, child, day, points.draft, dice) : story;
}

/** All advice, arriving between the asking and the day it was complete; a late service is chased. */
export function tellAdvice(
  story: EhcStory,
  asked: readonly Adviser[],
  points: Milestones,
  dice: Dice,
): void {
  const { agreed = 0, adviceIn = 0 } = points;
  const within = adviceIn - agreed - 1;
  const answers = asked.map(
    (adviser) => [adviser, agreed + answerDay(adviser, dice, within)] as const,
  );
  tellAnswers(story, new Map(answers), points, dice);
}

/** The answers on their days; a service that is late is chased. */
export function tellAnswers(
  story: EhcStory,
  answers: ReadonlyMap<Adviser, number>,
  { agreed = 0, adviceIn = 0 }: Milestones,
  dice: Dice,
): void {
  for (const [adviser, answer] of answers) {
    const chased = agreed + SIX_WEEKS + dice.whole(1, 6);
    if (answer > chased + 4) story.chased(chased, adviser);
    story.answered(answer, adviser);
  }
  story.allIn(adviceIn);
}

function withFamily(
  story: EhcStory,
  child: DemoChild,
  day: number,
  draft: number,
  dice: Dice,
): EhcStory {
  const since = day - draft;
  if (since > FIFTEEN_DAYS + 1) story.fifteenDaysEnded(draft);
  else if (since > 6 && dice.isLucky(0.3)) story.heard(draft + dice.whole(4, 6));
  if (!dice.isLucky(0.75)) return story;
  const settings = settingsFor(child, dice);
  story.consulted(draft, settings);
  const unanswered = dice.isLucky(0.4) ? settings[0] : undefined;
  for (const setting of settings) {
    const answer = draft + dice.whole(5, 14);
    if (setting !== unanswered && answer < day)
      story.replied(answer, setting, replyOf(setting, child, dice));
  }
  const mayClose = since > EVERYONE_HAD_TIME && dice.isLucky(0.6);
  return mayClose ? story.consultationClosed(draft + EVERYONE_HAD_TIME) : story;
}

/** Schools that are asked: the child's own, and one or two more. */
export function settingsFor({ urn, ncYear }: DemoChild, dice: Dice): string[] {
  const all = Number(ncYear) >= 6 ? SECONDARY_SCHOOLS : PRIMARY_SCHOOLS;
  const others = dice
    .shuffled(all.filter((school) => school.urn !== urn))
    .slice(0, dice.whole(0, 1));
  const special = dice.isLucky(0.25) && urn !== SPECIAL_SCHOOL.urn ? [SPECIAL_SCHOOL.urn] : [];
  return [urn, ...others.map((school) => school.urn), ...special];
}

/** A child's own school mostly says yes. */
export function replyOf(setting: string, { urn }: DemoChild, dice: Dice) {
  if (setting === urn && dice.isLucky(0.85)) return 'can_meet';
  return dice.pick(['can_meet', 'cannot_meet', 'full'] as const);
}
