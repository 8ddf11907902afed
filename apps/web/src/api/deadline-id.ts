import { type ClockKey, clockName, readClockName } from '../why/clock-name';

/** The lasting name of a deadline: 'EHC-26-00012.w20.1', with what it is about where several run at once. */
export const deadlineId = (reference: string, clock: ClockKey): string =>
  `${reference}.${clockName(clock)}`;

/** What the name of a deadline says; undefined for a text that is none. */
export function readDeadlineId(id: string): (ClockKey & { reference: string }) | undefined {
  const at = id.indexOf('.');
  const clock = at > 0 ? readClockName(id.slice(at + 1)) : undefined;
  return clock && { ...clock, reference: id.slice(0, at) };
}
