import { settingsFor, whole } from '../policy';

/** The numbers a council may set; a case keeps the version it started on. */
export const inclusionFundPolicy = {
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

/** Those that a council may set; its time limits are set by the name of their clock. */
export const inclusionFundSettings = settingsFor(inclusionFundPolicy, {
  followUpSchoolWeeks: whole('Follow-up after the evidence', 'school weeks', 1, 104),
});
