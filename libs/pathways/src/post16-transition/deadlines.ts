import { type ClockRule, type PastStep } from '../clock-rule';
import {
  appealCheck,
  commonClocks,
  consentChase,
  inYearOfMove,
  schoolAnswerClocks,
  workerNeededFrom,
} from '../regions';
import { adultServicesClocks } from './adult-services';
import { moveClocks } from './deadlines-move';
import { takingPartClocks } from './deadlines-taking-part';
import { post16Policy } from './policy';

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const aim = (text: string) => `Local aim: ${text}`;

/** From the list to the summer before the move. */
const beforeTheMove: readonly ClockRule[] = [
  {
    ...local,
    code: 'p16_screen',
    source: aim('15 working days'),
    label: 'Set the level of support',
    ask: 'Set the level of support',
    because: 'The young person is on the list, and nobody has looked yet at what is needed.',
    doneBy: 'LEVEL_SET',
    starts: [{ enters: ['work.identified'] }],
    limit: { unit: 'WD', n: post16Policy.screenWorkingDays, roll: true },
    metBy: ['LEVEL_SET'],
    within: ['work.identified'],
  },
  {
    ...local,
    code: 'p16_views',
    source: aim('15 school days'),
    label: 'Young person’s own views',
    ask: 'Hear what the young person wants, and record it',
    because: 'The plan starts from their own words.',
    doneBy: 'VIEWS_RECORDED',
    starts: [{ enters: ['work.views'] }],
    limit: { unit: 'SD', n: post16Policy.viewsSchoolDays, roll: true },
    metBy: ['VIEWS_RECORDED'],
    within: ['work.views'],
  },
  {
    ...local,
    code: 'visit_gap',
    source: aim('no 15 school days without a contact'),
    label: 'Next contact',
    ask: 'Record a visit or contact',
    because: 'The young person is not left without a contact for long.',
    doneBy: 'VISIT_LOGGED',
    starts: [
      { enters: ['work.planning'] },
      { on: ['VISIT_LOGGED'], when: ({ after }: PastStep) => after['work'] === 'planning' },
    ],
    limit: { unit: 'SD', n: post16Policy.contactGapSchoolDays, roll: true },
    metBy: ['VISIT_LOGGED'],
    within: ['work.planning'],
  },
  {
    ...local,
    code: 'handover_due',
    source: aim('20 school days before the last pupil day of the summer term'),
    label: 'Hand-over meeting',
    ask: 'Hold the hand-over meeting with the next setting',
    because: 'The next setting needs time to prepare.',
    doneBy: 'HANDOVER_HELD',
    starts: [{ enters: ['work.planning'], anchor: inYearOfMove }],
    from: 'lastPupilDayOfSummerTerm',
    limit: { unit: 'SD', n: -post16Policy.handoverSchoolDaysBeforeSummer },
    metBy: ['HANDOVER_HELD'],
    within: ['work.planning'],
  },
  {
    ...local,
    code: 'summer_start',
    source: 'Last pupil day of the summer term',
    label: 'Summer holiday starts',
    ask: 'The summer holiday starts',
    because: 'The last pupil day of the year.',
    starts: [{ enters: ['work.planning'], anchor: inYearOfMove }],
    from: 'lastPupilDayOfSummerTerm',
    limit: { unit: 'on' },
    metBy: ['SUMMER_BREAK_STARTED'],
    within: ['work.planning', 'work.handed_over'],
    sends: 'SUMMER_BREAK_STARTED',
    fires: 'on-the-day',
  },
  {
    ...local,
    code: 'results_check',
    source: aim('by 31 August, after the results of the exams'),
    label: 'Results and the place',
    ask: 'Ask the young person what the results mean for the place',
    because: 'An offer may depend on results.',
    doneBy: 'RESULTS_CHECKED',
    starts: [
      {
        enters: ['work.summer_bridge'],
        anchor: ({ event }) => `${event.occurredOn.slice(0, 4)}-08-31`,
      },
    ],
    limit: { unit: 'on' },
    metBy: ['RESULTS_CHECKED'],
    within: ['work.summer_bridge'],
  },
  {
    ...local,
    code: 'autumn_start',
    source: 'First pupil day of the autumn term',
    label: 'Autumn term starts',
    ask: 'Check that the young person is taking part',
    because: 'The first day of the new term.',
    starts: [{ enters: ['work.summer_bridge'] }],
    from: 'firstPupilDayOfAutumnTerm',
    limit: { unit: 'on' },
    metBy: ['AUTUMN_TERM_STARTED'],
    within: ['work.summer_bridge'],
    sends: 'AUTUMN_TERM_STARTED',
    fires: 'on-the-day',
  },
];

/** Clocks of the move after Year 11: local aims, and the dates of regulation 18 where there is a plan. */
export const post16Clocks: readonly ClockRule[] = [
  ...beforeTheMove,
  ...moveClocks,
  ...takingPartClocks,
  ...adultServicesClocks,
  appealCheck,
  consentChase('work.views'),
  ...schoolAnswerClocks,
  ...commonClocks.map(workerNeededFrom('work.views', ['work.identified'])),
];
