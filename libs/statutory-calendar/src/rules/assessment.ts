import { type CalendarDay, weekdayOf } from '../day/calendar-day';
import { londonDay } from '../day/london-time';
import { AUTHORITY_GROUNDS } from '../grounds/grounds';
import { countedBack, due, dueRule, lateness, representations } from './due';
import { PART_3, type Rule, type RuleResult, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

const REQUEST = 'The request for an assessment arrives, or the authority becomes responsible.';
const NO_ROLL = 'The day it arrives is not counted, the whole last day is in time, nothing rolls.';

/** EHC needs assessment and plan. */
export const assessmentRules: readonly Rule[] = [
  {
    ...PART_3,
    code: 'EHCNA-DECIDE-6W',
    says: 'Tell the family whether there will be an assessment.',
    source: 'SI 2014/1530 reg 5(1)',
    trigger: REQUEST,
    limits: { due: { unit: 'CW', n: 6 } },
    metBy: 'The decision is notified to the parent or young person.',
    grounds: AUTHORITY_GROUNDS,
    reading: NO_ROLL,
    compute: (input, tools) => {
      const received = receivedDay(input);
      const dueDate = tools.last(received);
      return {
        ...(input.has('requestReceivedInstant') && { receivedCivilDate: received }),
        ...due(dueDate, tools.office),
        ...lateness(input, dueDate, {
          metKey: 'decisionNotified',
          since: received,
          excused: hasGround(input),
        }),
      };
    },
  },
  {
    ...PART_3,
    code: 'EHCNA-ADVICE-6W',
    says: 'Those asked for advice send it.',
    source: 'SI 2014/1530 reg 8(1)-(2)',
    trigger: 'The body receives the request for advice.',
    limits: { due: { unit: 'CW', n: 6 } },
    metBy: 'The advice is returned.',
    grounds: ['exceptional_circumstances_of_adviser', 'absent_4_weeks', 'missed_appointment'],
    reading: 'A missed appointment excuses the body that advises, never the authority.',
    compute: (input, tools) => {
      const received = input.day('adviceRequestReceivedByBody');
      const dueDate = tools.last(received);
      const missed = input.optionalDay('missedAppointment');
      const excused = missed !== undefined && missed >= received && missed <= dueDate;
      return {
        ...due(dueDate, tools.office),
        ...lateness(input, dueDate, { metKey: 'adviceReturned', since: received, excused }),
        ...authoritysClock(input, tools),
      };
    },
  },
  dueRule({
    ...PART_3,
    code: 'EHCNA-NOPLAN-16W',
    says: 'Tell the family if there will be no plan.',
    source: 'SI 2014/1530 reg 10(1)',
    trigger: REQUEST,
    from: 'requestReceived',
    limit: { unit: 'CW', n: 16 },
    metBy: 'The notice is given, with reasons and the rights to appeal and to mediation.',
    grounds: AUTHORITY_GROUNDS,
  }),
  {
    ...PART_3,
    code: 'EHCNA-DRAFT-15D',
    says: 'The family has time to answer the draft plan.',
    source: 'SI 2014/1530 reg 13(1)(a)',
    trigger: 'The draft plan is served.',
    limits: { due: { unit: 'daysBeginning', n: 15 } },
    metBy: 'The window has passed, or the family says that it has finished.',
    compute: (input, { last }) => {
      const lastDay = last(input.day('draftServed'));
      return { ...representations(lastDay), weekdayLast: weekdayOf(lastDay) };
    },
  },
  {
    ...PART_3,
    code: 'EHCNA-DRAFT-LATEST',
    says: 'Last day on which a draft still leaves the family its time before the final plan is due.',
    standing: 'planning',
    certainty: 'derived',
    source: 'SI 2014/1530 reg 13(1)(a) with reg 13(2) (derived planning date)',
    trigger: REQUEST,
    limits: {},
    derivedFrom: ['EHCNA-FINAL-20W', 'EHCNA-DRAFT-15D', 'EHCNA-NOPLAN-16W'],
    compute: (input, { last, limit }) => {
      const received = input.day('requestReceived');
      const finalDue = last(received, { rule: 'EHCNA-FINAL-20W' });
      const window = limit(finalDue, { rule: 'EHCNA-DRAFT-15D' });
      return {
        finalDue,
        latestDraftServed: countedBack(window, finalDue),
        week16Target: last(received, { rule: 'EHCNA-NOPLAN-16W' }),
      };
    },
  },
  {
    ...PART_3,
    code: 'EHCNA-FINAL-20W',
    says: 'Send the final plan.',
    source: 'SI 2014/1530 reg 13(2)',
    trigger: REQUEST,
    limits: { due: { unit: 'CW', n: 20 } },
    metBy: 'The plan is sent to the family, the school named in it and the health commissioner.',
    grounds: AUTHORITY_GROUNDS,
    reading:
      'A ground excuses and never moves the date. The return counts the day of receipt as day 1, so work to the day before.',
    compute: (input, { office, last }) => {
      const since = input.day('requestReceived');
      const dueDate = last(since);
      return {
        ...due(dueDate, office),
        ...lateness(input, dueDate, { metKey: 'finalPlanSent', since, excused: hasGround(input) }),
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

/** A body's late advice neither moves nor excuses the authority's own time. */
function authoritysClock(input: RuleInput, { last }: RuleTools): RuleResult {
  const request = input.optionalDay('ehcRequestReceived');
  if (!request && !input.has('missedAppointment')) return {};
  return {
    ...(request && { laFinalPlanDueUnchanged: last(request, { rule: 'EHCNA-FINAL-20W' }) }),
    laExceptionAvailable: false,
  };
}

function hasGround(input: RuleInput): boolean {
  if (!input.has('exceptionRecorded')) return false;
  input.word('exceptionRecorded', AUTHORITY_GROUNDS);
  return true;
}
