import { type AttendanceFacts, type AttendanceWeek } from './models';

/** The drawing of a term's attendance as plain marks: the page and the PDF draw the same ones. */
export type ChartMark =
  | {
      kind: 'line';
      of: 'data' | 'full' | 'threshold';
      points: readonly (readonly [number, number])[];
    }
  | { kind: 'dot'; x: number; y: number }
  | { kind: 'suspension'; x: number; y: number }
  | {
      kind: 'label';
      x: number;
      y: number;
      text: string;
      anchor: 'start' | 'end';
      isStrong: boolean;
    };

export const CHART = { width: 280, height: 130 } as const;
const LEFT = 42;
const RIGHT = 232;
const TOP = 12;
const BOTTOM = 106;
/** Height of a line of words: two labels never touch. */
const LINE = 13;
/** Below this a pupil is persistently absent. */
const THRESHOLD = 90;

type Known = AttendanceWeek & { percent: number };
const isKnown = (week: AttendanceWeek | undefined): week is Known => week?.percent !== undefined;

/** The marks of the chart in a box of `CHART.width` by `CHART.height`, top left first. */
export function attendanceMarks({ weeks }: AttendanceFacts): ChartMark[] {
  const floor = lowest(weeks);
  const x = (index: number) =>
    weeks.length < 2 ? (LEFT + RIGHT) / 2 : LEFT + (index * (RIGHT - LEFT)) / (weeks.length - 1);
  const y = (percent: number) => TOP + ((100 - percent) * (BOTTOM - TOP)) / (100 - floor);
  return [
    ...frame(y),
    ...runs(weeks).map((run): ChartMark => ({
      kind: 'line',
      of: 'data',
      points: run.map(([index, percent]) => [x(index), y(percent)] as const),
    })),
    ...weeks.flatMap((week, index): ChartMark[] => {
      if (week.suspendedDays > 0)
        return [{ kind: 'suspension', x: x(index), y: y(week.percent ?? floor) }];
      return isKnown(week) ? [{ kind: 'dot', x: x(index), y: y(week.percent) }] : [];
    }),
    ...labels(weeks, x, y),
  ];
}

/** A week in words: '90%', '1.5 days'. */
export function attendanceWeekWords({ percent, suspendedDays }: AttendanceWeek) {
  return {
    attendance: percent === undefined ? 'Too few sessions' : `${Math.round(percent)}%`,
    suspended:
      suspendedDays === 0 ? 'None' : `${suspendedDays} ${suspendedDays === 1 ? 'day' : 'days'}`,
  };
}

/** The heading of the chart. */
export const attendanceTitle = ({ term }: AttendanceFacts) => `Attendance, ${term.toLowerCase()}`;

/** The whole chart in words. */
export function attendanceInWords(facts: AttendanceFacts): string {
  const weeks = facts.weeks.map((week, index) => {
    const words = attendanceWeekWords(week);
    const suspended = week.suspendedDays > 0 ? `, suspended ${words.suspended}` : '';
    return `week ${index + 1} ${words.attendance.toLowerCase()}${suspended}`;
  });
  return `${attendanceTitle(facts)}: ${weeks.join('; ')}.`;
}

function lowest(weeks: readonly AttendanceWeek[]): number {
  const least = Math.min(THRESHOLD, ...weeks.filter(isKnown).map(({ percent }) => percent));
  return Math.max(0, Math.floor((least - 5) / 10) * 10);
}

function frame(y: (percent: number) => number): ChartMark[] {
  const across = (percent: number) =>
    [
      [LEFT, y(percent)],
      [RIGHT, y(percent)],
    ] as const;
  const apart = Math.max(0, LINE - (y(THRESHOLD) - y(100))) / 2;
  return [
    { kind: 'line', of: 'full', points: across(100) },
    { kind: 'line', of: 'threshold', points: across(THRESHOLD) },
    label(LEFT - 6, y(100) + 4 - apart, '100%', 'end'),
    label(LEFT - 6, y(THRESHOLD) + 4 + apart, `${THRESHOLD}%`, 'end'),
  ];
}

/** Weeks without a figure break the line instead of bending it. */
function runs(weeks: readonly AttendanceWeek[]): [number, number][][] {
  const found: [number, number][][] = [[]];
  weeks.forEach((week, index) => {
    if (isKnown(week)) found.at(-1)?.push([index, week.percent]);
    else if (found.at(-1)?.length) found.push([]);
  });
  return found.filter((run) => run.length > 1);
}

function labels(
  weeks: readonly AttendanceWeek[],
  x: (index: number) => number,
  y: (percent: number) => number,
): ChartMark[] {
  if (weeks.length === 0) return [];
  const lastAt = weeks.findLastIndex(isKnown);
  const last = weeks[lastAt];
  const foot = CHART.height - 6;
  return [
    label(LEFT, foot, 'Week 1', 'start'),
    ...(weeks.length > 1 ? [label(RIGHT, foot, `Week ${weeks.length}`, 'end')] : []),
    ...(isKnown(last)
      ? [label(x(lastAt) + 8, y(last.percent) + 4, `${Math.round(last.percent)}%`, 'start', true)]
      : []),
  ];
}

const label = (
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'end',
  isStrong = false,
): ChartMark => ({ kind: 'label', x, y, text, anchor, isStrong });
