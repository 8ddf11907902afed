import { type Adviser, ADVISERS } from '@app/pathways';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { compared } from '../board/judged';
import { type AwaitedAdvice, type StandingAssessment } from '../board/open-assessment';

/** Advice due within so many working days is soon due. */
export const DUE_SOON = 5;

/** One line of "Advice to chase, by service". */
export interface ServiceFigures {
  readonly adviser: Adviser;
  readonly service: string;
  readonly notIn: number;
  readonly late: number;
  /** Late of those not in, in whole per cent. */
  readonly shareLate: number;
  /** Working days of the one that is latest. */
  readonly longestLate: number;
  readonly dueSoon: number;
}

export const ADVICE_VIEWS = {
  all: 'Not in yet',
  late: 'Late',
  soon: `Due in ${DUE_SOON} working days`,
} as const;
export type AdviceView = keyof typeof ADVICE_VIEWS;

/** Every piece of advice that was asked for and is not in: one row a child and service, in no order. */
export function awaitedAdvice(
  open: readonly StandingAssessment[],
  today: CalendarDay,
  calendar: Calendar,
): AwaitedAdvice[] {
  const counted = new Map<CalendarDay, number>();
  const daysTo = (day: CalendarDay) => {
    const days = counted.get(day) ?? calendar.workingDaysBetween(today, day);
    counted.set(day, days);
    return days;
  };
  const advice: AwaitedAdvice[] = [];
  for (const assessment of open)
    for (const { code, status, subject, dueOn } of assessment.clocks)
      if (code === 'advice_due' && status === 'open' && subject in ADVISERS)
        advice.push({
          assessment,
          adviser: subject as Adviser,
          dueOn,
          days: daysTo(dueOn),
          isLate: dueOn < today,
        });
  return advice;
}

/** The advice that is latest first. */
export function latestFirst(advice: readonly AwaitedAdvice[]): AwaitedAdvice[] {
  return [...advice].sort(
    (a, b) =>
      compared(a.dueOn, b.dueOn) ||
      compared(a.assessment.reference, b.assessment.reference) ||
      compared(a.adviser, b.adviser),
  );
}

/** Those of one service, late or soon due. */
export function adviceInView(
  advice: readonly AwaitedAdvice[],
  view: AdviceView,
  adviser?: Adviser,
): AwaitedAdvice[] {
  return advice.filter((it) => (!adviser || it.adviser === adviser) && IN[view](it));
}

const IN: Readonly<Record<AdviceView, (advice: AwaitedAdvice) => boolean>> = {
  all: () => true,
  late: ({ isLate }) => isLate,
  soon: ({ isLate, days }) => !isLate && days <= DUE_SOON,
};

/** Figures by service, the one with most late advice first; services that owe nothing are left out. */
export function serviceFigures(advice: readonly AwaitedAdvice[]): ServiceFigures[] {
  return (Object.keys(ADVISERS) as Adviser[])
    .map((adviser) => ({
      adviser,
      service: ADVISERS[adviser],
      ...figuresOf(adviceInView(advice, 'all', adviser)),
    }))
    .filter(({ notIn }) => notIn > 0)
    .sort((a, b) => b.late - a.late || b.notIn - a.notIn);
}

/** The same figures of any set of advice. */
export function figuresOf(
  advice: readonly AwaitedAdvice[],
): Omit<ServiceFigures, 'adviser' | 'service'> {
  const late = adviceInView(advice, 'late');
  return {
    notIn: advice.length,
    late: late.length,
    shareLate: advice.length ? Math.round((late.length / advice.length) * 100) : 0,
    longestLate: late.reduce((most, { days }) => Math.max(most, -days), 0),
    dueSoon: adviceInView(advice, 'soon').length,
  };
}
