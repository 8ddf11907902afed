import { ask } from '@app/pathways';
import { z } from 'zod';

/** Where an outcome stands while the plan runs. */
export const OUTCOME_STATUSES = {
  under_way: 'Being worked on',
  later: 'Not started yet',
  stopped: 'No longer sought',
} as const;

/** What a review found. */
export const REVIEW_RESULTS = {
  achieved: 'Achieved',
  part: 'Achieved in part',
  not: 'Not achieved yet',
} as const;

const shared = {
  strengths: ask.lines('What goes well?'),
  needs: ask.lines('What is hard?'),
  outcomes: ask.rows(
    'Outcomes',
    {
      outcome: ask.area('What will be different for the child?'),
      measure: ask.text('How will we see it?'),
      baseline: ask.text('Where does it stand now?'),
      target: ask.text('What is the target?'),
      byWhen: ask.day('By when?'),
      who: ask.text('Who helps?'),
      status: ask.choice('Where does it stand?', OUTCOME_STATUSES),
    },
    { min: 1, max: 8, each: 'Outcome' },
  ),
  reviewOn: ask.day('When is the plan reviewed?'),
  approval: ask.choice('Does somebody else approve it?', {
    asked: 'Yes, ask for approval',
    not_asked: 'No',
  }),
};

/** The forms of a plan: the first version, and every one after it. */
export const planForms = {
  first: z.strictObject(shared),
  next: z.strictObject({
    ...shared,
    newCycle: ask.yesNo(
      'Does a new cycle of assess, plan, do and review begin?',
      'Review every outcome of this cycle first',
    ),
  }),
} as const;

export type PlanOutcome = z.infer<(typeof planForms)['first']>['outcomes'][number];

/** The form that reviews a plan: one part for each outcome that is still sought. */
export function reviewForm(outcomes: readonly PlanOutcome[]) {
  const parts = outcomes.flatMap(({ outcome, status }, at) =>
    status === 'stopped' ? [] : [[partName(at), partOf(outcome)] as const],
  );
  return z.strictObject({
    reviewedOn: ask.day('Which day was it reviewed?'),
    ...Object.fromEntries(parts),
  });
}

/** The name of an outcome's part of the form, by its place in the plan. */
export const partName = (at: number) => `outcome${at + 1}`;

const partOf = (outcome: string) =>
  ask
    .group(outcome, {
      result: ask.choice('What did we find?', REVIEW_RESULTS).optional(),
      words: ask.area('What was seen, and what comes next?').optional(),
    })
    .optional();
