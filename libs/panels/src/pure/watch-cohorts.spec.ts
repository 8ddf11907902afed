import { COHORTS, confirmationOf } from './watch-cohorts';

const meetings = ['2026-09-10', '2026-10-22', '2026-12-10'];

it.each([
  ['2026-12-10', 0, false],
  ['2026-10-22', 1, false],
  ['2026-10-21', 2, true],
  ['2026-09-01', 3, true],
])('an entry last confirmed on %s missed %i meetings, red: %s', (confirmedOn, missed, isRed) => {
  expect(confirmationOf(confirmedOn, meetings)).toEqual({ missed, isRed });
});

it('names every group of children without letters that stand for words', () => {
  for (const label of Object.values(COHORTS)) expect(label).not.toMatch(/\b[A-Z]{2,}/);
});
