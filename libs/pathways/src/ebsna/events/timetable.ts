import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, decimal, group, text, yesNo } from '../../fields';
import { team } from './fields';

const SESSION = { in: 'In school', out: 'Out', other: 'Another place' } as const;
const half = (label: string) => choice(label, SESSION);
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const cells = Object.fromEntries(
  WEEKDAYS.flatMap((name) =>
    ['morning', 'afternoon'].map((part) => [
      `${name.slice(0, 3).toLowerCase()}${part === 'morning' ? 'Am' : 'Pm'}`,
      half(`${name} ${part}`),
    ]),
  ),
);
const mornings = Object.fromEntries(
  Object.keys(cells).map((cell) => [cell, cell.endsWith('Am') ? 'in' : 'out']),
);

/** Behaviour is on the list so that the refusal can say why it is no ground. */
const WHY = {
  medical: 'Medical',
  reintegration: 'Coming back to school',
  sen_phased: 'Phased start because of special needs',
  other: 'Other',
  behaviour: 'Behaviour',
} as const;
const confirmers = [...team, 'school_senco'] as const;
const reportedOn = day('When did the school tell the council?').optional();
const hours = decimal('Hours a week', 0.5, 30);

export const timetableEvents = {
  PTT_STARTED: {
    title: 'Record a part-time timetable',
    happened: 'Part-time timetable started',
    hint: 'Full time is the norm. A part-time timetable is short, has an end and needs the parent’s agreement.',
    payload: z.strictObject({
      pattern: group('Sessions of the week', cells),
      hours,
      startOn: day('First day', 'Leave empty if it is the day of this entry').optional(),
      endOn: day('Last day', 'Leave empty for the longest that is allowed.').optional(),
      reason: choice('Why?', WHY),
      reasonWords: area('In words').optional(),
      parentAgreed: yesNo('Has a parent agreed?'),
      parentName: text('Which parent agreed?'),
      parentAgreedOn: day('When did they agree?').optional(),
      pupilView: area('What does the child say?').optional(),
      safeguardingChecked: yesNo(
        'Is it clear who looks after the child in the hours out of school?',
      ),
      specialSchoolHost: text(
        'If at a special school of another council: which council?',
      ).optional(),
      reportedOn,
    }),
    example: {
      pattern: mornings,
      hours: 12,
      reason: 'reintegration',
      parentName: 'Mother',
      parentAgreed: true,
      safeguardingChecked: true,
    },
    roles: confirmers,
    prominence: 'other',
  },
  PTT_REVIEWED: {
    title: 'Review the part-time timetable',
    happened: 'Part-time timetable reviewed',
    payload: z.strictObject({
      hours,
      medicalReason: text('If there are fewer hours: the medical reason').optional(),
      note: area('Note').optional(),
      reportedOn,
    }),
    example: { hours: 15 },
    roles: confirmers,
    prominence: 'usual',
  },
  PTT_EXTENDED: {
    title: 'Extend the part-time timetable',
    happened: 'Part-time timetable extended',
    payload: z.strictObject({
      endOn: day('New last day', 'Leave empty for 10 more school days').optional(),
      hours,
      medicalReason: text('If there are fewer hours: the medical reason').optional(),
      reasons: area('Why is more time needed?'),
      reportedOn,
    }),
    example: { hours: 18, reasons: 'Two lessons a day still to come' },
    roles: ['send_manager'],
    prominence: 'other',
  },
  PTT_ENDED: {
    title: 'End the part-time timetable',
    happened: 'Full time again',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: confirmers,
    prominence: 'usual',
  },
  PTT_END_PASSED: {
    title: 'Record that the part-time timetable has passed its last day',
    happened: 'Part-time timetable past its last day',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...team],
    prominence: 'rare',
  },
  PTT_ESCALATED: {
    title: 'Consider section 19: the part-time timetable goes on',
    happened: 'Section 19 considered: part-time timetable not ended',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...team],
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
