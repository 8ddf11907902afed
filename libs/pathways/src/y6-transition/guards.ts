import { answered, answerIs, standsIn } from '../building-blocks';
import { type Guard, type GuardInput } from '../pathway';
import { inForce } from '../policy';
import { measured } from '../measures';
import { panelGate } from '../panel-gate';
import { agreementForVisits, commonGuards, destinationConfirmed } from '../regions';
import { Y6_MEASURES } from './events';
import { y6Policy } from './policy';

const number = (value: unknown) => (typeof value === 'number' ? value : 0);
const wantsOverride = (payload: Readonly<Record<string, unknown>>) =>
  payload['override'] === 'up' &&
  Boolean(payload['overrideReason']) &&
  Boolean(payload['overrideBy']);

const policyOf = ({ context }: GuardInput) => inForce(y6Policy, context);

function goesToPanel(input: GuardInput): boolean {
  const { payload } = input.event;
  const isEnough = number(payload['tvs']) >= policyOf(input).threshold;
  return wantsOverride(payload) || (isEnough && payload['override'] !== 'down');
}

/** Conditions of handbook 4.4, each with the words of its refusal. */
export const y6Guards = {
  ...commonGuards,
  ...panelGate,
  rightYear: {
    test: ({ event }) =>
      event.payload['ncYear'] !== 5 ||
      (event.facts.actorMay?.includes('caseload.override') ?? false),
    text: 'A child in Year 5 can be nominated only by a manager',
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A child in Year 6, or a manager who nominates',
        who: 'The transition lead or a SEND manager',
      },
    ],
  },
  identityKnown: {
    test: ({ event }) => event.facts.identityKnown ?? false,
    text: 'We cannot tell yet who this child is: there is no UPN, and the identity was not checked by hand',
    needs: ['identityKnown'],
    missing: () => [
      {
        what: 'The child’s UPN, or full name, date of birth and school',
        who: 'The primary school',
      },
    ],
  },
  completenessEnough: {
    test: (input) => number(input.event.payload['completeness']) >= policyOf(input).completeness,
    text: (input) =>
      `The score is ${number(input.event.payload['completeness'])} per cent complete. The panel needs at least ${policyOf(input).completeness} per cent`,
    aboutAnswer: true,
    missing: () => [
      { what: 'More items of the score', who: 'The school, the family and the attendance feed' },
    ],
  },
  scoreEnough: {
    test: goesToPanel,
    text: (input) => `The score is below ${policyOf(input).threshold}`,
    aboutAnswer: true,
  },
  scoreLow: {
    test: (input) => !goesToPanel(input),
    text: (input) => `The score is ${policyOf(input).threshold} or more`,
    aboutAnswer: true,
  },
  placeAvailable: {
    test: ({ event }) => event.facts.placeAvailable ?? false,
    text: (input) => `All ${policyOf(input).places} places are taken`,
    needs: ['placeAvailable'],
    missing: () => [
      { what: 'A free place', who: 'A place is freed when a family declines or a child leaves' },
    ],
  },
  noPlaceAvailable: {
    test: ({ event }) => !(event.facts.placeAvailable ?? false),
    text: 'A place is free',
    needs: ['placeAvailable'],
  },
  topOfList: {
    test: ({ event }) => event.facts.topOfList ?? false,
    text: 'Another child is before this one on the waiting list',
    needs: ['topOfList'],
    missing: () => [
      { what: 'The child at rank 1 takes the place first', who: 'The transition lead' },
    ],
  },
  newPanelDate: answered('newDate', 'Give the date of the next panel'),
  agreementGiven: {
    test: standsIn('consent', 'given'),
    text: 'The family has not agreed yet',
    missing: () => [
      {
        what: 'The family’s agreement',
        who: 'A person with parental responsibility',
        byEvent: 'CONSENT_GIVEN',
      },
    ],
  },
  hasWorker: {
    test: standsIn('ownership', 'allocated', 'covered'),
    text: 'The child has no worker yet',
    missing: () => [{ what: 'A worker', who: 'The transition lead', byEvent: 'ALLOCATED' }],
  },
  notExtended: {
    test: ({ context }) => !context['extended'],
    text: 'The family has already had more time',
  },
  extended: {
    test: ({ context }) => Boolean(context['extended']),
    text: 'The family still has the second ask to answer',
  },
  allBaselineMeasures: measured(Y6_MEASURES),
  planApproved: answered('planApproved', 'The family has not agreed the plan'),
  agreementForDirectWork: agreementForVisits(['direct']),
  destinationConfirmed: destinationConfirmed(
    'The secondary school is not confirmed',
    'The confirmed secondary school',
  ),
  passportApproved: answered(
    'passportApproved',
    'The family and both schools have not all approved the passport',
  ),
  onRollAtDestination: {
    test: ({ event }) => event.facts.onRollAtDestination ?? false,
    text: 'The child is not on roll at the new school',
    needs: ['onRollAtDestination'],
  },
  notOnRollAtDestination: {
    test: ({ event }) => !(event.facts.onRollAtDestination ?? false),
    text: 'The child is on roll at the new school',
    needs: ['onRollAtDestination'],
  },
  targetPathway: answered('targetPathway', 'Say which pathway takes over'),
  exitMeasures: measured(Y6_MEASURES),
  notAlreadyExtended: {
    test: ({ context }) => !context['exitExtended'],
    text: 'Support has already been extended once',
    missing: () => [
      { what: 'Settle the case, or hand it on to another pathway', who: 'The transition lead' },
    ],
  },
  pointSpring: answerIs('point', ['spring'], 'This is not the spring follow-up'),
  pointSummer: answerIs('point', ['summer'], 'This is not the summer follow-up'),
  stillYear7: {
    test: ({ event }) => event.facts.stillYear7 ?? false,
    text: 'The child is no longer in Year 7',
    needs: ['stillYear7'],
    missing: () => [{ what: 'A new referral', who: 'The school' }],
  },
} satisfies Record<string, Guard>;
