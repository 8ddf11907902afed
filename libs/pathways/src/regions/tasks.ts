import { inWorkingDays, taskDays } from '../task-days';

/** What any case may ask people to do, and in what time. */
export const commonTasks = taskDays({
  stopDirectWork: ['Stop direct work when the family takes back its agreement', inWorkingDays(1)],
  askAgain: ['Ask the family again when its agreement has lapsed', inWorkingDays(5)],
  movePapers: ['Move the papers of a case on the wrong child', inWorkingDays(1)],
  endAccess: ['End the old school’s access after a change of school', inWorkingDays(5)],
});
