import { all } from '../building-blocks';
import { type TaskDue } from '../instruction';
import { placementTasks } from './policy';

const { due } = placementTasks;

/** Keeps the reason for which the request ended. */
export const closeAs = (code: string) => ({ type: 'closeAs' as const, params: { code } });
/** A task, and when it is due. */
export const task = (
  of: 'owner' | 'manager' | 'placement_officer',
  due: TaskDue,
  words: string,
  why: string,
) => ({
  type: 'task' as const,
  params: { task: words, why, for: of, due },
});

/** After every decision. */
export const tellFamily = task(
  'owner',
  due.tellFamily,
  'Tell the family and the school what was decided, and why',
  'They have a right to the reasons. An appeal opens with the final plan, and the letter says so.',
);

/** Gates of every decision; `alone` where the panel has not discussed it. */
const gates = (alone: boolean) => [
  'mayDecidePlacement',
  'notTheProposer',
  alone ? 'panelHasAdvised' : 'inItsSitting',
  'groundGiven',
  'notCostAlone',
];

/** Into commissioning: a place over the number is flagged, and an EOTAS package opens its own case. */
export const commissioned = (
  asked: readonly string[],
  ...actions: ('keepDecision' | typeof tellFamily)[]
) => [
  {
    guard: all(...asked, 'overNumber'),
    target: 'commissioning' as const,
    actions: [
      ...actions,
      task(
        'placement_officer',
        due.overNumber,
        'Tell the school of the place over its number, and count it',
        'A school that is named must admit, also when it is full. The place is flagged.',
      ),
    ],
  },
  { guard: all(...asked, 'withinNumber'), target: 'commissioning' as const, actions },
  {
    guard: all(...asked, 'forEotas'),
    target: 'commissioning' as const,
    actions: [
      ...actions,
      {
        type: 'openCase' as const,
        params: {
          pathway: 'eotas_package',
          reason: 'Education otherwise than at school was agreed',
          answers: { route: 'panel' },
        },
      },
    ],
  },
];

/** The decisions, as they stand in one state; `alone` where the panel has not discussed it. */
export const decisions = (alone: boolean) => {
  const agreeing = [...gates(alone), 'lastResort', 'overNumberGround'];
  return {
    AGREED: commissioned(agreeing, 'keepDecision', tellFamily),
    AGREED_WITH_CONDITIONS: {
      guard: all(...agreeing),
      target: 'conditions' as const,
      actions: ['keepDecision' as const, tellFamily],
    },
    NOT_AGREED: {
      guard: all(...gates(alone), 'alternativeOffered'),
      target: 'not_agreed' as const,
    },
  };
};

/** As long as nothing has started, the request can be withdrawn. */
export const withdrawn = {
  WITHDRAWN: { target: 'withdrawn', actions: closeAs('REQUEST_WITHDRAWN') },
} as const;
