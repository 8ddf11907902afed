import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings } from '../regions';
import { closeAs, commissioned, decisions, task, tellFamily, withdrawn } from './decision-arrows';
import { placementGuards } from './guards';
import { type Option, type OptionRow, unaccounted } from './options';
import { nextDate, panelForNew } from './panel-days';
import { beginsUnder } from '../policy';
import { placementPolicy, placementTasks } from './policy';

const { due } = placementTasks;

/** What a placement request remembers between events. */
export interface PlacementContext {
  readonly panelOn: string;
  readonly statutoryDate: string | null;
  /** What the family asks for, and by which right. */
  readonly right: string;
  readonly preferred: string | null;
  /** Local options without a reply or a reason. */
  readonly silent: readonly Option[];
  readonly deferrals: number;
  readonly agreed: string | null;
  readonly startOn: string | null;
  readonly overNumber: boolean;
  readonly reasonCode: string | null;
}

/** Placement request to the Provision and Placement panel (handbook 12). */
export const placementMachine = setup({
  types: {
    context: {} as PlacementContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<PlacementContext>()(placementGuards),
  actions: {
    ...instructionsFor<PlacementContext>(),
    ...reasonActions<PlacementContext>(),
    keepPaper: assign({
      panelOn: ({ context, event }) => said(event, 'panelOn') ?? context.panelOn,
      silent: ({ event }) => unaccounted(event.payload['options'] as OptionRow[]),
    }),
    moveOn: assign({
      panelOn: ({ context, event }) => nextDate({ context: { ...context }, event }),
    }),
    countDeferral: assign({ deferrals: ({ context }) => context.deferrals + 1 }),
    keepDecision: assign({
      agreed: ({ event }) => said(event, 'agreed') ?? null,
      startOn: ({ event }) => said(event, 'startOn') ?? null,
      overNumber: ({ event }) => event.payload['isFull'] === true,
    }),
  },
}).createMachine({
  id: 'placement_request',
  context: ({ input }) => {
    const preference = input.payload['preference'] as { right: string; option?: string };
    return {
      panelOn: said(input, 'panelOn') ?? panelForNew(input.occurredOn, beginsUnder(input)),
      statutoryDate: said(input, 'statutoryDate') ?? null,
      right: preference.right,
      preferred: preference.right === 'none' ? null : (preference.option ?? null),
      silent: placementPolicy.alwaysWeighed,
      deferrals: 0,
      agreed: null,
      startOn: null,
      overNumber: false,
      reasonCode: null,
    };
  },
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'prepared',
      on: { ...localEndings() },
      states: {
        prepared: {
          on: {
            SUBMITTED: {
              guard: all('optionsAppraisal', 'lastResort'),
              target: 'listed',
              actions: 'keepPaper',
            },
            ...decisions(true),
            ...withdrawn,
          },
        },
        listed: {
          on: {
            ITEM_OPENED: { guard: 'quorate', target: 'discussed' },
            MEETING_CANCELLED: [
              { guard: all('reasonGiven', 'statutoryDateSafe'), actions: 'moveOn' },
              {
                guard: all('reasonGiven', 'statutoryDateAtRisk'),
                actions: [
                  'moveOn',
                  task(
                    'manager',
                    due.withoutPanel,
                    'Decide on the placement without the panel',
                    'The next panel comes after the date that the law sets for the plan.',
                  ),
                ],
              },
            ],
            ...decisions(true),
            ...withdrawn,
          },
        },
        discussed: {
          on: {
            ...decisions(false),
            DEFERRED: {
              guard: all('reasonGiven', 'statutoryDateSafe', 'deferralsLeft'),
              target: 'listed',
              actions: ['moveOn', 'countDeferral'],
            },
          },
        },
        conditions: {
          on: { CONDITIONS_MET: commissioned([]), ...withdrawn },
        },
        commissioning: {
          on: {
            PLACEMENT_STARTED: [
              {
                guard: all('contractAndCostLine', 'independentPlace', 'monitoringPlanned'),
                target: 'placed',
                actions: [
                  task(
                    'placement_officer',
                    due.qualityVisit,
                    'Hold the quality visit and read the first term’s attendance and outcomes',
                    'Every independent or non-maintained special school is visited, and reports each term.',
                  ),
                ],
              },
              { guard: all('contractAndCostLine', 'localPlace'), target: 'placed' },
            ],
            ...withdrawn,
          },
        },
        placed: { ...closed, entry: closeAs('OUTCOME_ACHIEVED') },
        not_agreed: { ...closed, entry: [tellFamily, closeAs('ALTERNATIVE_OFFERED')] },
        withdrawn: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
