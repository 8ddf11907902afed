import { setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { closeAs, ownersTask } from '../statutory-actions';
import { exclusionGuards } from './guards';
import { type ExclusionContext, exclusionMemory, recorded } from './memory';

const takenBack = ['standsNoMore', 'takeBack'] as const;
const reinstated = {
  target: 'reinstated',
  actions: [...takenBack, closeAs('REINSTATED')],
} as const;
const stands = { target: 'stands', actions: closeAs('UPHELD') } as const;

/** An exclusion and its life: governors, independent review, governors again (SI 2012/1033). */
export const exclusionMachine = setup({
  types: {
    context: {} as ExclusionContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<ExclusionContext>()(exclusionGuards),
  actions: {
    ...instructionsFor<ExclusionContext>(),
    ...reasonActions<ExclusionContext>(),
    ...exclusionMemory,
  },
}).createMachine({
  id: 'exclusion',
  context: ({ input }) => recorded(input),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'excluded',
      on: {
        ...lifeArrows,
        CHILD_MOVED_LA: {
          ...lifeArrows.CHILD_MOVED_LA,
          actions: [...lifeArrows.CHILD_MOVED_LA.actions, closeAs('MOVED_LA')],
        },
        EHE_CONFIRMED: {
          guard: 'deregistrationDate',
          actions: ownersTask(
            'Check that the family chose home education freely, and tell it that the governors still decide',
            'Home education does not end an exclusion. The family keeps its right to be heard.',
            2,
          ),
        },
        EVERYBODY_TOLD: {},
        EDUCATION_STARTED: { actions: 'keepEducation' },
      },
      states: {
        excluded: {
          entry: [
            {
              type: 'task',
              params: {
                task: 'Check that the parents, the council, the social worker and the virtual school know of the exclusion',
                why: 'Each of them must be told without delay.',
                for: 'owner',
                due: { unit: 'WD', n: 0, roll: true },
                doneBy: ['EVERYBODY_TOLD'],
              },
            },
            'askForEducation',
          ],
          on: {
            REPRESENTATIONS_MADE: { actions: 'keepRepresentations' },
            EXCLUSION_CANCELLED: {
              target: 'cancelled',
              actions: [...takenBack, closeAs('CANCELLED')],
            },
            SUSPENSION_ENDED: {
              guard: all('isSuspension', 'governorsNeedNotMeet'),
              target: 'ended',
              actions: closeAs('ENDED'),
            },
            GOVERNORS_REINSTATED: reinstated,
            GOVERNORS_UPHELD: [
              { guard: 'isPermanent', target: 'upheld' },
              { ...stands, guard: 'isSuspension' },
            ],
          },
        },
        upheld: {
          on: {
            REVIEW_APPLIED_FOR: 'review_asked',
            REVIEW_PERIOD_ENDED: { ...stands, guard: 'reviewTimePassed' },
          },
        },
        review_asked: {
          entry: ownersTask(
            'Arrange the independent review panel',
            'It must meet within 15 school days. The family may ask for a SEN expert.',
            2,
          ),
          on: {
            PANEL_UPHELD: stands,
            PANEL_RECOMMENDED: 'reconsidering',
            PANEL_QUASHED: { target: 'reconsidering', actions: takenBack },
          },
        },
        reconsidering: {
          on: {
            GOVERNORS_REINSTATED: reinstated,
            GOVERNORS_UPHELD: stands,
          },
        },
        cancelled: closed,
        reinstated: closed,
        stands: closed,
        ended: closed,
        transferred_out: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
