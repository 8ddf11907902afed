/** The numbers a council may set; a case keeps the version it started on. */
export const inclusionFundPolicy = {
  version: 1,
  checkWorkingDays: 10,
  informationSchoolDays: 10,
  lapseSchoolDays: 20,
  decisionWorkingDays: 10,
  paymentWorkingDays: 20,
  progressSchoolWeeks: 6,
  evidenceSchoolWeeks: 12,
  queriedEvidenceSchoolDays: 10,
  followUpSchoolWeeks: 12,
} as const;
