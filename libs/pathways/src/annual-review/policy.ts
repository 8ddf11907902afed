import { settingsFor, whole } from '../policy';

/** Planning numbers a council may set (handbook 11.1). They never move a legal date. */
export const reviewPolicy = {
  /** A meeting date is wanted this many weeks before the last safe day for the meeting. */
  arrangeWeeksBefore: 6,
  /** Working days for a school that was asked again, or whose meeting was not held. */
  againWorkingDays: 5,
  /** Weeks in which an early review is met for. */
  earlyMeetingWeeks: 6,
  /** A case that waits for a cessation is looked at after this many weeks. */
  ceaseCheckWeeks: 16,
} as const;

/** Those that a council may set; its time limits are set by the name of their clock. */
export const reviewSettings = settingsFor(reviewPolicy, {
  arrangeWeeksBefore: whole('A meeting date is wanted before the last safe day', 'weeks', 1, 26),
});
