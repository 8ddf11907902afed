/** The numbers a council may set; a case keeps the version it started on. */
export const eotasPolicy = {
  version: 1,
  proposalWorkingDays: 15,
  decisionWorkingDays: 10,
  changeWorkingDays: 5,
  /** A half term is about this long. */
  reviewSchoolWeeks: 6,
  returnSchoolWeeks: 6,
  followUpSchoolWeeks: 12,
} as const;
