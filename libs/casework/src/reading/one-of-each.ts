import { type CalendarDay, dayAndMonth, longDay } from '@app/statutory-calendar';
import { type WorkStep } from './work-step';

/** Steps of a case with nothing said twice: same form, same request, or waiting only for one another. */
export function oneOfEach(steps: readonly WorkStep[], today: CalendarDay): WorkStep[] {
  return withoutBlockedTwins(withoutEchoes(steps, today));
}

/**
 * Steps that are done by the same form, or ask for the same thing, are one: the council's own date stands
 * while it can be kept; once it is late, the date of law takes its place.
 */
function withoutEchoes(steps: readonly WorkStep[], today: CalendarDay): WorkStep[] {
  const kept: WorkStep[] = [];
  for (const step of steps) {
    const at = kept.findIndex((known) => isSame(known, step));
    const known = kept[at];
    if (known) kept[at] = merged(known, step, today);
    else kept.push(step);
  }
  return kept;
}

function isSame(a: WorkStep, b: WorkStep): boolean {
  if (a.ask === b.ask) return true;
  return (
    a.event !== undefined &&
    a.event === b.event &&
    a.clock?.subject === b.clock?.subject &&
    a.whose === b.whose
  );
}

function merged(a: WorkStep, b: WorkStep, today: CalendarDay): WorkStep {
  const [early, late] = (a.dueOn ?? '9') <= (b.dueOn ?? '9') ? [a, b] : [b, a];
  const hasSlipped = !early.byLaw && late.byLaw && early.dueOn !== null && early.dueOn < today;
  const form = [early, late].find(({ event }) => event);
  const first = hasSlipped
    ? {
        ...late,
        because: `The council’s own date, ${dayAndMonth(early.dueOn ?? today)}, has passed. ${late.because}`,
      }
    : { ...late, ...early };
  const { label } = early.clock ? early : late;
  return { ...first, label, ...(form?.event && { event: form.event, reasons: form.reasons }) };
}

/** A step that waits only for another step on the list is named there, not shown beside it. */
function withoutBlockedTwins(steps: readonly WorkStep[]): WorkStep[] {
  const isOpenedBy = (blocked: WorkStep, other: WorkStep) =>
    blocked !== other &&
    blocked.reasons.length > 0 &&
    other.event !== undefined &&
    other.whose === 'mine' &&
    !other.reasons.length &&
    blocked.reasons.every(({ missing }) => missing.some(({ byEvent }) => byEvent === other.event));
  const shown = steps.filter((step) => !steps.some((other) => isOpenedBy(step, other)));
  return shown.map((step) => {
    const next = steps.find((blocked) => isOpenedBy(blocked, step));
    const due = next?.clock?.dueOn ?? next?.dueOn;
    if (!next || !due) return step;
    return {
      ...step,
      because: `${step.because} “${next.label}” is due on ${longDay(due)}.`,
    };
  });
}
