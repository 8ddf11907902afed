import { type OpenedCase, type WhyDate } from '@app/casework';
import {
  type CalendarDay,
  dayAndMonth,
  londonDay,
  londonTime,
  longDay,
  plainDay,
} from '@app/statutory-calendar';
import { stepHref } from '../cases/step-address';
import { paths } from '../paths';
import { clockName } from './clock-name';
import { letterText } from './why-letter';

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
    nowWouldBe: why.again && why.again !== clock.dueOn ? longDay(why.again) : undefined,
    moved: why.moved.map(({ at, by, reason, from }) => ({
      on: plainDay(londonDay(at)),
      before: longDay(from),
      by: isSchool ? undefined : by,
      reason: isSchool ? undefined : reason,
    })),
    excuses: (isSchool ? undefined : why.excuses)?.map((row) => ({
      ...row,
      recordHref:
        row.canRecord && file.open ? stepHref(file.reference, 'EXCEPTION_CLAIMED') : undefined,
    })),
    wouldChange: why.wouldChange,
    wouldNot: why.wouldNot,
    hanging: why.hanging.map(({ line: other, small }) => ({
      what: other.label,
      day: longDay(other.clock.dueOn),
      small,
      last: other.lastWorkingDay === other.clock.dueOn ? undefined : shortOf(other.lastWorkingDay),
    })),
    correctHref:
      !isSchool &&
      why.standsOn &&
      paths.caseFile.correct(file.reference, String(why.standsOn.version)),
    letter: isSchool ? undefined : letterText(file.reference, why),
    letterHrefs: isSchool
      ? []
      : LETTERS.map(({ format, text }) => ({
          text,
          href: paths.caseFile.dateLetter(file.reference, clockName(clock), format),
        })),
    shown: `Shown on ${plainDay(today)}, ${londonTime(now)}, to ${reader}.`,
  };
}

const LETTERS = [
  { format: 'word', text: 'Download the letter for Word' },
  { format: 'pdf', text: 'Download the letter as PDF' },
] as const;

const shortOf = (day: CalendarDay) => `${longDay(day).split(' ')[0] ?? ''} ${dayAndMonth(day)}`;
