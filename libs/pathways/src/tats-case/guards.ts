import { shortDay } from '@app/statutory-calendar';
import { answered, mayDo, thingsInWords, timesInWords } from '../building-blocks';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';
import { ehcGuards } from './ehc-question';
import { ESCALATED_TO, ONWARD } from './events/decisions';
import { panelGate } from '../panel-gate';
import { inForce } from '../policy';
import { tatsPolicy } from './policy';
import { deferralLimit, waitApproved } from '../waiting-again';

type Payload = Readonly<Record<string, unknown>>;

const inside = (payload: Payload, field: string) => (payload[field] ?? {}) as Payload;
const isThirdTime = ({ payload }: { payload: Payload }) => payload['before'] === 'third_in_year';

/** What is still wanted on the one page; a child found in the data comes without it. */
function notOnThePage({ context, event: { payload } }: GuardInput): string[] {
  if (payload['source'] === 'data_rule')
    return payload['rule'] ? [] : ['the rule that found the child'];
  const strategies = payload['strategies'];
  const tried = inForce(tatsPolicy, context).strategiesTried;
  return [
    ...(payload['worry'] ? [] : ['the worry']),
    ...(payload['workingWell'] ? [] : ['what is working well']),
    ...(Array.isArray(strategies) && strategies.length >= tried
      ? []
      : [`${thingsInWords(tried)} that were tried`]),
    ...(payload['askOfMeeting'] ? [] : ['what you want from the meeting']),
  ];
}

/** What speaks against closing as stable. */
function notStable({ context, event: { payload } }: GuardInput): string[] {
  const { stableSuspendedDays: most } = inForce(tatsPolicy, context);
  const { noRisk, suspendedDays, attendanceHeld, schoolAgrees } = inside(payload, 'stability');
  return [
    ...(noRisk === true ? [] : ['6 school weeks without a risk of permanent exclusion']),
    ...(Number(suspendedDays ?? Infinity) <= most
      ? []
      : [
          `no more than ${most === 1 ? 'one suspended day' : `${most} suspended days`} in that time`,
        ]),
    ...(attendanceHeld === true ? [] : ['attendance no worse than at listing']),
    ...(schoolAgrees === true ? [] : ['the school’s agreement']),
  ];
}

/** Actions without somebody to do them. */
function withoutOwner({ event: { payload } }: GuardInput): boolean {
  const actions = payload['actions'];
  if (!Array.isArray(actions) || !actions.length) return true;
  return (actions as unknown[]).some((it) => !(it as Payload | null)?.['owner']);
}

const stillOpen = ({ event }: GuardInput) =>
  event.facts.openActions?.length ?? (event.payload['actionsDone'] === true ? 0 : 1);

const stable: Guard = {
  test: (input) => notStable(input).length === 0,
  text: (input) => `It is not stable yet. Still wanted: ${notStable(input).join('; ')}`,
  aboutAnswer: true,
  missing: (input) => notStable(input).map((what) => ({ what, who: 'The school' })),
  otherWays: ['Agree new actions and look again at another meeting.'],
};

/** Conditions of handbook 6.4, each with the words of its refusal. */
export const tatsGuards = {
  ...commonGuards,
  ...ehcGuards,
  ...panelGate,
  onePageGiven: {
    test: (input) => notOnThePage(input).length === 0,
    text: (input) => `The page about the child still needs: ${notOnThePage(input).join(', ')}`,
    aboutAnswer: true,
    missing: (input) => notOnThePage(input).map((what) => ({ what, who: 'The school' })),
  },
  thirdTimeExplained: {
    test: ({ event }) => !isThirdTime(event) || Boolean(event.payload['whyNotOther']),
    text: 'This is the third time in 12 months. Say why an EHC assessment, a unit place or other provision was chosen or not',
    aboutAnswer: true,
    missing: () => [{ what: 'The reason', who: 'You, on this form' }],
  },
  thirdTime: {
    test: ({ context }) => context['timesHere'] === 'third_in_year',
    text: 'The child was not here three times in 12 months',
  },
  notThirdTime: {
    test: ({ context }) => context['timesHere'] !== 'third_in_year',
    text: 'The child is here for the third time in 12 months',
  },
  belowThreshold: answered(
    'belowThreshold',
    'Say that the school can meet the need without the meeting. If it cannot, list the child',
  ),
  adviceText: answered('advice', 'Write the advice: three things to try'),
  slotAvailable: {
    test: ({ event }) => event.facts.slotAvailable ?? true,
    text: 'Every slot of that meeting is taken',
    needs: ['slotAvailable'],
    aboutAnswer: true,
    missing: () => [
      { what: 'Another meeting date', who: 'You, on this form' },
      { what: 'Or an urgent slot', who: 'The chair', byEvent: 'LISTED_URGENT' },
    ],
    otherWays: ['The chair can list one urgent child beyond the slots.'],
  },
  chairApproves: mayDo('chair.approve', 'Only the chair may list a child as urgent', 'The chair'),
  pexRisk: {
    test: ({ context, event }) => (event.payload['pexRisk'] ?? context['pexRisk']) === true,
    text: 'Without the school’s papers a child is listed only where there is a risk of permanent exclusion',
    aboutAnswer: true,
    missing: () => [
      { what: 'The school’s papers', who: 'The school', byEvent: 'INFO_RECEIVED' },
      { what: 'Or word that permanent exclusion is a risk', who: 'The school' },
    ],
  },
  meetingInSession: {
    test: ({ context, event }) =>
      event.facts.quorate !== undefined ||
      typeof context['meetingOn'] !== 'string' ||
      event.occurredOn >= context['meetingOn'],
    text: ({ context }) =>
      `The meeting is on ${shortDay(String(context['meetingOn']))}. The item can be opened then`,
    needs: ['quorate'],
    aboutAnswer: true,
    missing: () => [
      { what: 'The day of the meeting', who: 'The coordinator can list it for another day' },
    ],
  },
  quorate: {
    test: ({ event }) => event.facts.quorate ?? event.payload['quorate'] === true,
    text: 'There is no quorum for this child: talk it over, but decide nothing',
    needs: ['quorate'],
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A chair or deputy, a psychologist, attendance and one more service',
        who: 'The coordinator',
      },
    ],
    otherWays: ['Record that the meeting was not held: the child keeps their place.'],
  },
  chairFree: {
    test: ({ event }) =>
      !(event.payload['conflicts'] as string[] | undefined)?.includes('chair') ||
      Boolean(event.payload['deputyChair']),
    text: 'The chair has an interest in this child: say who chairs instead',
    aboutAnswer: true,
    missing: () => [{ what: 'The name of the deputy who chairs', who: 'You, on this form' }],
  },
  reasonCancelledOrInquorate: {
    test: ({ event }) => ['cancelled', 'inquorate'].includes(String(event.payload['cause'])),
    text: 'Say whether the meeting was cancelled or had too few members',
    aboutAnswer: true,
  },
  deferralsUnder2: {
    test: (input) =>
      Number(input.context['deferrals'] ?? 0) < deferralLimit(input, tatsPolicy.mostDeferrals) ||
      waitApproved(input),
    text: (input) =>
      `This child has been put off ${timesInWords(deferralLimit(input, tatsPolicy.mostDeferrals))} already`,
    needs: ['mostDeferrals'],
    aboutAnswer: true,
    missing: () => [{ what: 'A decision on what is known', who: 'The chair' }],
  },
  actionWithOwnerAndDue: {
    test: (input) => !withoutOwner(input),
    text: 'Give at least one action, and say who does each one',
    aboutAnswer: true,
    missing: () => [{ what: 'An action, with somebody to do it', who: 'The chair' }],
  },
  onwardPathway: {
    test: ({ event }) => String(event.payload['pathway']) in ONWARD,
    text: 'Say which pathway takes over',
    aboutAnswer: true,
  },
  escalationRoute: {
    test: ({ event }) => String(event.payload['route']) in ESCALATED_TO,
    text: 'Say to whom it is escalated',
    aboutAnswer: true,
  },
  stable,
  stabilityCriteria: stable,
  noOpenActions: {
    test: (input) => stillOpen(input) === 0,
    text: ({ event }) =>
      event.facts.openActions?.length
        ? `Actions are still open: ${event.facts.openActions.join('; ')}`
        : 'Say that all the actions are done',
    needs: ['openActions'],
    aboutAnswer: true,
    missing: ({ event }) =>
      (event.facts.openActions ?? ['The open actions']).map((what) => ({
        what,
        who: 'Whoever took the action on',
      })),
  },
  exclusionDate: answered('exclusionFirstDay', 'Give the first day of the exclusion'),
} satisfies Record<string, Guard>;
