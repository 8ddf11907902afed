import { addDays } from '@app/statutory-calendar';
import { type Told } from './assessment-story';
import { type PlanHistory } from './history';
import { opening } from './review-story';
import { type Story, type StoryStep } from './story';

interface Ground {
  readonly ground: 'not_necessary' | 'not_responsible';
  readonly situation: string;
  readonly destination: string;
}

/** By SEN2 reason: what lies behind the end of a plan. */
const GROUNDS: Readonly<Record<string, Ground>> = {
  '1': { ground: 'not_necessary', situation: 'age_25', destination: 'none' },
  '2': { ground: 'not_necessary', situation: 'needs_met', destination: 'education' },
  '3': { ground: 'not_necessary', situation: 'higher_education', destination: 'higher_education' },
  '4': { ground: 'not_necessary', situation: 'paid_work', destination: 'work' },
  '6': { ground: 'not_necessary', situation: 'left_education', destination: 'none' },
  '7': { ground: 'not_responsible', situation: 'moved', destination: 'elsewhere' },
  '9': { ground: 'not_necessary', situation: 'outcomes_met', destination: 'none' },
};

const ANOTHER_COUNCIL = '899';

/** How a plan ended: by a move, by a death, or by the pathway for ending plans. */
export function endingStory(plan: PlanHistory, told: Told): Story {
  const { on, reason } = plan.ceased!;
  if (reason === '5')
    return short(plan, told, 'PLAN_TRANSFERRED', { newLaCode: ANOTHER_COUNCIL, transferredOn: on });
  if (reason === '8') return short(plan, told, 'DECEASED', { date: on, source: 'Social care' });
  const day = (before: number) => addDays(on, -before);
  const { ground, situation, destination } = GROUNDS[reason]!;
  const reviewedOn = plan.reviews?.loaded?.decided;
  const steps: StoryStep[] = [
    {
      on: day(150),
      type: 'CONSULTATION_STARTED',
      by: 'officer',
      payload: { ground, situation, onlyAge: false, reviewedOn, returnWish: 'no_wish' },
    },
    { on: day(135), type: 'VIEWS_RECEIVED', by: 'officer' },
    {
      on: day(110),
      type: 'NOTICE_ISSUED',
      by: 'manager',
      payload: { destination, sen2Reason: reason },
    },
    { on, type: 'APPEAL_WINDOW_ENDED', by: 'officer', payload: { certificate: 'none' } },
  ];
  return {
    pathway: 'cessation',
    opening: {
      on: day(155),
      type: 'CANDIDATE_FLAGGED',
      by: 'officer',
      payload: { flaggedBy: 'review' },
    },
    steps,
  };
}

const short = (
  plan: PlanHistory,
  told: Told,
  type: string,
  payload: Readonly<Record<string, unknown>>,
): Story => {
  const { on } = plan.ceased!;
  return {
    ...opening(plan, addDays(on, -40), told),
    steps: [{ on, type, by: 'manager', payload }],
  };
};
