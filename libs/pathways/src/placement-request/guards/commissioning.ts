import { type Guard, type GuardInput } from '../../pathway';
import { isIndependent } from '../options';
import { choiceOf } from './choice';

const isFull = ({ context, event }: GuardInput) =>
  event.payload['isFull'] === true ||
  (event.payload['agreed'] === undefined && context['overNumber'] === true);

/** What kind of place was agreed, and what must be there before it starts. */
export const commissioningGuards = {
  forEotas: {
    test: (input) => choiceOf(input) === 'eotas',
    text: 'What was agreed is a place at a school',
    aboutAnswer: true,
  },
  withinNumber: {
    test: (input) => choiceOf(input) !== 'eotas' && !isFull(input),
    text: 'What was agreed is not a place within the school’s number',
    aboutAnswer: true,
  },
  overNumber: {
    test: (input) => choiceOf(input) !== 'eotas' && isFull(input),
    text: 'What was agreed is not a place over the school’s number',
    aboutAnswer: true,
  },
  contractAndCostLine: {
    test: ({ event: { payload } }) =>
      (payload['contract'] as { signed?: unknown } | undefined)?.signed === true &&
      payload['costLine'] !== undefined,
    text: 'The contract or place agreement is not signed yet',
    aboutAnswer: true,
    missing: () => [
      { what: 'A signed contract or place agreement', who: 'The school and the placement officer' },
    ],
  },
  independentPlace: {
    test: (input) => isIndependent(input.context['agreed']),
    text: 'What was agreed is not an independent or non-maintained special school',
  },
  localPlace: {
    test: (input) => !isIndependent(input.context['agreed']),
    text: 'What was agreed is an independent or non-maintained special school',
  },
  monitoringPlanned: {
    test: ({ event: { payload } }) => {
      const plan = payload['monitoring'] as Record<string, unknown> | undefined;
      return Boolean(plan?.['qualityVisitOn'] && plan['returnReviewOn']);
    },
    text: 'An independent or non-maintained special school needs a date for the quality visit and one for the review of a return',
    aboutAnswer: true,
    missing: () => [{ what: 'Both dates', who: 'The placement officer, on this form' }],
  },
} satisfies Record<string, Guard>;
