import { type Limit } from './limit';

/** The words of the law that say how to count, by name. A negative number counts back. */
export type Operator =
  | 'withinDays'
  | 'withinWeeks'
  | 'withinMonths'
  | 'daysBeginning'
  | 'monthsBeginning'
  | 'workingDays'
  | 'workingDaysBeginning'
  | 'schoolDays'
  | 'schoolWeeks'
  | 'atLeastDaysBefore'
  | 'atLeastWeeksBefore'
  | 'atLeastMonthsBefore'
  | 'atLeastWorkingDaysBefore'
  | 'before'
  | 'on';

type Counted = Exclude<Operator, 'before' | 'on'>;
type Unit = Extract<Limit, { n: number }>['unit'];

const UNITS: Readonly<Record<Counted, readonly [unit: Unit, sign: 1 | -1]>> = {
  withinDays: ['CD', 1],
  withinWeeks: ['CW', 1],
  withinMonths: ['months', 1],
  daysBeginning: ['daysBeginning', 1],
  monthsBeginning: ['monthsBeginning', 1],
  workingDays: ['WD', 1],
  workingDaysBeginning: ['workingDaysBeginning', 1],
  schoolDays: ['SD', 1],
  schoolWeeks: ['SW', 1],
  atLeastDaysBefore: ['CD', -1],
  atLeastWeeksBefore: ['CW', -1],
  atLeastMonthsBefore: ['months', -1],
  atLeastWorkingDaysBefore: ['WD', -1],
};

/** Every operator there is. */
export const OPERATORS = [
  ...(Object.keys(UNITS) as Counted[]),
  'before',
  'on',
] as const satisfies readonly Operator[];

/** The limit that an operator and its number say. Throws RangeError for a number that does not fit. */
export function limitFrom(operator: Operator, number?: number): Limit {
  if (operator === 'before' || operator === 'on') {
    if (number !== undefined) throw new RangeError(`“${operator}” takes no number`);
    return { unit: operator };
  }
  if (number === undefined || !Number.isInteger(number) || number < 1)
    throw new RangeError(`“${operator}” needs a whole number from 1`);
  const [unit, sign] = UNITS[operator];
  return { unit, n: sign * number };
}

/** Operator and number of a limit. */
export function operatorOf(limit: Limit): {
  readonly operator: Operator;
  readonly number?: number;
} {
  if (!('n' in limit)) return { operator: limit.unit };
  const sign = limit.n < 0 ? -1 : 1;
  const operator = (Object.keys(UNITS) as Counted[]).find(
    (name) => UNITS[name][0] === limit.unit && UNITS[name][1] === sign,
  );
  if (!operator) throw new RangeError(`No operator counts ${limit.n} ${limit.unit}.`);
  return { operator, number: Math.abs(limit.n) };
}

/** Do two limits count alike? */
export function isSameLimit(one: Limit, other: Limit): boolean {
  const number = (limit: Limit) => ('n' in limit ? limit.n : undefined);
  return one.unit === other.unit && number(one) === number(other);
}
