import { functionMeans, mainFunctions } from './function-profile';
import { highestStable, type Ladder, tried } from './ladder';
import { attendanceOf, levelOf, type Signs } from './levels';

const attendance = (attended: number) => ({ sessions: [{ attended, possible: 1000 }] });

it.each<[Signs, number]>([
  [attendance(1000), 1],
  [attendance(950), 1],
  [attendance(949), 2],
  [attendance(900), 2],
  [attendance(899), 3],
  [attendance(500), 3],
  [attendance(499), 4],
  [{ linkedSessions: 4 }, 1],
  [{ linkedSessions: 5 }, 2],
  [{ partTime: true }, 3],
  [{ movedSchool: true }, 3],
  [{ daysMissed: 14 }, 1],
  [{ daysMissed: 15 }, 4],
  [{ neverStarted: true }, 4],
  [{ ...attendance(970), linkedSessions: 6, movedSchool: true }, 3],
  [{}, 1],
])('takes the worst of %j as level %d', (signs, level) => {
  expect(levelOf(signs)).toBe(level);
});

it('adds the weeks up before it divides, and says nothing of no sessions at all', () => {
  const weeks = [
    { attended: 9, possible: 10 },
    { attended: 0, possible: 2 },
  ];
  expect(attendanceOf(weeks)).toBe(75);
  expect(attendanceOf([{ attended: 0, possible: 0 }])).toBeUndefined();
});

it('averages child and parent, and finds the main function', () => {
  const scale = { child: [4.5, 3, 3.5, 1], parent: [4.16, 2.5, 3.5, 1.5] };
  expect(functionMeans(scale).map((mean) => mean.toFixed(2))).toEqual([
    '4.33',
    '2.75',
    '3.50',
    '1.25',
  ]);
  expect(mainFunctions(scale)).toEqual([1]);
});

it('counts means within a quarter as equal, and copes with one answer or none', () => {
  expect(mainFunctions({ child: [4, 3.75, 3.74, 0] })).toEqual([1, 2]);
  expect(mainFunctions({ parent: [1, 2, 5, 3] })).toEqual([3]);
  expect(mainFunctions({})).toEqual([]);
});

it('stands on the highest step that was achieved twice running', () => {
  const record = (...tries: (readonly [step: number, achieved: boolean])[]) =>
    highestStable(
      tries.reduce<Ladder>((ladder, [no, done]) => tried(ladder, no, done), {}),
      2,
    );
  expect(record()).toBe(0);
  expect(record([1, true])).toBe(0);
  expect(record([1, true], [1, true], [3, true])).toBe(1);
  expect(record([3, true], [3, true], [1, true])).toBe(3);
  expect(record([2, true], [2, true], [2, false], [2, true])).toBe(0);
});
