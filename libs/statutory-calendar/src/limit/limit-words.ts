import { type Limit } from './limit';

const SINGULAR = {
  CD: 'day',
  CW: 'week',
  WD: 'working day',
  SD: 'school day',
  SW: 'school week',
  months: 'month',
  daysBeginning: 'day',
  monthsBeginning: 'month',
  workingDaysBeginning: 'working day',
} as const;

const WAY_OF_COUNTING = {
  CD: 'Calendar days: weekends, bank holidays and school holidays count.',
  CW: 'Weeks are calendar weeks: weekends, bank holidays and school holidays count.',
  WD: 'Working days are Monday to Friday, without bank holidays and days on which the council is closed.',
  SD: 'School days are the days on which pupils of that school have lessons: no holidays and no training days.',
  SW: 'Weeks without a single school day are left out.',
  months: 'A month runs to the same date, or to the end of the month if there is no such date.',
  daysBeginning: 'The day itself is the first of them. Weekends and holidays count.',
  monthsBeginning: 'The day itself is the first day, so the last is the day before the same date.',
  workingDaysBeginning:
    'The day itself is the first of them if it is a working day. Weekends and bank holidays are left out.',
} as const;

/** '6 weeks', '1 working day', '15 days'. */
export function amountOf(limit: Limit): string {
  if (!('n' in limit)) return limit.unit === 'before' ? 'the day before' : 'the day itself';
  const n = Math.abs(limit.n);
  return `${n} ${SINGULAR[limit.unit]}${n === 1 ? '' : 's'}`;
}

/** What the rule allows, and how its unit is counted, as one or two sentences. */
export function howItCounts(limit: Limit): string {
  if (limit.unit === 'on') return 'The rule names that day.';
  if (limit.unit === 'before') return 'It must be done before that day.';
  const beginning = limit.unit.endsWith('Beginning');
  if (beginning) {
    return `The rule allows ${amountOf(limit)} beginning with that day. ${WAY_OF_COUNTING[limit.unit]}`;
  }
  const rule =
    limit.n < 0
      ? `The rule asks for ${amountOf(limit)} before that day.`
      : `The rule allows ${amountOf(limit)} of that day.`;
  return `${rule} ${WAY_OF_COUNTING[limit.unit]}`;
}

/** '+ 6 weeks (42 days)', '− 5 school days', or undefined where there is nothing to add. */
export function sizeOf(limit: Limit): string | undefined {
  if (!('n' in limit)) return undefined;
  const inDays = limit.unit === 'CW' ? ` (${Math.abs(limit.n * 7)} days)` : '';
  return `${limit.n < 0 ? '−' : '+'} ${amountOf(limit)}${inDays}`;
}
