import { z } from 'zod';
import { consultingEvents } from '../consulting';
import { type EventDefinition } from '../event';
import { area, choice, choices, day, school, text, yesNo } from '../fields';
import { commonEvents, WORKERS } from '../regions';

/** Those whom regulation 6 asks for advice, and the family. */
export const ADVISERS = {
  parent: 'Family’s views',
  school: 'School or nursery',
  ep: 'Educational psychology',
  health: 'Community paediatrics',
  slt: 'Speech and language therapy',
  ot: 'Occupational therapy',
  social_care: 'Social care',
  pfa: 'Preparing for adulthood (Year 9 and above)',
  other: 'Someone else the family asked for',
} as const;

export type Adviser = keyof typeof ADVISERS;

const SOURCES = {
  parent: 'Parent or carer',
  young_person: 'Young person',
  school: 'School or college',
  other: 'Someone else',
} as const;
const CHANNELS = {
  email: 'E-mail',
  post: 'Post',
  portal: 'Online form',
  hand: 'By hand',
  phone: 'Telephone',
} as const;
const officers = ['ehc_officer', 'send_manager'] as const;
const decider = ['send_manager'] as const;

const decision = {
  reasons: area('Reasons', 'The family has a right to these. Write to them, not about them.'),
  panelAdvised: text('What did the panel advise?').optional(),
  withoutPanelReason: area(
    'If no panel has looked at it, why not?',
    'A panel advises; it never holds up a date set by law.',
  ).optional(),
};

export const ehcEvents = {
  REQUEST_RECEIVED: {
    title: 'Open an EHC needs assessment request',
    happened: 'Request received',
    hint: 'The clock starts on the day the request reached the council, even on a Sunday.',
    payload: z.strictObject({
      source: choice('Who asked?', SOURCES),
      channel: choice('How did it come?', CHANNELS),
      requester: text('Name of the person who asked').optional(),
      note: area('What do they ask for, in their words?').optional(),
    }),
    example: { source: 'parent', channel: 'email' },
    roles: [...WORKERS],
  },
  PANEL_LISTED: {
    title: 'Put it on the decision panel’s list',
    happened: 'On the decision panel’s list',
    payload: z.strictObject({ panelOn: day('Date of the panel').optional() }),
    example: {},
    roles: [...officers, 'panel_coordinator'],
    prominence: 'hoped',
  },
  AGREED_TO_ASSESS: {
    title: 'Agree to assess',
    happened: 'Agreed to assess; family told and advice asked for',
    payload: z.strictObject({
      advisers: choices('Whose advice is asked for?', ADVISERS),
      adviceAskedOn: day(
        'When does the request reach them?',
        'Leave empty if it is the same day',
      ).optional(),
      panelAdvised: decision.panelAdvised,
      withoutPanelReason: decision.withoutPanelReason,
    }),
    example: { advisers: ['parent', 'school', 'ep', 'health', 'social_care'] },
    roles: decider,
    prominence: 'hoped',
  },
  REFUSED_TO_ASSESS: {
    title: 'Decide not to assess',
    happened: 'Decided not to assess; family told',
    payload: z.strictObject(decision),
    example: { reasons: 'The school’s support is meeting the needs and progress is good' },
    roles: decider,
    prominence: 'other',
  },
  ADVICE_REQUESTED: {
    title: 'Ask for more advice',
    happened: 'More advice asked for',
    payload: z.strictObject({
      adviser: choice('Whose advice?', ADVISERS),
      note: text('What is asked?').optional(),
    }),
    example: { adviser: 'slt' },
    roles: officers,
    prominence: 'other',
  },
  ADVICE_CHASED: {
    title: 'Chase advice',
    verb: 'Chase it',
    happened: 'Advice chased',
    payload: z.strictObject({
      adviser: choice('Whose advice?', ADVISERS),
      how: choice('How?', CHANNELS),
      note: text('What did they say?').optional(),
    }),
    example: { adviser: 'ep', how: 'phone' },
    roles: officers,
    prominence: 'usual',
  },
  ADVICE_RECEIVED: {
    title: 'Record advice that has arrived',
    happened: 'Advice arrived',
    payload: z.strictObject({
      adviser: choice('Whose advice?', ADVISERS),
      quality: choice('How good is it?', {
        good: 'Good enough to write a plan from',
        gaps: 'It has gaps that we can accept',
        back: 'Not good enough: it must go back',
      }),
      gapAccepted: text('Which gap, and why is it acceptable?').optional(),
    }),
    example: { adviser: 'school', quality: 'good' },
    roles: officers,
    prominence: 'usual',
  },
  ADVICE_COMPLETE: {
    title: 'Record that all advice is in',
    happened: 'All advice in',
    payload: z.strictObject({
      basis: choice('On what ground?', {
        all_in: 'Everything that was asked for has arrived',
        existing_reused:
          'Advice we already have is used, and its author, the council and the family are satisfied with it',
        missing_recorded: 'Some is missing, and the decision maker goes on without it',
      }),
      authorSatisfied: yesNo('Is the author of the existing advice satisfied?').optional(),
      authoritySatisfied: yesNo('Is the council satisfied?').optional(),
      familySatisfied: yesNo('Is the family satisfied?').optional(),
      missingReason: area('Why go on without it?', 'The family can see this reason').optional(),
    }),
    example: {
      basis: 'missing_recorded',
      missingReason: 'Advice is held on paper and was read by the decision maker',
    },
    roles: officers,
    prominence: 'hoped',
  },
  AGREED_TO_ISSUE: {
    title: 'Agree to issue a plan',
    happened: 'Agreed to issue a plan',
    payload: z.strictObject({ panelAdvised: decision.panelAdvised, note: area('Note').optional() }),
    example: {},
    roles: decider,
    prominence: 'hoped',
  },
  REFUSED_TO_ISSUE: {
    title: 'Decide not to issue a plan',
    happened: 'Decided not to issue a plan; family told',
    payload: z.strictObject({ reasons: decision.reasons, panelAdvised: decision.panelAdvised }),
    example: { reasons: 'The advice shows that the school can meet the needs from its own means' },
    roles: decider,
    prominence: 'other',
  },
  DRAFT_ISSUED: {
    title: 'Send the draft plan',
    happened: 'Draft plan sent to the family',
    payload: z.strictObject({
      qualityCheck: choice('Quality check', {
        done: 'Done',
        released: 'Not done: a manager releases the draft',
      }),
      releaseReason: area('Why release it without the check?').optional(),
      servedOn: day(
        'Day the family receives it',
        'Leave empty if it is the same day. First-class post: the second working day after posting.',
      ).optional(),
      how: choice('How is it sent?', CHANNELS).optional(),
    }),
    example: { qualityCheck: 'done' },
    roles: officers,
    prominence: 'hoped',
  },
  REPRESENTATIONS_RECEIVED: {
    title: 'Record the family’s views on the draft',
    happened: 'Family’s views on the draft received',
    payload: z.strictObject({
      finished: yesNo('Has the family said they have finished?'),
      views: area('What do they say?').optional(),
      asksForSetting: text('School or setting they ask for').optional(),
    }),
    example: { finished: true },
    roles: officers,
    prominence: 'hoped',
  },
  REPRESENTATION_PERIOD_ENDED: {
    title: 'Record that the 15 days have ended',
    happened: 'The family’s 15 days ended',
    payload: z.strictObject({}),
    example: {},
    roles: ['system'],
    prominence: 'rare',
  },
  DRAFT_REISSUED: {
    title: 'Send a new draft',
    happened: 'New draft sent to the family',
    payload: z.strictObject({
      materialChange: yesNo('Is the change a material one?'),
      servedOn: day('Day the family receives it').optional(),
      what: area('What has changed?').optional(),
    }),
    example: { materialChange: true },
    roles: officers,
    prominence: 'other',
  },
  FINAL_ISSUED: {
    title: 'Send the final plan',
    happened: 'Final plan sent',
    payload: z.strictObject({
      sectionsComplete: yesNo('Are sections A to K complete?'),
      appealLetter: yesNo('Does the letter tell the family of their right to appeal?'),
      named: choice('What does section I name?', {
        school: 'A school or setting',
        type: 'A type of setting',
      }),
      urn: school('School or setting').optional(),
      typeOfSetting: text('Type of setting').optional(),
      overNumberGround: text('If the school is full: the legal ground for naming it').optional(),
    }),
    example: { sectionsComplete: true, appealLetter: true, named: 'school', urn: '199020' },
    roles: decider,
    prominence: 'hoped',
  },
  ASSESSMENT_CONCEDED: {
    title: 'Agree to assess after all',
    happened: 'Assessment conceded',
    payload: z.strictObject({
      concededOn: day('When was it agreed?').optional(),
      note: area('Note').optional(),
    }),
    example: {},
    roles: decider,
    prominence: 'other',
  },
  ASSESSMENT_ORDERED: {
    title: 'Record an order to assess',
    happened: 'Tribunal ordered an assessment',
    payload: z.strictObject({ orderMade: day('Date of the order') }),
    example: { orderMade: '2026-11-02' },
    roles: officers,
    prominence: 'other',
  },
  PLAN_CONCEDED: {
    title: 'Agree to issue a plan after all',
    happened: 'Plan conceded',
    payload: z.strictObject({
      concededOn: day('When was it agreed?').optional(),
      note: area('Note').optional(),
    }),
    example: {},
    roles: decider,
    prominence: 'other',
  },
  PLAN_ORDERED: {
    title: 'Record an order to make a plan',
    happened: 'Tribunal ordered a plan',
    payload: z.strictObject({ orderMade: day('Date of the order') }),
    example: { orderMade: '2026-11-02' },
    roles: officers,
    prominence: 'other',
  },
  PLAN_AMENDMENT_ORDERED: {
    title: 'Record an order to amend the plan',
    happened: 'Tribunal ordered changes to the plan',
    payload: z.strictObject({ orderMade: day('Date of the order') }),
    example: { orderMade: '2026-11-02' },
    roles: officers,
    prominence: 'other',
  },
  CHALLENGE_PERIOD_ENDED: {
    title: 'Close: the time to appeal has passed',
    happened: 'The time to appeal passed',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...officers],
    prominence: 'other',
  },
  REQUEST_WITHDRAWN: {
    title: 'Record that the request was withdrawn',
    happened: 'Request withdrawn',
    payload: z.strictObject({ by: choice('By whom?', SOURCES), reason: area('Why?').optional() }),
    example: { by: 'parent' },
    roles: officers,
    prominence: 'rare',
  },
  ...consultingEvents(officers),
  CONSULTATIONS_COMPLETE: {
    title: 'Close the consultation',
    happened: 'Consultation closed',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: ['system', ...officers],
    prominence: 'usual',
  },
  EXCEPTION_CLAIMED: {
    title: 'Record a reason the law excuses a delay',
    happened: 'Lawful reason for delay recorded',
    hint: 'An excuse does not move the date. The case is counted both ways.',
    payload: z.strictObject({
      category: choice('Which reason?', {
        school_closed: 'School closed for 4 weeks or more',
        absent: 'Family away from the area for 4 weeks or more',
        exceptional_circumstances: 'Exceptional personal circumstances of the child or parent',
        missed_appointment: 'Missed appointment (excuses the adviser only)',
      }),
      adviceRequestedOn: day('When was the head teacher asked for advice?').optional(),
      schoolClosedFrom: day('First day the school was closed').optional(),
      schoolReopens: day('Day the school reopens').optional(),
      absentFrom: day('First day away').optional(),
      absentTo: day('Last day away').optional(),
      appointmentOn: day('Date of the missed appointment').optional(),
      because: area('Why did this make the date impractical to keep?').optional(),
      evidence: text('What is the evidence?'),
    }),
    example: {
      category: 'exceptional_circumstances',
      because: 'A death in the family',
      evidence: 'Letter on file',
    },
    roles: officers,
    prominence: 'other',
  },
  EXCEPTION_ENDED: {
    title: 'Record that the reason has ended',
    happened: 'Reason for delay ended',
    payload: z.strictObject({ note: text('Note').optional() }),
    example: {},
    roles: officers,
    prominence: 'other',
  },
  MEDIATION_REQUESTED: {
    title: 'Record that the family asks for mediation',
    happened: 'Mediation asked for',
    payload: z.strictObject({ about: text('What about?').optional() }),
    example: {},
    roles: officers,
    prominence: 'rare',
  },
  APPEAL_LODGED: {
    title: 'Record an appeal',
    happened: 'Appeal lodged',
    payload: z.strictObject({ registeredAs: text('Tribunal’s number').optional() }),
    example: {},
    roles: officers,
    prominence: 'rare',
  },
  DISPUTE_CLOSED: {
    title: 'Record that the dispute has ended',
    happened: 'Dispute ended',
    payload: z.strictObject({ outcome: text('How did it end?') }),
    example: { outcome: 'Agreed in mediation' },
    roles: officers,
    prominence: 'other',
  },
  ...commonEvents,
} as const satisfies Record<string, EventDefinition>;
