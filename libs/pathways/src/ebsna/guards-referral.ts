import { answered, thingsInWords, timesInWords } from '../building-blocks';
import { type Missing } from '../not-allowed-now';
import { type Guard, type GuardInput } from '../pathway';
import { inForce } from '../policy';
import { ebsnaPolicy } from './policy';
import { deferralLimit, waitApproved } from '../waiting-again';

const count = (value: unknown) => (Array.isArray(value) ? value.length : Number(value ?? 0));

/** What the form says, else what the case remembers. */
const told = ({ context, event }: GuardInput, name: string): unknown =>
  event.payload[name] ?? context[name];

/** The level as it stands. One that nobody gave counts as 3: no severe case is closed for want of paper. */
export function levelIn(input: GuardInput): number {
  const { level } = input.event.facts;
  return typeof level === 'number' ? level : Number(told(input, 'level') ?? 3);
}

/** Whether the section 19 duty must be considered: many days missed, the severest level, or somebody asks. */
export const section19Due = (input: GuardInput) =>
  told(input, 's19Question') === true ||
  Number(told(input, 'daysMissed') ?? 0) >=
    inForce(ebsnaPolicy, input.context).section19SchoolDays ||
  levelIn(input) >= 4;

const atRisk = ({ context }: GuardInput) => context['immediateRisk'] === true;
const viewsDiffer = ({ context }: GuardInput) => context['viewsDiffer'] === true;
const sendToPanel: Missing = {
  what: 'Put it on the panel’s list instead',
  who: 'You',
  byEvent: 'TRIAGE_TO_PANEL',
};

function missingFields({ context, event: { payload } }: GuardInput): string[] {
  const { thingsTried } = inForce(ebsnaPolicy, context);
  const asked: Record<string, boolean> = {
    'a level of 2 or more': Number(payload['level']) >= 2,
    'an answer about risk now': typeof payload['immediateRisk'] === 'boolean',
    'attendance of the last weeks': count(payload['sessions']) > 0,
    [`${thingsInWords(thingsTried)} that have been tried`]:
      count(payload['attempts']) >= thingsTried,
  };
  return Object.keys(asked).filter((what) => !asked[what]);
}

export const referralGuards = {
  minimumFieldSet: {
    test: (input) => missingFields(input).length === 0,
    text: (input) =>
      Number(input.event.payload['level']) === 1
        ? 'Level 1 is for the school’s own plan. A referral is for level 2 and above'
        : `The referral still needs: ${missingFields(input).join(', ')}`,
    aboutAnswer: true,
    missing: (input) => missingFields(input).map((what) => ({ what, who: 'The school' })),
  },
  parentViewOrAttempt: {
    test: ({ event: { payload } }) =>
      Boolean(payload['parentView']) || count(payload['viewAttempts']) >= 2,
    text: 'The family’s view is missing. Give it, or two dated attempts to ask for it',
    aboutAnswer: true,
    missing: () => [
      { what: 'What the family says, or two dated attempts to ask', who: 'The school' },
    ],
  },
  levelAtMost2: {
    test: (input) => levelIn(input) <= 2,
    text: (input) => `Level ${levelIn(input)} goes to the panel`,
    needs: ['level'],
    aboutAnswer: true,
    missing: () => [sendToPanel],
  },
  levelAtLeast3: {
    test: (input) => levelIn(input) >= 3,
    text: 'The level is 2 or less',
    needs: ['level'],
    aboutAnswer: true,
  },
  level2: {
    test: (input) => levelIn(input) === 2,
    text: (input) =>
      `Only level 2 goes to the team without a panel. This is level ${levelIn(input)}`,
    needs: ['level'],
    aboutAnswer: true,
    missing: () => [sendToPanel],
  },
  levelAtLeast3OrS19Trigger: {
    test: (input) =>
      levelIn(input) >= 3 || section19Due(input) || viewsDiffer(input) || atRisk(input),
    text: 'The panel sees levels 3 and 4, questions about section 19, children at risk now, and cases where school and family see the cause differently',
    needs: ['level'],
    aboutAnswer: true,
    missing: () => [
      { what: 'Written advice, or a worker without a panel', who: 'You', byEvent: 'TRIAGE_ADVICE' },
    ],
  },
  levelChangeReasoned: {
    test: ({ context, event: { payload } }) =>
      !payload['level'] ||
      !context['level'] ||
      Number(payload['level']) === Number(context['level']) ||
      Boolean(payload['levelReason']),
    text: 'Say why the level differs from the one in the referral',
    aboutAnswer: true,
    missing: () => [{ what: 'A reason for the new level', who: 'You, on this form' }],
  },
  notImmediateRisk: {
    test: (input) => !atRisk(input),
    text: 'The referral says that the child is at risk now. Advice alone is not enough',
    missing: () => [sendToPanel],
  },
  viewsAgree: {
    test: (input) => !viewsDiffer(input),
    text: 'School and family see the cause differently. The panel decides, with both views',
    missing: () => [sendToPanel],
  },
  onwardRoute: answered('onwardRoute', 'Say who will help instead'),
  reasonsGiven: answered('reasons', 'Give the reasons'),
  capacity: {
    test: ({ event }) => event.facts.capacity === true,
    text: 'Nobody in the team has room just now',
    needs: ['capacity'],
    missing: () => [
      { what: 'A worker with room', who: 'A SEND manager' },
      { what: 'Or the panel’s waiting list', who: 'You', byEvent: 'TRIAGE_TO_PANEL' },
    ],
  },
  noCapacity: {
    test: ({ event }) => event.facts.capacity !== true,
    text: 'Somebody in the team has room',
    needs: ['capacity'],
  },
  deferralsBelow2: {
    test: (input) =>
      Number(input.context['deferrals'] ?? 0) < deferralLimit(input, ebsnaPolicy.mostDeferrals) ||
      waitApproved(input),
    text: (input) =>
      `The panel has put this off ${timesInWords(deferralLimit(input, ebsnaPolicy.mostDeferrals))} already. It settles it now`,
    needs: ['mostDeferrals'],
    aboutAnswer: true,
    missing: () => [
      { what: 'A decision of the panel', who: 'The panel', byEvent: 'PANEL_ALLOCATED' },
    ],
  },
  route: answered('route', 'Say which route'),
  s19CaseHasOwner: {
    test: ({ event }) => !event.facts.s19WithoutOwner,
    text: 'The child has an open section 19 request that nobody holds',
    needs: ['s19WithoutOwner'],
    missing: () => [
      { what: 'A worker for the section 19 request', who: 'A SEND manager', byEvent: 'ALLOCATED' },
    ],
  },
  s19CaseWithoutOwner: {
    test: ({ event }) => event.facts.s19WithoutOwner ?? false,
    text: 'No section 19 request of the child waits for a worker',
    needs: ['s19WithoutOwner'],
  },
} satisfies Record<string, Guard>;
