import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, group, text, whole, yesNo } from '../../fields';
import { decidedAlone } from '../../panel-gate';
import { WORKERS } from '../../regions';
import {
  agreedHours,
  decided,
  decider,
  fullTimeHours,
  lookedAt,
  someDecision,
  subjects,
  team,
} from './fields';

const TRIGGERS = {
  illness: 'Illness',
  exclusion: 'Permanent exclusion',
  otherwise: 'Another reason that keeps the child from school',
  part_time: 'Part-time timetable past its end',
  no_place: 'No school place',
  parent_request: 'A parent asked',
} as const;
const ASKERS = {
  parent: 'Parent or carer',
  young_person: 'Young person',
  school: 'School',
  health: 'Health',
  social_care: 'Social care',
  virtual_school: 'Virtual school',
  council: 'The council found it',
  other: 'Someone else',
} as const;

export const requestEvents = {
  REQUEST_RECEIVED: {
    title: 'Open a section 19 request',
    happened: 'Request received',
    hint: 'Anyone may ask, also a parent. The duty is the council’s.',
    payload: z.strictObject({
      triggerType: choice('What is the reason?', TRIGGERS),
      requestedBy: choice('Who asked?', ASKERS),
      parentAware: yesNo('Does the family know?').optional(),
      ncYear: whole('Year group', 0, 14).optional(),
      exclusionFirstDay: day(
        'If permanently excluded: first school day of the exclusion',
        'Leave empty if it is the day of this request',
      ).optional(),
      schoolDaysMissed: whole('School days missed so far', 0, 190).optional(),
      request: area('What is asked for, in their words').optional(),
    }),
    example: { triggerType: 'exclusion', requestedBy: 'school' },
    roles: [...WORKERS, 'school_senco', 'virtual_school'],
  },
  ACKNOWLEDGED: {
    title: 'Acknowledge the request',
    happened: 'Request acknowledged',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: team,
    prominence: 'hoped',
  },
  LISTED: {
    title: 'Put it on the panel’s list',
    happened: 'On the panel’s list',
    payload: z.strictObject({
      panelOn: day('Date of the panel', 'Leave empty for the next weekly one').optional(),
      currentOffer: group('What is on offer now', {
        hoursFace: decimal('Hours a week, face to face', 0, 40),
        hoursRemote: decimal('Hours a week, remote', 0, 40),
        subjects,
        provider: text('Who gives it?').optional(),
        since: day('Since when?').optional(),
      }),
      ...lookedAt,
    }),
    example: {
      currentOffer: { hoursFace: 0, hoursRemote: 2 },
      evidence: ['school', 'parent', 'register'],
    },
    roles: [...team, 'panel_coordinator'],
    prominence: 'hoped',
  },
  DELEGATED_DECISION_AGREED: {
    title: 'Agree at once, before the panel',
    happened: 'Agreed at once by a delegated officer',
    hintFor: (context) =>
      `For a child who cannot wait for the panel. The next panel is told. ${fullTimeHours(context)}`,
    payload: z.strictObject({
      urgent: yesNo('Is it urgent?'),
      urgentWhy: text('Why can it not wait?').optional(),
      ...lookedAt,
      ...decided,
      ...agreedHours,
    }),
    example: { urgent: true, evidence: ['school'], ...someDecision },
    roles: decider,
    prominence: 'usual',
  },
  S19_AGREED: {
    title: 'Agree to arrange education',
    happened: 'Agreed: the council arranges education',
    hintFor: fullTimeHours,
    payload: z.strictObject({ ...decided, ...agreedHours, ...decidedAlone }),
    example: someDecision,
    roles: decider,
    prominence: 'hoped',
  },
  S19_NOT_AGREED: {
    title: 'Decide that suitable education is there',
    happened: 'Not agreed: suitable education is there',
    hint: 'The family gets the reasons in writing. Check-ins follow.',
    payload: z.strictObject({ ...decided, ...decidedAlone }),
    example: {
      dutyOwed: false,
      suitable: true,
      reasons: 'The school teaches your child full time in its base.',
    },
    roles: decider,
    prominence: 'other',
  },
  PANEL_DEFERRED: {
    title: 'Panel puts it off',
    happened: 'Put off to a later panel',
    payload: z.strictObject({
      reasons: area('Reasons'),
      newDate: day('Date of the next panel', 'Leave empty for the next weekly one').optional(),
    }),
    example: { reasons: 'The school’s answer comes this week' },
    roles: ['panel_chair', 'send_manager'],
    prominence: 'other',
  },
  CIRCUMSTANCES_CHANGED: {
    title: 'Look again: something has changed',
    happened: 'Something has changed: looking again',
    payload: z.strictObject({ what: area('What has changed?') }),
    example: { what: 'The school can no longer teach the child in its base' },
    roles: WORKERS,
    prominence: 'usual',
  },
  CHECK_IN_OK: {
    title: 'Record a check-in: education is suitable',
    happened: 'Check-in: education is suitable',
    payload: z.strictObject({
      hours: decimal('Hours of education a week', 0, 40).optional(),
      spokenTo: text('Whom did you ask?').optional(),
      note: area('Note').optional(),
    }),
    example: { spokenTo: 'Mother and SENCO' },
    roles: team,
    prominence: 'hoped',
  },
} as const satisfies Record<string, EventDefinition>;
