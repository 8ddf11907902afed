import { type ClockLine } from '@app/casework';
import { dayAndMonth, longDay, shortDay } from '@app/statutory-calendar';
import { namedState } from './state-model';
import { whyHref } from './step-address';

/** A clock as a table shows it. */
export function clockRow(
  { clock, label, holder, lastWorkingDay, state }: ClockLine,
  reference: string,
) {
  const isMoved = clock.status === 'open' && lastWorkingDay !== clock.dueOn;
  return {
    label,
    holder,
    date: {
      text: shortDay(clock.dueOn),
      whyHref: whyHref(reference, clock),
      whyOf: `about: ${label}`,
      small: isMoved ? `Last working day ${dayAndMonth(lastWorkingDay)}` : undefined,
    },
    state: namedState(state),
    longDay: longDay(clock.dueOn),
    byLaw:
      clock.basis === 'statutory'
        ? 'Law'
        : clock.basis === 'guidance'
          ? 'Guidance'
          : 'Council’s aim',
  };
}
