/** A leg of the 20 weeks. */
export type Leg = 'decide' | 'advice' | 'plan' | 'draft' | 'final';

/** How many open assessments stand at each leg in each week of their clock; the last columns are bands of weeks. */
const BOARD: Readonly<Record<Leg, Readonly<Record<string, number>>>> = {
  decide: { 1: 9, 2: 8, 3: 11, 4: 7, 5: 9, 6: 8, 7: 3, 8: 1 },
  advice: {
    5: 2,
    6: 5,
    7: 9,
    8: 8,
    9: 10,
    10: 7,
    11: 8,
    12: 9,
    13: 7,
    14: 6,
    15: 5,
    16: 2,
    17: 1,
    '21+': 4,
    '25+': 2,
    '31+': 1,
  },
  plan: { 12: 2, 13: 5, 14: 6, 15: 3, 16: 2, 17: 1, '21+': 1 },
  draft: { 13: 1, 14: 4, 15: 5, 16: 6, 17: 4, 18: 3, 19: 1, '21+': 5, '25+': 3, '31+': 1 },
  final: { 15: 1, 16: 2, 17: 4, 18: 6, 19: 5, 20: 4, '21+': 8, '25+': 4, '31+': 3 },
};

/** First and last day of the bands. */
const BANDS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '21+': [141, 168],
  '25+': [169, 210],
  '31+': [211, 240],
};

/** One square of the board to be filled: a leg, and the days since receipt that put a case there. */
export interface Square {
  readonly leg: Leg;
  readonly days: readonly [first: number, last: number];
}

/** Every open assessment there is to be, one square each. */
export function squares(): Square[] {
  return (Object.keys(BOARD) as Leg[]).flatMap((leg) =>
    Object.entries(BOARD[leg]).flatMap(([column, count]) =>
      new Array<Square>(count).fill({ leg, days: daysOf(column) }),
    ),
  );
}

function daysOf(column: string): readonly [number, number] {
  const week = Number(column);
  return BANDS[column] ?? [7 * week - 6, 7 * week];
}
