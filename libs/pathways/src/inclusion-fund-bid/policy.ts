import { inWorkingDays, taskDays } from '../task-days';

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
} as const;

/** What people are asked to do on the way, and in what time. */
export const inclusionFundTasks = taskDays({
  tellSchool: ['Tell the school and the family what was decided', inWorkingDays(2)],
  followUp: ['Follow-up after the evidence', { unit: 'SW', n: 12 }],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const inclusionFundSettings = inclusionFundTasks.settings;
