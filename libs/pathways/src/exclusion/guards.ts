import { said } from '../event';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';
import { governorsMeetWithin } from './duty';
import { type ExclusionContext } from './memory';

const memory = ({ context }: GuardInput) => context as unknown as ExclusionContext;
const onForm = (what: string) => () => [{ what, who: 'You, on this form' }];

/** Conditions of an exclusion, each with the words of its refusal. */
export const exclusionGuards = {
  ...commonGuards,
  firstDayNotAhead: {
    test: ({ event }) => (said(event, 'firstDay') ?? '') <= event.occurredOn,
    text: 'The exclusion has not begun on the day you record it for',
    aboutAnswer: true,
    missing: onForm('A first day that is not after the day of this record'),
  },
  lengthKnown: {
    test: ({ event }) =>
      event.payload['kind'] !== 'suspension' ||
      (typeof event.payload['schoolDays'] === 'number' &&
        typeof event.payload['daysInTerm'] === 'number'),
    text: 'For a suspension, give its school days and those of the whole term so far',
    aboutAnswer: true,
    missing: onForm('Both numbers: they settle whether the governors must meet'),
  },
  termIncludesThis: {
    test: ({ event }) =>
      Number(event.payload['daysInTerm'] ?? 45) >= Number(event.payload['schoolDays'] ?? 0),
    text: 'The school days in the term cannot be fewer than those of this suspension',
    aboutAnswer: true,
    missing: onForm('The days of the term, with this suspension counted in'),
  },
  isPermanent: {
    test: (input) => memory(input).kind === 'permanent',
    text: 'This is a suspension: no independent review follows',
    missing: () => [{ what: 'A permanent exclusion', who: 'The school' }],
  },
  isSuspension: {
    test: (input) => memory(input).kind === 'suspension',
    text: 'This is a permanent exclusion: it does not end by itself',
    missing: () => [
      { what: 'A decision of the governors', who: 'The governors', byEvent: 'GOVERNORS_UPHELD' },
    ],
  },
  governorsNeedNotMeet: {
    test: (input) =>
      governorsMeetWithin(memory(input)) === null || input.event.payload['replaced'] === true,
    text: 'The governors must still look at this suspension',
    aboutAnswer: true,
    missing: () => [
      { what: 'A decision of the governors', who: 'The governors', byEvent: 'GOVERNORS_UPHELD' },
    ],
  },
  reviewTimePassed: {
    test: ({ event }) => event.facts.passed?.includes('review_apply_by') ?? false,
    text: 'The family can still ask for an independent review',
    needs: ['passed'],
    missing: () => [{ what: 'The last day to ask to pass', who: 'Nobody: wait for the day' }],
  },
} satisfies Record<string, Guard>;
