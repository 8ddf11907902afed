import { amountOf } from '@app/statutory-calendar';
import { lifeArrows } from '../regions';
import { countOf } from '../clock-settings';
import { inForce } from '../policy';
import { dueFor, TODAY } from '../task-days';
import { type HdArgs } from './memory';
import { hdPolicy as policy, hdTasks } from './policy';

const { due } = hdTasks;

const returnHold = ({ context }: HdArgs) =>
  ({
    unit: 'SD',
    n: countOf('return_hold_end', policy.returnHoldSchoolDays, context),
    roll: true,
  }) as const;

/** Advice instead of a place. */
export const advised = {
  type: 'send',
  params: { notice: 'N-08', to: ['referrer', 'school', 'family'] },
} as const;

/** The place goes to another child; the reason names nobody. */
export const leftOut = {
  type: 'send',
  params: { notice: 'N-28', to: ['panel', 'referrer'] },
} as const;

export const threeTimesLeftOut = {
  type: 'task',
  params: {
    task: 'Look at why this child was left out for a unit place again and again',
    why: 'The chair decides whether another unit or another route is better.',
    for: 'panel_chair',
    due: due.leftOutAgain,
  },
} as const;

export const afterSuspension = [
  { type: 'send', params: { notice: 'N-27', to: ['panel', 'finance'] } },
  {
    type: 'task',
    params: {
      task: 'Say what education the child gets while the place cannot be used',
      why: 'The unit cannot take the child in. Work at home is not attendance.',
      for: 'owner',
      due: due.educationMeanwhile,
    },
  },
] as const;

export const reviewSteps = {
  type: 'task',
  params: ({ context }: HdArgs) =>
    ({
      task: 'Hold a review of the return to mainstream',
      why: `Steps back: ${inForce(policy, context).stepBacksBeforeReview}.`,
      for: 'owner',
      due: due.reviewSteps,
    }) as const,
} as const;

/** A child on a unit place stays on the home school's roll: a change of school is looked at. */
export const checkRoll = {
  actions: [
    ...lifeArrows.SCHOOL_CHANGED.actions,
    {
      type: 'task',
      params: {
        task: 'Check why the home school took the child off roll',
        why: 'A child with a unit place stays on the home school’s roll. Tell admissions and the inclusion lead.',
        for: 'manager',
        due: due.checkRoll,
      },
    },
  ],
} as const;

/** An exclusion that was cancelled or quashed: its clocks stop, and the school's team looks again. */
export const exclusionGone = [
  {
    type: 'task',
    params: {
      task: 'Stop what was arranged because of the exclusion, and plan the child’s return',
      why: 'The exclusion does not stand. It leaves the counts and stays in the history.',
      for: 'manager',
      due: due.exclusionGone,
    },
  },
  {
    type: 'openCase',
    params: {
      pathway: 'tats_case',
      reason:
        'The permanent exclusion does not stand. The Team Around the School looks at the child again.',
      answers: { source: 'service', pexRisk: 'possible' },
    },
  },
] as const;

/** What follows a return to mainstream: the place is kept for a while, and somebody asks whether it held. */
export const afterReturn = [
  { type: 'releasePlaceAfter', params: (args: HdArgs) => ({ after: returnHold(args) }) },
  {
    type: 'task',
    params: (args: HdArgs) =>
      ({
        task: 'Offer the unit place to the next child: the return hold has ended',
        why: `The place was kept for ${returnHold(args).n} school days after the return to mainstream.`,
        for: 'panel_coordinator',
        due: returnHold(args),
      }) as const,
  },
  {
    type: 'task',
    params: ({ context }: HdArgs) => {
      const n = countOf('follow_up', policy.followUpSchoolWeeks, context);
      return {
        task: `Find out whether the return held: ${n} weeks`,
        why: 'No permanent exclusion, two suspended days at most, and still on the mainstream roll.',
        for: 'owner',
        due: { unit: 'SW', n, roll: true },
      } as const;
    },
  },
  {
    type: 'task',
    params: ({ context }: HdArgs) => {
      const last = dueFor(due.lastLook, context);
      return {
        task: `Find out whether the return held: ${amountOf(last)}`,
        why: 'The last look at how the child is doing.',
        for: 'owner',
        due: last,
      } as const;
    },
  },
] as const;

/** A placement that ended early: the home school hears at once, and the child is not left without education. */
export const afterBreakdown = [
  {
    type: 'task',
    params: {
      task: 'Tell the home school today, and agree where the child learns tomorrow',
      why: 'The unit place has ended. The child is still on the home school’s roll.',
      for: 'owner',
      due: TODAY,
    },
  },
  {
    type: 'task',
    params: {
      task: 'Decide whether the council owes this child education otherwise (section 19)',
      why: 'The unit place has ended.',
      for: 'manager',
      due: due.section19,
    },
  },
  {
    type: 'openCase',
    params: {
      pathway: 'tats_case',
      reason: 'A place in the high dependency unit ended early.',
      answers: { source: 'service', pexRisk: 'possible' },
    },
  },
] as const;
