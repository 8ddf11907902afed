import { all } from '../building-blocks';
import { type TaskDue } from '../instruction';
import { eotasTasks } from './policy';

const { due } = eotasTasks;

/** Keeps the reason for which the package ended. */
export const closeAs = (code: string) => ({ type: 'closeAs' as const, params: { code } });
const task = (due: TaskDue, words: string, why: string) => ({
  type: 'task' as const,
  params: { task: words, why, for: 'owner' as const, due },
});
/** After every decision. */
export const tellFamily = task(
  due.tellFamily,
  'Tell the family what was decided, and why',
  'They have a right to the reasons. An appeal opens with the final plan, and the letter says so.',
);

/** A provider may stop at any time once the package is agreed. */
export const stopped = {
  PROVIDER_STOPPED: {
    actions: [
      task(
        due.otherProvision,
        'Put other provision in place for the hours that are lost',
        'The plan’s provision must be made, whoever makes it.',
      ),
      {
        type: 'openCase' as const,
        params: {
          pathway: 's19_request',
          reason: 'A provider of the package has stopped',
        },
      },
    ],
  },
};

/** A package ends when the child returns to a school, or when the plan no longer has it. */
export const endings = {
  RETURNED_TO_SCHOOL: {
    guard: 'endMeasures',
    target: 'returned_to_school',
    actions: [
      closeAs('OUTCOME_ACHIEVED'),
      {
        type: 'task',
        params: {
          task: 'Ask the school and the family how the return has gone',
          why: 'A follow-up some weeks after the package has ended.',
          for: 'owner',
          due: due.followUp,
        },
      },
    ],
  },
  PLAN_AMENDED: [
    {
      guard: all('planNamesSchool', 'endMeasures'),
      target: 'plan_names_school',
      actions: closeAs('PLAN_AMENDED'),
    },
    {
      guard: 'planKeepsIt',
      actions: task(
        due.comparePlan,
        'Compare the lines with the amended plan, and propose what must change',
        'The package must make the provision of the plan as it is now.',
      ),
    },
    { guard: 'planCeased', target: 'plan_ceased', actions: closeAs('PLAN_CEASED') },
  ],
} as const;

/** A change of the lines is proposed by one and decided by another. */
export const change = {
  CHANGE_PROPOSED: {
    guard: 'linesDated',
    target: 'change_proposed',
    actions: 'keepChange',
  },
} as const;
/** Before the decision, the proposal can be withdrawn. */
export const withdrawn = {
  WITHDRAWN: { target: 'withdrawn', actions: closeAs('WITHDRAWN') },
} as const;
