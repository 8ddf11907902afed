import { inParts, settingsFor, whole } from '../policy';
import { inWorkingDays, inSchoolDays, taskDays } from '../task-days';

/** The numbers a council may set (handbook 1.5 and 8.1). Section 19 itself has no day count; these are aims. */
export const s19Policy = {
  acknowledgeWorkingDays: 5,
  decideWorkingDays: 15,
  nextPanelSchoolDays: 5,
  startSchoolDays: 10,
  /** Full-time education is due from the sixth school day of a permanent exclusion: five after the first. */
  schoolDaysAfterFirstExcluded: 5,
  reviewSchoolWeeks: 6,
  reviewSchoolDays: 5,
  checkInWeeks: 13,
  checkIns: 3,
  /** Weeks back at school full time before the education arranged by the council ends. */
  returnWeeks: 4,
  /** Hours a week that are often quoted as full time. One-to-one hours may be fewer. */
  fullTimeHours: {
    keyStage1: 21,
    keyStage2: 23.5,
    keyStage3: 24,
    yearEleven: 25,
  },
} as const;

/** What people are asked to do on the way, and in what time. */
export const s19Tasks = taskDays({
  usual: ['A task that says no other time', inWorkingDays(2)],
  ratify: ['Put an urgent decision before the next panel', inSchoolDays(5)],
  heldFirst: ['First look at whether the return has held', { unit: 'SW', n: 12, roll: true }],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const s19Settings = [
  ...s19Tasks.settings,
  ...settingsFor(s19Policy, {
    checkIns: whole('Check-ins after the return to school', 'check-ins', 1, 10),
    returnWeeks: whole(
      'Weeks at school full time before education from the council ends',
      'weeks',
      1,
      26,
    ),
  }),
  ...settingsFor(
    s19Policy,
    {
      'fullTimeHours.keyStage1': inParts('Key stage 1', 'hours a week', 1, 40),
      'fullTimeHours.keyStage2': inParts('Key stage 2', 'hours a week', 1, 40),
      'fullTimeHours.keyStage3': inParts('Key stage 3 and Year 10', 'hours a week', 1, 40),
      'fullTimeHours.yearEleven': inParts('Year 11', 'hours a week', 1, 40),
    },
    'Hours that are often quoted as full time',
  ),
];
