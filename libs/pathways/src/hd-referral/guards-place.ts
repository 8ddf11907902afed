import { addDays, longDay } from '@app/statutory-calendar';
import { answered } from '../building-blocks';
import { measured } from '../measures';
import { type Guard, type GuardInput } from '../pathway';
import { BASELINE } from './events/place';
import { inForce } from '../policy';
import { hdPolicy } from './policy';

const policyOf = ({ context }: GuardInput) => inForce(hdPolicy, context);

const stepBacksWithThis = ({ context }: GuardInput) => Number(context['stepBacks'] ?? 0) + 1;
const shareOf = ({ context }: GuardInput) => Number(context['share'] ?? 0);

/** The first day on which the next step up may be taken. */
const nextStepOn = (input: GuardInput) =>
  typeof input.context['stepSince'] === 'string'
    ? addDays(input.context['stepSince'], policyOf(input).stepDays)
    : undefined;

const mostIncidents = (n: number) =>
  n === 0
    ? 'no serious incident'
    : n === 1
      ? 'no more than one serious incident'
      : `no more than ${n} serious incidents`;

/** What speaks against the return to mainstream for good (handbook 7.8). */
function notReady(input: GuardInput): string[] {
  const policy = policyOf(input);
  const given = (input.event.payload['criteria'] ?? {}) as Readonly<Record<string, unknown>>;
  const number = (name: string, otherwise: number) =>
    typeof given[name] === 'number' ? given[name] : otherwise;
  return [
    ...(number('weeksAtShare', 0) >= policy.weeksAtShare
      ? []
      : [`${policy.weeksAtShare} weeks with ${policy.shareToLeave} per cent mainstream or more`]),
    ...(number('incidents', Infinity) <= policy.incidentsAllowed
      ? []
      : [`${mostIncidents(policy.incidentsAllowed)} in 4 weeks`]),
    ...(number('attendance', 0) >= policy.attendanceToLeave
      ? []
      : [`attendance of ${policy.attendanceToLeave} per cent`]),
    ...(number('goals', -1) >= 0 ? [] : ['goals at 0 or better on average']),
    ...(given['planSigned'] === true ? [] : ['the school’s signed plan for the return']),
    ...(given['viewsHeard'] === true ? [] : ['the views of child and family']),
  ];
}

/** Conditions of the stay and of the way out (handbook 7.4), each with the words of its refusal. */
export const placeGuards = {
  riskAssessment: answered('riskAssessment', 'The risk assessment is not agreed yet'),
  registrationType: answered('registrationType', 'Say how the child is registered'),
  baseline: measured(BASELINE),
  transport: answered('transport', 'Say how the child travels'),
  panelRatified: answered('panelRatified', 'The panel has not agreed to a longer stay'),
  exitCriteriaPart: answered('criteriaMet', 'Say what is in place for the return'),
  ehcRoute: answered('ehcRoute', 'Say how the EHC process leads there'),
  settingNamed: {
    test: ({ event }) => ['plan_names', 'tribunal'].includes(String(event.payload['ehcRoute'])),
    text: 'From here a child moves only where a plan or the Tribunal names the setting',
    aboutAnswer: true,
    missing: () => [
      {
        what: 'The assessment review or the exit review, or a setting named in a plan',
        who: 'The host unit lead',
      },
    ],
  },
  stepHeld: {
    test: (input) => (nextStepOn(input) ?? '') <= input.event.occurredOn,
    text: (input) =>
      `Each step lasts ${policyOf(input).stepDays} days: the next one can be taken from ${longDay(nextStepOn(input) ?? input.event.occurredOn)}`,
    missing: () => [{ what: 'More time at this step', who: 'Nobody: wait for the day' }],
  },
  incidentsLow: {
    test: (input) =>
      Number(input.event.payload['incidents'] ?? 0) <= policyOf(input).incidentsAllowed,
    text: (input) =>
      `A step up needs ${mostIncidents(policyOf(input).incidentsAllowed)} at this step: stay, or go a step back`,
    aboutAnswer: true,
    missing: () => [{ what: 'More time at this step with few serious incidents', who: 'The unit' }],
  },
  firstStepBack: {
    test: (input) => stepBacksWithThis(input) < policyOf(input).stepBacksBeforeReview,
    text: 'There was a step back before',
  },
  stepBackAgain: {
    test: (input) => stepBacksWithThis(input) >= policyOf(input).stepBacksBeforeReview,
    text: 'There was no step back before',
  },
  mainstreamShare80: {
    test: (input) => shareOf(input) >= policyOf(input).shareToLeave,
    text: (input) =>
      `The child is in mainstream for ${shareOf(input)} per cent of lessons. The exit review comes at ${policyOf(input).shareToLeave} per cent`,
    missing: () => [
      { what: 'More steps up', who: 'The unit and the home school', byEvent: 'STEP_UP' },
    ],
  },
  exitCriteriaMet: {
    test: (input) => notReady(input).length === 0,
    text: (input) => `Not ready yet. Still wanted: ${notReady(input).join('; ')}`,
    aboutAnswer: true,
    missing: (input) => notReady(input).map((what) => ({ what, who: 'The unit and the school' })),
    otherWays: ['Record that the child stays in the unit, with what is still needed.'],
  },
  reviewHeld: answered('reviewHeld', 'Hold an emergency review before the placement ends'),
} satisfies Record<string, Guard>;
