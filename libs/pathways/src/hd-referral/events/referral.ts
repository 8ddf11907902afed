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
  money,
  rows,
  school,
  section,
  text,
  whole,
  yesNo,
} from '../../fields';
import { WORKERS } from '../../regions';

const ASKED_BY = {
  home_school: 'Home school',
  tats: 'Team Around the School',
  unit: 'Host school of the unit',
  family: 'Family',
  other: 'Another service',
} as const;
const WHY_CLOSED = {
  NO_RESPONSE: 'No referral came',
  NEED_NOT_SEMH: 'The main need is another one',
  NOT_ELIGIBLE: 'Not for a unit place',
  OTHER_SERVICE_LEADS: 'Another service helps',
} as const;
const EXCLUSION = {
  none: 'None',
  suspended: 'Suspended',
  intended: 'Permanent exclusion intended, in writing',
  issued: 'Permanently excluded',
} as const;
const MAIN_NEED = {
  semh: 'Social, emotional and mental health',
  suspected: 'Social, emotional and mental health is suspected',
  other: 'Another need',
} as const;
const RISKS = {
  harm_others: 'Harm to others',
  self: 'Harm to self',
  absconding: 'Absconding',
  weapon: 'Weapons',
  substance: 'Substances',
  exploitation: 'Exploitation',
  allegations: 'Allegations',
} as const;
const PLAN = {
  none: 'No plan, and none asked for',
  requested: 'Assessment asked for',
  assessing: 'Assessment under way',
  plan: 'EHC plan',
} as const;
const TRANSPORT = {
  walk: 'On foot',
  bus: 'Bus',
  family: 'Family',
  taxi: 'Taxi',
  unknown: 'Not known yet',
} as const;
const OTHER_ROUTES = {
  ebsna: 'Support for anxiety about school',
  ehc: 'EHC needs assessment',
  s19: 'Education otherwise (section 19)',
  school: 'The school’s own support, with advice',
  health: 'Health services',
  none: 'None',
} as const;

const CHECKERS = ['panel_coordinator', 'panel_chair', 'send_manager', 'saso'] as const;
const REFERRERS = [...WORKERS, 'school_senco'] as const;

/** What a referral holds (handbook 7.3), by the headings of its form. */
const referral = {
  homeSchool: group('Home school', {
    onRoll: yesNo('Is the child on roll there?'),
    undertaking: choices('What does the home school undertake?', {
      keeps_roll: 'Keeps the child on roll',
      attends_reviews: 'Comes to reviews',
      takes_back: 'Takes the child back',
    }).optional(),
    head: text('Head teacher').optional(),
    signedOn: day('When was it signed?').optional(),
  }).optional(),
  ...section('Exclusion', {
    exclusion: choice('Is the child excluded, or may be?', EXCLUSION),
    permanentExclusionDate: day(
      'First day of the permanent exclusion',
      'If it is not known, we count from the day before, so that education is never late',
    ).optional(),
    governorsMeetOn: day('When do the governors meet?').optional(),
  }),
  ...section('Needs, and what has been tried', {
    mainNeed: choice('Main need', MAIN_NEED),
    needs: area('Needs: behaviour, communication, learning, senses, health'),
    pending: text('Diagnoses, and assessments under way').optional(),
    attendance: decimal('Attendance, last three terms, per cent', 0, 100).optional(),
    suspendedDays: decimal('Days suspended, last three terms', 0, 300).optional(),
    tatsPriority: whole('Priority at the Team Around the School', 0, 100).optional(),
    tatsReviews: whole('Reviews held there', 0, 20).optional(),
    strategies: lines('What has been tried over two plan cycles, and what came of it?'),
  }),
  incidents: rows(
    'Incidents in the last 6 school weeks',
    { kind: text('What kind?'), count: whole('How many?', 1, 200) },
    { each: 'Kind of incident' },
  ).optional(),
  risks: rows(
    'Risks',
    {
      risk: choice('Which risk?', RISKS),
      level: whole('How high, 0 to 3?', 0, 3),
      control: text('What controls it?'),
    },
    { each: 'Risk' },
  ).optional(),
  ...section('Safety and health', {
    hasPeersToAvoid: yesNo(
      'Are there children whom this child must not be placed with?',
      'Say yes or no only. Their names belong on the matching sheet that the panel’s chair keeps.',
    ).optional(),
    medication: text('Medication').optional(),
  }),
  ...section('What child and family say', {
    childView: area('What does the child say?'),
    familyView: area('What does the family say?'),
    worksInMainstream: text('Lessons that go well').optional(),
    hopedFor: area('What should be different, and when should the child be back?').optional(),
  }),
  ...section('Plan, travel and cost', {
    plan: choice('EHC plan', PLAN).optional(),
    transport: choice('How would the child travel?', TRANSPORT).optional(),
    costNow: money('What does support cost now, each year?').optional(),
  }),
};

export const referralEvents = {
  ENQUIRY_LOGGED: {
    title: 'Log an enquiry about a unit place',
    happened: 'Enquiry logged',
    hint: 'A call or a note is enough: it makes demand visible. A unit place is never a punishment or a rest for staff.',
    payload: z.strictObject({
      askedBy: choice('Who asks?', ASKED_BY),
      concern: area('What is the concern?').optional(),
      unitUrn: school('Which unit?').optional(),
      parentAware: yesNo('Does the family know?').optional(),
    }),
    example: { askedBy: 'home_school', concern: 'At risk of permanent exclusion' },
    roles: REFERRERS,
  },
  REFERRAL_SUBMITTED: {
    title: 'Make the referral',
    happened: 'Referral made',
    payload: z.strictObject(referral),
    example: {
      exclusion: 'issued',
      mainNeed: 'semh',
      needs: 'Cannot yet stay calm in large groups',
      strategies: ['Mentor each week: some change', 'Smaller classes: good change'],
      childView: 'I want to go back to my own school.',
      familyView: 'We want help before it gets worse.',
    },
    roles: REFERRERS,
    prominence: 'hoped',
  },
  ENQUIRY_CLOSED: {
    title: 'Close the enquiry',
    happened: 'Enquiry closed without a referral',
    payload: z.strictObject({
      reasonCode: choice('Why?', WHY_CLOSED).optional(),
      note: area('Note').optional(),
    }),
    example: { reasonCode: 'OTHER_SERVICE_LEADS' },
    roles: ['system', ...REFERRERS],
    prominence: 'other',
  },
  ELIGIBILITY_PASSED: {
    title: 'Put it to the admissions panel',
    happened: 'Fit for the admissions panel',
    payload: z.strictObject({
      panelOn: day('Date of the panel', 'Leave empty if it is not set yet').optional(),
      chairsAction: yesNo('Is it taken between panels, by the chair?').optional(),
      note: area('Note').optional(),
    }),
    example: {},
    roles: CHECKERS,
    prominence: 'hoped',
  },
  ELIGIBILITY_FAILED: {
    title: 'Record that a unit place is not right',
    happened: 'A unit place is not right for this child',
    payload: z.strictObject({
      reason: area('Reason', 'The school and the family will read this'),
      onwardRoute: choice('What can help instead?', OTHER_ROUTES).optional(),
      advice: lines('Things to try', { max: 6 }).optional(),
    }),
    example: { reason: 'The main need is a communication need', onwardRoute: 'ehc' },
    roles: CHECKERS,
    prominence: 'other',
  },
  MORE_INFO_REQUESTED: {
    title: 'Ask for more information',
    happened: 'More information asked for',
    payload: z.strictObject({ items: lines('What do you need?') }),
    example: { items: ['Psychologist’s report', 'Risk assessment'] },
    roles: CHECKERS,
    prominence: 'usual',
  },
  INFO_RECEIVED: {
    title: 'Record the information that came',
    happened: 'Information arrived',
    payload: z.strictObject({ note: area('What came?').optional() }),
    example: {},
    roles: [...CHECKERS, 'unit_lead'],
    prominence: 'hoped',
  },
  INFO_TIMEOUT: {
    title: 'Record that the information did not come',
    happened: 'The information did not come in time',
    payload: z.strictObject({
      pexRisk: yesNo('Is there a risk of permanent exclusion?').optional(),
    }),
    example: { pexRisk: false },
    roles: ['system', ...CHECKERS],
    prominence: 'rare',
  },
  EXCLUSION_UPDATED: {
    title: 'Record how the exclusion goes on',
    happened: 'Exclusion: next step recorded',
    payload: z.strictObject({
      outcome: choice('What is known now?', {
        educated: 'Education elsewhere has started',
        upheld: 'The governors upheld it; a review can still be asked for',
        recommended: 'The review panel asked the governors to think again',
        final: 'It stands, and no review can be asked for any more',
      }),
      note: area('Note').optional(),
    }),
    example: { outcome: 'upheld' },
    roles: [...CHECKERS, 'unit_lead', 'virtual_school'],
    prominence: 'rare',
  },
  EXCLUSION_ENDED: {
    title: 'Record that the exclusion does not stand',
    happened: 'Exclusion does not stand',
    hint: 'It stays in the history and leaves the counts. The referral goes on; the Team Around the School is asked to look again.',
    payload: z.strictObject({
      how: choice('How did it end?', {
        cancelled: 'The head cancelled it before the governors met',
        reinstated: 'The governors took the child back',
        quashed: 'Quashed by the review panel, and the child taken back',
      }),
    }),
    example: { how: 'reinstated' },
    roles: [...CHECKERS, 'unit_lead', 'virtual_school'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;
