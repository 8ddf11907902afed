import { settingsFor, whole } from '../policy';
import { findingPolicy, findingSettings } from './finding-policy';
import { priorityPolicy, prioritySettings } from './score-policy';
import { inWorkingDays, taskDays } from '../task-days';

/** The numbers a council may set (handbook 1.5, 3.2 and 6); a case keeps the version it started on. */
export const tatsPolicy = {
  /** The group sits every week in term. */
  daysToNextMeeting: 7,
  papersBeforeWorkingDays: 4,
  triageWorkingDays: 3,
  feedbackWorkingDays: 2,
  actionSchoolDays: 10,
  reviewSchoolWeeks: 6,
  extraSlotWorkingDays: 3,
  mostDeferrals: 2,
  /** A child put off by the group itself moves up the list. */
  deferralBonus: 5,
  stableSuspendedDays: 1,
  /** Things that a school tried before it puts a child forward. */
  strategiesTried: 2,
  priority: priorityPolicy,
  finding: findingPolicy,
} as const;

/** What people are asked to do on the way, and in what time. */
export const tatsTasks = taskDays({
  escalate: ['Refer a child whom the group escalates', inWorkingDays(1)],
  thirdTimeHere: ['Look at why a child is here for the third time', inWorkingDays(3)],
  withoutPapers: ['Tell the head that the meeting goes ahead without papers', inWorkingDays(1)],
});

/** Those that a council may set; its time limits are set by the name of their clock. */
export const tatsSettings = [
  ...tatsTasks.settings,
  ...settingsFor(tatsPolicy, {
    daysToNextMeeting: whole('The meeting is held every', 'days', 1, 60),
    deferralBonus: whole('Points added when the group itself puts a child off', 'points', 0, 50),
    strategiesTried: whole('Things that a school has tried first', 'things', 1, 6),
    stableSuspendedDays: whole('Suspended days allowed before a case is stable', 'days', 0, 10),
  }),
  ...prioritySettings,
  ...findingSettings,
];
