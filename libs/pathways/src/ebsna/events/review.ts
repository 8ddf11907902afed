import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, group, lines, text, whole, yesNo } from '../../fields';
import { ROUTES } from '../routes';
import { measuresNow, PHASES, reasons, someMeasures, team } from './fields';

const week = (name: string) => decimal(`${name}, per cent`, 0, 100);
const measures = measuresNow('this review');

export const reviewEvents = {
  REVIEW_STARTED: {
    title: 'Start the review',
    happened: 'Review started',
    payload: z.strictObject({
      attendance6w: decimal('Attendance in the last 6 weeks, per cent', 0, 100).optional(),
    }),
    example: {},
    roles: team,
    prominence: 'hoped',
  },
  REVIEW_CONTINUE: {
    title: 'Go on for another cycle',
    happened: 'Review: another cycle',
    payload: z.strictObject({
      phase: choice('Phase', PHASES),
      measures,
      targetMet: yesNo('Was the target met?').optional(),
      targetSessions: whole('New target: sessions a week', 1, 10).optional(),
      targetAttendance: decimal('New target: attendance, per cent', 1, 100).optional(),
      reviewOn: day('Next review', 'Only if sooner than usual').optional(),
      reasons,
    }),
    example: {
      phase: 'reintegrate',
      measures: someMeasures,
      reasons: 'Steps 1 to 3 hold; lessons come next',
    },
    roles: team,
    prominence: 'hoped',
  },
  REVIEW_STEP_DOWN: {
    title: 'Step down to the school',
    happened: 'Stepped down: the school leads',
    payload: z.strictObject({
      lastWeeks: group('Attendance in each of the last four weeks', {
        week1: week('First week'),
        week2: week('Second week'),
        week3: week('Third week'),
        week4: week('Fourth week'),
      }),
      measures,
      reasons,
    }),
    example: {
      lastWeeks: { week1: 92, week2: 93, week3: 90, week4: 94 },
      measures: { ...someMeasures, attendance: 92.3 },
      reasons: 'At school every day',
    },
    roles: team,
    prominence: 'usual',
  },
  REVIEW_OTHER_ROUTE: {
    title: 'Choose another route',
    happened: 'Review: another route',
    payload: z.strictObject({
      route: choice('Which route?', ROUTES),
      onwardRoute: text('Who will help, in words for the family'),
      measures: measures.optional(),
      reasons,
    }),
    example: {
      route: 'ehc',
      onwardRoute: 'The SEND team',
      reasons: 'Needs more than the school can give',
    },
    roles: team,
    prominence: 'other',
  },
  REVIEW_DISENGAGED: {
    title: 'Close: contact was lost',
    happened: 'Closed: contact lost',
    hint: 'Only after three tries and a talk with the designated safeguarding lead.',
    payload: z.strictObject({
      attempts: lines('When and how did you try?', { hint: 'One on each line, with the date' }),
      dslConsulted: yesNo('Has the designated safeguarding lead been asked?'),
      reasons,
    }),
    example: {
      attempts: ['12 January, call', '14 January, visit', '18 January, letter'],
      dslConsulted: true,
      reasons: 'The family does not want contact now',
    },
    roles: team,
    prominence: 'rare',
  },
  REACHED_SCHOOL_LEAVING_AGE: {
    title: 'Close: school leaving age reached',
    happened: 'School leaving age reached',
    payload: z.strictObject({
      nextStep: text('Where does the young person go next?').optional(),
      handOverTo: text('Who takes over?').optional(),
    }),
    example: {},
    roles: team,
    prominence: 'rare',
  },
  STEP_DOWN_ENDED: {
    title: 'Close: back at school',
    happened: 'Back at school',
    payload: z.strictObject({
      attendance: decimal('Attendance during step-down, per cent', 0, 100),
      measures: measuresNow('exit'),
      reasonCode: choice('How far did the plan get?', {
        OUTCOME_ACHIEVED: 'The goals were reached',
        OUTCOME_PART_ACHIEVED: 'Some of the goals were reached',
      }),
      partTimeWeeks: whole('Weeks on a part-time timetable since the start', 0, 80).optional(),
      words: area('What made the difference?').optional(),
    }),
    example: {
      attendance: 91.6,
      measures: { ...someMeasures, attendance: 91.6, sessionsPerWeek: 9 },
      reasonCode: 'OUTCOME_ACHIEVED',
    },
    roles: team,
    prominence: 'hoped',
  },
  RELAPSE: {
    title: 'Record a relapse',
    happened: 'Relapse: a new cycle starts',
    payload: z.strictObject({
      weeksBelow: whole('Weeks running below the target', 1, 20),
      note: area('What changed?').optional(),
    }),
    example: { weeksBelow: 2 },
    roles: [...team, 'data_analyst'],
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
