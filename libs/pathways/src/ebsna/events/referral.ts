import { z } from 'zod';
import { type EventDefinition } from '../../event';
import {
  area,
  choice,
  choices,
  day,
  group,
  lines,
  officer,
  rows,
  section,
  text,
  whole,
  yesNo,
} from '../../fields';
import { LEVELS } from '../levels';
import { localName } from '../../local-names';
import { NOT_HERE } from '../routes';
import { advice, atLevel2, level, reasons, someAdvice, team } from './fields';

const REFERRERS = {
  school: 'School',
  parent: 'Parent or carer',
  ewo: 'Education welfare officer',
  ep: 'Educational psychologist',
  health: 'Health',
  social_care: 'Social care',
  virtual_school: 'Virtual school',
  council: 'The council',
} as const;
const RISKS = {
  self_harm: 'Self-harm',
  suicidal: 'Suicidal thoughts',
  eating: 'Not eating',
  domestic_abuse: 'Domestic abuse',
  not_seen: 'Not seen by any adult for 5 school days',
  exploitation: 'Exploitation',
} as const;
const PATTERNS = {
  sudden: 'Sudden',
  gradual: 'Gradual',
  after_break: 'After a holiday or illness',
  lessons: 'In some lessons',
  days: 'On some days',
  transitions: 'At moments of change',
} as const;

export const referralEvents = {
  REFERRAL_STARTED: {
    title: `Start an ${localName('EBSNA')} referral`,
    happened: 'Referral started',
    hint: 'Start with what you know. The clock for triage begins when the referral is complete.',
    payload: z.strictObject({
      referredBy: choice('Who refers?', REFERRERS),
      parentAware: yesNo('Does the family know?').optional(),
      ncYear: whole('Year group', 0, 14).optional(),
      worry: area('What is the worry?').optional(),
    }),
    example: { referredBy: 'school', parentAware: true },
    roles: [...team, 'panel_coordinator', 'school_senco', 'ehc_officer', 'transition_lead'],
  },
  REFERRAL_SUBMITTED: {
    title: 'Complete the referral',
    happened: 'Referral complete',
    payload: z.strictObject({
      ...section('How things are now', {
        level: choice('Level, as the school sees it', LEVELS, 'The worst sign counts'),
        immediateRisk: yesNo(
          'Is the child at risk now?',
          'Self-harm, suicidal thoughts, not eating, domestic abuse, or not seen by any adult for 5 school days. Tell children’s social care and health first.',
        ),
        riskTypes: choices('Which risks?', RISKS).optional(),
        onsetOn: day('When did it begin?'),
        pattern: choice('How does it show?', PATTERNS),
        lastAttendedOn: day('Last day at school'),
      }),
      sessions: rows(
        'Sessions in each of the last 12 weeks',
        { attended: whole('Attended', 0, 14), possible: whole('Possible', 0, 14) },
        { max: 12, each: 'Week', shown: 12 },
      ),
      ...section('Days and sessions missed', {
        linkedSessions: whole(
          'Sessions missed through distress in the last 6 weeks',
          0,
          60,
        ).optional(),
        daysMissed: whole('School days missed this term', 0, 80),
        illnessDays: whole('Of these, days recorded as illness', 0, 80).optional(),
        partTime: yesNo('Is the child on a part-time timetable?').optional(),
        movedSchool: yesNo('Has the child changed school because of this?').optional(),
        neverStarted: yesNo('Did the child never start at this school?').optional(),
      }),
      attempts: rows(
        'What has been tried',
        {
          on: day('When?'),
          who: text('Who?'),
          what: text('What?'),
          effect: whole('Effect, −2 to 2', -2, 2),
        },
        { min: 2, each: 'Attempt' },
      ),
      toolkit: lines('Steps of the school’s own toolkit that were taken').optional(),
      ...section('What everyone says', {
        childView: area('What does the child say?').optional(),
        schoolView: area('How does the school see it?').optional(),
        parentView: area('What does the family say?').optional(),
        viewAttempts: lines('If the family’s view is missing: when and how was it asked for?', {
          max: 6,
          hint: 'At least two dated attempts, one on each line',
        }).optional(),
        viewsDiffer: yesNo(
          'Do school and family see the cause differently?',
          'Then the panel looks at it, with both views.',
        ).optional(),
        parentsDisagree: text('If two parents disagree, what about?').optional(),
      }),
      hasPlan: yesNo('Does the child have an EHC plan?').optional(),
    }),
    example: {
      level: '3',
      immediateRisk: false,
      onsetOn: '2026-05-11',
      pattern: 'gradual',
      lastAttendedOn: '2026-09-18',
      sessions: [
        { attended: 7, possible: 10 },
        { attended: 8, possible: 10 },
        { attended: 6, possible: 9 },
      ],
      daysMissed: 6,
      attempts: [
        { on: '2026-06-08', who: 'SENCO', what: 'Quiet start in the library', effect: 1 },
        { on: '2026-07-06', who: 'Form tutor', what: 'Met at the gate', effect: 0 },
      ],
      viewAttempts: ['10 September, by telephone', '17 September, by letter'],
    },
    roles: [...team, 'school_senco', 'panel_coordinator'],
    prominence: 'hoped',
  },
  TRIAGE_ADVICE: {
    title: 'Give written advice',
    happened: 'Written advice given',
    payload: z.strictObject({ ...level, reasons, advice }),
    example: { ...atLevel2, reasons: 'The school’s plan is working', advice: someAdvice },
    roles: team,
    prominence: 'usual',
  },
  TRIAGE_MORE_INFO: {
    title: 'Ask for more information',
    happened: 'More information asked for',
    payload: z.strictObject({
      askedOf: choices('Whom do you ask?', { school: 'School', family: 'Family' }),
      items: lines('What do you need?', {
        hint: 'One on each line. The list goes into the letter.',
      }),
      ...level,
    }),
    example: { askedOf: ['school', 'family'], items: ['Attendance codes of the last 12 weeks'] },
    roles: team,
    prominence: 'usual',
  },
  TRIAGE_TO_PANEL: {
    title: 'Put it on the panel’s list',
    happened: 'On the Education Inclusion Panel’s list',
    payload: z.strictObject({
      ...level,
      panelOn: day('Date of the panel', 'Leave empty for the next weekly one').optional(),
      s19Question: yesNo('Does the section 19 duty need an answer?').optional(),
      reasons: area('Reasons').optional(),
    }),
    example: {},
    roles: team,
    prominence: 'hoped',
  },
  TRIAGE_DIRECT_ALLOCATION: {
    title: 'Give it to the team without a panel',
    happened: 'Allocated at triage',
    payload: z.strictObject({
      ...level,
      sasoId: officer('School attendance support officer').optional(),
      aepId: officer('Assistant educational psychologist').optional(),
    }),
    example: atLevel2,
    exampleFacts: { capacity: true },
    roles: team,
    prominence: 'usual',
  },
  TRIAGE_NOT_EBSNA: {
    title: 'Guide to another service',
    happened: 'Guided to another service',
    payload: z.strictObject({
      reasonCode: choice('Why is it not for this service?', NOT_HERE),
      onwardRoute: text('Who will help instead?', 'Nobody is turned away without a way on'),
      reasons,
      advice: advice.optional(),
    }),
    example: {
      reasonCode: 'HEALTH_PRIMARY',
      onwardRoute: 'School nurse',
      reasons: 'A medical cause is being treated',
    },
    roles: team,
    prominence: 'other',
  },
  INFO_RECEIVED: {
    title: 'Record that the information came',
    happened: 'Information received',
    payload: z.strictObject({
      received: area('What came?').optional(),
      givenBy: group('On behalf of', {
        who: text('Who gave it?'),
        how: text('How?'),
      }).optional(),
    }),
    example: {},
    roles: [...team, 'school_senco'],
    prominence: 'hoped',
  },
  INFO_TIMEOUT: {
    title: 'Go on without the information',
    happened: 'No more information came in time',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...team],
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
