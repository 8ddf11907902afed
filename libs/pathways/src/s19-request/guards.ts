import { addDays, daysBetween, longDay, weekdayOf } from '@app/statutory-calendar';
import { answered, mayDo } from '../building-blocks';
import { said } from '../event';
import { type Guard, type GuardInput } from '../pathway';
import { panelGate } from '../panel-gate';
import { commonGuards } from '../regions';
import { inForce } from '../policy';
import { s19Policy } from './policy';

const policyOf = ({ context }: GuardInput) => inForce(s19Policy, context);
const checkInsWithThis = ({ context }: GuardInput) => Number(context['checkIns'] ?? 0) + 1;
const partTimeExplained = ({ event: { payload } }: GuardInput) =>
  payload['fullTime'] === true || Boolean(payload['whyPartTime']);

/** Whether a weekday lies between the last day here and the first day there. */
function leavesGap({ event }: GuardInput): boolean {
  const [last, first] = [said(event, 'lastDayHere'), said(event, 'startsOn')];
  if (!last || !first) return false;
  return Array.from({ length: Math.max(0, daysBetween(last, first) - 1) }, (_, i) =>
    weekdayOf(addDays(last, i + 1)),
  ).some((name) => name !== 'Sat' && name !== 'Sun');
}

/** Conditions of handbook 8.1, each with the words of its refusal. */
export const s19Guards = {
  ...commonGuards,
  ...panelGate,
  urgent: {
    test: ({ event }) => event.payload['urgent'] === true,
    text: 'Only what is urgent is decided before the panel. Put the rest on its list',
    aboutAnswer: true,
    missing: () => [{ what: 'The panel’s list', who: 'You', byEvent: 'LISTED' }],
  },
  mayDecide: mayDo(
    's19.decide',
    'Only a SEND manager may decide about section 19',
    'A SEND manager',
  ),
  reasonText: answered('reasons', 'Give the reasons: the family has them in writing'),
  reasonIfPartTime: {
    test: partTimeExplained,
    text: 'Education is full time, unless that is not in the child’s interest. Say why it is less',
    aboutAnswer: true,
    missing: () => [{ what: 'More hours, or the reason for fewer', who: 'You, on this form' }],
  },
  hoursGiven: {
    test: ({ event }) => Number(event.payload['hours'] ?? 0) > 0,
    text: 'Give the hours a week',
    aboutAnswer: true,
    missing: () => [{ what: 'Hours above zero', who: 'You, on this form' }],
  },
  deadlineNotBreached: {
    test: ({ event }) => !(event.facts.passed?.includes('s19_decide') ?? false),
    text: 'The day to decide by has passed, so it is not put off again',
    needs: ['passed'],
    missing: () => [{ what: 'A decision', who: 'A SEND manager', byEvent: 'S19_AGREED' }],
  },
  hoursPerWeekAbove0: {
    test: ({ event }) => Number(event.payload['hoursPerWeek'] ?? 0) > 0,
    text: 'Education has started only when there are hours to go to',
    aboutAnswer: true,
    missing: () => [{ what: 'Hours above zero', who: 'The provider' }],
  },
  fullTime4Weeks: {
    test: (input) =>
      Number(input.event.payload['weeksFullTime'] ?? 0) >= policyOf(input).returnWeeks,
    text: (input) =>
      `The child is back when ${policyOf(input).returnWeeks} weeks at school full time have held`,
    aboutAnswer: true,
    missing: () => [
      { what: 'More weeks, with education going on', who: 'The school', byEvent: 'CONTINUE' },
    ],
  },
  noGap: {
    test: (input) => !leavesGap(input) || Boolean(input.event.payload['between']),
    text: ({ event }) =>
      `Education here ends on ${longDay(said(event, 'lastDayHere') ?? event.occurredOn)} and the place starts later. Say who teaches the child in between`,
    aboutAnswer: true,
    missing: () => [{ what: 'A later last day here, or other cover', who: 'The provider' }],
  },
  fewerThan3CheckIns: {
    test: (input) => checkInsWithThis(input) < policyOf(input).checkIns,
    text: (input) => `This is check-in ${policyOf(input).checkIns}`,
  },
  thirdCheckIn: {
    test: (input) => checkInsWithThis(input) >= policyOf(input).checkIns,
    text: (input) => `This is before check-in ${policyOf(input).checkIns}`,
  },
  exclusionStands: {
    test: ({ context }) => context['excluded'] === true,
    text: 'This request is not about an exclusion that still stands',
    missing: () => [{ what: 'An exclusion that still stands', who: 'The school that excluded' }],
  },
  electiveHomeEducation: {
    test: ({ event }) => event.payload['elective'] !== false,
    text: 'The family did not choose home education freely',
    aboutAnswer: true,
  },
  homeEducationNotElective: {
    test: ({ event }) => event.payload['elective'] === false,
    text: 'The family chose home education freely',
    aboutAnswer: true,
  },
} satisfies Record<string, Guard>;
