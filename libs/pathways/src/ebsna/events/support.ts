import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, group, lines, rows, text, whole, yesNo } from '../../fields';
import { FUNCTIONS } from '../function-profile';
import { measuresNow, PHASES, someMeasures, team } from './fields';

const MOST_STEPS = 20;
const HOW = {
  talk: 'Talked',
  draw: 'Drew',
  cards: 'Sorted cards',
  form: 'Filled in a form',
  adult: 'Through an adult',
  not_yet: 'Not yet',
} as const;
const means = (who: string) =>
  rows(
    `Function scale, answered by the ${who}: means of the four functions in their order`,
    { mean: decimal('Mean, 0 to 6', 0, 6) },
    { min: FUNCTIONS.length, max: FUNCTIONS.length, each: 'Function' },
  ).optional();

export const supportEvents = {
  FIRST_CONTACT_MADE: {
    title: 'Record the first contact',
    happened: 'First contact made',
    payload: z.strictObject({
      withWhom: lines('With whom?', { max: 6 }).optional(),
      note: area('What was agreed?').optional(),
    }),
    example: {},
    roles: team,
    prominence: 'hoped',
  },
  NO_CONTACT: {
    title: 'Record that nobody could be reached',
    happened: 'Nobody could be reached',
    payload: z.strictObject({
      attempts: lines('When and how did you try?', { hint: 'One on each line, with the date' }),
      note: area('What do we know about why?').optional(),
    }),
    example: { attempts: ['8 October, call', '12 October, visit', '14 October, letter'] },
    roles: team,
    prominence: 'other',
  },
  ASSESSMENT_COMPLETED: {
    title: 'Finish the assessment',
    happened: 'Assessment finished',
    payload: z.strictObject({
      voiceMethod: choice('How did the child give their view?', HOW),
      pupilVoice: area('What the child says', 'If not yet: say why'),
      parentVoice: area('What the family says').optional(),
      schoolVoice: area('What the adults in school say').optional(),
      childScale: means('child'),
      parentScale: means('parent'),
      functionScaleReason: text('If the function scale was not used, why?').optional(),
      factors: rows(
        'What pushes the child from school and pulls towards it',
        {
          domain: choice('Where?', { school: 'School', family: 'Family', child: 'Child' }),
          what: text('What?'),
          direction: choice('Push or pull?', { push: 'Push from school', pull: 'Pull away' }),
          strength: whole('Strength, 1 to 3', 1, 3),
        },
        { max: 20, each: 'Factor' },
      ).optional(),
      protective: lines('What helps and protects').optional(),
      measures: measuresNow('the start'),
    }),
    example: {
      voiceMethod: 'cards',
      pupilVoice: 'Corridors are loud. I like art.',
      childScale: [{ mean: 4.5 }, { mean: 3 }, { mean: 3.5 }, { mean: 1 }],
      parentScale: [{ mean: 4.16 }, { mean: 2.5 }, { mean: 3.5 }, { mean: 1.5 }],
      measures: someMeasures,
    },
    roles: team,
    prominence: 'hoped',
  },
  PLAN_AGREED: {
    title: 'Record the agreed plan',
    happened: 'Plan agreed',
    payload: z.strictObject({
      hypothesis: area('What do we think is happening?'),
      phase: choice('Phase', PHASES),
      targetSessions: whole('Target: sessions a week', 1, 10),
      targetAttendance: decimal(
        'Target: attendance, per cent',
        1,
        100,
        'Leave empty for the council’s usual target',
      ).optional(),
      steps: rows(
        'Steps back to school',
        {
          what: text('What?'),
          place: choice('Where?', {
            home: 'Home',
            gate: 'Gate',
            base: 'Safe base',
            lesson: 'Lesson',
          }),
          adult: text('With which adult?'),
          startsOn: day('From when?').optional(),
          often: text('How often?').optional(),
          anxiety: whole('Anxiety aimed for, 0 to 10', 0, 10).optional(),
        },
        { max: MOST_STEPS, each: 'Step' },
      ),
      keyAdult: text('Key adult at school'),
      goals: lines('Goals, in the child’s words where you can', { max: 4 }).optional(),
      communication: area('Who tells whom, and how?'),
      schoolAgrees: yesNo('Does the school agree?'),
      familyAgrees: yesNo('Does the family agree?'),
      disagreement: area('If the family does not agree: what do they say?').optional(),
      reviewOn: day('Review', 'Only if sooner than usual').optional(),
    }),
    example: {
      hypothesis: 'Noise and crowds overwhelm; home is calm',
      phase: 'stabilise',
      targetSessions: 4,
      steps: [
        { what: 'Walk to the gate', place: 'gate', adult: 'Mother' },
        { what: 'Ten minutes in the base', place: 'base', adult: 'Key adult' },
        { what: 'Art lesson', place: 'lesson', adult: 'Key adult' },
      ],
      keyAdult: 'Pastoral lead',
      communication: 'The key adult sends one message a day',
      schoolAgrees: true,
      familyAgrees: true,
    },
    roles: team,
    prominence: 'hoped',
  },
  STEP_RECORDED: {
    title: 'Record a step',
    happened: 'Step recorded',
    payload: z.strictObject({
      stepNo: whole('Which step?', 1, MOST_STEPS),
      attempted: yesNo('Was it tried?'),
      achieved: yesNo('Was it achieved?'),
      anxietyBefore: whole('Anxiety before, 0 to 10', 0, 10).optional(),
      anxietyAfter: whole('Anxiety after, 0 to 10', 0, 10).optional(),
      note: area('Note').optional(),
    }),
    example: { stepNo: 1, attempted: true, achieved: true, anxietyBefore: 7, anxietyAfter: 4 },
    roles: [...team, 'school_senco'],
    prominence: 'usual',
  },
  CRISIS: {
    title: 'Record a crisis',
    happened: 'Crisis: the plan is under review',
    hint: 'If the child is at risk now, ring children’s social care or 999 first.',
    payload: z.strictObject({
      what: area('What happened?'),
      safeNow: yesNo('Is the child safe now?'),
    }),
    example: { what: 'Not left the room for three days', safeNow: true },
    roles: team,
    prominence: 'other',
  },
  PENALTY_WARNING_ISSUED: {
    title: 'Record a warning about a penalty notice',
    happened: 'Penalty notice warning issued',
    hint: 'Support comes first. A manager checks that it did.',
    payload: z.strictObject({
      issuedOn: day('Date of the warning'),
      by: text('Who issued it?'),
      note: group('What a manager found', {
        supportFirst: yesNo('Did support come first?'),
        words: text('In a sentence'),
      }).optional(),
    }),
    example: { issuedOn: '2026-11-27', by: 'Attendance enforcement team' },
    roles: [...team, 'data_analyst'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;
