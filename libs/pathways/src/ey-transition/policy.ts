/** The numbers a council may set for Early Years transition; a case keeps the version it started on. */
export const eyPolicy = {
  version: 1,
  screenWorkingDays: 15,
  keyworkerWorkingDays: 10,
  health: { acknowledgeWorkingDays: 5, triageWorkingDays: 10 },
  offerChaseWorkingDays: 5,
  lateMeetingSchoolDays: 10,
  firstCheckInSchoolDays: 10,
  fullTimeSchoolDays: 15,
  lateReviewSchoolWeeks: 6,
  outcomeSchoolDays: 10,
  /** How many visits are planned on each level. */
  visits: {
    targeted: { school_to_setting: 1, child_to_school: 2, home: 1 },
    enhanced: { school_to_setting: 1, child_to_school: 4, home: 1 },
  },
  weights: { enhanced: 1, targeted: 0.4 },
  caseloadMax: 18,
  hubPlaces: 8,
} as const;
