import { all } from '../building-blocks';
import { type ClockRule } from '../clock-rule';
import { post16Policy, post16Tasks } from './policy';

const { due } = post16Tasks;

const considered = {
  ADULT_SERVICES_CONSIDERED: [
    {
      guard: 'adultServicesNeeded',
      target: 'asked',
      actions: {
        type: 'task',
        params: {
          task: 'Send the referral to services for adults',
          why: 'The young person is likely to need them from 18 on.',
          for: 'owner',
          due: due.referToAdults,
        },
      },
    },
    { guard: 'adultServicesNotNeeded', target: 'not_needed' },
  ],
} as const;

/** Hand-over to services for adults. Help for children goes on until theirs begins. */
export const adultServicesRegion = {
  initial: 'not_considered',
  states: {
    not_considered: { on: considered },
    not_needed: { on: considered },
    asked: {
      on: {
        ADULT_SERVICES_ANSWERED: [
          { guard: all('adultServicesWillHelp', 'startDayKnown'), target: 'accepted' },
          { guard: 'adultServicesWillNotHelp', target: 'declined' },
        ],
      },
    },
    accepted: { on: { ADULT_HANDOVER_HELD: { guard: 'adultPlanAgreed', target: 'handed_over' } } },
    declined: { on: considered },
    handed_over: {},
  },
} as const;

export const adultServicesStates = {
  not_considered: 'Services for adults not considered yet',
  not_needed: 'Services for adults not needed',
  asked: 'Services for adults asked',
  accepted: 'Services for adults will help',
  declined: 'Services for adults said no, or not yet',
  handed_over: 'Handed over to services for adults',
} as const;

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const { considerSchoolDays, answerWorkingDays, declinedWorkingDays } = post16Policy.adultServices;

export const adultServicesClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'adult_considered',
    source: 'Local aim: 20 school days',
    label: 'Services for adults considered',
    ask: 'Record whether services for adults are likely to be needed',
    because: 'They need time to assess before the young person is 18.',
    doneBy: 'ADULT_SERVICES_CONSIDERED',
    starts: [{ enters: ['work.views'] }],
    limit: { unit: 'SD', n: considerSchoolDays, roll: true },
    metBy: ['ADULT_SERVICES_CONSIDERED'],
    within: ['adult_services.not_considered'],
  },
  {
    ...local,
    code: 'adult_answer',
    source: 'Local aim: 20 working days',
    label: 'Answer of services for adults',
    ask: 'Ask services for adults for their answer',
    because: 'They were asked, and have not answered.',
    doneBy: 'ADULT_SERVICES_ANSWERED',
    holder: 'services for adults',
    starts: [{ enters: ['adult_services.asked'] }],
    limit: { unit: 'WD', n: answerWorkingDays, roll: true },
    metBy: ['ADULT_SERVICES_ANSWERED'],
    within: ['adult_services.asked'],
  },
  {
    ...local,
    code: 'adult_declined',
    source: 'Local aim: 10 working days',
    label: 'What happens without services for adults',
    ask: 'Settle with the young person what helps instead, or ask again',
    because: 'Services for adults said no, or not yet.',
    doneBy: 'ADULT_SERVICES_CONSIDERED',
    starts: [{ enters: ['adult_services.declined'] }],
    limit: { unit: 'WD', n: declinedWorkingDays, roll: true },
    metBy: ['ADULT_SERVICES_CONSIDERED'],
    within: ['adult_services.declined'],
  },
  {
    ...local,
    code: 'adult_handover',
    source: 'The day from which services for adults help',
    label: 'Hand-over to services for adults',
    ask: 'Hold the hand-over to services for adults',
    because: 'Help for children goes on until theirs begins.',
    doneBy: 'ADULT_HANDOVER_HELD',
    starts: [
      {
        enters: ['adult_services.accepted'],
        anchor: ({ event }) => String(event.payload['startsOn']),
      },
    ],
    limit: { unit: 'on' },
    metBy: ['ADULT_HANDOVER_HELD'],
    within: ['adult_services.accepted'],
  },
];
