import { type OpenedCase, type WhyDate } from '@app/casework';
import { dayAndMonth, londonTime, longDay, plainDay } from '@app/statutory-calendar';
import { stepHref } from '../cases/step-address';
import { paths } from '../paths';

/** The page "Why this date?" in words. */
export function whyModel(
  { file, today, relation }: OpenedCase,
  why: WhyDate,
  { now, reader }: { now: Date; reader: string },
) {
  const { clock, label, lastWorkingDay, state } = why.line;
  const isOpen = clock.status === 'open';
  const isSchool = relation === 'own_school';
  return {
    title: why.question,
    label,
    day: longDay(clock.dueOn),
    lastWorkingDay: lastWorkingDay === clock.dueOn ? undefined : longDay(lastWorkingDay),
    state: { kind: state.kind, text: isOpen ? (state.text.split(':')[0] ?? '') : state.text },
    left: isOpen ? state.words : undefined,
    from: longDay(today),
    sentence: why.sentence,
    steps: isSchool
      ? why.steps.map((step, index) => (index ? step : { ...step, small: undefined }))
      : why.steps,
    nowWouldBe: why.nowWouldBe && longDay(why.nowWouldBe),
    excuses: (isSchool ? undefined : why.excuses)?.map((row) => ({
      ...row,
      recordHref:
        row.canRecord && file.open ? stepHref(file.reference, 'EXCEPTION_CLAIMED') : undefined,
    })),
    wouldChange: why.wouldChange,
    wouldNot: why.wouldNot,
    hanging: why.hanging.map(({ label: what, dueOn, lastWorkingDay: last, small }) => ({
      what,
      day: longDay(dueOn),
      small,
      last:
        last === dueOn ? undefined : `${longDay(last).split(' ')[0] ?? ''} ${dayAndMonth(last)}`,
    })),
    correctHref:
      !isSchool &&
      why.startedBy &&
      paths.caseFile.correct(file.reference, String(why.startedBy.version)),
    shown: `Shown on ${plainDay(today)}, ${londonTime(now)}, to ${reader}.`,
  };
}
