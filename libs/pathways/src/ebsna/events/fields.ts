import { type Role } from '../../role';
import { area, choice, lines, text } from '../../fields';
import { type InstrumentName, measuresAt } from '../../measures';
import { LEVELS } from '../levels';

/** Those who work these cases together. */
export const team: readonly Role[] = ['saso', 'ep', 'send_manager'];
/** Those who record what the Education Inclusion Panel settled. */
export const panel: readonly Role[] = ['panel_chair', 'send_manager'];

/** Taken at baseline, at each review and at exit (handbook 5.7). */
export const EBSNA_MEASURES = [
  'attendance',
  'sessionsPerWeek',
  'daysSinceLastSession',
  'hoursLearning',
  'anxiety',
  'ownConfidence',
  'familyConfidence',
  'schoolConfidence',
] as const satisfies readonly InstrumentName[];

export const measuresNow = (point: string) =>
  measuresAt(point, [...EBSNA_MEASURES, 'timetableAttendance', 'wellbeing', 'goals']);

export const someMeasures = {
  attendance: 71,
  sessionsPerWeek: 6,
  daysSinceLastSession: 1,
  hoursLearning: 15,
  anxiety: 7,
  ownConfidence: 2,
  familyConfidence: 2,
  schoolConfidence: 3,
} as const;

export const PHASES = {
  stabilise: 'Stabilise',
  reconnect: 'Reconnect',
  reintegrate: 'Reintegrate',
  consolidate: 'Consolidate',
} as const;

export const reasons = area('Reasons', 'The family and the school can read these');
export const advice = lines('What can be tried now', {
  min: 3,
  max: 6,
  hint: 'At least three concrete things, one on each line. They go into the letter.',
});
export const someAdvice = [
  'One adult meets the child at the gate',
  'Start with the lessons that feel safe',
  'Look at it again in six weeks',
];
export const level = {
  level: choice('Level, as we see it', LEVELS, 'The worst sign counts').optional(),
  levelReason: text('If you change the level, why?').optional(),
};
export const atLevel2 = {
  level: '2',
  levelReason: 'Attendance is back above 90 per cent',
} as const;
