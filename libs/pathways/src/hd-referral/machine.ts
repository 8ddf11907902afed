import { setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings } from '../regions';
import { hdGuards } from './guards';
import { hdPolicy as policy, hdTasks } from './policy';
import { countOf } from '../clock-settings';
import {
  advised,
  afterBreakdown,
  afterReturn,
  afterSuspension,
  checkRoll,
  exclusionGone,
  leftOut,
  reviewSteps,
  threeTimesLeftOut,
} from './onward';
import { hdMemory, type HdArgs, type HdContext, unitOf } from './memory';

const { due } = hdTasks;

const closeAs = <const C extends string>(code: C) =>
  ({ type: 'closeAs', params: { code } }) as const;
const closeWith = (otherwise: string) =>
  ({
    type: 'closeAs',
    params: ({ event }: { event: PathwayEvent }) => ({
      code: said(event, 'reasonCode') ?? otherwise,
    }),
  }) as const;
const freed = ['releasePlace', 'wakeList'] as const;
const claimed = [
  'keepUnit',
  'holdPlace',
  {
    type: 'claimPlaceIn',
    params: (given: HdArgs) => ({ unit: unitOf(given) ?? '' }),
  },
] as const;
const toSpecialSchool = {
  guard: all('ehcRoute', 'settingNamed'),
  target: 'moved_specialist',
  actions: closeAs('OTHER_SERVICE_LEADS'),
} as const;
const inTheUnit = {
  PLACE_SUSPENDED: { actions: afterSuspension },
} as const;
const mayBreakDown = {
  PLACEMENT_BROKEN_DOWN: {
    guard: all('reasonGiven', 'reviewHeld'),
    target: 'placement_ended_early',
    actions: {
      type: 'closeAs',
      params: ({ event }: { event: PathwayEvent }) => ({
        code:
          event.payload['excludedFromUnit'] === true
            ? 'PERM_EXCLUDED_FROM_UNIT'
            : 'PLACEMENT_BROKE_DOWN',
      }),
    },
  },
} as const;

/** High dependency unit: from an enquiry to the return to mainstream (handbook 7.4). */
export const hdMachine = setup({
  types: {
    context: {} as HdContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<HdContext>()(hdGuards),
  actions: {
    ...instructionsFor<HdContext>(),
    ...reasonActions<HdContext>(),
    ...hdMemory,
  },
}).createMachine({
  id: 'hd_referral',
  context: ({ input }) => ({
    unitUrn: said(input, 'unitUrn') ?? null,
    holdsPlace: false,
    exclusion: 'none',
    pexRisk: false,
    referredOn: null,
    waitingSince: null,
    tatsPriority: null,
    deferrals: 0,
    extended: false,
    skips: 0,
    skippedOn: null,
    registrationType: null,
    share: 0,
    stepSince: null,
    stepBacks: 0,
    substantiveSince: null,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'enquiry',
      on: {
        ...localEndings(...freed),
        SCHOOL_CHANGED: checkRoll,
        EXCLUSION_UPDATED: { actions: 'keepOutcome' },
        EXCLUSION_ENDED: { actions: ['endExclusion', ...exclusionGone] },
      },
      states: {
        enquiry: {
          on: {
            REFERRAL_SUBMITTED: {
              guard: 'requiredFields',
              target: 'referred',
              actions: 'keepReferral',
            },
            ENQUIRY_CLOSED: { target: 'not_suitable', actions: closeWith('NO_RESPONSE') },
          },
        },
        referred: {
          entry: { type: 'send', params: { notice: 'N-06', to: ['referrer', 'family'] } },
          on: {
            ELIGIBILITY_PASSED: 'panel_listed',
            ELIGIBILITY_FAILED: {
              guard: 'reasonGiven',
              target: 'not_suitable',
              actions: [closeAs('NOT_ELIGIBLE'), advised],
            },
            MORE_INFO_REQUESTED: 'information_needed',
          },
        },
        information_needed: {
          entry: { type: 'send', params: { notice: 'N-07', to: ['school', 'referrer'] } },
          on: {
            INFO_RECEIVED: 'referred',
            INFO_TIMEOUT: [
              { guard: 'pexRisk', target: 'panel_listed' },
              {
                guard: 'noPexRisk',
                target: 'not_suitable',
                actions: [closeAs('NO_RESPONSE'), advised],
              },
            ],
          },
        },
        panel_listed: {
          on: {
            PANEL_OFFER: {
              guard: all('inItsSitting', 'unitNamed', 'placeVacant', 'matchOk'),
              target: 'offered',
              actions: claimed,
            },
            PANEL_WAITLIST: {
              guard: all('inItsSitting', 'unitNamed', 'noPlaceOrNoMatch'),
              target: 'waitlisted',
              actions: ['keepUnit', 'startWaiting'],
            },
            PANEL_NOT_SUITABLE: {
              guard: all('inItsSitting', 'reasonGiven'),
              target: 'not_suitable',
              actions: [closeWith('NOT_ELIGIBLE'), advised],
            },
            PANEL_DEFERRED: { guard: all('deferralsUnder1', 'reasonGiven'), actions: 'putOff' },
          },
        },
        waitlisted: {
          entry: { type: 'send', params: { notice: 'N-04', to: ['referrer', 'family'] } },
          on: {
            PLACE_VACATED: {
              guard: all('topOfList', 'placeVacant', 'matchOk'),
              target: 'offered',
              actions: claimed,
            },
            PLACE_SKIPPED: [
              { guard: 'skipsUnder3', actions: ['countSkip', leftOut] },
              {
                guard: 'thirdSkip',
                actions: ['countSkip', 'forgetSkips', leftOut, threeTimesLeftOut],
              },
            ],
            WAITLIST_REVIEWED: { actions: 'keepPriority' },
            WAITLIST_REVIEW_REMOVE: {
              guard: 'reasonGiven',
              target: 'not_suitable',
              actions: [closeAs('NOT_ELIGIBLE'), advised],
            },
          },
        },
        offered: {
          entry: {
            type: 'send',
            params: { notice: 'N-26', to: ['family', 'school', 'host_school'] },
          },
          on: {
            OFFER_ACCEPTED: {
              guard: all('agreementGiven', 'homeSchoolSigns', 'hostSigns'),
              target: 'admission_planning',
            },
            OFFER_DECLINED: { target: 'offer_declined', actions: closeWith('FAMILY_DECLINED') },
            OFFER_EXPIRED: [
              {
                guard: 'notExtended',
                actions: [
                  'giveMoreTime',
                  {
                    type: 'task',
                    params: ({ context }) => ({
                      task: 'Ring the family about the unit place',
                      why: `They have not answered the offer. They have ${countOf('offer_expiry', policy.offerSchoolDays, context)} more school days.`,
                      for: 'owner',
                      due: due.ringFamily,
                    }),
                  },
                ],
              },
              { guard: 'extended', target: 'offer_declined', actions: closeAs('OFFER_LAPSED') },
            ],
          },
        },
        admission_planning: {
          entry: {
            type: 'task',
            params: {
              task: 'Hold the admission meeting',
              why: 'Risk assessment, registration, transport and the plan for lessons are agreed there.',
              for: 'owner',
              due: due.admissionMeeting,
            },
          },
          on: {
            ADMITTED: {
              guard: all('riskAssessment', 'registrationType', 'baseline', 'transport'),
              target: 'assessment_place',
              actions: 'keepRegistration',
            },
            ADMISSION_COLLAPSED: {
              guard: 'reasonGiven',
              target: 'offer_declined',
              actions: closeAs('OFFER_LAPSED'),
            },
          },
        },
        assessment_place: {
          on: {
            ...inTheUnit,
            ...mayBreakDown,
            REVIEW_RECORDED: {},
            ASSESSMENT_REVIEW_STARTED: 'assessment_review',
            END_OTHER_SPECIALIST: toSpecialSchool,
          },
        },
        assessment_review: {
          on: {
            CONTINUE_SUBSTANTIVE: {
              guard: all('inItsSitting', 'panelRatified'),
              target: 'substantive_place',
            },
            START_REINTEGRATION: {
              guard: 'exitCriteriaPart',
              target: 'reintegrating',
              actions: 'startSteps',
            },
            END_OTHER_SPECIALIST: {
              guard: 'ehcRoute',
              target: 'moved_specialist',
              actions: closeAs('OTHER_SERVICE_LEADS'),
            },
            END_OTHER_AP: { target: 'moved_ap', actions: closeAs('OTHER_SERVICE_LEADS') },
          },
        },
        substantive_place: {
          entry: 'startStay',
          on: {
            ...inTheUnit,
            ...mayBreakDown,
            REVIEW_RECORDED: {},
            START_REINTEGRATION: {
              guard: 'exitCriteriaPart',
              target: 'reintegrating',
              actions: 'startSteps',
            },
            EXIT_REVIEW_STARTED: 'exit_review',
            END_OTHER_SPECIALIST: toSpecialSchool,
          },
        },
        reintegrating: {
          on: {
            ...inTheUnit,
            ...mayBreakDown,
            STEP_UP: { guard: all('stepHeld', 'incidentsLow'), actions: 'stepUp' },
            STEP_BACK: [
              { guard: 'firstStepBack', actions: 'stepBack' },
              { guard: 'stepBackAgain', actions: ['stepBack', reviewSteps] },
            ],
            EXIT_REVIEW_STARTED: { guard: 'mainstreamShare80', target: 'exit_review' },
            END_OTHER_SPECIALIST: toSpecialSchool,
          },
        },
        exit_review: {
          on: {
            EXIT_MAINSTREAM: {
              guard: all('exitCriteriaMet', 'noOpenActions'),
              target: 'returned_mainstream',
              actions: [closeAs('OUTCOME_ACHIEVED'), ...afterReturn],
            },
            EXIT_SPECIALIST: {
              guard: 'ehcRoute',
              target: 'moved_specialist',
              actions: closeAs('OTHER_SERVICE_LEADS'),
            },
            EXIT_AP: { target: 'moved_ap', actions: closeAs('OTHER_SERVICE_LEADS') },
            EXIT_NOT_READY: 'substantive_place',
          },
        },
        not_suitable: closed,
        offer_declined: { ...closed, entry: freed },
        returned_mainstream: closed,
        moved_specialist: { ...closed, entry: freed },
        moved_ap: { ...closed, entry: freed },
        placement_ended_early: { ...closed, entry: [...freed, ...afterBreakdown] },
        withdrawn: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
