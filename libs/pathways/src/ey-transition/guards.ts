import { answered, answerIs } from '../building-blocks';
import { measured } from '../measures';
import { type Guard } from '../pathway';
import { agreementForVisits, commonGuards } from '../regions';
import { EY_MEASURES } from './events/measures';

/** Conditions of handbook 9, each with the words of its refusal. */
export const eyGuards = {
  ...commonGuards,
  levelUniversal: answerIs('level', ['universal'], 'This level brings support from us'),
  levelTargetedOrEnhanced: answerIs(
    'level',
    ['targeted', 'enhanced'],
    'At the universal level the setting and the school plan the start between them',
  ),
  schoolPresent: {
    test: ({ event }) => event.payload['schoolPresent'] === true,
    text: 'Nobody from the school was at the meeting, so the plan is not agreed with the school',
    aboutAnswer: true,
    missing: () => [
      { what: 'Somebody from the school at the meeting', who: 'The school’s SENCO or head' },
    ],
    otherWays: [
      'Write to the school that has not answered, or take it up with the head and the trust',
      'If the child starts before a meeting could be held, record the start: the case then shows that the meeting was missed',
    ],
  },
  agreementForWorkWithTheChild: agreementForVisits(['direct', 'child_to_school', 'home']),
  enhancedLevel: {
    test: ({ context }) => context['level'] === 'enhanced',
    text: 'A place in an inclusion hub is for children at the enhanced level',
    missing: () => [{ what: 'The enhanced level', who: 'The transition lead' }],
  },
  placeVacant: {
    test: ({ event }) => event.facts.placeVacant ?? false,
    text: 'All places in this hub are taken',
    needs: ['placeVacant'],
    missing: () => [
      { what: 'A free place in this hub, or another hub', who: 'The transition lead' },
    ],
  },
  laterYear: {
    test: ({ context, event }) =>
      Number(event.payload['newStartYear']) > Number(context['moveYear']),
    text: 'The new year is not later than the year the child was to start',
    aboutAnswer: true,
    missing: () => [{ what: 'The later year in which the child starts', who: 'The family' }],
  },
  noticeNotAcknowledged: {
    test: ({ context }) => context['notice'] === 'received',
    text: 'No notification from health is waiting for an acknowledgement',
    missing: () => [
      { what: 'A notification from health', who: 'You', byEvent: 'HEALTH_NOTIFICATION' },
    ],
  },
  noticeAcknowledged: {
    test: ({ context }) => context['notice'] === 'acknowledged',
    text: 'The notification from health has not been acknowledged, or has been triaged already',
    missing: () => [
      {
        what: 'The acknowledgement to health',
        who: 'You',
        byEvent: 'HEALTH_NOTIFICATION_ACKNOWLEDGED',
      },
    ],
  },
  assessmentToConsider: answerIs(
    'outcome',
    ['ehc'],
    'The triage did not ask for an EHC needs assessment to be considered',
  ),
  noAssessmentToConsider: answerIs(
    'outcome',
    ['transition', 'setting', 'known'],
    'The triage asked for an EHC needs assessment to be considered',
  ),
  measuresAtStart: measured(EY_MEASURES),
  measuresAtReview: measured(EY_MEASURES),
  route: answered('route', 'Say which pathway takes over'),
} satisfies Record<string, Guard>;
