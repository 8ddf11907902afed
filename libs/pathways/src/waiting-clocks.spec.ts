import { asksIn, pathwayNamed } from '.';
import { stepped } from '../testing/stepped';

const y6 = pathwayNamed('y6_transition');
const ehc = pathwayNamed('ehc_needs_assessment');
const dueOf = (steps: ReturnType<typeof stepped>, code: string) =>
  steps
    .at(-1)!
    .clocks.filter((clock) => clock.code === code && clock.status === 'open')
    .map(({ dueOn }) => dueOn);

it('gives dates of the council’s own the days back that they waited, and asks nobody meanwhile', () => {
  const steps = stepped(
    y6,
    ['2025-11-17', null],
    ['2025-11-20', 'CASE_HELD'],
    ['2025-11-30', 'CASE_RESUMED'],
  );
  expect(dueOf(steps.slice(0, 1), 'screen_sla')).toEqual(['2025-12-01']);
  expect(dueOf(steps, 'screen_sla')).toEqual(['2025-12-11']);
  expect(steps.at(-1)!.clocks.filter(({ code }) => code === 'screen_sla')).toHaveLength(2);
  expect(dueOf(steps, 'hold_review')).toEqual([]);
  const held = steps[1]!.state.value;
  expect(asksIn(y6.clocks, 'screen_sla', held)).toBe(false);
  expect(asksIn(y6.clocks, 'hold_review', held)).toBe(true);
});

it('counts a clock that began during the hold from its own day', () => {
  const steps = stepped(
    y6,
    ['2025-11-17', null],
    ['2025-11-20', 'CASE_HELD'],
    ['2025-11-26', 'SCREENING_STARTED'],
    ['2025-11-30', 'CASE_RESUMED'],
  );
  const before = dueOf(steps.slice(0, 3), 'evidence_chase');
  expect(before).toEqual(['2025-12-03']);
  expect(dueOf(steps, 'evidence_chase')).toEqual(['2025-12-07']);
});

it('never moves a date of law', () => {
  const steps = stepped(
    ehc,
    ['2026-01-05', null],
    ['2026-01-06', 'CASE_HELD'],
    ['2026-03-06', 'CASE_RESUMED'],
  );
  expect(dueOf(steps, 'w20')).toEqual(dueOf(steps.slice(0, 1), 'w20'));
  expect(asksIn(ehc.clocks, 'w6', steps[1]!.state.value)).toBe(true);
});
