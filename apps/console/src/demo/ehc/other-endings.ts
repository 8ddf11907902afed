import { Dice } from '../dice';
import { type Journey } from '../journey';
import { DECIDERS, EHC_OFFICERS } from '../people/officers';
import { NO_PLAN } from '../texts';
import { advisersFor } from './advisers';
import { tellAdvice } from './open-case';
import { milestonesTo } from './milestones';
import { liveSince, type Stage, storyOf, teamOf } from './open-cases';
import { appeal, type Ending, mediation, noMediation, ordered, refuse } from './disputes';

/** Refusals that were recorded days after they were sent: the board says that it was corrected. */
const FORGOTTEN = [1, 2];
const DAYS_FORGOTTEN = 8;

/** How many assessments ended otherwise in the last year, how long ago the latest, and after how many days. */
const ENDINGS: readonly {
  readonly count: number;
  readonly ago: readonly [number, number];
  readonly lasted: readonly [number, number];
  readonly tell: Ending;
}[] = [
  { count: 44, ago: [1, 350], lasted: [26, 41], tell: refuse },
  { count: 4, ago: [17, 37], lasted: [28, 41], tell: mediation },
  { count: 3, ago: [20, 48], lasted: [28, 41], tell: appeal },
  {
    count: 8,
    ago: [4, 330],
    lasted: [10, 60],
    tell: (story, lasted) =>
      story.also(lasted, 'REQUEST_WITHDRAWN', {
        by: 'parent',
        reason: 'The family is happy with the new support.',
      }),
  },
  {
    count: 3,
    ago: [10, 300],
    lasted: [20, 90],
    tell: (story, lasted) => story.movedAway(lasted),
  },
  { count: 2, ago: [3, 9], lasted: [30, 41], tell: noMediation },
  { count: 2, ago: [40, 120], lasted: [225, 238], tell: ordered },
];

/** Refusals, disputes, withdrawals and moves: what else becomes of a request. */
export function otherEndings(stage: Stage): Journey[] {
  const dice = new Dice(`${stage.seed} endings`);
  const ended = ENDINGS.flatMap(({ count, ago, lasted, tell }) =>
    Array.from({ length: count }, (_, at) => {
      const since = Math.round(ago[0] + ((ago[1] - ago[0]) * at) / Math.max(1, count - 1));
      const isForgotten = FORGOTTEN.includes(at) && tell === refuse;
      return endedCase(stage, { since, lasted: dice.whole(...lasted), tell, isForgotten }, dice);
    }),
  );
  return [...ended, ...noPlans(stage, dice)];
}

interface Ended {
  readonly since: number;
  readonly lasted: number;
  readonly tell: Ending;
  readonly isForgotten: boolean;
}

function endedCase(stage: Stage, ended: Ended, dice: Dice): Journey {
  const { since, lasted, tell, isForgotten } = ended;
  const { story, decider } = begun(stage, since + lasted, dice);
  if (since <= 2) story.liveFrom(liveSince(stage));
  story.allocated(2);
  if (lasted > 24) story.listed(dice.whole(12, 22));
  tell(story, lasted, decider, dice);
  return (isForgotten ? story.lastRecordedAfter(DAYS_FORGOTTEN) : story).journey();
}

function begun(stage: Stage, day: number, dice: Dice) {
  const child = stage.register.add({ year: dice.whole(0, 11), sen: 'K' });
  const team = teamOf(child);
  const officer = dice.pick(EHC_OFFICERS[team]);
  const story = storyOf(stage, { child, team, officer }, day, dice);
  return { child, story, decider: DECIDERS[team] };
}

/** Assessed, and no plan needed. */
function noPlans(stage: Stage, dice: Dice): Journey[] {
  return Array.from({ length: 12 }, (_, at) => {
    const lasted = dice.whole(88, 111);
    const { child, story, decider } = begun(stage, lasted + 5 + at * 28, dice);
    const points = milestonesTo('adviceIn', lasted, 3, dice);
    const asked = advisersFor(Number(child.ncYear) || 0, dice);
    story
      .allocated(2)
      .listed(points.listed ?? 0)
      .agreed(points.agreed ?? 0, asked);
    tellAdvice(story, asked, points, dice);
    return story
      .also(lasted, 'REFUSED_TO_ISSUE', { reasons: dice.pick(NO_PLAN) }, decider)
      .journey();
  });
}
