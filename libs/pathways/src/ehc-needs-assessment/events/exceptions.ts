import { type GroundCode, GROUNDS } from '@app/statutory-calendar';
import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, choices, day, text } from '../../fields';
import { ADVISERS, officers } from './fields';

/** Why the law excuses a delay: regulations 5(4), 8(2), 10(4), 13(3), 27(3) and 44(3). */
const CATEGORIES = {
  school_closed: 'School or college closed for 4 weeks or more',
  early_years_closed: 'Early years setting closed for 4 weeks or more',
  absent: 'Family away from the area for 4 weeks or more',
  exceptional_circumstances: 'Exceptional personal circumstances of the child or parent',
  missed_appointment: 'Missed appointment (excuses the adviser only)',
  views_late: 'The family wants more time for its views (Tribunal order only)',
  changed_law: 'A reason that newer law gives',
} as const;

/** Every reason of the book: newer law may give any of them for a date that it did not excuse before. */
const NEWER_LAW = Object.fromEntries(
  Object.entries(GROUNDS).map(([code, { says }]) => [code, says]),
) as Readonly<Record<GroundCode, string>>;

export type GroundCategory = keyof typeof CATEGORIES;

/** Dates that a reason can excuse. */
export const EXCUSABLE = {
  w6: '6 weeks: whether to assess',
  w16: '16 weeks: no plan',
  w20: '20 weeks: the final plan',
  reassess_final: '14 weeks: the plan after a reassessment',
  advice_due: '6 weeks of one adviser',
  order: 'A date of a Tribunal order (away for 2 weeks is enough)',
} as const;

export type ExcusableDate = keyof typeof EXCUSABLE;

/** Lawful reasons for delay, each recorded and ended by itself. */
export const exceptionEvents = {
  EXCEPTION_CLAIMED: {
    title: 'Record a reason the law excuses a delay',
    happened: 'Lawful reason for delay recorded',
    hint: 'An excuse does not move the date. The case is counted both ways.',
    payload: z.strictObject({
      category: choice('Which reason?', CATEGORIES),
      ground: choice(
        'Which reason of the newer law?',
        NEWER_LAW,
        'Only for a reason that newer law gives',
      ).optional(),
      dates: choices('Which dates does it excuse?', EXCUSABLE, {
        hint: 'It counts for these dates alone. Leave empty for the 20 weeks, or for a missed appointment.',
        min: 0,
      }).optional(),
      adviceRequestedOn: day(
        'When was the head teacher or the setting asked for advice?',
      ).optional(),
      schoolClosedFrom: day('First day it was closed').optional(),
      schoolReopens: day('Day it reopens').optional(),
      absentFrom: day('First day away').optional(),
      absentTo: day('Last day away').optional(),
      adviser: choice(
        'Which adviser?',
        ADVISERS,
        'Whose appointment was missed, or whose 6 weeks it excuses',
      ).optional(),
      appointmentOn: day('Date of the missed appointment').optional(),
      viewsAskedOn: day(
        'When did the family ask for more time, a meeting or a school?',
        'It must be after their 15 days on the draft',
      ).optional(),
      because: area('Why did this make the date impractical to keep?').optional(),
      evidence: text('What is the evidence?'),
      familyToldOn: day(
        'When was the family told of this reason?',
        'They must be told. Leave empty if that is still to come.',
      ).optional(),
      familyToldBy: text('Who was told, and how?').optional(),
    }),
    example: {
      category: 'exceptional_circumstances',
      because: 'A death in the family',
      evidence: 'Letter on file',
    },
    roles: officers,
    prominence: 'other',
  },
  EXCEPTION_TOLD: {
    title: 'Record that the family was told of the reason',
    happened: 'Family told of the reason for delay',
    payload: z.strictObject({
      whom: text('Who was told?'),
      how: text('How?').optional(),
    }),
    example: { whom: 'Mother', how: 'Letter' },
    roles: officers,
    prominence: 'usual',
  },
  EXCEPTION_ENDED: {
    title: 'Record that the reason has ended',
    happened: 'Reason for delay ended',
    payload: z.strictObject({
      category: choice(
        'Which reason has ended?',
        CATEGORIES,
        'Leave empty if all have ended',
      ).optional(),
      note: text('Note').optional(),
    }),
    example: {},
    roles: officers,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
