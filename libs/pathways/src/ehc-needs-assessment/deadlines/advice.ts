import { type ClockRule, type PastStep } from '../../clock-rule';
import { said } from '../../event';
import { ADVISERS } from '../events';
import { advisersIn, reachesOn } from '../memory';
import { law } from './bases';

/** Advisers whose six weeks a step starts: all that were asked, but not the family. */
function advisersAsked({ event }: PastStep): string[] {
  const asked =
    event.type === 'ADVICE_REQUESTED' || event.type === 'ADVICE_RECEIVED'
      ? [String(event.payload['adviser'])]
      : event.type === 'EXCEPTION_CLAIMED'
        ? ['school']
        : advisersIn(event);
  return asked.filter((adviser) => adviser !== 'parent' && adviser in ADVISERS);
}

/** Six weeks for each adviser alone; advice that must go back gives them six weeks more. */
export const adviceClocks: readonly ClockRule[] = [
  {
    ...law,
    code: 'advice_due',
    rule: 'EHCNA-ADVICE-6W',
    source: 'SEND Regulations 2014, regulation 8(1)',
    label: 'Advice',
    ask: 'Chase the advice',
    because: 'Those asked have 6 weeks to answer.',
    doneBy: 'ADVICE_CHASED',
    holder: 'the service',
    starts: [
      {
        on: ['AGREED_TO_ASSESS', 'ASSESSMENT_CONCEDED', 'ASSESSMENT_ORDERED', 'ADVICE_REQUESTED'],
        anchor: ({ event }, adviser) => reachesOn(event, adviser ?? ''),
      },
      {
        on: ['ADVICE_RECEIVED'],
        when: ({ event }) => event.payload['quality'] === 'back',
        anchor: ({ event }, adviser) => reachesOn(event, adviser ?? ''),
      },
      {
        on: ['EXCEPTION_CLAIMED'],
        when: ({ event }) => event.payload['category'] === 'school_closed',
        anchor: ({ event }) => said(event, 'adviceRequestedOn') ?? event.occurredOn,
      },
    ],
    subjects: advisersAsked,
    limit: { unit: 'CW', n: 6 },
    metBy: ['ADVICE_RECEIVED'],
    metSubjects: ({ event }) => [String(event.payload['adviser'])],
    voidBy: ['ADVICE_COMPLETE'],
  },
];
