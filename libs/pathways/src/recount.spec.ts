import { makeCalendar } from '@app/statutory-calendar';
import { type Clock, type ClockRule } from './clock-rule';
import { recountedClocks } from './recount';

const calendar = (name: string, ...terms: [string, string][]) =>
  makeCalendar({ bankHolidays: [], terms: { name, terms, inset: [] } });
/** The new school has a week of holiday where the old one has none. */
const from = calendar('old', ['2026-11-02', '2026-12-18']);
const to = calendar('new', ['2026-11-02', '2026-11-13'], ['2026-11-23', '2026-12-18']);
const rule = (code: string, given: Partial<ClockRule> = {}): ClockRule => ({
  code,
  basis: 'local',
  source: '',
  label: '',
  ask: '',
  because: '',
  starts: [{ on: ['GO'] }],
  limit: { unit: 'SD', n: 10 },
  metBy: [],
  effective: { from: '2020-01-01' },
  ...given,
});
const clock = (code: string, given: Partial<Clock> = {}): Clock => ({
  code,
  subject: '',
  occurrence: 1,
  rule: null,
  basis: 'local',
  anchor: '2026-11-06',
  dueOn: '2026-11-20',
  firesOn: '2026-11-21',
  sends: null,
  status: 'open',
  endedOn: null,
  calendarVersion: from.version,
  ...given,
});
const again = (rules: ClockRule[], clocks: Clock[], earliest = '2026-11-09') =>
  recountedClocks(rules, {}, clocks, { from, to, earliest }).map(({ code, dueOn, firesOn }) => [
    code,
    dueOn,
    firesOn,
  ]);

it('counts the school days of our own running clocks in the new calendar', () => {
  expect(again([rule('a')], [clock('a')])).toEqual([['a', '2026-11-27', '2026-11-28']]);
  const [counted] = recountedClocks([rule('a')], {}, [clock('a')], {
    from,
    to,
    earliest: '2026-11-09',
  });
  expect(counted!.calendarVersion).toBe(to.version);
  expect(again([rule('a')], [counted!])).toEqual([]);
});

it('never moves a date of law or guidance, one that has ended, or one of working days', () => {
  const statutory = { basis: 'statutory' } as const;
  const guidance = { basis: 'guidance' } as const;
  const rules = [
    rule('s', statutory),
    rule('g', guidance),
    rule('e'),
    rule('w', { limit: { unit: 'WD', n: 10 } }),
  ];
  const clocks = [
    clock('s', statutory),
    clock('g', guidance),
    clock('e', { status: 'met' }),
    clock('w'),
  ];
  expect(again(rules, clocks)).toEqual([]);
});

it('keeps the days that a clock has waited on hold', () => {
  const held = clock('a', { dueOn: '2026-11-23', firesOn: null });
  expect(again([rule('a')], [held])).toEqual([['a', '2026-11-30', null]]);
});

it('makes no date pass that has not passed, and guesses nothing', () => {
  const back = [
    clock('a', { dueOn: '2026-11-27', anchor: '2026-11-13', calendarVersion: to.version }),
  ];
  const other = { from: to, to: from, earliest: '2026-12-03' };
  const late = recountedClocks(
    [rule('a')],
    {},
    [clock('a', { dueOn: '2026-12-04', anchor: '2026-11-13', calendarVersion: to.version })],
    other,
  );
  expect(late.map(({ dueOn }) => dueOn)).toEqual(['2026-12-03']);
  expect(recountedClocks([], {}, back, other)).toEqual([]);
  const two = rule('a', { starts: [{ on: ['GO'] }, { on: ['OR'], limit: { unit: 'SD', n: 3 } }] });
  expect(again([two], [clock('a', { dueOn: '2026-11-25' })])).toEqual([]);
});
