import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, choices, day, lines, text, whole, yesNo } from '../../fields';
import { approvedBy } from '../../waiting-again';

const INVITED = {
  school_lead: 'School lead',
  social_worker: 'Social worker',
  police: 'Police',
  youth_justice: 'Youth justice service',
  virtual_school: 'Virtual school',
  case_officer: 'Case officer',
  attendance: 'School attendance support officer',
  host_la: 'Inclusion lead of the council where the school is',
} as const;
const INTERESTS = {
  none: 'None',
  related: 'Related to the child: leaves the room',
  own_school: 'Own school benefits: speaks, does not vote',
  author: 'Wrote the advice: does not count for the quorum',
  receiving: 'From the receiving school: speaks, does not vote',
  chair: 'The chair has an interest: a deputy chairs',
} as const;
const NOT_HELD = { cancelled: 'Cancelled', inquorate: 'Too few members' } as const;
const PUT_OFF = {
  PAPERS_MISSING: 'Papers are missing',
  PROFESSIONAL_ABSENT: 'A professional could not come',
  FAMILY_REQUEST: 'The family asked',
  TIME_RAN_OUT: 'Time ran out',
} as const;

const COORDINATORS = ['panel_coordinator', 'panel_chair', 'send_manager'] as const;
const CHAIRS = ['panel_chair', 'send_manager'] as const;

const meetingOn = day('Date of the meeting', 'Leave empty if it is a week from today').optional();
const meetingId = text('Which meeting?').optional();

export const meetingEvents = {
  LISTED_FOR_MEETING: {
    title: 'List for the meeting',
    happened: 'Listed for the meeting',
    hint: 'The meeting is for professionals. Offer the family a meeting of their own; their views are read out.',
    payload: z.strictObject({
      meetingId,
      meetingOn,
      slot: whole('Slot', 1, 12).optional(),
      invitees: choices('Who is invited for this child?', INVITED).optional(),
      pexRisk: yesNo('Is there a risk of permanent exclusion?').optional(),
    }),
    example: {},
    exampleFacts: { slotAvailable: true },
    roles: COORDINATORS,
    prominence: 'hoped',
  },
  LISTED_URGENT: {
    title: 'List as urgent',
    happened: 'Listed as urgent',
    hint: 'The chair may add one urgent child to a full meeting, or call an extra one.',
    payload: z.strictObject({ meetingId, meetingOn, reason: area('Why is it urgent?').optional() }),
    example: {},
    roles: CHAIRS,
    prominence: 'other',
  },
  ITEM_OPENED: {
    title: 'Open the item',
    happened: 'Item opened at the meeting',
    payload: z.strictObject({
      attendees: lines('Who is here for this child?'),
      conflicts: choices('Does anybody have an interest?', INTERESTS).optional(),
      deputyChair: text('Who chairs, if not the chair?').optional(),
      quorate: yesNo(
        'Is there a quorum for this child?',
        'Chair or deputy, psychologist, attendance, and one more service',
      ),
    }),
    example: { attendees: ['Chair', 'Psychologist', 'Attendance', 'School'], quorate: true },
    roles: COORDINATORS,
    prominence: 'hoped',
  },
  MEETING_NOT_HELD: {
    title: 'Record that the meeting was not held',
    happened: 'Meeting not held; moved to the next one',
    hint: 'The child keeps their place on the list. It does not count as put off.',
    payload: z.strictObject({
      cause: choice('Why?', NOT_HELD),
      meetingOn: day(
        'Date of the next meeting',
        'Leave empty if it is a week from today',
      ).optional(),
    }),
    example: { cause: 'cancelled' },
    roles: ['system', ...COORDINATORS],
    prominence: 'rare',
  },
  ITEM_DEFERRED: {
    title: 'Put the item off',
    happened: 'Put off to another meeting',
    payload: z.strictObject({
      reason: choice('Why?', PUT_OFF),
      newMeetingId: text('To which meeting?').optional(),
      meetingOn: day('Date of that meeting', 'Leave empty if it is a week from today').optional(),
      approvedBy,
    }),
    example: { reason: 'PROFESSIONAL_ABSENT' },
    roles: CHAIRS,
    prominence: 'other',
  },
  REVIEW_LISTED: {
    title: 'List for review',
    happened: 'Listed for review',
    payload: z.strictObject({ meetingId, meetingOn }),
    example: {},
    roles: ['system', ...COORDINATORS],
    prominence: 'usual',
  },
} as const satisfies Record<string, EventDefinition>;
