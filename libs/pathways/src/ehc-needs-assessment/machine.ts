import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { type Adviser } from './events';
import { ehcGuards } from './guards';

/** What an assessment remembers between events. */
export interface EhcContext {
  readonly receivedOn: string;
  readonly awaiting: readonly Adviser[];
  readonly received: Readonly<Partial<Record<Adviser, string>>>;
  readonly draftServedOn: string | null;
  readonly consulted: readonly { readonly urn: string; readonly repliedOn: string | null }[];
  readonly excused: readonly string[];
  readonly namedUrn: string | null;
  readonly finalOn: string | null;
  readonly reasonCode: string | null;
}

const FIRST_FIVE: readonly Adviser[] = ['parent', 'school', 'ep', 'health', 'social_care'];
const adviserOf = (event: PathwayEvent) => event.payload['adviser'] as Adviser;
const servedOn = (event: PathwayEvent) => said(event, 'servedOn') ?? event.occurredOn;
const to = (...who: ('family' | 'school' | 'health' | 'social_care' | 'advisers' | 'settings')[]) =>
  who;

const assess = { target: 'advice', actions: 'askAdvisers' } as const;

const orders = {
  type: 'task',
  params: {
    task: 'Carry out the Tribunal’s order',
    why: 'The order sets its own dates.',
    for: 'owner',
    due: { unit: 'WD', n: 2 },
  },
} as const;

/** EHC needs assessment and plan, 20 weeks (handbook 10; SEND Regulations 2014). */
export const ehcMachine = setup({
  types: {
    context: {} as EhcContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<EhcContext>()(ehcGuards),
  actions: {
    ...instructionsFor<EhcContext>(),
    askAdvisers: assign({
      awaiting: ({ event }) => (event.payload['advisers'] as Adviser[] | undefined) ?? FIRST_FIVE,
      received: {},
    }),
    askMore: assign({
      awaiting: ({ context, event }) => [...new Set([...context.awaiting, adviserOf(event)])],
    }),
    takeAdvice: assign({
      awaiting: ({ context, event }) =>
        event.payload['quality'] === 'back'
          ? context.awaiting
          : context.awaiting.filter((it) => it !== adviserOf(event)),
      received: ({ context, event }) =>
        event.payload['quality'] === 'back'
          ? context.received
          : { ...context.received, [adviserOf(event)]: event.occurredOn },
    }),
    serveDraft: assign({ draftServedOn: ({ event }) => servedOn(event) }),
    forgetLines: assign({ consulted: [] }),
    openLines: assign({
      consulted: ({ context, event }) => {
        const asked = event.payload['settings'] as string[];
        return [
          ...context.consulted.filter(({ urn }) => !asked.includes(urn)),
          ...asked.map((urn) => ({ urn, repliedOn: null })),
        ];
      },
    }),
    closeLine: assign({
      consulted: ({ context, event }) =>
        context.consulted.map((line) =>
          line.urn === event.payload['setting'] ? { ...line, repliedOn: event.occurredOn } : line,
        ),
    }),
    keepExcuse: assign({
      excused: ({ context, event }) => [
        ...new Set([...context.excused, String(event.payload['category'])]),
      ],
    }),
    keepFinal: assign({
      finalOn: ({ event }) => event.occurredOn,
      namedUrn: ({ event }) => (event.payload['urn'] as string | undefined) ?? null,
    }),
    closeAs: assign({ reasonCode: (_, { code }: { code: string }) => code }),
  },
}).createMachine({
  id: 'ehc_needs_assessment',
  context: ({ input }) => ({
    receivedOn: input.occurredOn,
    awaiting: [],
    received: {},
    draftServedOn: null,
    consulted: [],
    excused: [],
    namedUrn: null,
    finalOn: null,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'requested',
      on: {
        ...lifeArrows,
        CHILD_MOVED_LA: {
          ...lifeArrows.CHILD_MOVED_LA,
          actions: [
            ...lifeArrows.CHILD_MOVED_LA.actions,
            { type: 'closeAs', params: { code: 'MOVED_LA' } },
          ],
        },
        EHE_CONFIRMED: {
          guard: 'deregistrationDate',
          actions: {
            type: 'task',
            params: {
              task: 'Tell the family that the assessment goes on',
              why: 'Home education ends local support only. The assessment and its dates go on.',
              for: 'owner',
              due: { unit: 'WD', n: 5 },
            },
          },
        },
        REQUEST_WITHDRAWN: {
          target: '.request_withdrawn',
          actions: [
            { type: 'closeAs', params: { code: 'FAMILY_DECLINED' } },
            { type: 'cancelMessages', params: { reason: 'The request was withdrawn' } },
          ],
        },
      },
      states: {
        requested: {
          entry: {
            type: 'send',
            params: { notice: 'N-50', to: to('family', 'school', 'health', 'social_care') },
          },
          on: {
            PANEL_LISTED: 'decision_assess',
            AGREED_TO_ASSESS: { ...assess, guard: 'panelHasAdvised' },
            REFUSED_TO_ASSESS: {
              guard: all('reasonsGiven', 'panelHasAdvised'),
              target: 'refused_to_assess',
            },
          },
        },
        decision_assess: {
          on: {
            AGREED_TO_ASSESS: assess,
            REFUSED_TO_ASSESS: { guard: 'reasonsGiven', target: 'refused_to_assess' },
          },
        },
        advice: {
          entry: {
            type: 'send',
            params: { notice: 'N-51', to: to('family', 'advisers'), statutory: true },
          },
          on: {
            ADVICE_REQUESTED: { actions: 'askMore' },
            ADVICE_CHASED: {
              guard: all('adviceAwaited', 'adviserAsked'),
              actions: { type: 'send', params: { notice: 'N-64', to: to('advisers') } },
            },
            ADVICE_RECEIVED: { guard: all('adviceAwaited', 'adviserAsked'), actions: 'takeAdvice' },
            ADVICE_COMPLETE: { guard: 'adviceAccountedFor', target: 'decision_plan' },
          },
        },
        decision_plan: {
          on: {
            AGREED_TO_ISSUE: 'drafting',
            REFUSED_TO_ISSUE: { guard: 'reasonsGiven', target: 'refused_to_issue' },
          },
        },
        drafting: {
          on: {
            DRAFT_ISSUED: {
              guard: 'qualityChecked',
              target: 'draft_issued',
              actions: 'serveDraft',
            },
          },
        },
        draft_issued: {
          entry: { type: 'send', params: { notice: 'N-52', to: to('family'), statutory: true } },
          on: {
            REPRESENTATIONS_RECEIVED: { guard: 'familyFinished', target: 'finalising' },
            REPRESENTATION_PERIOD_ENDED: 'finalising',
          },
        },
        finalising: {
          on: {
            DRAFT_REISSUED: {
              guard: 'materialChange',
              target: 'draft_issued',
              actions: ['serveDraft', 'forgetLines'],
            },
            FINAL_ISSUED: {
              guard: all('sectionsComplete', 'appealLetter', 'settingSettled'),
              target: 'final_issued',
              actions: 'keepFinal',
            },
          },
        },
        refused_to_assess: {
          entry: [
            {
              type: 'send',
              params: { notice: 'N-53', to: to('family', 'school'), statutory: true },
            },
            {
              type: 'task',
              params: {
                task: 'Offer a way-forward meeting',
                why: 'The family was told that we will not assess.',
                for: 'owner',
                due: { unit: 'WD', n: 5 },
              },
            },
          ],
          on: {
            ASSESSMENT_CONCEDED: assess,
            ASSESSMENT_ORDERED: { target: 'advice', actions: ['askAdvisers', orders] },
            CHALLENGE_PERIOD_ENDED: {
              guard: all('noDispute', 'appealWindowPassed'),
              target: 'closed',
            },
          },
        },
        refused_to_issue: {
          entry: {
            type: 'send',
            params: { notice: 'N-53', to: to('family', 'school'), statutory: true },
          },
          on: {
            PLAN_CONCEDED: 'drafting',
            PLAN_ORDERED: { target: 'drafting', actions: orders },
            CHALLENGE_PERIOD_ENDED: {
              guard: all('noDispute', 'appealWindowPassed'),
              target: 'closed',
            },
          },
        },
        final_issued: {
          entry: [
            {
              type: 'send',
              params: { notice: 'N-54', to: to('family', 'settings', 'health'), statutory: true },
            },
            {
              type: 'openCase',
              params: ({ event }) => ({
                pathway: 'annual_review',
                reason: 'The first review must be concluded within 12 months of the plan.',
                answers: { reviewKind: 'first', planFinalOn: event.occurredOn },
              }),
            },
          ],
          on: {
            PLAN_AMENDMENT_ORDERED: { target: 'drafting', actions: orders },
            CHALLENGE_PERIOD_ENDED: {
              guard: all('noDispute', 'appealWindowPassed'),
              target: 'closed',
            },
          },
        },
        closed,
        request_withdrawn: closed,
        transferred_out: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
    consultation: {
      initial: 'none',
      states: {
        none: {
          on: {
            CONSULTATION_SENT: {
              guard: 'consultingStage',
              target: 'open',
              actions: [
                'openLines',
                { type: 'send', params: { notice: 'N-63', to: to('settings') } },
              ],
            },
          },
        },
        open: {
          on: {
            CONSULTATION_SENT: {
              guard: 'consultingStage',
              actions: [
                'openLines',
                { type: 'send', params: { notice: 'N-63', to: to('settings') } },
              ],
            },
            CONSULTATION_REPLY: { guard: 'consultedSetting', actions: 'closeLine' },
            CONSULTATIONS_COMPLETE: { guard: 'linesSettled', target: 'complete' },
            DRAFT_REISSUED: { guard: 'materialChange', target: 'none' },
          },
        },
        complete: {
          on: {
            CONSULTATION_SENT: {
              guard: 'consultingStage',
              target: 'open',
              actions: [
                'openLines',
                { type: 'send', params: { notice: 'N-63', to: to('settings') } },
              ],
            },
            DRAFT_REISSUED: { guard: 'materialChange', target: 'none' },
          },
        },
      },
    },
    exception: {
      initial: 'none',
      states: {
        none: {
          on: {
            EXCEPTION_CLAIMED: {
              guard: all('groundInLaw', 'dateTestPassed', 'evidenceGiven'),
              target: 'claimed',
              actions: [
                'keepExcuse',
                {
                  type: 'task',
                  params: {
                    task: 'Check the reason for delay that was recorded',
                    why: 'A manager approves every lawful reason for delay. The family must be told of it.',
                    for: 'manager',
                    due: { unit: 'WD', n: 2 },
                  },
                },
              ],
            },
          },
        },
        claimed: { on: { EXCEPTION_ENDED: 'none' } },
      },
    },
    dispute: {
      initial: 'none',
      states: {
        none: { on: { MEDIATION_REQUESTED: 'mediation', APPEAL_LODGED: 'appeal' } },
        mediation: { on: { APPEAL_LODGED: 'appeal', DISPUTE_CLOSED: 'none' } },
        appeal: { on: { DISPUTE_CLOSED: 'none' } },
      },
    },
  },
});
