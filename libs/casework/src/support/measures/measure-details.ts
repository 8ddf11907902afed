import { ask } from '@app/pathways';
import { z } from 'zod';

/** What is measured (handbook 4.8 and 5.7); another one is named in words. */
export const INSTRUMENTS = {
  attendance: 'Attendance, per cent',
  suspension_days: 'Days suspended',
  teacher_view: 'Teacher view, 4 items',
  pupil_concerns: 'Pupil concerns',
  family_confidence: 'Family confidence, 1 to 5',
  goals: 'Goals, -2 to +2',
  anxiety: 'Anxiety, 0 to 10',
  confidence: 'Confidence, 1 to 5',
  learning_hours: 'Hours of learning a week',
  function_profile: 'Why the child stays away, profile',
  sdq: 'Strengths and difficulties (SDQ)',
  boxall: 'Boxall profile',
  other: 'Another measure',
} as const;

/** When it was measured, in order. */
export const POINTS = {
  baseline: 'Baseline',
  mid: 'Mid',
  exit: 'Exit',
  follow_up: 'Follow-up',
} as const;

export type Point = keyof typeof POINTS;

/** Whose answer it is. */
export const ANSWERED_BY = {
  child: 'Child',
  parent: 'Parent or carer',
  teacher: 'Teacher or tutor',
  worker: 'Worker',
  records: 'School records',
  other: 'Somebody else',
} as const;

/** The form of a measure. */
export const measureForm = z.strictObject({
  instrument: ask.choice('What was measured?', INSTRUMENTS),
  name: ask.text('Its name, if it is another measure').optional(),
  point: ask.choice('At which point?', POINTS),
  answeredBy: ask.choice('Who answered?', ANSWERED_BY),
  onDay: ask.day('Which day?'),
  answers: ask.lines('Values', {
    hint: 'One number. Or one on each line, the name and then the number: Makes friends 3',
  }),
});

/** One number of a measure; the name is empty where there is only one. */
export interface MeasuredValue {
  readonly name: string;
  readonly value: number;
}

const LINE = /^(.*?)[\s:=]*([-+]?\d{1,6}(?:\.\d{1,3})?)\s*%?$/;

/** A typed line as a name and a number; undefined when there is no number at its end. */
export function valueIn(line: string): MeasuredValue | undefined {
  const found = LINE.exec(line.trim().replaceAll('−', '-'));
  if (!found) return undefined;
  return { name: (found[1] ?? '').trim(), value: Number(found[2]) };
}
