/** The numbers a council may set (handbook 1.5, 3.2 and 6); a case keeps the version it started on. */
export const tatsPolicy = {
  version: 1,
  /** New items at one sitting. */
  newSlots: 6,
  /** The group sits every week in term. */
  daysToNextMeeting: 7,
  papersBeforeWorkingDays: 4,
  triageWorkingDays: 3,
  feedbackWorkingDays: 2,
  actionSchoolDays: 10,
  reviewSchoolWeeks: 6,
  extraSlotWorkingDays: 3,
  mostDeferrals: 2,
  /** A child put off by the group itself moves up the list. */
  deferralBonus: 5,
  stableSuspendedDays: 1,
} as const;
