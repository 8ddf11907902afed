import { settingsFor, whole } from '../policy';
import { inWorkingDays, taskDays } from '../task-days';

/** The numbers a council may set (handbook 3.2 and 12); a case keeps the version it started on. None of them moves a date set by law. */
export const placementPolicy = {
  /** The panel sits every so many days, counted from any day on which it sat; school holidays do not stop it. */
  panel: { everyDays: 14, satOn: '2027-02-17' },
  /** A request of this many days before a sitting can still go to it. */
  noticeDays: 7,
  papersWorkingDays: 5,
  minutesWorkingDays: 3,
  conditionsWorkingDays: 10,
  startWorkingDays: 30,
  mostDeferrals: 2,
  /** Options that every paper weighs, whatever the family asks for. */
  alwaysWeighed: [
    'current_support',
    'mainstream_top_up',
    'resource_base',
    'special_local',
    'special_neighbour',
    'alternative_provision',
  ],
} as const;

/** What people are asked to do on the way, and in what time. */
export const placementTasks = taskDays({
  tellFamily: ['Tell the family and the school what was decided', inWorkingDays(2)],
  overNumber: ['Tell a school of a place over its number', inWorkingDays(1)],
  withoutPanel: ['Decide without the panel when the law cannot wait', inWorkingDays(1)],
  qualityVisit: ['Hold the quality visit and read the first term’s reports', inWorkingDays(60)],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const placementSettings = [
  ...placementTasks.settings,
  ...settingsFor(placementPolicy, {
    'panel.everyDays': whole('The panel sits every', 'days', 1, 90),
    noticeDays: whole('A new request can still go to a sitting', 'days ahead', 0, 60),
  }),
];
