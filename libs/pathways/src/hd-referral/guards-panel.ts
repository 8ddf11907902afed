import { answered, standsIn, timesInWords } from '../building-blocks';
import { type Guard, type GuardInput } from '../pathway';
import { said } from '../event';
import { inForce } from '../policy';
import { hdPolicy } from './policy';
import { deferralLimit, waitApproved } from '../waiting-again';

const policyOf = ({ context }: GuardInput) => inForce(hdPolicy, context);
const deferrals = ({ context }: GuardInput) => Number(context['deferrals'] ?? 0);
const skipsWithThis = ({ context }: GuardInput) => Number(context['skips'] ?? 0) + 1;

const vacant = ({ event }: GuardInput) => event.facts.placeVacant ?? false;
const fits = ({ event }: GuardInput) =>
  event.facts.matchOk ??
  (event.payload['matchOk'] === undefined || event.payload['matchOk'] === true);
const inPlay = ({ context, event }: GuardInput) =>
  (event.payload['pexRisk'] ?? context['pexRisk']) === true;

function wantedOnForm({ event: { payload } }: GuardInput): string[] {
  const strategies = payload['strategies'];
  return [
    ...(payload['exclusion'] ? [] : ['whether there is an exclusion']),
    ...(payload['mainNeed'] ? [] : ['the main need']),
    ...(payload['needs'] ? [] : ['the needs']),
    ...(Array.isArray(strategies) && strategies.length ? [] : ['what has been tried']),
    ...(payload['childView'] ? [] : ['the child’s view, or how it was sought']),
    ...(payload['familyView'] ? [] : ['the family’s view, or how it was sought']),
  ];
}

/** Conditions from the enquiry to the answer to the offer (handbook 7.4), each with the words of its refusal. */
export const panelGuards = {
  requiredFields: {
    test: (input) => wantedOnForm(input).length === 0,
    text: (input) => `The referral still needs: ${wantedOnForm(input).join(', ')}`,
    aboutAnswer: true,
    missing: (input) => wantedOnForm(input).map((what) => ({ what, who: 'The home school' })),
  },
  pexRisk: {
    test: inPlay,
    text: 'There is no risk of permanent exclusion',
    aboutAnswer: true,
  },
  noPexRisk: {
    test: (input) => !inPlay(input),
    text: 'Permanent exclusion is a risk: the child goes to the panel without the papers',
    aboutAnswer: true,
  },
  unitNamed: {
    test: ({ context, event }) => Boolean(said(event, 'unitUrn') ?? context['unitUrn']),
    text: 'Say which unit',
    aboutAnswer: true,
    missing: () => [{ what: 'The unit', who: 'You, on this form' }],
  },
  placeVacant: {
    test: vacant,
    text: (input) => `All ${policyOf(input).placesPerUnit} places of this unit are taken`,
    needs: ['placeVacant'],
    aboutAnswer: true,
    missing: () => [
      { what: 'A free place', who: 'A place is freed when an offer is declined or a child leaves' },
    ],
    otherWays: ['Put the child on the waiting list of the unit.', 'Offer a place in another unit.'],
  },
  matchOk: {
    test: fits,
    text: 'The child does not fit with the group as it is now',
    needs: ['matchOk'],
    aboutAnswer: true,
    missing: () => [{ what: 'A group that the child fits with', who: 'The host unit lead' }],
    otherWays: ['Put the child on the waiting list, or leave the child out for this place.'],
  },
  noPlaceOrNoMatch: {
    test: (input) => !vacant(input) || !fits(input),
    text: 'A place is free and the child fits: offer it',
    needs: ['placeVacant', 'matchOk'],
    aboutAnswer: true,
    missing: () => [
      { what: 'An offer of the free place', who: 'The panel', byEvent: 'PANEL_OFFER' },
    ],
  },
  topOfList: {
    test: ({ event }) => event.facts.topOfList ?? false,
    text: 'Another child is before this one on the waiting list',
    needs: ['topOfList'],
    aboutAnswer: true,
    missing: () => [
      {
        what: 'The child at rank 1 is offered the place, or left out with a reason',
        who: 'The panel',
      },
    ],
  },
  deferralsUnder1: {
    test: (input) =>
      deferrals(input) < deferralLimit(input, hdPolicy.mostDeferrals) || waitApproved(input),
    text: (input) =>
      `This child has been put off ${timesInWords(deferralLimit(input, hdPolicy.mostDeferrals))} already`,
    needs: ['mostDeferrals'],
    aboutAnswer: true,
    missing: () => [{ what: 'A decision on what is known', who: 'The panel' }],
  },
  skipsUnder3: {
    test: (input) => skipsWithThis(input) < policyOf(input).skipsBeforeChair,
    text: (input) => `This child has been left out ${policyOf(input).skipsBeforeChair} times`,
  },
  thirdSkip: {
    test: (input) => skipsWithThis(input) >= policyOf(input).skipsBeforeChair,
    text: (input) => `This child has not been left out ${policyOf(input).skipsBeforeChair} times`,
  },
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
  homeSchoolSigns: {
    test: ({ context, event }) =>
      event.payload['homeSchoolSigns'] === true ||
      (event.payload['chairWaives'] === true &&
        context['exclusion'] === 'issued' &&
        (event.facts.actorMay?.includes('chair.approve') ?? false)),
    text: 'The home school has not signed. Only the chair may go on without, and only after a permanent exclusion',
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: () => [
      { what: 'The signature of the home school', who: 'The head of the home school' },
      { what: 'Or, after a permanent exclusion, the chair’s word', who: 'The chair' },
    ],
  },
  hostSigns: answered('hostSigns', 'The host school has not signed'),
  notExtended: {
    test: ({ context }) => !context['extended'],
    text: 'The family has already had more time',
  },
  extended: {
    test: ({ context }) => Boolean(context['extended']),
    text: 'The family still has the second ask to answer',
  },
} satisfies Record<string, Guard>;
