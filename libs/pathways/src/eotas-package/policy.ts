import { settingsFor, whole } from '../policy';

/** The numbers a council may set; a case keeps the version it started on. */
export const eotasPolicy = {
  proposalWorkingDays: 15,
  decisionWorkingDays: 10,
  changeWorkingDays: 5,
  /** A half term is about this long. */
  reviewSchoolWeeks: 6,
  returnSchoolWeeks: 6,
  followUpSchoolWeeks: 12,
} as const;

/** Those that a council may set; its time limits are set by the name of their clock. */
export const eotasSettings = settingsFor(eotasPolicy, {
  followUpSchoolWeeks: whole('Follow-up after the package has ended', 'school weeks', 1, 104),
});
