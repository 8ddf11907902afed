import {
  ANSWERED_BY,
  changeTable,
  INSTRUMENTS,
  type MeasureRow,
  type Point,
  POINTS,
} from '@app/casework';

const NO_VALUE = 'Not yet';

/** The table of change in words: a column a point, then how far each value has moved. */
export function changeModel(rows: readonly MeasureRow[]) {
  const points = Object.entries(POINTS) as [Point, string][];
  return {
    points: points.map(([, words]) => words),
    lines: changeTable(rows).map(({ instrument, name, answeredBy, at, change }) => ({
      what: inWords(INSTRUMENTS, instrument),
      name,
      who: inWords(ANSWERED_BY, answeredBy),
      values: points.map(([point, words]) => ({
        point: words,
        text: at[point] === undefined ? NO_VALUE : String(at[point]),
      })),
      change: changeWords(change),
    })),
  };
}

function changeWords(change: number | undefined): string {
  if (change === undefined) return NO_VALUE;
  if (change === 0) return 'No change';
  return change > 0 ? `Up ${change}` : `Down ${-change}`;
}

/** The words of a code; what was typed where it is no code of ours. */
const inWords = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;
