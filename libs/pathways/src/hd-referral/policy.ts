import { inParts, settingsFor, whole } from '../policy';
import { inWorkingDays, inSchoolDays, taskDays } from '../task-days';

/** The numbers a council may set (handbook 1.5, 3.2 and 7); a case keeps the version it started on. */
export const hdPolicy = {
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
  weeksAtShare: 4,
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

/** What people are asked to do on the way, and in what time. */
export const hdTasks = taskDays({
  leftOutAgain: ['Look at a child who was left out again and again', inWorkingDays(5)],
  educationMeanwhile: [
    'Say what education there is while the place cannot be used',
    inWorkingDays(1),
  ],
  reviewSteps: ['Review the return after steps back', inSchoolDays(5)],
  checkRoll: ['Check why the home school took the child off roll', inWorkingDays(2)],
  exclusionGone: ['Stop what was arranged for an exclusion that does not stand', inWorkingDays(1)],
  section19: ['Decide about section 19 after a place has ended early', inWorkingDays(1)],
  offerFreePlace: ['Offer a free place to the next child', inWorkingDays(2)],
  ringFamily: ['Ring a family that has not answered the offer', inWorkingDays(1)],
  admissionMeeting: ['Hold the admission meeting', inSchoolDays(5)],
  lastLook: ['Last look at how the return has held', { unit: 'CW', n: 52 }],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const hdSettings = [
  ...hdTasks.settings,
  ...settingsFor(hdPolicy, {
    placesPerUnit: whole('Places in each unit', 'places', 1, 8),
    stepDays: whole('Days at one step before the next', 'days', 1, 60),
    stepShare: whole('Lessons in mainstream added by each step', 'per cent', 5, 50),
    shareToLeave: whole('Lessons in mainstream before the exit review', 'per cent', 10, 100),
    weeksAtShare: whole('Weeks at that share before the return', 'weeks', 1, 26),
    stepBacksBeforeReview: whole('Steps back that call for a review', 'steps', 1, 6),
    incidentsAllowed: whole(
      'Serious incidents allowed before a step up or the return',
      'incidents',
      0,
      10,
    ),
    attendanceToLeave: whole('Attendance before the return', 'per cent', 50, 100),
    skipsBeforeChair: whole('Times left out before the chair looks', 'times', 1, 10),
    'rank.excluded': whole('Waiting list: permanently excluded', 'points', 0, 100),
    'rank.exclusionIntended': whole('Waiting list: exclusion intended', 'points', 0, 100),
    'rank.priorityShare': inParts(
      'Waiting list: share of the Team Around the School priority',
      'of 1',
      0,
      1,
    ),
    'rank.mostForPriority': whole('Waiting list: most for that priority', 'points', 0, 100),
    'rank.inCareOrProtected': whole(
      'Waiting list: in care or on a protection plan',
      'points',
      0,
      100,
    ),
    'rank.yearEleven': whole('Waiting list: Year 11 in the first two terms', 'points', 0, 100),
    'rank.mostForWaiting': whole('Waiting list: most for weeks waited', 'points', 0, 100),
  }),
];
