import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, text, yesNo } from '../../fields';

/** Which review it is: it settles the dates. */
const REVIEW_KINDS = {
  ordinary: 'Yearly review',
  first: 'First review of a new plan',
  early_years: 'Child under 5',
  phase_transfer: 'Moving to the next phase of school or to college',
  post_16: 'Young person in education after Year 11',
  re_review: 'Review again, soon after the last one',
  early: 'Early review, because something has changed',
} as const;

export type ReviewKind = keyof typeof REVIEW_KINDS;

const TRANSFERS = {
  early_years_to_school: 'Nursery to school',
  infant_to_junior: 'Infant to junior school',
  primary_to_middle: 'Primary to middle school',
  primary_to_secondary: 'Primary to secondary school',
  middle_to_secondary: 'Middle to secondary school',
  secondary_to_post16: 'School to college or training',
  post16_to_post16: 'One college or training to another',
} as const;

export type Transfer = keyof typeof TRANSFERS;

export const officers = ['review_officer', 'ehc_officer', 'send_manager'] as const;

export const openingEvents = {
  REVIEW_OPENED: {
    title: 'Open an annual review',
    happened: 'Annual review opened',
    hint: 'Open it about 14 weeks before it is due, or 26 weeks before a move to the next phase.',
    payload: z.strictObject({
      reviewKind: choice('What kind of review is it?', REVIEW_KINDS),
      arrangedBy: choice('Who arranges the meeting?', {
        school: 'The head teacher: the child is at a school',
        authority: 'The council: the child is at no school',
      }),
      lastConcludedOn: day(
        'When was the last review concluded?',
        'The day the council told the family its decision, not the day of the meeting. Leave empty for a first review.',
      ).optional(),
      planFinalOn: day('When was the plan first made final?').optional(),
      transferType: choice('If the child moves on: which move?', TRANSFERS).optional(),
      transferOn: day('If the child moves on: first day at the new place').optional(),
      transferredInOn: day(
        'If the plan came from another council: when?',
        'Leave empty unless it came since the last review',
      ).optional(),
      transferredFrom: text(
        'If it came from another council: its code',
        'Three digits, like 937',
      ).optional(),
      fromYear9: yesNo('Is the child in Year 9 or above?').optional(),
      why: area('If it is early: what has changed?').optional(),
    }),
    example: { reviewKind: 'ordinary', arrangedBy: 'school', lastConcludedOn: '2026-01-19' },
    roles: officers,
  },
  TRANSFER_TOLD: {
    title: 'Record that the family was told about the plan that moved here',
    happened: 'Family told about the plan that moved here',
    hint: 'Within 6 weeks of the move: that the plan is ours now, whether we will assess, and when we will review it.',
    payload: z.strictObject({
      willAssess: yesNo('Will the council assess the child?'),
      reviewOn: day('When will the plan be reviewed?').optional(),
      how: text('How was the family told?').optional(),
    }),
    example: { willAssess: false },
    roles: officers,
    prominence: 'usual',
  },
  MEETING_CHASED: {
    title: 'Ask the school again to arrange the meeting',
    verb: 'Ask the school again',
    happened: 'School asked again to arrange the meeting',
    payload: z.strictObject({
      whyNotYet: choice('Why is there no meeting yet?', {
        no_reply: 'The school has not answered',
        staffing: 'Staff are away or have changed',
        family_date: 'No day has suited the family',
        papers: 'Advice is still missing',
        other: 'Something else',
      }),
      spokeWith: text('Whom did you speak or write to?').optional(),
      said: area('What did they say?').optional(),
    }),
    example: { whyNotYet: 'no_reply' },
    roles: officers,
    prominence: 'usual',
  },
  AUTHORITY_ARRANGES: {
    title: 'Arrange the meeting ourselves',
    happened: 'Council took over arranging the meeting',
    hint: 'The duty to review is the council’s. Say why the school is not arranging it.',
    payload: z.strictObject({ reason: area('Why does the council arrange it?') }),
    example: { reason: 'The school was asked twice and has set no date' },
    roles: officers,
    prominence: 'other',
  },
  PLAN_TRANSFERRED: {
    title: 'Record that the plan has moved to another council',
    happened: 'Plan moved to another council',
    payload: z.strictObject({
      newLaCode: text('Code of the new council', 'Three digits, like 937'),
      transferredOn: day('When did the plan move?'),
    }),
    example: { newLaCode: '937', transferredOn: '2026-11-02' },
    roles: officers,
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;
