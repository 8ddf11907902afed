import { type CalendarDay } from '@app/statutory-calendar';
import { BadPayload } from '../../errors';
import { badField } from '../read-details';
import { type PlanOutcome } from './plan-details';

/** Checks what no single answer can show. @throws BadPayload in plain words */
export function checkPlan(
  { outcomes, reviewOn }: { outcomes: readonly PlanOutcome[]; reviewOn: CalendarDay },
  today: CalendarDay,
): void {
  if (reviewOn <= today)
    throw badField('reviewOn', 'When is the plan reviewed? Enter a day after today');
  const words = outcomes.map(({ outcome }) => outcome);
  const twin = words.findIndex((outcome, at) => words.indexOf(outcome) < at);
  if (twin < 0) return;
  const message = 'This outcome is there already. Say what is different about it';
  throw new BadPayload([{ path: ['outcomes', String(twin), 'outcome'], message }]);
}
