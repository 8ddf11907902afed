/** The numbers a council may set for the move after Year 11; a case keeps the version it started on. */
export const post16Policy = {
  version: 1,
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
  weights: { intensive: 1.5, targeted: 1, indirect: 0.5 },
  caseloadMax: 12,
} as const;
