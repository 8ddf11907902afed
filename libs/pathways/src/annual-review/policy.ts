/** Planning numbers a council may set (handbook 11.1). They never move a legal date. */
export const reviewPolicy = {
  version: 1,
  /** A meeting date is wanted this many weeks before the last safe day for the meeting. */
  arrangeWeeksBefore: 6,
  /** Working days for a school that was asked again, or whose meeting was not held. */
  againWorkingDays: 5,
  /** Weeks in which an early review is met for. */
  earlyMeetingWeeks: 6,
  /** A case that waits for a cessation is looked at after this many weeks. */
  ceaseCheckWeeks: 16,
} as const;
