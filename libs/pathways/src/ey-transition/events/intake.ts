import { z } from 'zod';
import { type EventDefinition } from '../../event';
import {
  area,
  choice,
  choices,
  day,
  decimal,
  group,
  lines,
  school,
  text,
  whole,
  yesNo,
} from '../../fields';
import { ownershipEvents, WORKERS } from '../../regions';
import { noticeFromHealth } from './health';

const SOURCES = {
  setting: 'Nursery, childminder or other setting',
  health: 'Health: health visitor, GP, therapist, hospital',
  portage: 'Portage or home visiting',
  panel: 'Early Years panel',
  social_care: 'Social care or family hub',
  family: 'Parent or carer',
  other: 'Someone else',
} as const;

const FUNDING = {
  inclusion_fund: 'Inclusion fund',
  daf: 'Disability access fund',
  top_up: 'High needs top-up',
  other: 'Other',
} as const;

const LEVELS = {
  universal: 'Universal: the setting’s report goes to the school',
  targeted: 'Targeted',
  enhanced: 'Enhanced',
} as const;

const LEVEL_REASONS = {
  sen_support: 'SEN support in the setting',
  two_domains: 'Two areas of development below what is expected',
  first_referral: 'Not known to services before',
  ehc: 'EHC plan, or assessment under way',
  funding: 'Disability access or inclusion fund',
  health_plan: 'Health plan',
  hub_place: 'Place in an inclusion hub',
  personal_care: 'Personal care',
  safety: 'Safety',
} as const;

const DEVELOPMENT = {
  expected: 'As expected',
  some: 'Some delay',
  marked: 'Well below what is expected',
  unknown: 'Not known yet',
} as const;

const LEAD_ROLES = ['specialist_teacher', 'y6_worker', 'transition_lead', 'send_manager'] as const;

/** What we know of the child at the start: every answer may still be outstanding. */
const profile = {
  domains: group('Development', {
    communication: choice('Communication', DEVELOPMENT).optional(),
    play: choice('Play', DEVELOPMENT).optional(),
    physical: choice('Physical', DEVELOPMENT).optional(),
    care: choice('Looking after themselves', DEVELOPMENT).optional(),
    behaviour: choice('Behaviour and feelings', DEVELOPMENT).optional(),
  }).optional(),
  toileting: area('Toileting').optional(),
  medical: area('Medical needs').optional(),
  sleepAndFood: area('Sleep and food').optional(),
  whatWorks: area('What works for this child?').optional(),
  familyHopes: area('What does the family hope for?').optional(),
  childView: area('What does the child show or tell us?').optional(),
  services: lines('Services involved', { min: 0 }).optional(),
  ehcState: choice('EHC needs assessment', {
    none: 'None asked for',
    requested: 'Asked for',
    assessing: 'Under way',
    plan: 'There is a plan',
    refused: 'Was not agreed',
  }).optional(),
};

/** From the first word about a child to a named key person. */
export const intakeEvents = {
  CHILD_NOTIFIED: {
    title: 'Add a child to the list',
    happened: 'Put on the list of children who start school',
    hint: 'No service needs to have known the child before.',
    payload: z.strictObject({
      source: choice('Who told us?', SOURCES),
      knownBefore: yesNo('Was the child known to any of our services before?'),
      parentAware: yesNo('Does the family know?'),
      setting: text(
        'Setting that the child goes to now',
        'Leave empty if there is none',
      ).optional(),
      hours: decimal('Hours a week there', 0, 60).optional(),
      funding: choices('Funding there', FUNDING).optional(),
      startYear: whole(
        'Year in which the child starts school',
        2015,
        2100,
        'Only if it is not the next September',
      ).optional(),
      applied: yesNo('Has the family applied for a school place?').optional(),
      expectedSchool: school('School that the family hopes for').optional(),
      worry: area('What is the worry?').optional(),
      health: noticeFromHealth().optional(),
    }),
    example: { source: 'setting', knownBefore: false, parentAware: true },
    roles: WORKERS,
  },
  LEVEL_SET: {
    title: 'Set the level of support',
    happened: 'Level of support set',
    hint: 'Settled with the setting and the family.',
    payload: z.strictObject({
      level: choice('Which level?', LEVELS),
      reasons: choices('Why this level?', LEVEL_REASONS).optional(),
      ...profile,
    }),
    example: { level: 'targeted', reasons: ['first_referral'] },
    roles: [...LEAD_ROLES],
    prominence: 'hoped',
  },
  KEYWORKER_NAMED: {
    title: 'Name the key person',
    happened: 'Key person named',
    payload: z.strictObject({
      keyworker: text('Name of the key person'),
      from: choice('Where do they work?', {
        setting: 'In the setting',
        council: 'In our service',
        health: 'In health',
        portage: 'In portage',
        school: 'In the school',
      }),
      familyTold: yesNo('Has the family been told?').optional(),
    }),
    example: { keyworker: 'Room leader', from: 'setting' },
    roles: [...LEAD_ROLES],
    prominence: 'hoped',
  },
  SCHOOL_PLACE_APPLIED: {
    title: 'Record the application for a school place',
    happened: 'Family has applied for a school place',
    payload: z.strictObject({ appliedOn: day('When?').optional(), note: area('Note').optional() }),
    example: {},
    roles: WORKERS,
    prominence: 'other',
  },
  ENTRY_DEFERRED: {
    title: 'Put the start at school off to a later year',
    verb: 'Start is put off to a later year',
    happened: 'Start at school put off to a later year',
    hint: 'For a summer-born child, if the family and the school agree. The case goes on with the dates of the later year.',
    payload: z.strictObject({
      newStartYear: whole('In which year will the child start?', 2015, 2100),
      reason: area('Why?'),
    }),
    example: { newStartYear: 2027, reason: 'Born in August; the family and the school agree' },
    roles: [...LEAD_ROLES],
    prominence: 'rare',
  },
  HUB_PLACE_GIVEN: {
    title: 'Give a place in an inclusion hub',
    happened: 'Place in an inclusion hub given',
    payload: z.strictObject({
      unitUrn: school('Which hub?'),
      from: day('From which day?').optional(),
      sessions: whole('Sessions a week', 1, 10).optional(),
    }),
    example: { unitUrn: '199021' },
    exampleFacts: { placeVacant: true },
    roles: ['transition_lead', 'send_manager', 'placement_officer'],
    prominence: 'other',
  },
  HUB_PLACE_ENDED: {
    title: 'End the place in the inclusion hub',
    happened: 'Place in the inclusion hub ended',
    payload: z.strictObject({ reason: area('Why?').optional() }),
    example: {},
    roles: ['transition_lead', 'send_manager', 'placement_officer'],
    prominence: 'rare',
  },
  ALLOCATED: {
    ...ownershipEvents.ALLOCATED,
    payload: ownershipEvents.ALLOCATED.payload.extend({
      weight: choice('How much work is it?', {
        '1': 'Enhanced (usually 1)',
        '0.4': 'Targeted (usually 0.4)',
      }).optional(),
    }),
  },
} as const satisfies Record<string, EventDefinition>;
