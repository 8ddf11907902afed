import { type RegisterCount } from '@app/reporting';
import { monthChart } from './month-chart';

const count = (key: string, status: RegisterCount['status'], many: number): RegisterCount => ({
  key,
  name: null,
  stage: 'due',
  status,
  count: many,
  long: 0,
});

it('draws one column a month, as tall as its plans, with what is older first', () => {
  const chart = monthChart([
    count('2027-02', 'on_time', 30),
    count('earlier', 'late', 10),
    count('2027-02', 'at_risk', 10),
  ]);
  const { bars, totals, baseline } = chart!.wide;
  expect(totals.map(({ text }) => text)).toEqual(['10', '40']);
  expect(bars.map(({ status, height }) => [status, height])).toEqual([
    ['late', 30],
    ['at_risk', 30],
    ['on_time', 90],
  ]);
  expect(bars.map(({ y, height }) => y + height)).toEqual([baseline, baseline, baseline - 30]);
  expect(chart!.sentence).toContain('From longer ago to February 2027.');
});

it('draws nothing where there is nothing to compare', () => {
  expect(monthChart([count('2027-02', 'late', 3)])).toBeUndefined();
});
