import { emit, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction, type Recipient } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { type ReviewContext } from './dates';
import { reviewGuards } from './guards';
import { opened, reviewMemory } from './memory';

type Args = { context: ReviewContext; event: PathwayEvent };

const notice = (code: string, ...to: Recipient[]) => ({
  type: 'send' as const,
  params: { notice: code, to, statutory: true },
});
const closeAs = (code: string) => ({ type: 'closeAs' as const, params: { code } });
const INVITED: Recipient[] = ['family', 'school', 'health', 'social_care'];

/** Regulation 20: the head is asked. Regulation 21: nobody else can be. */
const asking = ({ context }: Args): Instruction =>
  context.arrangedBy === 'school'
    ? { type: 'message.send', notice: 'N-55', to: ['school'], statutory: true }
    : {
        type: 'task.open',
        task: 'Arrange the review meeting and invite everybody',
        why: 'No head teacher arranges it, so the council does.',
        for: 'owner',
        due: { unit: 'WD', n: 5, roll: true },
      };

const nextReview = {
  type: 'openCase' as const,
  params: ({ context }: Args) => ({
    pathway: 'annual_review',
    reason: 'The next review must be concluded within 12 months of this one.',
    answers: {
      reviewKind: 'ordinary',
      arrangedBy: context.arrangedBy,
      lastConcludedOn: context.concludedOn,
    },
  }),
};

const cessation = {
  type: 'openCase' as const,
  params: ({ context, event }: Args) => ({
    pathway: 'cessation',
    reason: 'The review found that there may be a lawful ground to end the plan.',
    answers: {
      flaggedBy: 'review',
      ground: said(event, 'ground'),
      reviewedOn: context.concludedOn,
    },
  }),
};

const movePlan = {
  type: 'task' as const,
  params: {
    task: 'Send the plan and the review papers to the new council',
    why: 'A plan moves with the child, at the latest 15 working days after we learn of it.',
    for: 'owner' as const,
    due: { unit: 'workingDaysBeginning' as const, n: 15 },
  },
};

const decides = (...more: string[]) =>
  all('mayDecideReview', 'viewsSought', 'reasonsGiven', 'qualityCheckedOrReason', ...more);

const planKept = [closeAs('PLAN_MAINTAINED'), notice('N-57', 'family', 'school'), nextReview];

/** The next school is asked before the plan names it; nothing waits for its answer. */
const consulting = {
  CONSULTATION_SENT: {
    actions: [
      'keepConsulted',
      { type: 'send', params: { notice: 'N-63', to: ['settings'] as Recipient[] } },
    ],
  },
  CONSULTATION_REPLY: { guard: 'consultedSetting' },
} as const;

/** Annual review of an EHC plan (handbook 11.1; Children and Families Act 2014 s 44, SEND Regulations 2014 regs 18-22). */
export const reviewMachine = setup({
  types: {
    context: {} as ReviewContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<ReviewContext>()(reviewGuards),
  actions: {
    ...instructionsFor<ReviewContext>(),
    ...reasonActions<ReviewContext>(),
    ...reviewMemory,
    askForMeeting: emit(asking),
  },
}).createMachine({
  id: 'annual_review',
  context: ({ input }) => opened(input),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'due',
      on: {
        ...lifeArrows,
        CHILD_MOVED_LA: {
          ...lifeArrows.CHILD_MOVED_LA,
          actions: [...lifeArrows.CHILD_MOVED_LA.actions, movePlan, closeAs('MOVED_LA')],
        },
        EHE_CONFIRMED: {
          guard: 'deregistrationDate',
          actions: [
            'takeOver',
            {
              type: 'task',
              params: {
                task: 'Tell the family that the review goes on',
                why: 'Home education does not end a plan or its review. The council now arranges it.',
                for: 'owner',
                due: { unit: 'WD', n: 5, roll: true },
              },
            },
          ],
        },
      },
      states: {
        due: {
          entry: 'askForMeeting',
          on: {
            MEETING_CHASED: {
              guard: 'schoolArranges',
              actions: { type: 'send', params: { notice: 'N-55', to: ['school'] } },
            },
            AUTHORITY_ARRANGES: {
              guard: all('schoolArranges', 'reasonOnForm'),
              actions: ['takeOver', 'askForMeeting'],
            },
            MEETING_ARRANGED: {
              guard: all('meeting14DaysAhead', 'schoolOpenThatDay'),
              target: 'arranged',
              actions: 'keepMeeting',
            },
            PLAN_TRANSFERRED: 'cancelled',
          },
        },
        arranged: {
          entry: [
            notice('N-56', ...INVITED),
            {
              type: 'task',
              params: {
                task: 'Check that written advice was asked for',
                why: 'It goes to everybody two weeks before the meeting.',
                for: 'owner',
                due: { unit: 'WD', n: 2, roll: true },
              },
            },
          ],
          on: {
            MEETING_MOVED: {
              guard: all('noticeOrAgreement', 'schoolOpenThatDay'),
              actions: ['keepMeeting', notice('N-56', ...INVITED)],
            },
            PAPERS_CIRCULATED: {},
            MEETING_NOT_HELD: {
              guard: 'meetingDayCome',
              target: 'due',
              actions: 'forgetMeeting',
            },
            MEETING_HELD: { target: 'held', actions: 'keepHeld' },
            PLAN_TRANSFERRED: 'cancelled',
          },
        },
        held: {
          on: {
            VIEWS_SOUGHT: { actions: 'keepViews' },
            REPORT_CHASED: {
              actions: { type: 'send', params: { notice: 'N-55', to: ['school'] } },
            },
            REPORT_RECEIVED: { target: 'report_in', actions: 'keepReport' },
            DECIDED_WITHOUT_REPORT: { target: 'report_in', actions: 'keepReportMissing' },
          },
        },
        report_in: {
          on: {
            ...consulting,
            VIEWS_SOUGHT: { actions: 'keepViews' },
            REPORT_RECEIVED: { actions: 'keepReport' },
            QUALITY_CHECKED: { actions: 'keepGrade' },
            DECISION_MAINTAIN: {
              guard: decides('nextPlaceNamed'),
              target: 'maintained',
              actions: ['conclude', ...planKept],
            },
            DECISION_AMEND: {
              guard: decides('changesEnclosed'),
              target: 'amending',
              actions: ['conclude', 'keepNotice'],
            },
            DECISION_CEASE: {
              guard: decides(),
              target: 'cease_considering',
              actions: ['conclude', notice('N-59', 'family', 'school')],
            },
          },
        },
        amending: {
          entry: notice('N-58', 'family', 'school'),
          on: {
            ...consulting,
            REPORT_RECEIVED: { actions: 'keepReport' },
            REPRESENTATIONS_RECEIVED: { actions: 'keepFinished' },
            REPRESENTATION_PERIOD_ENDED: {},
            FINAL_AMENDED_ISSUED: {
              guard: all('mayDecideReview', 'appealLetter', 'viewsTimeGiven'),
              target: 'amended',
              actions: [
                'keepNamed',
                closeAs('PLAN_AMENDED'),
                notice('N-54', 'family', 'settings', 'health'),
                nextReview,
              ],
            },
            AMENDMENT_WITHDRAWN: {
              guard: all('mayDecideReview', 'reasonsGiven', 'reasonsInTime'),
              target: 'maintained',
              actions: planKept,
            },
          },
        },
        cease_considering: {
          entry: cessation,
          on: {
            CEASE_CONFIRMED: {
              guard: all('mayCease', 'notTheProposer', 'appealOver'),
              target: 'ceased',
              actions: closeAs('PLAN_CEASED'),
            },
            CEASE_DROPPED: {
              guard: all('mayDecideReview', 'reasonsGiven'),
              target: 'maintained',
              actions: planKept,
            },
          },
        },
        maintained: closed,
        amended: closed,
        ceased: closed,
        cancelled: {
          ...closed,
          entry: [{ type: 'send', params: { notice: 'N-40', to: ['new_authority'] } }, movePlan],
        },
        transferred_out: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
