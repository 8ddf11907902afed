import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, choices, day, group, lines, text, whole, yesNo } from '../../fields';
import { measuresAt } from '../../measures';
import { WORKERS } from '../../regions';
import { POST16_MEASURES, POST16_WORK } from './words';

const SOURCES = {
  annual_review: 'Annual review',
  school: 'School or college',
  careers: 'Careers adviser',
  virtual_school: 'Virtual school',
  social_worker: 'Social worker',
  pathway: 'Another pathway here',
  young_person: 'The young person',
  family: 'Parent or carer',
  data_rule: 'Found in the data',
} as const;

const MOVES = {
  secondary_to_post16: 'From school to a college or other setting',
  own_sixth_form: 'Staying on in the same school’s sixth form',
  post16_to_post16: 'From one setting after 16 to another',
  into_work: 'From education into work',
} as const;

const SUPPORT = {
  none: 'No special educational needs recorded',
  sen_support: 'SEN support',
  ehc_assessment: 'EHC assessment under way',
  ehc_plan: 'EHC plan',
} as const;

const RISKS = {
  attendance: 'Attendance',
  anxiety: 'Anxiety',
  no_offer: 'No offer yet',
  no_idea: 'Does not know what to do next',
  health: 'Health or disability',
  care: 'In care or leaving care',
  caring: 'Cares for somebody',
  part_time: 'Part-time timetable or out of school',
  excluded: 'Suspended or excluded',
  other: 'Other',
} as const;

const LEVELS = {
  universal: 'Universal: the school’s own careers guidance',
  targeted: 'Targeted',
  enhanced: 'Enhanced',
} as const;

/** From the list to the young person's own words. */
export const intakeEvents = {
  YOUNG_PERSON_LISTED: {
    title: 'Add a young person to the list',
    happened: 'Put on the list of those who move on after Year 11',
    payload: z.strictObject({
      source: choice('Who told us?', SOURCES),
      ncYear: whole('Year group', 11, 14),
      move: choice('Which move?', MOVES),
      transferOn: day('When is the move?', 'Only if it is not in September').optional(),
      plan: choice('Support now', SUPPORT),
      risks: choices('What could make the move hard?', RISKS),
      youngPersonAware: yesNo('Does the young person know?'),
      parentAware: yesNo('Does the family know?'),
      hopes: area('What does the young person hope to do?').optional(),
    }),
    example: {
      source: 'school',
      ncYear: 11,
      move: 'secondary_to_post16',
      plan: 'sen_support',
      risks: ['no_offer'],
      youngPersonAware: true,
      parentAware: true,
    },
    roles: WORKERS,
  },
  PLAN_STATUS_CHANGED: {
    title: 'Record that the support has changed',
    happened: 'Support changed',
    hint: 'With an EHC plan, the law sets the date by which the next setting is named.',
    payload: z.strictObject({
      plan: choice('Support now', SUPPORT),
      changedOn: day('Since when?').optional(),
    }),
    example: { plan: 'ehc_plan' },
    roles: WORKERS,
    prominence: 'rare',
  },
  LEVEL_SET: {
    title: 'Set the level of support',
    happened: 'Level of support set',
    payload: z.strictObject({
      level: choice('Which level?', LEVELS),
      reason: area('Why this level?').optional(),
    }),
    example: { level: 'targeted' },
    roles: POST16_WORK,
    prominence: 'hoped',
  },
  VIEWS_RECORDED: {
    title: 'Record what the young person wants',
    happened: 'Young person’s own views recorded',
    hint: 'Their own words come first. What others think stands beside them.',
    payload: z.strictObject({
      ownViews: area(
        'What does the young person say?',
        'Their words, or what they showed',
      ).optional(),
      whyNotGiven: text('If they gave no view, why, and what was tried?').optional(),
      how: choice('How were the views given?', {
        talk: 'In a talk',
        written: 'In writing',
        pictures: 'With pictures or signs',
        video: 'In a film or recording',
        advocate: 'Through somebody they chose',
      }).optional(),
      familyView: area('What does the family say?').optional(),
      goals: lines('What is wanted by next summer?', { max: 4 }),
      careers: yesNo('Has a careers adviser met the young person?').optional(),
      measures: measuresAt('the start', POST16_MEASURES),
    }),
    example: {
      ownViews: 'I want to work with animals. I do not want a big college.',
      how: 'talk',
      goals: ['Has a place that he chose', 'Travels there alone'],
      measures: { attendance: 84.5, ownConfidence: 2, familyConfidence: 2 },
    },
    roles: POST16_WORK,
    prominence: 'hoped',
  },
  CAREERS_ADVICE_GIVEN: {
    title: 'Record careers advice',
    happened: 'Careers advice given',
    payload: z.strictObject({
      adviser: text('Who gave it?'),
      options: lines('Which ways were looked at?', { min: 0 }).optional(),
      practical: group('Practical matters', {
        travel: area('Travel').optional(),
        money: area('Money, bursary, benefits').optional(),
      }).optional(),
    }),
    example: { adviser: 'School careers adviser', options: ['Land-based college'] },
    roles: WORKERS,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
