import { answered, answerIs } from '../building-blocks';
import { measured } from '../measures';
import { type Guard } from '../pathway';
import { agreementForVisits, commonGuards, destinationConfirmed } from '../regions';
import { POST16_MEASURES } from './events/words';

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** Conditions of the move after Year 11, each with the words of its refusal. */
export const post16Guards = {
  ...commonGuards,
  levelUniversal: answerIs('level', ['universal'], 'This level brings support from us'),
  levelTargetedOrEnhanced: answerIs(
    'level',
    ['targeted', 'enhanced'],
    'At the universal level the school’s own careers guidance goes on alone',
  ),
  ownViewsOrWhyNot: {
    test: ({ event: { payload } }) => isText(payload['ownViews']) || isText(payload['whyNotGiven']),
    text: 'The young person’s own views are missing, and there is no word on why',
    aboutAnswer: true,
    missing: () => [
      {
        what: 'What the young person says, or why not and what was tried',
        who: 'The young person',
      },
    ],
  },
  measuresAtStart: measured(POST16_MEASURES),
  measuresAtExit: measured(POST16_MEASURES),
  agreementForWorkWithThem: agreementForVisits(
    ['direct', 'taster', 'travel'],
    'Work with the young person needs agreement, and there is none now',
  ),
  destinationConfirmed: destinationConfirmed(
    'The next setting is not confirmed',
    'The confirmed next setting',
  ),
  passportApproved: answered('passportApproved', 'The young person has not approved the profile'),
  targetPathway: answered('targetPathway', 'Say which pathway takes over'),
  notAlreadyExtended: {
    test: ({ context }) => !context['exitExtended'],
    text: 'Support has already been extended once',
    missing: () => [
      { what: 'Settle the case, or hand it on to another pathway', who: 'The transition lead' },
    ],
  },
  pointSpring: answerIs('point', ['spring'], 'This is not the spring follow-up'),
  pointSummer: answerIs('point', ['summer'], 'This is not the summer follow-up'),
  adultServicesNeeded: answerIs(
    'needed',
    [true],
    'Services for adults are not likely to be needed',
  ),
  adultServicesNotNeeded: answerIs(
    'needed',
    [false],
    'Services for adults are likely to be needed',
  ),
  adultServicesWillHelp: answerIs('outcome', ['accepted'], 'Services for adults will not help yet'),
  adultServicesWillNotHelp: answerIs(
    'outcome',
    ['not_eligible', 'later'],
    'Services for adults will help',
  ),
  startDayKnown: answered('startsOn', 'Give the day from which services for adults will help'),
  adultPlanAgreed: answered('planAgreed', 'The young person has not agreed the plan'),
} satisfies Record<string, Guard>;
