import { inParts, settingsFor, whole } from '../policy';
import { inWorkingDays, taskDays } from '../task-days';

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
  /** Of the last four weeks, so many in which the target was met. */
  weeksAtTarget: 4,
  /** Steps of a plan back to school; one that was achieved so many times running is stable. */
  steps: { least: 3, most: 12, stableAfter: 2 },
  /** Things that a school tried before it refers. */
  thingsTried: 2,
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

/** What people are asked to do on the way, and in what time. */
export const ebsnaTasks = taskDays({
  usual: ['A task that says no other time', inWorkingDays(2)],
  watchList: ['Put a child at level 4 on the Vulnerable Learners list', inWorkingDays(5)],
  keepWatch: ['Agree who keeps watch over a part-time timetable', inWorkingDays(2)],
  inviteCaseOfficer: ['Invite the EHC case officer', inWorkingDays(2)],
  heldFirst: ['First look at whether the return has held', { unit: 'SW', n: 12, roll: true }],
  heldLast: ['Last look at whether the return has held', { unit: 'CW', n: 52 }],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const ebsnaSettings = [
  ...ebsnaTasks.settings,
  ...settingsFor(ebsnaPolicy, {
    'levels.emergingBelow': whole(
      'Attendance below this is at least level 2',
      'per cent',
      1,
      100,
      'levels.establishedBelow',
    ),
    'levels.establishedBelow': whole(
      'Attendance below this is at least level 3',
      'per cent',
      1,
      100,
      'levels.severeBelow',
    ),
    'levels.severeBelow': whole('Attendance below this is level 4', 'per cent', 1, 100),
    'levels.linkedSessions': whole(
      'Sessions missed because of distress that make level 2',
      'sessions',
      1,
      60,
    ),
    'levels.daysOutInTerm': whole('Days missed in a term that make level 4', 'school days', 1, 70),
    'steps.least': whole('Fewest steps of a plan back to school', 'steps', 1, 12),
    'steps.most': whole('Most steps of a plan back to school', 'steps', 2, 20, 'steps.least'),
    'steps.stableAfter': whole('A step is stable when it was achieved running', 'times', 1, 6),
    thingsTried: whole('Things that a school has tried first', 'things', 1, 6),
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
    weeksAtTarget: whole('Last weeks at the target before a step-down', 'weeks', 1, 4),
    functionTie: inParts('Means of the function scale this close count as equal', 'points', 0, 2),
    'partTime.longestWeeks': whole('Longest part-time timetable in all', 'weeks', 1, 12),
    'caseload.saso': whole('Weight that a full-time worker may hold', 'points', 1, 60),
    'caseload.stepDown': inParts('Weight of a child in step-down', 'points', 0, 2),
  }),
];
