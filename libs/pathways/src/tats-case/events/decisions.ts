import { z } from 'zod';
import { type EventDefinition } from '../../event';
import {
  area,
  choice,
  choices,
  day,
  decimal,
  group,
  lines,
  rows,
  school,
  text,
  yesNo,
} from '../../fields';
import { decidedAlone } from '../../panel-gate';
import { WORKERS } from '../../regions';
import { EHC_EXAMPLE, ehcQuestion } from '../ehc-question';

/** Pathways that the meeting can hand a child on to. */
export const ONWARD = {
  ebsna: 'Support for anxiety about school',
  hd: 'High dependency unit',
  y6: 'Year 6 transition',
  ehc: 'EHC needs assessment',
  s19: 'Education otherwise (section 19)',
  ap: 'Alternative provision',
} as const;

/** Where the meeting can escalate to. */
export const ESCALATED_TO = {
  mash: 'Children’s social care (MASH)',
  eip: 'Education Inclusion Panel',
  pp: 'Provision and Placement panel',
  early_help: 'Early help',
} as const;

const TOWARDS = {
  school: 'The school’s own support',
  outreach: 'Outreach, led by the school',
  early_help: 'Early help',
  post_16: 'Post-16 route, with the list of young people at risk of no place',
} as const;
const MOVES = {
  none: 'None',
  managed_move: 'Managed move: a step to a permanent change of school',
  off_site: 'Off-site direction: for a time, then back',
} as const;
const STATES = {
  going: 'Under way',
  done: 'Done',
  blocked: 'Cannot be done',
} as const;
/** Reasons for a suspension or an exclusion, as the Department for Education counts them. */
export const EXCLUSION_REASONS = {
  PP: 'Physical assault against a pupil',
  PA: 'Physical assault against an adult',
  VP: 'Verbal abuse or threats against a pupil',
  VA: 'Verbal abuse or threats against an adult',
  OW: 'Use or threat of a weapon',
  BU: 'Bullying',
  RA: 'Racist abuse',
  LG: 'Abuse about sexual orientation or gender identity',
  DS: 'Abuse about disability',
  SM: 'Sexual misconduct',
  DA: 'Drug or alcohol related',
  DM: 'Damage',
  TH: 'Theft',
  MT: 'Misuse of online technology',
  PH: 'Public health measures',
  DB: 'Persistent disruptive behaviour',
} as const;

const CHAIRS = ['panel_chair', 'send_manager'] as const;
const COORDINATORS = ['panel_coordinator', ...CHAIRS] as const;

/** What the minute of an item holds, whatever was decided (handbook 6.5). */
const minute = {
  reasons: area('Reasons', 'The school will read this'),
  summary: area('Summary').optional(),
  hypothesis: area('What may lie behind it?').optional(),
  ehcQuestion,
  sharedWithFamily: yesNo('Shared with the family?').optional(),
  ...decidedAlone,
};
const MINUTE_EXAMPLE = { reasons: 'Agreed by all who were there', ehcQuestion: EHC_EXAMPLE };

/** When a case is stable enough to close (handbook 6.5). */
const stability = group('Is it stable?', {
  noRisk: yesNo('Six school weeks without a risk of permanent exclusion?'),
  suspendedDays: decimal('Days suspended in those weeks', 0, 30),
  attendanceHeld: yesNo('Is attendance no worse than at listing?'),
  schoolAgrees: yesNo('Does the school agree?'),
});
const STABLE = {
  noRisk: true,
  suspendedDays: 0,
  attendanceHeld: true,
  schoolAgrees: true,
} as const;
const actionsDone = yesNo('Are all the actions done?').optional();

export const decisionEvents = {
  DECISION_ACTIONS: {
    title: 'Agree actions',
    happened: 'Actions agreed',
    payload: z.strictObject({
      ...minute,
      actions: rows(
        'Actions',
        {
          what: text('What?'),
          owner: text('Who?'),
          due: day('By when?', 'Leave empty for the council’s usual time').optional(),
        },
        { each: 'Action' },
      ),
      leadPractitioner: text('Lead practitioner'),
      moveKind: choice('Is a move between schools agreed?', MOVES).optional(),
      reviewOn: day(
        'When do we look again?',
        'Leave empty for the council’s usual time',
      ).optional(),
    }),
    example: {
      ...MINUTE_EXAMPLE,
      actions: [{ what: 'Outreach visit', owner: 'Specialist teacher' }],
      leadPractitioner: 'Pastoral lead at the school',
    },
    roles: CHAIRS,
    prominence: 'hoped',
  },
  DECISION_SIGNPOST: {
    title: 'Decide: advice only',
    happened: 'Advice given by the meeting',
    payload: z.strictObject({
      ...minute,
      towards: choice('Advice towards', TOWARDS),
      advice: lines('Advice', { max: 6 }).optional(),
    }),
    example: { ...MINUTE_EXAMPLE, towards: 'outreach' },
    roles: CHAIRS,
    prominence: 'other',
  },
  DECISION_MOVE_PATHWAY: {
    title: 'Decide: another pathway takes over',
    happened: 'Handed on to another pathway',
    payload: z.strictObject({ ...minute, pathway: choice('Which pathway?', ONWARD) }),
    example: { ...MINUTE_EXAMPLE, pathway: 'hd' },
    roles: CHAIRS,
    prominence: 'other',
  },
  DECISION_ESCALATE: {
    title: 'Decide: escalate',
    happened: 'Escalated',
    payload: z.strictObject({ ...minute, route: choice('To whom?', ESCALATED_TO) }),
    example: { ...MINUTE_EXAMPLE, route: 'eip' },
    roles: CHAIRS,
    prominence: 'other',
  },
  DECISION_CLOSE_STABLE: {
    title: 'Decide: close, it is stable',
    happened: 'Closed by the meeting: stable',
    payload: z.strictObject({ ...minute, stability, actionsDone }),
    example: { ...MINUTE_EXAMPLE, stability: STABLE, actionsDone: true },
    roles: CHAIRS,
    prominence: 'other',
  },
  CHAIR_CLOSED_ON_PAPERS: {
    title: 'Close on the papers',
    happened: 'Closed by the chair on the papers: stable',
    payload: z.strictObject({ ...minute, stability, actionsDone }),
    example: { ...MINUTE_EXAMPLE, stability: STABLE, actionsDone: true },
    roles: CHAIRS,
    prominence: 'other',
  },
  FEEDBACK_GIVEN: {
    title: 'Record that the school has heard back',
    happened: 'School has heard back',
    hint: 'A letter goes by itself. Ring as well: what was agreed, who gets in touch by when, and when we look again.',
    payload: z.strictObject({ note: text('Who was told?').optional() }),
    example: {},
    roles: [...COORDINATORS, 'saso', 'ep', 'specialist_teacher'],
    prominence: 'usual',
  },
  ACTION_UPDATED: {
    title: 'Record how an action is going',
    happened: 'Action updated',
    payload: z.strictObject({
      action: text('Which action?'),
      state: choice('How is it going?', STATES),
      evidence: area('How do we know?').optional(),
    }),
    example: { action: 'Outreach visit', state: 'going' },
    roles: WORKERS,
    prominence: 'usual',
  },
  ALL_ACTIONS_DONE: {
    title: 'Record that all actions are done',
    happened: 'All actions done; listed for review',
    payload: z.strictObject({
      meetingOn: day(
        'Which meeting looks again?',
        'Leave empty if it is a week from today',
      ).optional(),
    }),
    example: {},
    roles: ['system', ...WORKERS],
    prominence: 'hoped',
  },
  PERMANENTLY_EXCLUDED: {
    title: 'Record a permanent exclusion',
    happened: 'Permanently excluded',
    hint: 'Full-time education is due from the sixth school day. For a child in care, aim for the first.',
    payload: z.strictObject({
      exclusionFirstDay: day('First day of the exclusion'),
      schoolUrn: school('Which school excluded?').optional(),
      reasonCodes: choices('Reasons given by the school', EXCLUSION_REASONS).optional(),
      boardToldOn: day(
        'When were the governors told?',
        'Leave empty if it was the same day',
      ).optional(),
      governorsMeetOn: day('When do the governors meet?').optional(),
      othersTold: yesNo(
        'Has the school told the parents, the social worker and the virtual school?',
      ).optional(),
      ehcQuestion,
    }),
    example: { exclusionFirstDay: '2026-11-11', ehcQuestion: EHC_EXAMPLE },
    roles: [...WORKERS, 'panel_chair', 'virtual_school', 'system'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;
