import { changeTable, type MeasureRow } from './change-table';
import { valueIn } from './measure-details';

const measured = (
  point: MeasureRow['point'],
  onDay: string,
  value: number,
  name = '',
): MeasureRow => ({
  instrument: 'anxiety',
  answeredBy: 'child',
  point,
  onDay,
  answers: [{ name, value }],
});

it('reads a number alone, or a name and a number', () => {
  expect(
    ['7', 'Makes friends 3', 'Goal 1: -2', 'Attendance 87.5%', 'Mood −1'].map(valueIn),
  ).toEqual([
    { name: '', value: 7 },
    { name: 'Makes friends', value: 3 },
    { name: 'Goal 1', value: -2 },
    { name: 'Attendance', value: 87.5 },
    { name: 'Mood', value: -1 },
  ]);
  expect(['', 'better', '3 of them'].map(valueIn)).toEqual([undefined, undefined, undefined]);
});

it('shows the change from the baseline to the latest point, and none before there are two', () => {
  const [only] = changeTable([measured('baseline', '2027-01-12', 8)]);
  expect(only).toMatchObject({ at: { baseline: 8 }, change: undefined });
  const [line] = changeTable([
    measured('exit', '2027-12-01', 3.3),
    measured('mid', '2027-07-01', 5),
    measured('baseline', '2027-01-12', 8.1),
  ]);
  expect(line).toMatchObject({ at: { baseline: 8.1, mid: 5, exit: 3.3 }, change: -4.8 });
});

it('counts the later of two answers for one point, and keeps people and names apart', () => {
  const lines = changeTable([
    measured('baseline', '2027-01-20', 6),
    measured('baseline', '2027-01-12', 8),
    measured('baseline', '2027-01-12', 1, 'At home'),
    { ...measured('baseline', '2027-01-12', 4), answeredBy: 'parent' },
  ]);
  expect(lines.map(({ name, answeredBy, at }) => [name, answeredBy, at.baseline])).toEqual([
    ['', 'child', 6],
    ['At home', 'child', 1],
    ['', 'parent', 4],
  ]);
});
