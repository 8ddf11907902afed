import { settingsFor, whole } from '../policy';

/** The numbers a council may set (handbook 1.5, 3.2 and 6); a case keeps the version it started on. */
export const tatsPolicy = {
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

/** Those that a council may set; its time limits are set by the name of their clock. */
export const tatsSettings = settingsFor(tatsPolicy, {
  daysToNextMeeting: whole('The meeting is held every', 'days', 1, 60),
  deferralBonus: whole('Points added when the group itself puts a child off', 'points', 0, 50),
  stableSuspendedDays: whole('Suspended days allowed before a case is stable', 'days', 0, 10),
});
