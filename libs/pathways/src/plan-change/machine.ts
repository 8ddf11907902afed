import { setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { disputeRegion } from '../regions/dispute/region';
import { closeAs, notice, ownersTask } from '../statutory-actions';
import { planChangeGuards } from './guards';
import { opened, type PlanChangeContext, planChangeMemory } from './memory';

const sent = {
  target: 'changed',
  actions: ['keepNamed', closeAs('PLAN_AMENDED'), notice('N-54', 'family', 'settings', 'health')],
} as const;

/** A plan between its reviews: Children and Families Act 2014 s 51, SEND Regulations 2014 regs 22, 28 and 32 to 45. */
export const planChangeMachine = setup({
  types: {
    context: {} as PlanChangeContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<PlanChangeContext>()(planChangeGuards),
  actions: {
    ...instructionsFor<PlanChangeContext>(),
    ...reasonActions<PlanChangeContext>(),
    ...planChangeMemory,
  },
}).createMachine({
  id: 'plan_change',
  context: ({ input }) => opened(input),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'open',
      on: {
        ...lifeArrows,
        CHILD_MOVED_LA: {
          ...lifeArrows.CHILD_MOVED_LA,
          actions: [...lifeArrows.CHILD_MOVED_LA.actions, closeAs('MOVED_LA')],
        },
        EHE_CONFIRMED: {
          guard: 'deregistrationDate',
          actions: ownersTask(
            'Tell the family that the plan and its rights of appeal stay',
            'Home education ends neither a plan nor an appeal about it.',
            5,
          ),
        },
      },
      states: {
        open: {
          on: {
            CHANGE_PROPOSED: {
              guard: all('mayDecideReview', 'reasonsGiven', 'changesEnclosed'),
              target: 'proposed',
              actions: 'keepNotice',
            },
            PLAN_AMENDMENT_ORDERED: {
              target: 'ordered',
              actions: ownersTask(
                'Carry out what was ordered or agreed',
                'It has dates of its own, and they count from the day it was made.',
                2,
              ),
            },
            CHALLENGE_PERIOD_ENDED: {
              guard: all('noDispute', 'appealWindowPassed'),
              target: 'unchanged',
              actions: closeAs('PLAN_MAINTAINED'),
            },
            MATTER_CLOSED: {
              guard: 'noDispute',
              target: 'unchanged',
              actions: closeAs('PLAN_MAINTAINED'),
            },
          },
        },
        proposed: {
          entry: notice('N-58', 'family', 'school'),
          on: {
            REPRESENTATIONS_RECEIVED: { actions: 'keepFinished' },
            REPRESENTATION_PERIOD_ENDED: {},
            PLAN_AMENDMENT_ORDERED: 'ordered',
            FINAL_AMENDED_ISSUED: {
              ...sent,
              guard: all('mayDecideReview', 'appealLetter', 'viewsTimeGiven'),
            },
            AMENDMENT_WITHDRAWN: {
              guard: all('mayDecideReview', 'reasonsGiven', 'reasonsInTime'),
              target: 'unchanged',
              actions: [closeAs('PLAN_MAINTAINED'), notice('N-57', 'family', 'school')],
            },
          },
        },
        ordered: {
          on: { FINAL_AMENDED_ISSUED: { ...sent, guard: all('mayDecideReview', 'appealLetter') } },
        },
        changed: closed,
        unchanged: closed,
        transferred_out: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
    dispute: disputeRegion({ PLAN_AMENDMENT_ORDERED: 'none' }, {}),
  },
});
