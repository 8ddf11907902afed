import { addDays, type CalendarDay, weekdayOf } from '../day/calendar-day';
import { londonDay } from '../day/london-time';
import { due, dueRule, lateness, representations } from './due';
import { PART_3, type Rule, type RuleResult } from './rule';
import { type RuleInput } from './rule-input';

const WEEK = 7;
/** Grounds that excuse the authority (regs 5(4), 10(4), 13(3)); a missed appointment is not one. */
const AUTHORITY_GROUNDS = [
  'absent_4_weeks',
  'exceptional_personal_circumstances',
  'school_closed_4_weeks',
  'early_years_provider_closed_4_weeks',
] as const;

/** EHC needs assessment and plan: statutory.md 1.1. */
export const assessmentRules: readonly Rule[] = [
  {
    code: 'EHCNA-DECIDE-6W',
    source: 'SI 2014/1530 reg 5(1)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const received = receivedDay(input);
      const dueDate = addDays(received, 6 * WEEK);
      return {
        ...(input.has('requestReceivedInstant') && { receivedCivilDate: received }),
        ...due(dueDate, office),
        ...lateness(input, dueDate, { metKey: 'decisionNotified', excused: hasGround(input) }),
      };
    },
  },
  {
    code: 'EHCNA-ADVICE-6W',
    source: 'SI 2014/1530 reg 8(1)-(2)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const received = input.day('adviceRequestReceivedByBody');
      const dueDate = addDays(received, 6 * WEEK);
      const missed = input.optionalDay('missedAppointment');
      const excused = missed !== undefined && missed >= received && missed <= dueDate;
      return {
        ...due(dueDate, office),
        ...lateness(input, dueDate, { metKey: 'adviceReturned', excused }),
        ...authoritysClock(input),
      };
    },
  },
  dueRule({
    code: 'EHCNA-NOPLAN-16W',
    source: 'SI 2014/1530 reg 10(1)',
    from: 'requestReceived',
    limit: { unit: 'CW', n: 16 },
  }),
  {
    code: 'EHCNA-DRAFT-15D',
    source: 'SI 2014/1530 reg 13(1)(a)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const served = input.day('draftServed');
      return { ...representations(served, office), weekdayLast: weekdayOf(addDays(served, 14)) };
    },
  },
  {
    code: 'EHCNA-DRAFT-LATEST',
    source: 'SI 2014/1530 reg 13(1)(a) with reg 13(2) (derived planning date)',
    effectiveFrom: PART_3,
    compute: (input) => {
      const received = input.day('requestReceived');
      const finalDue = addDays(received, 20 * WEEK);
      return {
        finalDue,
        latestDraftServed: addDays(finalDue, -15),
        week16Target: addDays(received, 16 * WEEK),
      };
    },
  },
  {
    code: 'EHCNA-FINAL-20W',
    source: 'SI 2014/1530 reg 13(2)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const dueDate = addDays(input.day('requestReceived'), 20 * WEEK);
      return {
        ...due(dueDate, office),
        ...lateness(input, dueDate, { metKey: 'finalPlanSent', excused: hasGround(input) }),
      };
    },
  },
];

/** Reg 5(1) and s 24: the request, or the day the authority became responsible some other way. */
function receivedDay(input: RuleInput): CalendarDay {
  if (input.has('requestReceivedInstant'))
    return londonDay(input.instant('requestReceivedInstant'));
  if (!input.has('trigger')) return input.day('requestReceived');
  input.word('trigger', ['becameResponsibleS24']);
  return input.day('date');
}

/** A body's late advice neither moves nor excuses the authority's 20 weeks (statutory.md 1.3). */
function authoritysClock(input: RuleInput): RuleResult {
  const request = input.optionalDay('ehcRequestReceived');
  if (!request && !input.has('missedAppointment')) return {};
  return {
    ...(request && { laFinalPlanDueUnchanged: addDays(request, 20 * WEEK) }),
    laExceptionAvailable: false,
  };
}

function hasGround(input: RuleInput): boolean {
  if (!input.has('exceptionRecorded')) return false;
  input.word('exceptionRecorded', AUTHORITY_GROUNDS);
  return true;
}
