import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, lines, money, text, yesNo } from '../../fields';
import { decidedAlone } from '../../panel-gate';
import { OPTIONS } from '../options';

const deciders = ['panel_chair', 'send_manager'] as const;

/** The grounds on which a school that was asked for need not be named: Children and Families Act 2014, s 39(4). */
const GROUNDS = {
  unsuitable: 'It would not suit the child’s age, ability, aptitude or needs',
  incompatible_others: 'It would not be compatible with efficient education for others',
  inefficient_resources: 'It would not be an efficient use of resources',
} as const;

const OVER_NUMBER = {
  must_name: 'The family asked for it and no ground to refuse it applies (section 39(3))',
  appropriate: 'The council finds it the appropriate school (section 40)',
  order: 'A tribunal ordered it',
} as const;

const weighing = {
  reasons: area('Reasons', 'The family has a right to these. Start with how the needs are met.'),
  comparison: area(
    'How well would each option meet the needs, and what would it cost?',
    'Needed when efficient use of resources is the ground',
  ).optional(),
};

const agreed = {
  agreed: choice('What is agreed?', OPTIONS),
  setting: text('Name of the school or setting').optional(),
  yearlyCost: money('Cost a year, in pounds').optional(),
  startOn: day('When should it start?').optional(),
  ...weighing,
  ground: choice(
    'If the family asked for something else: the ground for not agreeing to that',
    GROUNDS,
  ).optional(),
  isFull: yesNo('Is the school full?').optional(),
  overNumberGround: choice(
    'If it is full: the ground for a place over its number',
    OVER_NUMBER,
  ).optional(),
  ...decidedAlone,
  withoutRepliesReason: area(
    'If local options have no reply yet, why decide now?',
    'Only where an independent or non-maintained special school is agreed',
  ).optional(),
};

const EXAMPLE = {
  agreed: 'special_local',
  setting: 'Larchfield School',
  yearlyCost: 2_850_000,
  startOn: '2027-04-12',
  reasons: 'The special school meets the needs in section F from April.',
  ground: 'inefficient_resources',
  comparison:
    'Both schools would meet the needs. The special school does so nearer home and at less than half the cost.',
} as const;

export const decisionEvents = {
  AGREED: {
    title: 'Agree a placement',
    happened: 'Placement agreed',
    payload: z.strictObject(agreed),
    example: EXAMPLE,
    roles: deciders,
    prominence: 'hoped',
  },
  AGREED_WITH_CONDITIONS: {
    title: 'Agree a placement with conditions',
    happened: 'Placement agreed with conditions',
    payload: z.strictObject({
      ...agreed,
      conditions: lines('Conditions', {
        hint: 'One on each line. For example: a review after two terms, details of the therapy, a plan to return',
      }),
      conditionsDueOn: day(
        'By when must they be met?',
        'Leave empty for the council’s usual time',
      ).optional(),
    }),
    example: { ...EXAMPLE, conditions: ['Interim tuition until April', 'Details of the therapy'] },
    roles: deciders,
    prominence: 'usual',
  },
  NOT_AGREED: {
    title: 'Decide not to agree',
    happened: 'Not agreed; something else offered',
    payload: z.strictObject({
      ground: choice('Ground', GROUNDS),
      ...weighing,
      alternative: choice('What is offered instead?', OPTIONS),
      alternativeDetail: area('What exactly, from when?'),
      ...decidedAlone,
    }),
    example: {
      ground: 'unsuitable',
      reasons: 'The school teaches another age group and cannot meet the needs in section F.',
      alternative: 'resource_base',
      alternativeDetail: 'A place at the resource base of the current school from September',
    },
    roles: deciders,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
