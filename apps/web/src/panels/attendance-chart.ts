import {
  type AttendanceFacts,
  attendanceInWords,
  attendanceMarks,
  attendanceTitle,
  attendanceWeekWords,
  CHART,
} from '@app/panels';
import { dayAndMonth } from '@app/statutory-calendar';

/** A term's attendance as a drawing, its sentence, and the same figures as a table behind it. */
export function attendanceChart(facts: AttendanceFacts) {
  const hasSuspensions = facts.weeks.some(({ suspendedDays }) => suspendedDays > 0);
  return {
    title: attendanceTitle(facts),
    inWords: attendanceInWords(facts),
    box: `0 0 ${CHART.width} ${CHART.height}`,
    marks: attendanceMarks(facts).map((mark) =>
      mark.kind === 'line' ? { ...mark, path: pathOf(mark.points) } : mark,
    ),
    sentence: facts.sentence,
    partTimeSentence: facts.partTimeSentence,
    key: hasSuspensions ? 'S: a week with a suspension.' : undefined,
    rows: facts.weeks.map((week, index) => ({
      week: `${index + 1}, from ${dayAndMonth(week.from)}`,
      ...attendanceWeekWords(week),
    })),
  };
}

const pathOf = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;

const round = (value: number) => Math.round(value * 10) / 10;
