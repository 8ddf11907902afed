import { setup } from 'xstate';
import { holdsAfter } from '../back-at-school';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings, schoolAnswerArrows } from '../regions';
import { ebsnaGuards } from './guards';
import { type EbsnaContext, ebsnaDepending, ebsnaMemory } from './memory';
import { beginsUnder, inForce } from '../policy';
import { ebsnaPolicy, ebsnaTasks } from './policy';
import { TODAY } from '../task-days';
import { timetableRegion } from './timetable';

const { due } = ebsnaTasks;

const closeAs = <const C extends string>(code: C) =>
  ({ type: 'closeAs', params: { code } }) as const;
const outcome = {
  type: 'send',
  params: { notice: 'N-08', to: ['referrer', 'school', 'family'] },
} as const;
const task = <const P extends { task: string; why: string }>(params: P) =>
  ({ type: 'task', params: { for: 'owner', due: due.usual, ...params } }) as const;

const endings = localEndings();
const otherRoute = {
  guard: all('route', 's19CaseHasOwner'),
  target: 'alternative_route',
  actions: ['closeByRoute', 'openRoute', outcome],
} as const;

/** Emotionally based school non-attendance: from a draft referral to step-down (handbook 5.4). */
export const ebsnaMachine = setup({
  types: {
    context: {} as EbsnaContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    input: {} as PathwayEvent,
    tags: {} as 'closed',
  },
  guards: machineGuards<EbsnaContext>()(ebsnaGuards),
  actions: {
    ...instructionsFor<EbsnaContext>(),
    ...reasonActions<EbsnaContext>(),
    ...ebsnaMemory,
    ...ebsnaDepending,
  },
}).createMachine({
  id: 'ebsna',
  context: ({ input }) => ({
    level: null,
    immediateRisk: false,
    viewsDiffer: false,
    hasPlan: false,
    ncYear: typeof input.payload['ncYear'] === 'number' ? input.payload['ncYear'] : null,
    daysMissed: 0,
    illnessDays: 0,
    attendance: null,
    s19Asked: false,
    deferrals: 0,
    waitingSince: null,
    cycle: 0,
    relapses: 0,
    longCase: false,
    phase: null,
    target: inForce(ebsnaPolicy, beginsUnder(input)).attendanceTarget,
    baseline: null,
    mainFunctions: [],
    ladder: {},
    highestStep: 0,
    pttSince: null,
    pttHours: null,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    timetable: timetableRegion,
    work: {
      initial: 'draft_referral',
      on: {
        ...endings,
        ...schoolAnswerArrows('school'),
        SCHOOL_CHANGED: {
          actions: [
            ...endings.SCHOOL_CHANGED.actions,
            task({
              task: 'Look at the school factors again, with the new school',
              why: 'The child has changed school. What was found about child and family still holds.',
            }),
          ],
        },
        EHE_CONFIRMED: {
          ...endings.EHE_CONFIRMED,
          actions: [
            ...endings.EHE_CONFIRMED.actions,
            task({
              task: 'If there is an EHC plan: ask its case officer to check sections F and I',
              why: 'The child is taught at home now. The plan goes on.',
            }),
            { type: 'cancelMessages', params: { reason: 'The child is taught at home now' } },
          ],
        },
        PENALTY_WARNING_ISSUED: {
          actions: [
            task({
              task: 'Talk to the education welfare officer about the penalty notice warning',
              why: 'A warning was issued while support is under way.',
            }),
            task({
              task: 'Check that support came first, and note it',
              why: 'A penalty notice warning was issued.',
              for: 'manager',
            }),
          ],
        },
      },
      states: {
        draft_referral: {
          on: {
            REFERRAL_SUBMITTED: {
              guard: all('minimumFieldSet', 'parentViewOrAttempt'),
              target: 'triage',
              actions: [
                'keepReferral',
                { type: 'send', params: { notice: 'N-06', to: ['referrer', 'family'] } },
                'actOnRisk',
                'considerSection19',
              ],
            },
          },
        },
        triage: {
          on: {
            TRIAGE_ADVICE: {
              guard: all(
                'levelAtMost2',
                'notImmediateRisk',
                'viewsAgree',
                'levelChangeReasoned',
                's19CaseHasOwner',
              ),
              target: 'advice_only',
              actions: ['keepLevel', closeAs('BELOW_THRESHOLD')],
            },
            TRIAGE_MORE_INFO: {
              guard: 'levelChangeReasoned',
              target: 'more_information',
              actions: ['keepLevel', 'askForInformation'],
            },
            TRIAGE_TO_PANEL: {
              guard: all('levelAtLeast3OrS19Trigger', 'levelChangeReasoned'),
              target: 'panel_listed',
              actions: 'keepLevel',
            },
            TRIAGE_DIRECT_ALLOCATION: {
              guard: all('level2', 'capacity', 'levelChangeReasoned'),
              target: 'allocated',
              actions: ['keepLevel', outcome],
            },
            TRIAGE_NOT_EBSNA: {
              guard: all('reasonsGiven', 'onwardRoute', 'viewsAgree', 's19CaseHasOwner'),
              target: 'not_ebsna',
              actions: ['keepReason', outcome],
            },
          },
        },
        more_information: {
          on: {
            INFO_RECEIVED: 'triage',
            INFO_TIMEOUT: [
              {
                guard: all('levelAtMost2', 's19CaseHasOwner'),
                target: 'advice_only',
                actions: ['keepLevel', closeAs('NO_RESPONSE')],
              },
              { guard: 'levelAtLeast3', target: 'panel_listed', actions: 'keepLevel' },
              {
                guard: all('levelAtMost2', 's19CaseWithoutOwner'),
                target: 'panel_listed',
                actions: 'keepLevel',
              },
            ],
          },
        },
        panel_listed: {
          entry: ['considerSection19', 'watchSevere'],
          on: {
            PANEL_ALLOCATED: [
              {
                guard: all('inItsSitting', 'capacity'),
                target: 'allocated',
                actions: outcome,
              },
              {
                guard: all('inItsSitting', 'noCapacity'),
                actions: [
                  'startWaiting',
                  task({
                    task: 'Tell family and school about the wait, and agree what the school does until then',
                    why: 'The panel agreed to help, and nobody in the team has room yet.',
                  }),
                ],
              },
            ],
            PANEL_ADVICE: {
              guard: all('inItsSitting', 'reasonsGiven', 's19CaseHasOwner'),
              target: 'advice_only',
              actions: closeAs('NOT_ELIGIBLE'),
            },
            PANEL_OTHER_ROUTE: {
              ...otherRoute,
              guard: all('inItsSitting', ...otherRoute.guard.params),
            },
            PANEL_DEFERRED: { guard: 'deferralsBelow2', actions: 'countDeferral' },
          },
        },
        allocated: {
          on: {
            FIRST_CONTACT_MADE: { guard: 'familyHasNotSaidNo', target: 'assessing' },
            NO_CONTACT: {
              guard: 'threeAttempts',
              target: 'review',
              actions: task({
                task: 'Find out with the school who can reach the family',
                why: 'The attempts to make contact had no answer.',
              }),
            },
          },
        },
        assessing: {
          on: {
            ASSESSMENT_COMPLETED: {
              guard: all('familyHasNotSaidNo', 'pupilVoice', 'functionScaleOrReason', 'baseline'),
              target: 'planning',
              actions: 'freezeBaseline',
            },
          },
        },
        planning: {
          entry: [
            task({
              task: 'Invite family, school and health to the plan meeting',
              why: 'The assessment is finished. The plan is made together.',
            }),
            'invitePlanOfficer',
          ],
          on: {
            PLAN_AGREED: {
              guard: all('schoolAgrees', 'familyAgreesOrDisagreementRecorded', 'stepsWithinBounds'),
              target: 'plan_active',
            },
          },
        },
        plan_active: {
          entry: 'nextCycle',
          on: {
            STEP_RECORDED: { guard: 'familyHasNotSaidNo', actions: 'recordStep' },
            REVIEW_STARTED: 'review',
            CRISIS: {
              target: 'review',
              actions: task({
                task: 'Make the safeguarding check today',
                why: 'A crisis was recorded.',
                due: TODAY,
              }),
            },
          },
        },
        review: {
          on: {
            REVIEW_CONTINUE: [
              { guard: 'cycleBelow4', target: 'plan_active' },
              {
                guard: all('cycle4OrMore', 'managerApproval'),
                target: 'plan_active',
                actions: 'flagLongCase',
              },
            ],
            REVIEW_STEP_DOWN: { guard: 'attendanceAtTargetFor4Weeks', target: 'step_down' },
            REVIEW_OTHER_ROUTE: otherRoute,
            REVIEW_DISENGAGED: {
              guard: all('threeAttempts', 'dslConsulted', 's19CaseHasOwner'),
              target: 'disengaged',
              actions: [
                closeAs('NO_RESPONSE'),
                task({
                  task: 'Check that support came first before any letter about attendance',
                  why: 'Contact with the family was lost.',
                  for: 'manager',
                }),
                task({
                  task: 'Put the child on the Vulnerable Learners list',
                  why: 'Contact was lost, and the child may be out of school.',
                  for: 'panel_coordinator',
                }),
              ],
            },
            REACHED_SCHOOL_LEAVING_AGE: {
              guard: 's19CaseHasOwner',
              target: 'aged_out',
              actions: [
                closeAs('AGED_OUT'),
                task({
                  task: 'Hand over to post-16 support',
                  why: 'The young person has reached school leaving age.',
                }),
              ],
            },
          },
        },
        step_down: {
          on: {
            STEP_DOWN_ENDED: {
              guard: all(
                'attendanceHeld',
                'fullTimeAgain',
                's19CaseHasOwner',
                'baseline',
                'noOpenActions',
              ),
              target: 'reintegrated',
              actions: ['keepReason', holdsAfter(due.heldFirst), holdsAfter(due.heldLast)],
            },
            RELAPSE: {
              guard: 'belowTarget2Weeks',
              target: 'plan_active',
              actions: 'countRelapse',
            },
          },
        },
        advice_only: { ...closed, entry: [outcome, 'watchPartTime'] },
        not_ebsna: { ...closed, entry: 'watchPartTime' },
        reintegrated: closed,
        alternative_route: { ...closed, entry: 'watchPartTime' },
        disengaged: { ...closed, entry: 'watchPartTime' },
        aged_out: closed,
        withdrawn: { ...closed, entry: 'watchPartTime' },
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
