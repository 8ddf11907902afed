import { setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { closeAs, notice, ownersTask } from '../statutory-actions';
import { afterFinal, afterRefusedToAssess, afterRefusedToIssue } from './challenge';
import { consultationRegion } from './consultation';
import { disputeRegion } from '../regions/dispute/region';
import { exceptionRegion } from './exception';
import { ehcGuards } from './guards';
import { ehcFollowUps, ehcMemory, opened, type SparseEhcContext } from './memory';

/** A step of the work that settles the dispute as well. */
const settledBy = {
  ASSESSMENT_CONCEDED: { guard: 'assessmentRefused', target: 'none' },
  PLAN_CONCEDED: { guard: 'planRefused', target: 'none' },
  PLAN_AMENDMENT_ORDERED: { guard: 'planStands', target: 'none' },
} as const;

const orders = {
  ASSESSMENT_ORDERED: { guard: 'assessmentRefused', target: 'none' },
  PLAN_ORDERED: { guard: 'planRefused', target: 'none' },
} as const;

const assess = { target: 'advice', actions: 'askAdvisers' } as const;

/** EHC needs assessment and plan, 20 weeks (handbook 10; SEND Regulations 2014). */
export const ehcMachine = setup({
  types: {
    context: {} as SparseEhcContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<SparseEhcContext>()(ehcGuards),
  actions: {
    ...instructionsFor<SparseEhcContext>(),
    ...reasonActions<SparseEhcContext>(),
    ...ehcMemory,
    ...ehcFollowUps,
  },
}).createMachine({
  id: 'ehc_needs_assessment',
  context: ({ input }) => opened(input),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'requested',
      on: {
        ...lifeArrows,
        CHILD_MOVED_LA: {
          ...lifeArrows.CHILD_MOVED_LA,
          actions: [...lifeArrows.CHILD_MOVED_LA.actions, closeAs('MOVED_LA')],
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
            closeAs('FAMILY_DECLINED'),
            { type: 'cancelMessages', params: { reason: 'The request was withdrawn' } },
          ],
        },
      },
      states: {
        requested: {
          entry: {
            type: 'send',
            params: { notice: 'N-50', to: ['family', 'school', 'health', 'social_care'] },
          },
          on: {
            PANEL_LISTED: 'decision_assess',
            AGREED_TO_ASSESS: { ...assess, guard: 'panelHasAdvised' },
            REFUSED_TO_ASSESS: {
              guard: all('reasonsGiven', 'panelHasAdvised'),
              target: 'refused_to_assess',
              actions: 'keepDecision',
            },
          },
        },
        decision_assess: {
          on: {
            AGREED_TO_ASSESS: assess,
            REFUSED_TO_ASSESS: {
              guard: 'reasonsGiven',
              target: 'refused_to_assess',
              actions: 'keepDecision',
            },
          },
        },
        advice: {
          entry: notice('N-51', 'family', 'advisers'),
          on: {
            ASSESSMENT_NOTIFIED: { guard: 'assessmentReopened' },
            ADVICE_REQUESTED: { actions: 'askMore' },
            ADVICE_CHASED: {
              guard: all('adviceAwaited', 'adviserAsked'),
              actions: { type: 'send', params: { notice: 'N-64', to: ['advisers'] } },
            },
            ADVICE_RECEIVED: {
              guard: all('adviceAwaited', 'adviserAsked'),
              actions: ['takeAdvice', 'askAgain'],
            },
            ADVICE_COMPLETE: { guard: 'adviceAccountedFor', target: 'decision_plan' },
          },
        },
        decision_plan: {
          on: {
            AGREED_TO_ISSUE: 'drafting',
            REFUSED_TO_ISSUE: {
              guard: 'reasonsGiven',
              target: 'refused_to_issue',
              actions: 'keepDecision',
            },
          },
        },
        drafting: {
          on: {
            DRAFT_ISSUED: {
              guard: 'qualityChecked',
              target: 'draft_issued',
              actions: 'serveDraft',
            },
            FINAL_ISSUED: {
              guard: all('changeOrdered', 'sectionsComplete', 'appealLetter'),
              target: 'final_issued',
              actions: 'keepFinal',
            },
          },
        },
        draft_issued: {
          entry: notice('N-52', 'family'),
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
              actions: ['openFirstReview', 'keepFinal'],
            },
          },
        },
        refused_to_assess: {
          entry: [
            notice('N-53', 'family', 'school'),
            ownersTask(
              'Offer a way-forward meeting',
              'The family was told that we will not assess.',
              5,
            ),
          ],
          on: afterRefusedToAssess,
        },
        refused_to_issue: {
          entry: notice('N-53', 'family', 'school'),
          on: afterRefusedToIssue,
        },
        final_issued: {
          entry: notice('N-54', 'family', 'settings', 'health'),
          on: afterFinal,
        },
        closed,
        request_withdrawn: closed,
        transferred_out: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
    consultation: consultationRegion,
    exception: exceptionRegion,
    dispute: disputeRegion(settledBy, orders),
  },
});
