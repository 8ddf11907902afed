import { type CalendarDay, isCalendarDay } from '@app/statutory-calendar';
import { type FormBody } from './form-body';

/** A question for a day: three boxes, as on paper. */
export interface DayFieldModel {
  readonly kind: 'day';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly parts: readonly {
    id: string;
    name: string;
    label: string;
    width: number;
    value: string;
  }[];
}

const PARTS = [
  ['day', 'Day', 2],
  ['month', 'Month', 2],
  ['year', 'Year', 4],
] as const;

/** The three boxes of a day, holding what was typed: any text, as it was. */
export function dayField(
  name: string,
  label: string,
  body: FormBody,
  { hint, problem }: { hint?: string | undefined; problem?: string | undefined } = {},
): DayFieldModel {
  const parts = PARTS.map(([part, words, width]) => ({
    id: `${name.replaceAll('.', '-')}-${part}`,
    name: `${name}-${part}`,
    label: words,
    width,
    value: text(body[`${name}-${part}`]),
  }));
  return { kind: 'day', id: parts[0]?.id ?? name, name, label, hint, problem, parts };
}

/** A day as a person would have typed it into the three boxes. */
export function dayAsTyped(name: string, day: CalendarDay): FormBody {
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    [`${name}-day`]: String(Number(date)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
}

/** The day that was typed, or what is wrong with it; neither when all three boxes are empty. */
export function readDay(
  body: FormBody,
  name: string,
  label: string,
): { day?: CalendarDay; problem?: string } {
  const [day = '', month = '', year = ''] = PARTS.map(([part]) =>
    text(body[`${name}-${part}`]).trim(),
  );
  if (!day && !month && !year) return {};
  const lacking = [day ? '' : 'a day', month ? '' : 'a month', year ? '' : 'a year'].filter(
    Boolean,
  );
  if (lacking.length) return { problem: `${label}: enter ${lacking.join(' and ')} as well` };
  const number = monthNumber(month);
  if (!/^\d{1,2}$/.test(day) || number === undefined || !/^\d{4}$/.test(year)) {
    return { problem: `${label}: enter a real date, like 27 3 2026` };
  }
  const whole = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCalendarDay(whole) || year < '1900' || year > '2100') {
    return { problem: `${label}: enter a real date, like 27 3 2026` };
  }
  return { day: whole };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const at = MONTHS.findIndex(
    (month) => /^[a-z]{3,}$/i.test(typed) && typed.toLowerCase().startsWith(month),
  );
  return at < 0 ? undefined : at + 1;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
