import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, money, school, text, whole, yesNo } from '../../fields';
import { WORKERS } from '../../regions';
import { fullTime, fullTimeHours, hours, subjects, team, whyPartTime } from './fields';

export const provisionEvents = {
  PROVISION_STARTED: {
    title: 'Record that education has started',
    happened: 'Education started',
    payload: z.strictObject({
      provider: text('Who gives it?'),
      registered: yesNo('Is the provider a registered school?').optional(),
      hoursPerWeek: decimal('Hours a week in all', 0, 40),
      hoursFace: decimal('Of these, face to face', 0, 40).optional(),
      hoursRemote: decimal('Of these, remote', 0, 40).optional(),
      oneToOne: yesNo('Is it one to one?').optional(),
      subjects,
      costPerWeek: money('Cost a week').optional(),
      safeguardingChecked: yesNo('Has the provider been checked for safeguarding?'),
      attendanceSource: text('Who records attendance?').optional(),
      namedLead: text('Who leads on it for the council?'),
      exitPlan: text('How does the child go back to school, and by when?').optional(),
    }),
    example: {
      provider: 'Wendmoor Tuition',
      hoursPerWeek: 12,
      hoursFace: 2,
      hoursRemote: 10,
      oneToOne: true,
      safeguardingChecked: true,
      namedLead: 'Inclusion officer',
    },
    roles: team,
    prominence: 'hoped',
  },
  REVIEW_STARTED: {
    title: 'Start the review',
    happened: 'Review started',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: team,
    prominence: 'hoped',
  },
  CONTINUE: {
    title: 'Go on with the education',
    happened: 'Education goes on',
    hintFor: fullTimeHours,
    payload: z.strictObject({
      hours,
      fullTime,
      whyPartTime,
      suitable: yesNo('Is it suitable?').optional(),
      childView: area('What the child says').optional(),
      attendance: decimal('Attendance at it, per cent', 0, 100).optional(),
      nextReviewOn: day('Next review', 'Only if sooner than usual').optional(),
    }),
    example: { hours: 15, fullTime: false, whyPartTime: 'Building up to full time' },
    roles: team,
    prominence: 'hoped',
  },
  RETURN_COMPLETED: {
    title: 'Close: back at school full time',
    happened: 'Back at school full time',
    payload: z.strictObject({
      weeksFullTime: whole('Weeks back at school full time', 0, 80),
      attendance: decimal('Attendance in those weeks, per cent', 0, 100).optional(),
      reasonCode: choice('How far did it get?', {
        OUTCOME_ACHIEVED: 'The aims were reached',
        OUTCOME_PART_ACHIEVED: 'Some of the aims were reached',
      }),
    }),
    example: { weeksFullTime: 4, reasonCode: 'OUTCOME_ACHIEVED' },
    roles: team,
    prominence: 'usual',
  },
  PLACEMENT_NAMED: {
    title: 'Close: a place takes over',
    happened: 'A place takes over',
    payload: z.strictObject({
      placement: text('Which place?'),
      urn: school('School or unit').optional(),
      startsOn: day('First day there').optional(),
      lastDayHere: day('Last day of the education arranged here').optional(),
      between: text('If there is a gap: who teaches the child in between?').optional(),
    }),
    example: { placement: 'HD unit, assessment place' },
    roles: team,
    prominence: 'usual',
  },
  EXCLUSION_CANCELLED: {
    title: 'Record that the exclusion no longer stands',
    happened: 'The exclusion no longer stands',
    hint: 'The sixth-day date is crossed out, not deleted.',
    payload: z.strictObject({
      how: choice('How?', {
        cancelled: 'Cancelled by the head before the governors met',
        reinstated: 'Governors reinstated the child',
        quashed: 'Quashed, and the governors reinstated the child',
      }),
      backAtSchoolOn: day('Back at school on').optional(),
    }),
    example: { how: 'cancelled' },
    roles: [...WORKERS, 'virtual_school'],
    prominence: 'rare',
  },
  REACHED_SCHOOL_LEAVING_AGE: {
    title: 'Close: school leaving age reached',
    happened: 'School leaving age reached',
    payload: z.strictObject({
      nextStep: text('Where does the young person go next?').optional(),
    }),
    example: {},
    roles: ['system', ...team],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;
