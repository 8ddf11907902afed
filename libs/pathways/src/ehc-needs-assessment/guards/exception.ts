import { answered } from '../../building-blocks';
import { type Guard, type GuardInput } from '../../pathway';
import { EXCUSABLE } from '../events/exceptions';
import { notExcusable } from '../excuses';
import { groundOf } from './grounds';

const othersHold = ({ context, event }: GuardInput) => {
  const category = event.payload['category'];
  const claimed = (context['excuses'] ?? []) as readonly string[];
  return Boolean(category) && claimed.some((it) => it !== category);
};

/** Conditions of a lawful reason for delay. */
export const exceptionGuards = {
  groundInLaw: {
    test: ({ event }) => Boolean(event.payload['category']),
    text: 'Select one of the reasons that the law knows',
    aboutAnswer: true,
  },
  excusableDates: {
    test: ({ event }) => notExcusable(event).length === 0,
    text: ({ event }) =>
      `The law does not let this reason excuse: ${notExcusable(event)
        .map((date) => EXCUSABLE[date])
        .join('; ')}`,
    aboutAnswer: true,
    missing: () => [{ what: 'Dates that this reason can excuse', who: 'You, on this form' }],
  },
  dateTestPassed: {
    test: (input) => groundOf(input).holds,
    text: (input) => groundOf(input).why,
    aboutAnswer: true,
    missing: (input) => [{ what: groundOf(input).why, who: 'The case officer' }],
  },
  evidenceGiven: answered('evidence', 'Say what the evidence is'),
  causeGiven: answered('because', 'Say why the reason made the date impractical to keep'),
  lastReason: {
    test: (input) => !othersHold(input),
    text: 'Another reason still holds',
    aboutAnswer: true,
    missing: () => [{ what: 'The end of the other reason', who: 'You, on this form' }],
  },
  otherReasonHolds: {
    test: othersHold,
    text: 'No other reason holds',
    aboutAnswer: true,
    missing: () => [{ what: 'A reason that still holds', who: 'You, on this form' }],
  },
} satisfies Record<string, Guard>;
