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
