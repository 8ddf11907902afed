/** The numbers a council may set (handbook 1.5, 3.2 and 7); a case keeps the version it started on. */
export const hdPolicy = {
  version: 1,
  programme: 'hd_unit',
  /** Hard limit of each unit: it changes only when the agreement with the host school does. */
  placesPerUnit: 4,
  enquirySchoolDays: 20,
  eligibilitySchoolDays: 5,
  infoSchoolDays: 10,
  /** The admissions panel sits monthly. */
  panelSchoolDays: 20,
  papersBeforeSchoolDays: 5,
  offerSchoolDays: 5,
  admissionSchoolDays: 10,
  midReviewSchoolWeeks: 3,
  assessmentSchoolWeeks: 6,
  decisionSchoolDays: 5,
  reviewSchoolWeeks: 6,
  longestStaySchoolWeeks: 39,
  stepSchoolWeeks: 2,
  stepDays: 14,
  /** Share of mainstream lessons: 20, 40, 60, 80, 100 per cent. */
  stepShare: 20,
  shareToLeave: 80,
  stepBacksBeforeReview: 2,
  incidentsAllowed: 1,
  attendanceToLeave: 90,
  returnHoldSchoolDays: 10,
  followUpSchoolWeeks: 12,
  mostDeferrals: 1,
  skipsBeforeChair: 3,
  /** Points that order the waiting list of a unit (handbook 7.7). */
  rank: {
    excluded: 40,
    exclusionIntended: 30,
    priorityShare: 0.3,
    mostForPriority: 30,
    inCareOrProtected: 10,
    yearEleven: 5,
    mostForWaiting: 10,
  },
} as const;
