import { assign, setup } from 'xstate';
import { holdsAfter } from '../back-at-school';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings, schoolAnswerArrows } from '../regions';
import { s19Guards } from './guards';
import { s19Tasks } from './policy';

const { due } = s19Tasks;

/** What a section 19 request remembers between events. */
export interface S19Context {
  readonly triggerType: string;
  readonly requestedBy: string;
  readonly ncYear: number | null;
  /** A permanent exclusion that still stands, and its first school day where it was named. */
  readonly excluded: boolean;
  readonly exclusionFirstDay: string | null;
  /** Days on which the question was asked; the last one counts. */
  readonly receivedOn: readonly string[];
  readonly checkIns: number;
  readonly hours: number | null;
  readonly reasonCode: string | null;
}

const closeAs = <const C extends string>(code: C) =>
  ({ type: 'closeAs', params: { code } }) as const;
const task = <const P extends { task: string; why: string }>(params: P) =>
  ({ type: 'task', params: { for: 'owner', due: due.usual, ...params } }) as const;
const decision = {
  type: 'send',
  params: { notice: 'N-15', to: ['family', 'school'], statutory: true },
} as const;

/** The duty is not the family's to withdraw from: everything else ends this case as it ends others. */
const { CHILD_MOVED_LA, EHE_CONFIRMED, ...endings } = withoutWithdrawal(localEndings());

function withoutWithdrawal<E extends { readonly FAMILY_WITHDREW: unknown }>(
  all: E,
): Omit<E, 'FAMILY_WITHDREW'> {
  const { FAMILY_WITHDREW, ...rest } = all;
  void FAMILY_WITHDREW;
  return rest;
}

/** A section 19 request: from the question to the return, the place or the last check-in (handbook 8.1). */
export const s19Machine = setup({
  types: {
    context: {} as S19Context,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    input: {} as PathwayEvent,
    tags: {} as 'closed',
  },
  guards: machineGuards<S19Context>()(s19Guards),
  actions: {
    ...instructionsFor<S19Context>(),
    ...reasonActions<S19Context>(),
    askAgain: assign({
      receivedOn: ({ context, event }) => [...context.receivedOn, event.occurredOn],
      checkIns: 0,
    }),
    countCheckIn: assign({ checkIns: ({ context }) => context.checkIns + 1 }),
    keepHours: assign({
      hours: ({ event: { payload } }) => Number(payload['hours'] ?? payload['hoursPerWeek'] ?? 0),
    }),
    forgetExclusion: assign({ excluded: false }),
  },
}).createMachine({
  id: 's19_request',
  context: ({ input }) => ({
    triggerType: said(input, 'triggerType') ?? 'otherwise',
    requestedBy: said(input, 'requestedBy') ?? 'council',
    ncYear: typeof input.payload['ncYear'] === 'number' ? input.payload['ncYear'] : null,
    excluded: input.payload['triggerType'] === 'exclusion',
    exclusionFirstDay: said(input, 'exclusionFirstDay') ?? null,
    receivedOn: [input.occurredOn],
    checkIns: 0,
    hours: null,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'received',
      on: {
        ...endings,
        ...schoolAnswerArrows('school'),
        CHILD_MOVED_LA: {
          ...CHILD_MOVED_LA,
          actions: [
            ...CHILD_MOVED_LA.actions,
            task({
              task: 'Ring the new council: the duty goes with the child’s home',
              why: 'Education must not stop while the councils hand over.',
            }),
          ],
        },
        EHE_CONFIRMED: [
          { ...EHE_CONFIRMED, guard: all('deregistrationDate', 'electiveHomeEducation') },
          {
            guard: all('deregistrationDate', 'homeEducationNotElective'),
            actions: [
              { type: 'send', params: { notice: 'N-41', to: ['ehe_team'] } },
              task({
                task: 'Talk to the family and the school about the return to a school roll',
                why: 'Home education was not freely chosen, so the duty goes on.',
                for: 'manager',
              }),
            ],
          },
        ],
        EXCLUSION_CANCELLED: {
          guard: 'exclusionStands',
          actions: [
            'forgetExclusion',
            task({
              task: 'Check that the child is back at school full time, and whether the request goes on',
              why: 'The exclusion no longer stands.',
            }),
          ],
        },
        REACHED_SCHOOL_LEAVING_AGE: { target: '.ended_over_age', actions: closeAs('AGED_OUT') },
      },
      states: {
        received: {
          on: {
            ACKNOWLEDGED: {
              target: 'information',
              actions: { type: 'send', params: { notice: 'N-14', to: ['requester', 'family'] } },
            },
          },
        },
        information: {
          on: {
            LISTED: 'panel_listed',
            DELEGATED_DECISION_AGREED: {
              guard: all('urgent', 'mayDecide', 'reasonText', 'reasonIfPartTime'),
              target: 'agreed',
              actions: [
                'keepHours',
                {
                  type: 'task',
                  params: {
                    task: 'Put the decision before the next panel, to be ratified',
                    why: 'A delegated officer agreed it because it was urgent.',
                    for: 'panel_coordinator',
                    due: due.ratify,
                  },
                },
              ],
            },
          },
        },
        panel_listed: {
          on: {
            S19_AGREED: {
              guard: all('inItsSitting', 'reasonText', 'reasonIfPartTime'),
              target: 'agreed',
              actions: 'keepHours',
            },
            S19_NOT_AGREED: { guard: all('inItsSitting', 'reasonText'), target: 'check_in' },
            PANEL_DEFERRED: { guard: 'deadlineNotBreached' },
          },
        },
        agreed: {
          entry: decision,
          on: {
            PROVISION_STARTED: {
              guard: 'hoursPerWeekAbove0',
              target: 'provision_live',
              actions: [
                'keepHours',
                task({
                  task: 'Ask the school to use code K, and name who sends it the sessions',
                  why: 'The council arranges this education.',
                }),
              ],
            },
          },
        },
        provision_live: { on: { REVIEW_STARTED: 'reviewing' } },
        reviewing: {
          on: {
            CONTINUE: {
              guard: all('hoursGiven', 'reasonIfPartTime'),
              target: 'provision_live',
              actions: 'keepHours',
            },
            RETURN_COMPLETED: {
              guard: all('fullTime4Weeks', 'noOpenActions'),
              target: 'ended_returned',
              actions: ['keepReason', holdsAfter(due.heldFirst)],
            },
            PLACEMENT_NAMED: {
              guard: 'noGap',
              target: 'ended_placement',
              actions: closeAs('OTHER_SERVICE_LEADS'),
            },
          },
        },
        check_in: {
          entry: decision,
          on: {
            CIRCUMSTANCES_CHANGED: { target: 'information', actions: 'askAgain' },
            CHECK_IN_OK: [
              { guard: 'fewerThan3CheckIns', actions: 'countCheckIn' },
              {
                guard: 'thirdCheckIn',
                target: 'ended_not_needed',
                actions: ['countCheckIn', closeAs('NOT_ELIGIBLE')],
              },
            ],
          },
        },
        ended_returned: closed,
        ended_placement: closed,
        ended_not_needed: closed,
        ended_over_age: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
