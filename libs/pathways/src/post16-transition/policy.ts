import { settingsFor, whole } from '../policy';

/** The numbers a council may set for the move after Year 11; a case keeps the version it started on. */
export const post16Policy = {
  screenWorkingDays: 15,
  viewsSchoolDays: 15,
  contactGapSchoolDays: 15,
  latePlaceWorkingDays: 10,
  handoverSchoolDaysBeforeSummer: 20,
  enrolmentSchoolDays: 10,
  notTakingPartWeeks: 4,
  firstCheckInSchoolDays: 10,
  secondCheckInSchoolWeeks: 6,
  exitSchoolDaysBeforeWinter: 10,
  lateExitSchoolWeeks: 12,
  exitDecisionSchoolDays: 10,
  adultServices: { considerSchoolDays: 20, answerWorkingDays: 20, declinedWorkingDays: 10 },
  caseloadMax: 12,
} as const;

/** Those that a council may set; its time limits are set by the name of their clock. */
export const post16Settings = settingsFor(post16Policy, {
  caseloadMax: whole('Weight that a full-time worker may hold', 'points', 1, 60),
});
