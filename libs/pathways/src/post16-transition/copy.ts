import { type PathwayCopy } from '../pathway';
import { commonStates, destinationStates, localEndStates } from '../regions';
import { adultServicesStates } from './adult-services';

/** The words people see for where a post-16 case stands. */
export const post16Copy = {
  states: {
    ...commonStates,
    destination: { ...destinationStates('Next setting'), disputed: 'Next setting in dispute' },
    adult_services: adultServicesStates,
    work: {
      identified: 'On the list',
      views: 'Hearing the young person',
      planning: 'Finding the next setting',
      handed_over: 'Handed over',
      summer_bridge: 'Summer',
      enrolment_check: 'Is the young person taking part?',
      not_taking_part: 'Not in education, employment or training, or not known',
      settling: 'Settling in',
      exit_review: 'Exit review',
      monitoring: 'Follow-up only',
      universal_offer: 'Not taken on: school’s own careers guidance',
      completed: 'Completed',
      escalated: 'Handed on to another pathway',
      ...localEndStates,
    },
  },
  stages: [
    { label: 'On the list', states: ['identified'], clock: 'p16_screen' },
    { label: 'Own views', states: ['views'], clock: 'p16_views' },
    { label: 'Next setting', states: ['planning'], clock: 'handover_due' },
    { label: 'Hand-over', states: ['handed_over', 'summer_bridge'], clock: 'autumn_start' },
    {
      label: 'Taking part',
      states: ['enrolment_check', 'not_taking_part', 'settling'],
      clock: 'neet_check',
    },
    { label: 'Exit', states: ['exit_review', 'monitoring'], clock: 'fu2' },
  ],
  whenPossible: {
    HANDOVER_HELD: 'It comes once the young person’s own views are recorded.',
    ENROLMENT_CONFIRMED: 'It comes once the next setting has been planned.',
    NOT_TAKING_PART: 'It is for the time from September on.',
    EXIT_SETTLED: 'It is the end of the exit review.',
  },
} as const satisfies PathwayCopy;
