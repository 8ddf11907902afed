import { type Adviser } from '@app/pathways';
import { type Dice } from '../dice';
import { type Milestones } from './milestones';

/** Days from receipt of an assessment that went all the way. */
export interface FinishedDays extends Required<Milestones> {
  /** The day on which each service answered. */
  readonly answers: ReadonlyMap<Adviser, number>;
  readonly sent: number;
}

type Spread = readonly [median: number, spread: number];

/** How long each service takes to answer. */
const ANSWERS: Readonly<Record<Adviser, Spread>> = {
  parent: [14, 0.4],
  school: [27, 0.35],
  social_care: [28, 0.35],
  health: [35, 0.42],
  slt: [37, 0.45],
  ot: [36, 0.42],
  ep: [46, 0.55],
  pfa: [28, 0.3],
  other: [26, 0.35],
};
/** How long each stretch takes that follows the one before. */
const STRETCHES = {
  listed: [11, 0.25],
  agreed: [16, 0.22],
  collected: [4, 0.4],
  planAgreed: [6, 0.35],
  draft: [10, 0.35],
  heard: [19, 0.4],
  sent: [12, 0.55],
} as const satisfies Readonly<Record<string, Spread>>;

const LAST_DAY_TO_DECIDE = 41;
const LAST_DAY = 140;
/** The first day after it that stays late when a weekend is moved back from. */
const FIRST_LATE = 143;
const LONGEST = 330;
const MOST_TRIES = 400;

/** Services and steps take their own time, none knows of the others; drawn until the plan is in time, or late, as wanted. */
export function finishedDays(
  asked: readonly Adviser[],
  isInTime: boolean,
  dice: Dice,
): FinishedDays {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const days = drawn(asked, dice);
    const isWanted = isInTime ? days.sent <= LAST_DAY : days.sent >= FIRST_LATE;
    if (isWanted && days.sent <= LONGEST) return days;
  }
  throw new Error(`No plan was ${isInTime ? 'in time' : 'late'} in ${MOST_TRIES} tries`);
}

function drawn(asked: readonly Adviser[], dice: Dice): FinishedDays {
  const spread = ([median, much]: Spread) => dice.days(median, much);
  const takes = (stretch: keyof typeof STRETCHES) => spread(STRETCHES[stretch]);
  const listed = takes('listed');
  const agreed = Math.min(LAST_DAY_TO_DECIDE, listed + takes('agreed'));
  const answers = new Map(
    asked.map((adviser) => [adviser, agreed + spread(ANSWERS[adviser])] as const),
  );
  const adviceIn = Math.max(...answers.values()) + takes('collected');
  const planAgreed = adviceIn + takes('planAgreed');
  const draft = planAgreed + takes('draft');
  const heard = draft + takes('heard');
  return {
    listed,
    agreed,
    adviceIn,
    planAgreed,
    draft,
    heard,
    answers,
    sent: heard + takes('sent'),
  };
}
