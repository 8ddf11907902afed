import { longDay } from '@app/statutory-calendar';
import { answered, mayDo } from '../building-blocks';
import { said } from '../event';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';
import { OUT_OF_EDUCATION } from './codes';

const REVIEW_INSTEAD = ['Leave the plan in force and open an early annual review.'];
const situation = ({ event }: GuardInput) => said(event, 'situation') ?? '';
const isOut = (input: GuardInput) => OUT_OF_EDUCATION.includes(situation(input));
/** Nobody is taken to be an adult whose age is not known. */
const under18 = ({ event }: GuardInput) => (event.facts.age ?? 0) < 18;
const reviewedOn = ({ context, event }: GuardInput) =>
  said(event, 'reviewedOn') ?? (context['reviewedOn'] as string | null);
const hasPassed = (code: string, { event }: GuardInput) =>
  event.facts.passed?.includes(code) ?? false;
const notBefore = ({ context }: GuardInput) => context['notBefore'] as string | null;

/** Why this ground does not carry, in words; undefined when it does. */
function objection(input: GuardInput): string | undefined {
  const ground = said(input.event, 'ground');
  const moved = situation(input) === 'moved';
  if (ground === 'not_responsible')
    return moved ? undefined : 'The council stays responsible unless the family has moved away';
  if (moved)
    return 'A family that has moved away is no longer the council’s responsibility: choose that ground';
  if (situation(input) === 'age_25' && (input.event.facts.age ?? 0) < 25)
    return 'The young person is not 25 yet';
  if (!isOut(input)) return undefined;
  if (under18(input))
    return 'Under 18, being out of education means a review of the plan, not its end (regulation 29)';
  return adultObjection(said(input.event, 'returnWish'));
}

/** Regulation 30: a young person who has left education is asked whether they wish to go back. */
function adultObjection(returnWish: string | undefined): string | undefined {
  if (returnWish === 'wishes') return 'The young person wishes to go back to education';
  if (returnWish === 'no_wish' || returnWish === 'not_right') return undefined;
  return 'Ask the young person first whether they wish to go back to education (regulation 30)';
}

/** Conditions of handbook 11.2 and of sections 45 and 46, each with the words of its refusal. */
export const cessationGuards = {
  ...commonGuards,
  lawfulGround: {
    test: (input) => objection(input) === undefined,
    text: (input) => objection(input) ?? 'There is no lawful ground',
    needs: ['age'],
    aboutAnswer: true,
    otherWays: REVIEW_INSTEAD,
    missing: (input) => [
      { what: objection(input) ?? 'A lawful ground', who: 'The young person, or a review' },
    ],
  },
  notOnlyAge: {
    test: ({ event }) =>
      event.payload['onlyAge'] === false ||
      (event.payload['situation'] === 'age_25' && (event.facts.age ?? 0) >= 25),
    text: 'Age alone is not a reason to end a plan',
    needs: ['age'],
    aboutAnswer: true,
    otherWays: REVIEW_INSTEAD,
    missing: () => [{ what: 'A reason beside age', who: 'You, on this form' }],
  },
  reviewEvidence: {
    test: (input) =>
      said(input.event, 'ground') === 'not_responsible' ||
      (reviewedOn(input) ?? '9999-12-31') <= input.event.occurredOn,
    text: 'A plan may be found unnecessary only after a review. Give the day on which one was concluded',
    aboutAnswer: true,
    otherWays: REVIEW_INSTEAD,
    missing: () => [{ what: 'A concluded annual review', who: 'The review officer' }],
  },
  familyAndSchoolAsked: {
    test: ({ event }) => {
      const asked = (event.payload['consulted'] ?? []) as readonly string[];
      const family = ['young_person', 'parent', 'representative'].some((it) => asked.includes(it));
      return family && ['head', 'no_school'].some((it) => asked.includes(it));
    },
    text: 'Ask the young person or a parent, and the head teacher where there is a school or college',
    aboutAnswer: true,
    missing: () => [
      { what: 'Everybody whom the law says must be asked', who: 'You, on this form' },
    ],
  },
  reasonOfPlan: answered('reasonCode', 'Say why the plan goes on'),
  noReviewFirst: {
    test: ({ event }) => event.payload['reasonCode'] !== 'REVIEW_FIRST',
    text: 'A review is to come first',
    aboutAnswer: true,
  },
  reviewFirst: {
    test: ({ event }) => event.payload['reasonCode'] === 'REVIEW_FIRST',
    text: 'No review is to come first',
    aboutAnswer: true,
  },
  timeForViewsPassed: {
    test: (input) => hasPassed('consult', input),
    text: 'Those who were asked still have time to answer',
    needs: ['passed'],
    missing: () => [
      {
        what: 'Their views, or the last day to pass',
        who: 'The family',
        byEvent: 'VIEWS_RECEIVED',
      },
    ],
  },
  mayCease: mayDo(
    'cease.decide',
    'Only a SEND manager may decide that a plan ends',
    'A SEND manager',
  ),
  notTheProposer: {
    test: ({ event }) => event.facts.actorProposed !== true,
    text: 'Whoever proposed to end the plan cannot also decide it',
    needs: ['actorProposed'],
    missing: () => [{ what: 'Another SEND manager', who: 'Another SEND manager' }],
  },
  outcomesConsidered: answered('outcomes', 'Say what became of each education outcome'),
  destinationRecorded: answered('destination', 'Say where the young person goes next'),
  reasonsGiven: answered('reasons', 'Give the reasons: the family has a right to them'),
  certificateDated: {
    test: ({ event }) =>
      event.payload['certificate'] !== 'issued' || Boolean(event.payload['issuedOn']),
    text: 'Give the date on the mediation certificate',
    aboutAnswer: true,
    missing: () => [{ what: 'The date on the certificate', who: 'The mediation adviser' }],
  },
  appealTimePassed: {
    test: (input) => hasPassed('appeal_window', input),
    text: 'The family can still appeal, so the plan stays in force',
    needs: ['passed'],
    missing: () => [{ what: 'The last day to appeal to pass', who: 'Nobody: wait for the day' }],
  },
  certificateSettled: {
    test: (input) =>
      input.context['certificate'] !== null ||
      input.event.payload['certificate'] === 'none' ||
      hasPassed('safe_hold', input),
    text: 'Nobody has confirmed in writing whether there is a mediation certificate, which would give more time to appeal',
    needs: ['passed'],
    aboutAnswer: true,
    missing: () => [
      {
        what: 'The mediation adviser’s answer in writing, or the last safe day to pass',
        who: 'The mediation adviser',
        byEvent: 'CERTIFICATE_CHECKED',
      },
    ],
  },
  courseOver: {
    test: (input) => (notBefore(input) ?? '') < input.event.occurredOn,
    text: (input) =>
      `The course goes on until ${longDay(notBefore(input) ?? input.event.occurredOn)}, so the plan stays in force`,
    missing: () => [{ what: 'The end of the course', who: 'Nobody: wait for the day' }],
  },
  ordersNoChange: {
    test: ({ event }) => event.payload['order'] !== 'continue_amend',
    text: 'The order also changes the plan',
    aboutAnswer: true,
  },
  ordersChange: {
    test: ({ event }) => event.payload['order'] === 'continue_amend',
    text: 'The order does not change the plan',
    aboutAnswer: true,
  },
} satisfies Record<string, Guard>;
