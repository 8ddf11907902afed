/** The numbers and names a council may set (handbook 1.5 and 5); a case keeps the version it started on. */
export const ebsnaPolicy = {
  version: 1,
  /** Councils say EBSNA or EBSA. */
  localName: 'EBSNA',
  levels: {
    /** Attendance below these makes at least this level. */
    emergingBelow: 95,
    establishedBelow: 90,
    severeBelow: 50,
    linkedSessions: 5,
    daysOutInTerm: 15,
  },
  /** School days missed after which the section 19 duty is considered. */
  section19SchoolDays: 15,
  clocks: {
    draftSchoolDays: 20,
    triageSchoolDays: 5,
    urgentTriageWorkingDays: 1,
    informationSchoolDays: 10,
    nextPanelSchoolDays: 5,
    waitingReviewSchoolDays: 10,
    firstContactSchoolDays: 5,
    assessmentSchoolDays: 15,
    planSchoolDays: 10,
    contactGapSchoolDays: 5,
    reviewSchoolDays: 5,
    stepDownSchoolWeeks: 12,
  },
  cycleSchoolWeeks: 6,
  /** From this cycle on a manager approves each further one. */
  longCaseCycle: 4,
  mostDeferrals: 2,
  contactAttempts: 3,
  /** Per cent, unless the plan sets another. */
  attendanceTarget: 90,
  relapseWeeks: 2,
  steps: { least: 3, most: 12 },
  /** Means of the function scale this close count as equal. */
  functionTie: 0.25,
  partTime: {
    longestSchoolDays: 30,
    longestWeeks: 12,
    reviewSchoolDays: 10,
    reportSchoolDays: 10,
    escalateSchoolDays: 5,
    /** A new end date that nobody named is this far off. */
    extensionSchoolDays: 10,
  },
  caseload: {
    saso: 15,
    assistantEp: 20,
    supervisionSlotPerCases: 10,
    weights: { level4: 1.5, level3: 1, stepDown: 0.2 },
  },
} as const;
