import { settingsFor, whole } from '../policy';

/** The numbers a council may set (handbook 1.5); a case keeps the version it started on. */
export const y6Policy = {
  places: 32,
  threshold: 35,
  completeness: 60,
  caseloadMax: 12,
  /** When a move has held (handbook 4.8). */
  sustained: { attendance: 90, suspensions: 2, partTimeWeeks: 6 },
} as const;

/** Those that a council may set; its time limits are set by the name of their clock. */
export const y6Settings = settingsFor(y6Policy, {
  places: whole('Places in each cohort', 'places', 1, 400),
  threshold: whole('Score that goes to the panel', 'points', 1, 100),
  completeness: whole('How much of the score must be answered', 'per cent', 10, 100),
  caseloadMax: whole('Weight that a full-time worker may hold', 'points', 1, 60),
  'sustained.attendance': whole('A move has held: attendance of at least', 'per cent', 50, 100),
  'sustained.suspensions': whole('A move has held: suspended days at most', 'days', 0, 30),
  'sustained.partTimeWeeks': whole('A move has held: weeks part time at most', 'weeks', 0, 40),
});
