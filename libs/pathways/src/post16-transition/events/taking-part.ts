import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, lines, text, whole, yesNo } from '../../fields';
import { measuresAt } from '../../measures';
import { LEADS, WORKERS } from '../../regions';
import { POST16_MEASURES, POST16_WORK, SETTINGS } from './words';

const NOW = {
  waiting: 'Waiting for a place to start',
  looking: 'Looking for a place or work',
  ill: 'Ill',
  caring: 'Caring for somebody',
  not_ready: 'Not ready yet',
  unknown: 'Not known',
} as const;

const RAG = { green: 'Settled', amber: 'Some worries', red: 'Serious worries' } as const;

/** From September on: taking part, or not. */
export const takingPartEvents = {
  AUTUMN_TERM_STARTED: {
    title: 'Start the autumn term',
    happened: 'Autumn term started',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...LEADS],
    prominence: 'rare',
  },
  ENROLMENT_CONFIRMED: {
    title: 'Record that the young person is taking part',
    happened: 'Enrolled and taking part',
    payload: z.strictObject({
      kind: choice('Where?', SETTINGS),
      since: day('Since when?').optional(),
      hours: decimal('Hours a week', 0, 60).optional(),
      toldBy: text('Who told us?').optional(),
    }),
    example: { kind: 'college', toldBy: 'College enrolment list' },
    roles: WORKERS,
    prominence: 'hoped',
  },
  NOT_TAKING_PART: {
    title: 'Record that the young person is not taking part, or that we do not know',
    verb: 'Not taking part, or not known',
    happened: 'Not in education, employment or training, or not known',
    payload: z.strictObject({
      now: choice('What is the young person doing now?', NOW).optional(),
      since: day('Since when?').optional(),
      note: area('Note').optional(),
    }),
    example: {},
    roles: ['system', ...WORKERS],
    prominence: 'other',
  },
  SITUATION_CHECKED: {
    title: 'Record what the young person is doing now',
    happened: 'Situation looked at again',
    payload: z.strictObject({
      now: choice('What is the young person doing now?', NOW),
      offer: area('What have we offered?').optional(),
      said: area('What does the young person say?').optional(),
    }),
    example: { now: 'looking', offer: 'A place on a study programme from November' },
    roles: WORKERS,
    prominence: 'usual',
  },
  YOUTH_SUPPORT_ASKED: {
    title: 'Ask youth support to help',
    happened: 'Youth support asked to help',
    payload: z.strictObject({
      service: text('Which service?'),
      reference: text('Their reference').optional(),
    }),
    example: { service: 'Targeted youth support' },
    roles: WORKERS,
    prominence: 'other',
  },
  CHECK_IN_RECORDED: {
    title: 'Record a check-in',
    happened: 'Check-in recorded',
    payload: z.strictObject({
      point: choice('Which check-in?', {
        CI1: 'First, in the first weeks',
        CI2: 'Second, some weeks later',
      }),
      attendance: decimal('Attendance since the start, per cent', 0, 100),
      rightCourse: yesNo('Is it the right course or work for the young person?'),
      ownRating: whole('Young person’s own rating, 1 to 5', 1, 5),
      settingRating: whole('Setting’s rating, 1 to 5', 1, 5).optional(),
      concerns: lines('Worries', { min: 0 }).optional(),
      rag: choice('Altogether', RAG),
    }),
    example: { point: 'CI1', attendance: 96, rightCourse: true, ownRating: 4, rag: 'green' },
    roles: POST16_WORK,
    prominence: 'usual',
  },
  EXIT_REVIEW_STARTED: {
    title: 'Start the exit review',
    happened: 'Exit review started',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: POST16_WORK,
    prominence: 'hoped',
  },
  EXIT_SETTLED: {
    title: 'Record that the young person has settled',
    happened: 'Settled',
    payload: z.strictObject({
      measures: measuresAt('exit', POST16_MEASURES),
      goalAttainment: whole('Goals reached, -2 to 2', -2, 2),
      said: area('What does the young person say?').optional(),
    }),
    example: {
      measures: { attendance: 93, ownConfidence: 4, familyConfidence: 4 },
      goalAttainment: 1,
    },
    roles: POST16_WORK,
    prominence: 'hoped',
  },
  EXIT_EXTENDED: {
    title: 'Go on until February',
    happened: 'Support extended to February half term',
    payload: z.strictObject({
      measures: measuresAt('exit', POST16_MEASURES),
      reason: area('Why go on?'),
    }),
    example: {
      measures: { attendance: 71, ownConfidence: 2, familyConfidence: 3 },
      reason: 'The course is the right one, the journey is not working yet',
    },
    roles: LEADS,
    prominence: 'other',
  },
  FOLLOW_UP_RECORDED: {
    title: 'Record the follow-up',
    happened: 'Follow-up recorded',
    payload: z.strictObject({
      point: choice('Which follow-up?', {
        spring: 'End of spring term',
        summer: 'End of summer term',
      }),
      takingPart: yesNo('Is the young person in education, employment or training?'),
      kind: choice('Where?', SETTINGS).optional(),
      attendance: decimal('Attendance, per cent', 0, 100).optional(),
    }),
    example: { point: 'spring', takingPart: true, kind: 'college', attendance: 91 },
    roles: [...POST16_WORK, 'data_analyst'],
    prominence: 'usual',
  },
  ESCALATED: {
    title: 'Hand on to another pathway',
    happened: 'Handed on to another pathway',
    payload: z.strictObject({
      targetPathway: choice('Which pathway?', {
        ehc_needs_assessment: 'EHC needs assessment',
        annual_review: 'Annual review of the plan',
        ebsna: 'Support with school avoidance',
        tats_case: 'Team Around the School',
      }),
      reason: area('Why?'),
      urgent: yesNo('Is it urgent?').optional(),
    }),
    example: { targetPathway: 'annual_review', reason: 'The course in the plan has ended' },
    roles: POST16_WORK,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
