import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, lines, school, text, whole, yesNo } from '../../fields';
import { measuresAt } from '../../measures';
import { WORKERS } from '../../regions';
import { EY_MEASURES } from './measures';

const WORK = ['specialist_teacher', 'y6_worker', 'transition_lead', 'send_manager'] as const;

const PATTERN = {
  full_time: 'Full time from the first day',
  staggered: 'Staggered: more hours step by step',
  later: 'Later in the year, when the child reaches school age',
} as const;

const RAG = { green: 'Settled', amber: 'Some worries', red: 'Serious worries' } as const;

/** From the transition meeting to the October review. */
export const inSchoolEvents = {
  MEETING_HELD: {
    title: 'Record the transition meeting',
    happened: 'Transition meeting held',
    payload: z.strictObject({
      schoolPresent: yesNo('Was somebody from the school there?'),
      attendees: lines('Who came?'),
      familyView: area('What does the family say?'),
      agreed: lines('What was agreed?', { hint: 'One on each line: who does what, by when' }),
      startPattern: choice('How does the child start?', PATTERN),
      fullTimeBy: day('Full time by when?').optional(),
      equipment: area('Equipment needed').optional(),
      equipmentWeeks: whole('Weeks until it can be there', 0, 52).optional(),
      training: area('Training that the school’s adults need').optional(),
      measures: measuresAt('the start', EY_MEASURES),
    }),
    example: {
      schoolPresent: true,
      attendees: ['Mother', 'School SENCO', 'Key person'],
      familyView: 'We hope that he finds a friend.',
      agreed: ['Photo book by June: key person'],
      startPattern: 'staggered',
      measures: { staffRating: 2, familyConfidence: 2 },
    },
    roles: [...WORK],
    prominence: 'hoped',
  },
  VISIT_LOGGED: {
    title: 'Record a visit',
    happened: 'Visit recorded',
    payload: z.strictObject({
      type: choice('What kind of visit?', {
        school_to_setting: 'The school came to the setting',
        child_to_school: 'The child came to the school',
        home: 'At home',
        direct: 'Our worker with the child',
        indirect: 'Our worker with adults in the setting or the school',
        no_access: 'Could not see the child',
      }),
      minutes: whole('How many minutes?', 5, 480),
      withWhom: lines('With whom?', { max: 10 }).optional(),
      note: area('What happened, and what next?').optional(),
    }),
    example: { type: 'school_to_setting', minutes: 60 },
    roles: [...WORK],
    prominence: 'usual',
  },
  STARTED_SCHOOL: {
    title: 'Record that the child has started school',
    happened: 'Started school',
    payload: z.strictObject({
      urn: school('School').optional(),
      pattern: choice('How did the child start?', PATTERN).optional(),
      hoursNow: decimal('Hours a week now', 0, 40).optional(),
    }),
    example: { pattern: 'staggered' },
    roles: WORKERS,
    prominence: 'hoped',
  },
  CHECK_IN_RECORDED: {
    title: 'Record a check-in',
    happened: 'Check-in recorded',
    hint: 'A staggered start before compulsory school age is not a part-time timetable.',
    payload: z.strictObject({
      fullTime: yesNo('Does the child come full time now?'),
      hoursNow: decimal('Hours a week now', 0, 40).optional(),
      measures: measuresAt('the check-in', EY_MEASURES).optional(),
      exclusions: whole('Times sent home or excluded', 0, 50).optional(),
      concerns: lines('Worries', { min: 0 }).optional(),
      rag: choice('Altogether', RAG),
    }),
    example: { fullTime: false, rag: 'green' },
    roles: [...WORK],
    prominence: 'usual',
  },
  REVIEW_STARTED: {
    title: 'Start the October review',
    happened: 'October review started',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: [...WORK],
    prominence: 'hoped',
  },
  SETTLED: {
    title: 'Record that the child has settled',
    happened: 'Settled',
    payload: z.strictObject({
      measures: measuresAt('the October review', EY_MEASURES),
      fullTimeSince: day('Full time since when?').optional(),
      exclusions: whole('Times sent home or excluded', 0, 50).optional(),
      placement: choice('Where is the child?', {
        mainstream: 'Mainstream school',
        resource_base: 'Resource base',
        special: 'Special school',
        other: 'Somewhere else',
      }).optional(),
      ehcRequest: choice('Was an EHC needs assessment asked for?', {
        none: 'No',
        before: 'Before the start',
        after: 'After the start',
      }).optional(),
      familyView: area('What does the family say?').optional(),
      reason: area('Reason').optional(),
    }),
    example: { measures: { staffRating: 4, familyConfidence: 4 }, placement: 'mainstream' },
    roles: [...WORK],
    prominence: 'hoped',
  },
  ESCALATED: {
    title: 'Hand on to another pathway',
    happened: 'Handed on to another pathway',
    payload: z.strictObject({
      route: choice('Which pathway?', {
        ehc_needs_assessment: 'EHC needs assessment',
        tats_case: 'Team Around the School',
        s19_request: 'Education out of school (section 19)',
      }),
      reason: area('Why?'),
      urgent: yesNo('Is it urgent?').optional(),
      spokenWith: text('Who has spoken with the family?').optional(),
    }),
    example: { route: 'ehc_needs_assessment', reason: 'The school cannot meet the needs alone' },
    roles: [...WORK],
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
