import { type Limit } from '@app/statutory-calendar';

const holds = (when: string, due: Limit) =>
  ({
    type: 'task',
    params: {
      task: `Find out whether the return to school has held: ${when}`,
      why: 'The case has ended, and a return counts when it lasts. Add the follow-up to the measures.',
      for: 'owner',
      due,
    },
  }) as const;

/** A return to school is looked at once more when the support has been over for a term. */
export const holdsAfterTwelveWeeks = holds('12 school weeks', { unit: 'SW', n: 12, roll: true });

/** And a last time when it has been over for a year. */
export const holdsAfterAYear = holds('1 year', { unit: 'CW', n: 52 });
