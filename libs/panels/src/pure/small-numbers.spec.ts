import { type Counts, type Grouping, withoutSmallNumbers } from './small-numbers';

const of = (found: number, listed = 0, accepted = 0, declined = 0): Counts => ({
  found,
  listed,
  accepted,
  declined,
});
const group = (...counts: Counts[]): Grouping => ({
  title: 'Sex',
  groups: counts.map((each, i) => ({ label: `Group ${i}`, counts: each })),
});
const columns = (whole: Counts, ...groupings: Grouping[]) => {
  const shown = withoutSmallNumbers(whole, groupings);
  return {
    whole: shown.whole.found,
    groups: shown.groupings.map(({ groups }) => groups.map(({ counts }) => counts.found)),
  };
};

it('shows five and more, and nought', () => {
  expect(columns(of(25), group(of(20), of(5), of(0)))).toEqual({ whole: 25, groups: [[20, 5, 0]] });
});

it.each([1, 2, 3, 4])('hides %i, and the smallest other group that would tell it', (small) => {
  const counts = [of(30), of(12), of(small)];
  expect(columns(of(42 + small), group(...counts))).toEqual({
    whole: 42 + small,
    groups: [[30, null, null]],
  });
});

it('hides a third group where two together are still a small number', () => {
  expect(columns(of(13), group(of(10), of(2), of(1)))).toEqual({
    whole: 13,
    groups: [[null, null, null]],
  });
});

it('hides no third group where two are hidden already', () => {
  expect(columns(of(17), group(of(10), of(4), of(3)))).toEqual({
    whole: 17,
    groups: [[10, null, null]],
  });
});

it('never hides behind a nought, which would tell as much', () => {
  expect(columns(of(33), group(of(30), of(3), of(0)))).toEqual({
    whole: 33,
    groups: [[null, null, 0]],
  });
});

it('hides the whole where it is small itself, and then needs no second group', () => {
  expect(columns(of(3), group(of(3), of(0)))).toEqual({ whole: null, groups: [[null, 0]] });
});

it('hides both of agreed and not agreed where one of them is small', () => {
  const { groupings } = withoutSmallNumbers(of(0, 40, 30, 9), [
    group(of(0, 20, 15, 2), of(0, 20, 15, 7)),
  ]);
  for (const { counts } of groupings[0]!.groups)
    expect(counts).toEqual({ found: 0, listed: 20, accepted: null, declined: null });
});

it('leaves nobody a way to work out a hidden number from its column', () => {
  const values = [0, 1, 3, 4, 5, 8, 20];
  for (const a of values)
    for (const b of values)
      for (const c of values) {
        const { whole, groups } = columns(of(a + b + c), group(of(a), of(b), of(c)));
        const hidden = [a, b, c].filter((_, i) => groups[0]![i] === null);
        const together = hidden.reduce((sum, count) => sum + count, 0);
        if (whole !== null && hidden.length) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(together).toBeGreaterThanOrEqual(5);
        }
        expect(groups[0]!.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
      }
});
