import { settingsFor, whole } from '../policy';
import { inWorkingDays, taskDays } from '../task-days';

/** The numbers a council may set for Early Years transition; a case keeps the version it started on. */
export const eyPolicy = {
  screenWorkingDays: 15,
  keyworkerWorkingDays: 10,
  health: { acknowledgeWorkingDays: 5, triageWorkingDays: 10 },
  offerChaseWorkingDays: 5,
  lateMeetingSchoolDays: 10,
  firstCheckInSchoolDays: 10,
  fullTimeSchoolDays: 15,
  lateReviewSchoolWeeks: 6,
  outcomeSchoolDays: 10,
  /** How many visits are planned on each level. */
  visits: {
    targeted: { school_to_setting: 1, child_to_school: 2, home: 1 },
    enhanced: { school_to_setting: 1, child_to_school: 4, home: 1 },
  },
  caseloadMax: 18,
  hubPlaces: 8,
} as const;

/** What people are asked to do on the way, and in what time. */
export const eyTasks = taskDays({
  copyPlan: ['Copy the plan to a new school', inWorkingDays(5)],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const eySettings = [
  ...eyTasks.settings,
  ...settingsFor(eyPolicy, {
    'visits.targeted.school_to_setting': whole(
      'Targeted level: visits of the school to the setting',
      'visits',
      0,
      10,
    ),
    'visits.targeted.child_to_school': whole(
      'Targeted level: visits of the child to the school',
      'visits',
      0,
      10,
    ),
    'visits.targeted.home': whole('Targeted level: visits at home', 'visits', 0, 10),
    'visits.enhanced.school_to_setting': whole(
      'Enhanced level: visits of the school to the setting',
      'visits',
      0,
      10,
    ),
    'visits.enhanced.child_to_school': whole(
      'Enhanced level: visits of the child to the school',
      'visits',
      0,
      10,
    ),
    'visits.enhanced.home': whole('Enhanced level: visits at home', 'visits', 0, 10),
    caseloadMax: whole('Weight that a full-time worker may hold', 'points', 1, 60),
    hubPlaces: whole('Places in each inclusion hub', 'places', 1, 50),
  }),
];
