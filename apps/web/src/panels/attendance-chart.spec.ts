import { type AttendanceFacts } from '@app/panels';
import { addDays } from '@app/statutory-calendar';
import nunjucks from 'nunjucks';
import { viewsFolder } from '../frame/product-folder';
import { attendanceChart } from './attendance-chart';

const views = new nunjucks.Environment(new nunjucks.FileSystemLoader(viewsFolder), {
  autoescape: true,
});
const drawn = (facts: AttendanceFacts) =>
  views.renderString(
    '{% from "panels/attendance-chart.njk" import attendanceChart %}{{ attendanceChart(chart, "a") }}',
    { chart: attendanceChart(facts) },
  );
const term = (
  ...weeks: [percent: number | undefined, suspendedDays: number][]
): AttendanceFacts => ({
  term: 'Autumn term',
  weeks: weeks.map(([percent, suspendedDays], index) => ({
    from: addDays('2026-09-07', index * 7),
    percent,
    suspendedDays,
  })),
  sentence: '88% over the last 6 weeks.',
});
const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0;

describe('the chart of a term’s attendance', () => {
  it('says in words and in a table what it draws', () => {
    const html = drawn(term([97.4, 0], [90, 2.5], [88, 0]));
    expect(html).toContain(
      'Attendance, autumn term: week 1 97%; week 2 90%, suspended 2.5 days; week 3 88%.',
    );
    expect(html).toContain(
      '<th scope="row">2, from 14 September</th><td>90%</td><td>2.5 days</td>',
    );
    expect(html).toContain('S: a week with a suspension.');
    expect(count(html, /<circle/g)).toBe(2);
    expect(count(html, /cw-attendance__suspension/g)).toBe(1);
    expect(html).toMatch(/cw-chart__strong"[^>]*>88%</);
  });

  it('breaks the line where a week has too few sessions, and guesses nothing', () => {
    const html = drawn(term([97, 0], [96, 0], [undefined, 0], [90, 0], [91, 0]));
    expect(count(html, /cw-attendance__data/g)).toBe(2);
    expect(count(html, /<circle/g)).toBe(4);
    expect(html).toContain('<td>Too few sessions</td>');
    expect(html).not.toContain('S: a week');
  });

  it('keeps every mark inside its box, however low attendance falls', () => {
    const { marks, box } = attendanceChart(term([0, 5], [100, 0], [42, 0.5]));
    const [, , width = 0, height = 0] = box.split(' ').map(Number);
    for (const mark of marks) {
      const points = mark.kind === 'line' ? mark.points : [[mark.x, mark.y] as const];
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
    }
  });

  it('stands a term that has not begun and one of a single week', () => {
    expect(drawn(term())).toContain('Attendance, autumn term');
    expect(count(drawn(term([95, 0])), /<circle/g)).toBe(1);
  });

  it('writes no style into the page, which the page’s security policy forbids', () => {
    expect(drawn(term([95, 0], [90, 1]))).not.toMatch(/style=|fill=|stroke=/);
  });
});
