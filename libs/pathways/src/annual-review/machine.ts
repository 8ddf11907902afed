import { emit, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, lifeArrows } from '../regions';
import { closeAs, notice, ownersTask } from '../statutory-actions';
import { type ReviewContext } from './dates';
import {
  asking,
  assessAgain,
  cessation,
  consulting,
  INVITED,
  inviteForAdulthood,
  movePlan,
  nextReview,
} from './follow-ups';
import { reviewGuards } from './guards';
import { opened, reviewMemory } from './memory';

const decides = (...more: string[]) =>
  all('mayDecideReview', 'viewsSought', 'reasonsGiven', 'qualityCheckedOrReason', ...more);

const planKept = [closeAs('PLAN_MAINTAINED'), notice('N-57', 'family', 'school'), nextReview];

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
    inviteForAdulthood,
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
            ownersTask(
              'Tell the family that the review goes on',
              'Home education does not end a plan or its review. The council now arranges it.',
              5,
            ),
          ],
        },
        TRANSFER_TOLD: [
          {
            guard: all('planMovedHere', 'assessesAgain'),
            actions: ['keepTransferTold', assessAgain],
          },
          { guard: all('planMovedHere', 'doesNotAssess'), actions: 'keepTransferTold' },
        ],
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
            ownersTask(
              'Check that written advice was asked for',
              'It goes to everybody two weeks before the meeting.',
              2,
            ),
            'inviteForAdulthood',
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
