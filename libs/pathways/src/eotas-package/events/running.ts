import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, school, text } from '../../fields';
import { measuresAt } from '../../measures';
import { packageLines } from '../lines';
import { MEASURES } from '../measures';
import { EXAMPLE_LINES } from './proposal';

const workers = ['placement_officer', 'ehc_officer', 'review_officer', 'send_manager'] as const;
const deciders = ['panel_chair', 'send_manager'] as const;
const full = { attendance: 91, pupilConcerns: 22, familyConfidence: 4 } as const;

/** A package that runs: starting, reviewing, changing and ending it. */
export const runningEvents = {
  PROVISION_STARTED: {
    title: 'Record that the provision has started',
    happened: 'Provision started',
    payload: z.strictObject({ note: area('Which lines start later, and when?').optional() }),
    example: {},
    roles: workers,
    prominence: 'hoped',
  },
  REVIEW_HELD: {
    title: 'Record a review of the package',
    happened: 'Package reviewed',
    payload: z.strictObject({
      plannedHours: decimal('Hours planned since the last review', 0, 1000),
      attendedHours: decimal('Hours attended', 0, 1000),
      progress: area('What has been learned, and what is in the way?'),
      childView: area('What does the child say?', 'If they gave no view, say how they were asked'),
      familyView: area('What does the family say?', 'If they gave no view, say how you asked'),
      next: choice('What next?', {
        go_on: 'A school is still not right: go on',
        return: 'Plan the way back to a school',
      }),
      measures: measuresAt('this review', MEASURES),
    }),
    example: {
      plannedHours: 66,
      attendedHours: 58,
      progress: 'Reads with the tutor again. Mornings are hard.',
      childView: 'I like the tutor',
      familyView: 'Calmer at home',
      next: 'go_on',
      measures: full,
    },
    roles: workers,
    prominence: 'usual',
  },
  CHANGE_PROPOSED: {
    title: 'Propose a change to the lines',
    happened: 'Change to the lines proposed',
    payload: z.strictObject({
      lines: packageLines,
      reason: area('What changes, and why?'),
    }),
    example: { lines: EXAMPLE_LINES, reason: 'The therapy goes on until July' },
    roles: workers,
    prominence: 'usual',
  },
  CHANGE_AGREED: {
    title: 'Agree the change',
    happened: 'Change to the lines agreed',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: deciders,
    prominence: 'hoped',
  },
  CHANGE_NOT_AGREED: {
    title: 'Decide not to agree the change',
    happened: 'Change to the lines not agreed',
    payload: z.strictObject({ reasons: area('Reasons') }),
    example: { reasons: 'The present therapist can go on' },
    roles: deciders,
    prominence: 'other',
  },
  PROVIDER_STOPPED: {
    title: 'Record that a provider has stopped',
    happened: 'A provider stopped',
    payload: z.strictObject({
      provider: text('Which provider?'),
      hoursLost: decimal('Hours a week lost', 0, 40),
      reason: area('Why?'),
    }),
    example: { provider: 'Fen Tutors', hoursLost: 10, reason: 'The tutor has left' },
    roles: workers,
    prominence: 'other',
  },
  RETURN_STOPPED: {
    title: 'Stop the way back for now',
    happened: 'Way back to a school stopped for now',
    payload: z.strictObject({ reason: area('Why?') }),
    example: { reason: 'The visits were too much; try again in the autumn' },
    roles: workers,
    prominence: 'other',
  },
  RETURNED_TO_SCHOOL: {
    title: 'Record the return to a school',
    happened: 'Returned to a school',
    payload: z.strictObject({
      urn: school('Which school?'),
      startedOn: day('First day'),
      measures: measuresAt('the end', MEASURES),
    }),
    example: { urn: '199020', startedOn: '2027-06-07', measures: full },
    roles: workers,
    prominence: 'hoped',
  },
  PLAN_AMENDED: {
    title: 'Record that the plan was amended',
    happened: 'Plan amended',
    payload: z.strictObject({
      amendedOn: day('Date of the amended plan'),
      outcome: choice('What does the plan say now?', {
        keeps: 'Education otherwise than at school goes on',
        names_school: 'It names a school or a type of school',
        ceased: 'There is no plan any more',
      }),
      measures: measuresAt('the end', MEASURES).optional(),
    }),
    example: { amendedOn: '2027-06-01', outcome: 'names_school', measures: full },
    roles: workers,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
