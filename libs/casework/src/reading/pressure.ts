import { type Pathway } from '@app/pathways';
import { becauseOfBreach } from './because';
import { type Seat, stateHere, type WorkStep } from './work-step';
import { type WorkCase } from './work-case';

/**
 * A legal date of ours that has passed and cannot be met from here gives its day and its lateness to the
 * step that comes first, so that a breach is never hidden behind a local date.
 */
export function underPressure(
  step: WorkStep,
  subject: WorkCase,
  pathway: Pathway,
  seat: Seat,
): WorkStep {
  if (step.taskId || step.state?.kind === 'breached') return step;
  for (const clock of subject.clocks) {
    const rule = pathway.clocks.find(({ code }) => code === clock.code);
    if (!rule || rule.holder || clock.dueOn >= seat.today) continue;
    const state = stateHere(clock, subject, seat);
    if (state.kind !== 'breached') continue;
    return {
      ...step,
      because: becauseOfBreach(rule),
      dueOn: clock.dueOn,
      state,
      byLaw: true,
      clock,
    };
  }
  return step;
}
