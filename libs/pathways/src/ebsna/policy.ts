import { inParts, settingsFor, whole } from '../policy';

/** The numbers and names a council may set (handbook 1.5 and 5); a case keeps the version it started on. */
export const ebsnaPolicy = {
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
  caseload: { saso: 15, stepDown: 0.2 },
} as const;

/** Those that a council may set; its time limits are set by the name of their clock. */
export const ebsnaSettings = settingsFor(ebsnaPolicy, {
  'levels.emergingBelow': whole('Attendance below this is at least level 2', 'per cent', 1, 100),
  'levels.establishedBelow': whole('Attendance below this is at least level 3', 'per cent', 1, 100),
  'levels.severeBelow': whole('Attendance below this is level 4', 'per cent', 1, 100),
  'levels.linkedSessions': whole(
    'Sessions missed because of distress that make level 2',
    'sessions',
    1,
    60,
  ),
  'levels.daysOutInTerm': whole('Days missed in a term that make level 4', 'school days', 1, 70),
  section19SchoolDays: whole(
    'School days missed before section 19 is considered',
    'school days',
    1,
    15,
  ),
  longCaseCycle: whole('From this cycle on, a manager approves another', 'cycle', 2, 12),
  contactAttempts: whole('Attempts to reach a family before a case is closed', 'attempts', 1, 10),
  attendanceTarget: whole(
    'Attendance to aim for, unless the plan says otherwise',
    'per cent',
    50,
    100,
  ),
  relapseWeeks: whole('Weeks below the target that are a relapse', 'weeks', 1, 8),
  functionTie: inParts('Means of the function scale this close count as equal', 'points', 0, 2),
  'partTime.longestWeeks': whole('Longest part-time timetable in all', 'weeks', 1, 12),
  'caseload.saso': whole('Weight that a full-time worker may hold', 'points', 1, 60),
  'caseload.stepDown': inParts('Weight of a child in step-down', 'points', 0, 2),
});
