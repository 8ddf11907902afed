import { type FileClock } from '@app/casework';

/** What tells the clocks of one case apart. */
export type ClockKey = Pick<FileClock, 'code' | 'subject' | 'occurrence'>;

const SHAPE = /^([a-z0-9_]+)\.([1-9]\d{0,5})(?:\.(.+))?$/;

/** A clock within its case as an address names it: 'w20.1', 'advice_due.1.ep'. */
export const clockName = ({ code, occurrence, subject }: ClockKey): string =>
  [code, occurrence, ...(subject ? [subject] : [])].join('.');

/** What such a name says; undefined for a text that is none. */
export function readClockName(name: string): ClockKey | undefined {
  const [, code, occurrence, subject = ''] = SHAPE.exec(name) ?? [];
  return code ? { code, occurrence: Number(occurrence), subject } : undefined;
}
