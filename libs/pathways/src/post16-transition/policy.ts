import { settingsFor, whole } from '../policy';
import { inWorkingDays, taskDays } from '../task-days';

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

/** What people are asked to do on the way, and in what time. */
export const post16Tasks = taskDays({
  planAgain: ['Plan again when the next setting changes', inWorkingDays(5)],
  referToAdults: ['Send the referral to services for adults', inWorkingDays(5)],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const post16Settings = [
  ...post16Tasks.settings,
  ...settingsFor(post16Policy, {
    caseloadMax: whole('Weight that a full-time worker may hold', 'points', 1, 60),
  }),
];
