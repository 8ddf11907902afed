import { phaseTransferDay, schoolLeavingDay, schoolYearOf } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { post16Policy } from './policy';

const since = { from: '2014-09-01' } as const;
const local = { basis: 'local', effective: since } as const;
const law = { basis: 'statutory', effective: since } as const;

const moveYear = ({ context }: PastStep) => Number(context['moveYear']);
const leavesSchool = ({ context }: PastStep) => context['move'] === 'secondary_to_post16';
const movesOn = ({ context }: PastStep) => context['move'] === 'post16_to_post16';
const hasPlan = ({ context }: PastStep) => context['plan'] === 'ehc_plan';
const lawNamesADay = (step: PastStep) => hasPlan(step) && (leavesSchool(step) || movesOn(step));
/** 31 March of the year of the move. */
const endOfMarch = (step: PastStep) =>
  phaseTransferDay('secondary_to_post16', moveYear(step)) ?? step.event.occurredOn;
const dayOfMove = (step: PastStep) => said(step.event, 'transferOn') ?? `${moveYear(step)}-09-01`;
const openedOrChanged = ['YOUNG_PERSON_LISTED', 'PLAN_STATUS_CHANGED'];
const namedInPlan = ({ event }: PastStep) => event.payload['how'] === 'named_in_plan';

/** When the next setting must be known, and when the young person begins to decide. */
export const moveClocks: readonly ClockRule[] = [
  {
    ...law,
    code: 'p16_named',
    rule: 'PT-FIXED',
    source: 'SEND Regulations 2014, regulation 18(1)(a)',
    label: 'Next setting named in the plan',
    ask: 'Name the next setting in the final plan',
    because: 'The law asks for it before 31 March in the year of the move.',
    doneBy: 'DESTINATION_CONFIRMED',
    starts: [
      {
        on: openedOrChanged,
        when: (step) => hasPlan(step) && leavesSchool(step),
        anchor: endOfMarch,
      },
    ],
    limit: { unit: 'on' },
    metBy: ['DESTINATION_CONFIRMED'],
    metWhen: namedInPlan,
    voidBy: ['PLAN_STATUS_CHANGED'],
  },
  {
    ...law,
    code: 'p16_five_months',
    rule: 'PT-5M',
    source: 'SEND Regulations 2014, regulation 18(2)',
    label: 'Next setting named in the plan',
    ask: 'Name the next setting in the final plan',
    because: 'The law asks for it at least 5 months before the move.',
    doneBy: 'DESTINATION_CONFIRMED',
    starts: [
      { on: openedOrChanged, when: (step) => hasPlan(step) && movesOn(step), anchor: dayOfMove },
    ],
    limit: { unit: 'months', n: -5 },
    metBy: ['DESTINATION_CONFIRMED'],
    metWhen: namedInPlan,
    voidBy: ['PLAN_STATUS_CHANGED'],
  },
  {
    ...local,
    code: 'p16_place_by',
    source: 'Local aim: 31 March; 10 working days for those who come later or change',
    label: 'Next setting confirmed',
    ask: 'Record the confirmed next setting',
    because: 'A place that is known by the end of March can be got ready for.',
    doneBy: 'DESTINATION_CONFIRMED',
    starts: [
      {
        on: openedOrChanged,
        when: (step) => !lawNamesADay(step) && step.event.occurredOn <= endOfMarch(step),
        anchor: endOfMarch,
      },
      {
        on: openedOrChanged,
        when: (step) => !lawNamesADay(step),
        limit: { unit: 'WD', n: post16Policy.latePlaceWorkingDays, roll: true },
      },
      {
        on: ['DESTINATION_CHANGED'],
        limit: { unit: 'WD', n: post16Policy.latePlaceWorkingDays, roll: true },
      },
    ],
    limit: { unit: 'on' },
    metBy: ['DESTINATION_CONFIRMED', 'ENROLMENT_CONFIRMED'],
    voidBy: ['PLAN_STATUS_CHANGED'],
    within: ['destination.unknown', 'destination.provisional', 'destination.disputed'],
  },
  {
    code: 'september_guarantee',
    basis: 'guidance',
    effective: since,
    source:
      'Participation of young people in education, employment or training: statutory guidance for local authorities',
    label: 'September guarantee: an offer',
    ask: 'Make sure that the young person has an offer of a suitable place',
    because: 'Everybody aged 16 or 17 is to have an offer by the end of September.',
    doneBy: 'DESTINATION_OFFERED',
    starts: [
      {
        on: ['YOUNG_PERSON_LISTED'],
        when: ({ event }) => Number(event.payload['ncYear']) <= 12,
        anchor: (step) => `${moveYear(step)}-09-30`,
      },
    ],
    limit: { unit: 'on' },
    metBy: ['DESTINATION_OFFERED', 'DESTINATION_CONFIRMED', 'ENROLMENT_CONFIRMED'],
  },
  {
    ...local,
    code: 'rights_shift',
    source:
      'Last day of compulsory school age: Education Act 1996, section 8; Children and Families Act 2014, section 83(2)',
    label: 'The young person decides',
    ask: 'Ask the young person for their own agreement',
    because: 'From the day after the last Friday of June of Year 11 they decide for themselves.',
    doneBy: 'CONSENT_GIVEN',
    starts: [
      {
        on: ['YOUNG_PERSON_LISTED'],
        when: ({ event }) => event.payload['ncYear'] === 11,
        anchor: ({ event }) => schoolLeavingDay(schoolYearOf(event.occurredOn)),
      },
    ],
    limit: { unit: 'on' },
    metBy: ['CONSENT_GIVEN'],
    metWhen: ({ event }) =>
      event.payload['giver'] === 'young_person' || Boolean(event.payload['capacity']),
  },
];
