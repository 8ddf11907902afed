import { inWorkingDays, taskDays } from '../task-days';

/** The numbers a council may set; a case keeps the version it started on. */
export const eotasPolicy = {
  proposalWorkingDays: 15,
  decisionWorkingDays: 10,
  changeWorkingDays: 5,
  /** A half term is about this long. */
  reviewSchoolWeeks: 6,
  returnSchoolWeeks: 6,
} as const;

/** What people are asked to do on the way, and in what time. */
export const eotasTasks = taskDays({
  tellFamily: ['Tell the family what was decided', inWorkingDays(2)],
  otherProvision: ['Replace the hours of a provider that stopped', inWorkingDays(1)],
  comparePlan: ['Compare the lines with an amended plan', inWorkingDays(5)],
  followUp: ['Follow-up after the package has ended', { unit: 'SW', n: 12 }],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const eotasSettings = eotasTasks.settings;
