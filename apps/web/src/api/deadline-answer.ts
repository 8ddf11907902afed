import { type OpenedCase, type WhyDate } from '@app/casework';
import { bookEntry, londonDay, operatorOf, statusOf } from '@app/statutory-calendar';
import { deadlineId } from './deadline-id';

/** Why a date is what it is, for a program: the same facts as the page, and no more for a school. */
export function deadlineAnswer(opened: OpenedCase, why: WhyDate) {
  const { file, calendar, relation, today } = opened;
  const { clock, label, lastWorkingDay, state } = why.line;
  const isSchool = relation === 'own_school';
  return {
    id: deadlineId(file.reference, clock),
    reference: file.reference,
    label,
    date: clock.dueOn,
    lastWorkingDayBefore: lastWorkingDay,
    status: statusOf({
      dueOn: clock.dueOn,
      metOn: clock.status === 'met' ? clock.endedOn : null,
      today,
      excused: state.kind === 'excused',
      void: clock.status === 'void',
    }),
    basis: clock.basis,
    sentence: why.sentence,
    rule: ruleOf(why),
    ...countedOf(why),
    countsFrom: clock.anchor,
    trigger: triggerOf(why, isSchool),
    calendar: { name: calendar.schoolName, version: clock.calendarVersion },
    steps: why.steps.map(({ text, small, result }, at) => ({
      text,
      note: isSchool && at === 0 ? null : (small ?? null),
      result: result ?? null,
    })),
    exceptions: (isSchool ? [] : (why.excuses ?? [])).map(
      ({ code, ground, source, needs, facts, answer }) => ({
        code,
        ground,
        source,
        needs,
        dates: facts,
        answer: answer || null,
      }),
    ),
    moved: why.moved.map(({ at, from, to, reason }) => ({
      on: londonDay(at),
      from,
      to,
      reason: isSchool ? null : reason,
    })),
    wouldChange: why.wouldChange,
    wouldNotChange: why.wouldNot,
    dependants: why.hanging.map(({ line }) => ({
      id: deadlineId(file.reference, line.clock),
      label: line.label,
      date: line.clock.dueOn,
    })),
    recomputed: { date: why.again ?? null, same: why.again === clock.dueOn },
  };
}

function ruleOf({ rule, line: { clock } }: WhyDate) {
  const entry = clock.rule ? bookEntry(clock.rule) : undefined;
  return {
    code: clock.rule,
    source: rule.source,
    version: clock.ruleVersion,
    reading: entry?.reading ?? null,
    certainty: entry?.certainty ?? null,
  };
}

function countedOf({ counted: { limit, from, added } }: WhyDate) {
  const { operator, number } = operatorOf(limit);
  return {
    operator,
    number: number ?? null,
    unit: 'n' in limit ? limit.unit : null,
    fromTermDay: from ?? null,
    daysAdded: added ?? 0,
  };
}

function triggerOf({ standsOn }: WhyDate, isSchool: boolean) {
  if (!standsOn) return null;
  const { type, occurredOn, recordedAt, actorRole } = standsOn;
  const whoAndWhen = isSchool ? {} : { recordedAt: recordedAt.toISOString(), by: actorRole };
  return { event: type, occurredOn, ...whoAndWhen };
}
