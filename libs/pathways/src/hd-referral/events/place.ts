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
  text,
  whole,
  yesNo,
} from '../../fields';
import { type InstrumentName, measuresAt } from '../../measures';
import { decidedAlone } from '../../panel-gate';
import { WORKERS } from '../../regions';

/** Who may record what happens in the unit. */
const UNIT = WORKERS;
const CHAIRS = ['panel_chair', 'send_manager'] as const;

const REGISTRATION = {
  single_host: 'Only at the unit’s school',
  dual_main_home: 'Home school is the main school, the unit’s school the second',
  off_site_direction: 'Off-site direction by the home school',
  la_arranged: 'Arranged by the council',
} as const;
const TRANSPORT = {
  walk: 'On foot',
  bus: 'Bus',
  family: 'Family',
  taxi: 'Taxi',
} as const;
const POINTS = {
  mid: 'Middle of the assessment place',
  regular: 'Regular review',
  incident: 'After an incident',
} as const;
const EHC_ROUTE = {
  plan_names: 'The EHC plan names the setting',
  plan_amended: 'The plan is being amended',
  assessment: 'An EHC assessment is under way',
  tribunal: 'The Tribunal ordered it',
} as const;
const MET = {
  time: 'More time in mainstream lessons',
  incidents: 'Fewer serious incidents',
  attendance: 'Attendance is good',
  goals: 'Goals are being reached',
  plan: 'The home school has a plan for the return',
} as const;

/** Taken at the start, in week 6, every 6 weeks and at exit (handbook 7.8). */
const MEASURES = [
  'attendance',
  'suspensionDays',
  'incidentsPerWeek',
  'mainstreamShare',
  'difficulties',
  'goalAverage',
  'familyRating',
  'pupilRating',
] as const satisfies readonly InstrumentName[];
/** Nobody has goals or mainstream lessons in the unit on the first day. */
export const BASELINE = [
  'attendance',
  'suspensionDays',
  'incidentsPerWeek',
  'difficulties',
  'familyRating',
  'pupilRating',
] as const satisfies readonly InstrumentName[];
const MEASURED = {
  attendance: 82,
  suspensionDays: 6,
  incidentsPerWeek: 1.5,
  difficulties: 22,
  familyRating: 3,
  pupilRating: 3,
} as const;

const ehcRoute = choice('How does the EHC process lead there?', EHC_ROUTE);

export const placeEvents = {
  ADMITTED: {
    title: 'Admit the child',
    happened: 'Admitted to an assessment place',
    payload: z.strictObject({
      riskAssessment: yesNo('Is the risk assessment agreed?'),
      registrationType: choice('Registration', REGISTRATION),
      measures: measuresAt('the start', BASELINE),
      transport: choice('How does the child travel?', TRANSPORT),
      transportMinutes: whole('Minutes each way', 0, 180).optional(),
      integrationPlan: area('Plan for mainstream lessons').optional(),
    }),
    example: {
      riskAssessment: true,
      registrationType: 'dual_main_home',
      measures: MEASURED,
      transport: 'bus',
    },
    roles: UNIT,
    prominence: 'hoped',
  },
  ADMISSION_COLLAPSED: {
    title: 'Record that the admission fell through',
    happened: 'Admission fell through; the place is free again',
    payload: z.strictObject({ reason: area('What happened?') }),
    example: { reason: 'The family has moved to another part of the county' },
    roles: UNIT,
    prominence: 'other',
  },
  REVIEW_RECORDED: {
    title: 'Record a review',
    happened: 'Review recorded',
    payload: z.strictObject({
      point: choice('Which review?', POINTS),
      attendees: lines('Who came?').optional(),
      measures: measuresAt('this review', MEASURES).optional(),
      agreed: area('What was agreed?').optional(),
    }),
    example: { point: 'mid' },
    roles: UNIT,
    prominence: 'usual',
  },
  PLACE_SUSPENDED: {
    title: 'Record that the place cannot be used',
    happened: 'Place suspended',
    hint: 'For staffing or premises. Work at home does not count as attendance.',
    payload: z.strictObject({
      reason: area('Why?'),
      until: day('Until when?').optional(),
      meanwhile: area('What education does the child get?').optional(),
    }),
    example: { reason: 'The teacher in charge is away' },
    roles: UNIT,
    prominence: 'rare',
  },
  ASSESSMENT_REVIEW_STARTED: {
    title: 'Start the assessment review',
    happened: 'Assessment review started',
    payload: z.strictObject({ measures: measuresAt('week 6', MEASURES).optional() }),
    example: {},
    roles: UNIT,
    prominence: 'hoped',
  },
  CONTINUE_SUBSTANTIVE: {
    title: 'Keep the place',
    happened: 'Place kept for up to two terms',
    payload: z.strictObject({
      panelRatified: yesNo('Did the panel agree to a longer stay?'),
      reasons: area('Reasons').optional(),
      ehcDecision: text('If the stay may be very long: what about an EHC assessment?').optional(),
      ...decidedAlone,
    }),
    example: { panelRatified: true },
    roles: CHAIRS,
    prominence: 'hoped',
  },
  START_REINTEGRATION: {
    title: 'Start the return to mainstream',
    happened: 'Return to mainstream started',
    payload: z.strictObject({
      criteriaMet: choices('What is in place for the return?', MET),
      stepPlan: area('Plan of steps').optional(),
    }),
    example: { criteriaMet: ['incidents', 'goals'] },
    roles: UNIT,
    prominence: 'hoped',
  },
  END_OTHER_SPECIALIST: {
    title: 'Record a move to a special school',
    happened: 'Moved to a special school',
    payload: z.strictObject({ ehcRoute, note: area('Note').optional() }),
    example: { ehcRoute: 'plan_names' },
    roles: ['send_manager', 'panel_chair', 'ehc_officer', 'unit_lead'],
    prominence: 'other',
  },
  END_OTHER_AP: {
    title: 'Record a move to alternative provision',
    happened: 'Moved to alternative provision',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: CHAIRS,
    prominence: 'other',
  },
  STEP_UP: {
    title: 'Go a step up',
    happened: 'A step up: more lessons in mainstream',
    payload: z.strictObject({
      incidents: whole('Serious incidents at this step', 0, 50),
      note: area('Note').optional(),
    }),
    example: { incidents: 0 },
    roles: UNIT,
    prominence: 'hoped',
  },
  STEP_BACK: {
    title: 'Go a step back',
    happened: 'A step back: fewer lessons in mainstream',
    payload: z.strictObject({ reason: area('Why?').optional() }),
    example: {},
    roles: UNIT,
    prominence: 'other',
  },
  EXIT_REVIEW_STARTED: {
    title: 'Start the exit review',
    happened: 'Exit review started',
    payload: z.strictObject({}),
    example: {},
    roles: UNIT,
    prominence: 'hoped',
  },
  EXIT_MAINSTREAM: {
    title: 'Record the return to mainstream',
    happened: 'Back in mainstream',
    hint: 'The place is kept for a while in case the child needs to come back.',
    payload: z.strictObject({
      criteria: group('Is the child ready?', {
        weeksAtShare: whole('Weeks with enough lessons in mainstream', 0, 52),
        incidents: whole('Serious incidents in the last 4 weeks', 0, 50),
        attendance: decimal('Attendance, per cent', 0, 100),
        goals: decimal('Goals, average from -2 to 2', -2, 2),
        planSigned: yesNo('Has the school signed the plan for the return?'),
        viewsHeard: yesNo('Do child and family agree, or are their views on file?'),
      }),
      measures: measuresAt('exit', MEASURES).optional(),
    }),
    example: {
      criteria: {
        weeksAtShare: 4,
        incidents: 0,
        attendance: 93,
        goals: 0.5,
        planSigned: true,
        viewsHeard: true,
      },
    },
    roles: UNIT,
    prominence: 'hoped',
  },
  EXIT_SPECIALIST: {
    title: 'Record the exit to a special school',
    happened: 'Left for a special school',
    payload: z.strictObject({ ehcRoute, measures: measuresAt('exit', MEASURES).optional() }),
    example: { ehcRoute: 'plan_names' },
    roles: ['send_manager', 'panel_chair', 'ehc_officer', 'unit_lead'],
    prominence: 'other',
  },
  EXIT_AP: {
    title: 'Record the exit to alternative provision',
    happened: 'Left for alternative provision',
    payload: z.strictObject({
      measures: measuresAt('exit', MEASURES).optional(),
      note: area('Note').optional(),
    }),
    example: {},
    roles: CHAIRS,
    prominence: 'other',
  },
  EXIT_NOT_READY: {
    title: 'Stay in the unit',
    happened: 'Not ready to leave: stays in the unit',
    payload: z.strictObject({ reason: area('What is still needed?').optional() }),
    example: {},
    roles: UNIT,
    prominence: 'other',
  },
  PLACEMENT_BROKEN_DOWN: {
    title: 'Record that the placement has broken down',
    happened: 'Placement ended early',
    payload: z.strictObject({
      reason: area('What happened?', 'Say what happened, not who was at fault'),
      reviewHeld: yesNo('Was an emergency review held?'),
      reviewOn: day('When?').optional(),
      excludedFromUnit: yesNo('Was the child permanently excluded from the unit?').optional(),
      s19Answer: area(
        'How is the child’s education secured from tomorrow?',
        'The council asks itself whether it owes education otherwise (section 19).',
      ).optional(),
    }),
    example: { reason: 'The group did not work for this child', reviewHeld: true },
    roles: UNIT,
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;
