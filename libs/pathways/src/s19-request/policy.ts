import { settingsFor, whole } from '../policy';

/** The numbers a council may set (handbook 1.5 and 8.1). Section 19 itself has no day count; these are aims. */
export const s19Policy = {
  acknowledgeWorkingDays: 5,
  decideWorkingDays: 15,
  nextPanelSchoolDays: 5,
  startSchoolDays: 10,
  /** Full-time education is due from the sixth school day of a permanent exclusion: five after the first. */
  schoolDaysAfterFirstExcluded: 5,
  reviewSchoolWeeks: 6,
  reviewSchoolDays: 5,
  checkInWeeks: 13,
  checkIns: 3,
  /** Weeks back at school full time before the education arranged by the council ends. */
  returnWeeks: 4,
  /** Hours a week that are often quoted as full time. One-to-one hours may be fewer. */
  fullTimeHours: {
    'key stage 1': 21,
    'key stage 2': 23.5,
    'key stage 3 and Year 10': 24,
    'Year 11': 25,
  },
} as const;

/** Those that a council may set; its time limits are set by the name of their clock. */
export const s19Settings = settingsFor(s19Policy, {
  checkIns: whole('Check-ins after the return to school', 'check-ins', 1, 10),
  returnWeeks: whole(
    'Weeks at school full time before education from the council ends',
    'weeks',
    1,
    26,
  ),
});
