import { type z } from 'zod';
import { decimal, group, text, whole } from './fields';
import { type Guard } from './pathway';

/** One thing that is measured: how it is asked, and its words in a list of what is missing. */
interface Instrument {
  readonly field: () => z.ZodType;
  readonly words: string;
}

/** Instruments that several pathways take at the start, on the way, at exit and afterwards. */
const INSTRUMENTS = {
  attendance: {
    field: () => decimal('Attendance, per cent', 0, 100).optional(),
    words: 'attendance',
  },
  suspensionDays: {
    field: () => decimal('Days suspended', 0, 190).optional(),
    words: 'days suspended',
  },
  teacherView: {
    field: () => whole('Teacher’s view, four questions added up', 4, 20).optional(),
    words: 'the teacher’s view',
  },
  pupilConcerns: {
    field: () => whole('Pupil’s concerns, total', 0, 100).optional(),
    words: 'the pupil’s concerns',
  },
  familyConfidence: {
    field: () => whole('Family’s confidence, 1 to 5', 1, 5).optional(),
    words: 'the family’s confidence',
  },
  ownConfidence: {
    field: () => whole('Young person’s own confidence, 1 to 5', 1, 5).optional(),
    words: 'the young person’s own confidence',
  },
  staffRating: {
    field: () => whole('Adults’ rating of how the child copes, 1 to 5', 1, 5).optional(),
    words: 'the rating by the adults who teach the child',
  },
  sessionsPerWeek: {
    field: () => whole('Sessions attended in a week', 0, 14).optional(),
    words: 'sessions attended in a week',
  },
  timetableAttendance: {
    field: () =>
      decimal('Attendance against the agreed part-time timetable, per cent', 0, 100).optional(),
    words: 'attendance against the part-time timetable',
  },
  daysSinceLastSession: {
    field: () => whole('School days since the last session attended', 0, 400).optional(),
    words: 'days since the last session',
  },
  hoursLearning: {
    field: () => decimal('Hours of learning a week, in any place', 0, 40).optional(),
    words: 'hours of learning',
  },
  anxiety: {
    field: () => whole('Child’s anxiety, 0 to 10', 0, 10).optional(),
    words: 'the child’s anxiety',
  },
  wellbeing: {
    field: () => whole('Wellbeing, 0 to 10', 0, 10).optional(),
    words: 'wellbeing',
  },
  schoolConfidence: {
    field: () => whole('School’s confidence, 1 to 5', 1, 5).optional(),
    words: 'the school’s confidence',
  },
  goals: {
    field: () => whole('Goals taken together, −2 to 2', -2, 2).optional(),
    words: 'how far the goals were reached',
  },
  incidentsPerWeek: {
    field: () => decimal('Serious incidents a week', 0, 100).optional(),
    words: 'serious incidents a week',
  },
  mainstreamShare: {
    field: () => whole('Share of mainstream lessons, per cent', 0, 100).optional(),
    words: 'the share of mainstream lessons',
  },
  difficulties: {
    field: () => whole('Strengths and difficulties questionnaire, total', 0, 40).optional(),
    words: 'the strengths and difficulties questionnaire',
  },
  goalAverage: {
    field: () => decimal('Goals, average from -2 to 2', -2, 2).optional(),
    words: 'the goals',
  },
  familyRating: {
    field: () => whole('Family’s rating, 1 to 5', 1, 5).optional(),
    words: 'the family’s rating',
  },
  pupilRating: {
    field: () => whole('Child’s rating, 1 to 5', 1, 5).optional(),
    words: 'the child’s rating',
  },
} as const satisfies Record<string, Instrument>;

export type InstrumentName = keyof typeof INSTRUMENTS;

/** The field group that records these instruments at one point, with room to say why one is missing. */
export const measuresAt = (point: string, names: readonly InstrumentName[]) =>
  group(`Measures at ${point}`, {
    ...Object.fromEntries(names.map((name) => [name, INSTRUMENTS[name].field()])),
    missingReason: text('If a measure is missing, why?').optional(),
  });

/** Every one of these instruments is in `measures`, or there is a reason why not. */
export function measured(names: readonly InstrumentName[]): Guard {
  const missingFrom = (payload: Readonly<Record<string, unknown>>) => {
    const given = (payload['measures'] ?? {}) as Record<string, unknown>;
    if (given['missingReason']) return [];
    return names.filter((name) => given[name] === undefined).map((name) => INSTRUMENTS[name].words);
  };
  return {
    test: ({ event }) => missingFrom(event.payload).length === 0,
    text: ({ event }) => `These measures are missing: ${missingFrom(event.payload).join(', ')}`,
    aboutAnswer: true,
    missing: ({ event }) =>
      missingFrom(event.payload).map((what) => ({
        what,
        who: 'The school or the family, or say why it is missing',
      })),
  };
}
