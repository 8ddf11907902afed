import { Dice } from '../dice';
import { type Journey } from '../journey';
import { EHC_OFFICERS } from '../people/officers';
import { EXCUSES } from '../texts';
import { advisersFor } from './advisers';
import { finishedDays } from './finished-days';
import { replyOf, settingsFor, tellAnswers } from './open-case';
import { liveSince, type Stage, storyOf, teamOf } from './open-cases';
import { type EhcStory } from './story';

/** Plans sent in the last 12 months, the share of them in 20 weeks, and the share late with a lawful excuse. */
export const PLANS_SENT = 436;
const IN_TIME_OF_ALL = 204 / PLANS_SENT;
const EXCUSED_OF_ALL = 22 / PLANS_SENT;
const YEAR = 365;
const LIVE_PLANS = 2;

/** Plans sent over the last year, newest first. */
export function finishedAssessments(stage: Stage, count: number): Journey[] {
  const dice = new Dice(`${stage.seed} finished`);
  const timely = Math.round(count * IN_TIME_OF_ALL);
  const inTime = dice.shuffled(Array.from({ length: count }, (_, at) => at < timely));
  let excusesLeft = Math.round(count * EXCUSED_OF_ALL);
  return inTime.map((isInTime, at) => {
    const isExcused = !isInTime && at > LIVE_PLANS && excusesLeft > 0;
    if (isExcused) excusesLeft -= 1;
    const sentAgo = Math.floor((at * (YEAR - 2)) / count);
    return finished(stage, { sentAgo, isInTime, isExcused, isLive: at < LIVE_PLANS }, dice);
  });
}

interface Finish {
  readonly sentAgo: number;
  readonly isInTime: boolean;
  readonly isExcused: boolean;
  readonly isLive: boolean;
}

function finished(stage: Stage, finish: Finish, dice: Dice): Journey {
  const year = dice.whole(-1, 11);
  const child = stage.register.add({ year, sen: 'E' });
  const team = teamOf(child);
  const cast = { child, team, officer: dice.pick(EHC_OFFICERS[team]) };
  const asked = advisersFor(year, dice);
  const days = finishedDays(asked, finish.isInTime, dice);
  const story = storyOf(stage, cast, finish.sentAgo + days.sent, dice);
  if (finish.isLive) story.liveFrom(liveSince(stage));
  story.allocated(dice.whole(1, 4)).listed(days.listed).agreed(days.agreed, asked);
  tellAnswers(story, days.answers, days, dice);
  if (finish.isExcused) excuse(story, days.adviceIn, dice);
  story.planAgreed(days.planAgreed).draft(days.draft);
  const isConsulted = days.sent - days.draft > 12 && dice.isLucky(0.8);
  if (isConsulted) consult(story, child, days.draft, dice);
  story.heard(days.heard);
  const setting = dice.isLucky(0.1)
    ? 'Mainstream school with a resource base'
    : 'Mainstream school';
  return story
    .final(days.sent, isConsulted ? { urn: child.urn } : { typeOfSetting: setting })
    .journey();
}

function excuse(story: EhcStory, adviceIn: number, dice: Dice): void {
  const [because, evidence] = dice.pick(EXCUSES);
  const payload = { category: 'exceptional_circumstances', because, evidence };
  story.also(adviceIn - 20, 'EXCEPTION_CLAIMED', payload).also(adviceIn - 1, 'EXCEPTION_ENDED');
}

function consult(story: EhcStory, child: Journey['child'], draft: number, dice: Dice): void {
  const settings = settingsFor(child, dice);
  story.consulted(draft, settings);
  for (const setting of settings)
    story.replied(draft + dice.whole(4, 9), setting, replyOf(setting, child, dice));
  story.consultationClosed(draft + 10);
}
