import { ehcPolicy, pathwayNamed } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { ASSESSMENT } from './assessment';
import { type BoardClock } from './open-assessment';

const codeOf = (stage: string) =>
  (ehcPolicy.legs[0].states as readonly string[]).includes(stage) ? 'w6' : 'w20';

/** The clock that an assessment in this stage is judged by, running until this day. */
export function runningLegal(stage: string, dueOn: CalendarDay): BoardClock {
  const code = codeOf(stage);
  const [basis, status] = ['statutory', 'open'] as const;
  return { code, subject: '', basis, rule: code, dueOn, status, endedOn: null, sends: null };
}

const LIMITS = new Map<string, number>();

/** How many days the law gives from the request until then. */
export function limitOf(stage: string): number {
  const code = codeOf(stage);
  const days = LIMITS.get(code) ?? weeksOf(code) * 7;
  LIMITS.set(code, days);
  return days;
}

function weeksOf(clock: string): number {
  const limit = pathwayNamed(ASSESSMENT).clocks.find(({ code }) => code === clock)?.limit;
  return limit && 'n' in limit ? limit.n : 0;
}
