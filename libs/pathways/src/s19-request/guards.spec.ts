import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, words } = guardsOf(pathwayNamed('s19_request'));

it('is put off only until its day to decide has passed', () => {
  const put = (...passed: string[]) => allows('deadlineNotBreached', { facts: { passed } });
  expect([put('s19_decide'), put('s19_start')]).toEqual([false, true]);
  expect(allows('deadlineNotBreached')).toBe(true);
});

describe('the hours', () => {
  it.each([
    ['hoursGiven', 'hours'],
    ['hoursPerWeekAbove0', 'hoursPerWeek'],
  ])('are above zero: %s', (guard, field) => {
    const hoursOf = (hours?: number) => allows(guard, { form: { [field]: hours } });
    expect([hoursOf(0.5), hoursOf(0), hoursOf()]).toEqual([true, false, false]);
  });

  it('are full time, or it is said why not', () => {
    const explained = (form: object) => allows('reasonIfPartTime', { form });
    expect(explained({ fullTime: true })).toBe(true);
    expect(explained({ fullTime: false })).toBe(false);
    expect(explained({ fullTime: false, whyPartTime: 'She tires fast' })).toBe(true);
  });

  it('at school have held full time for four weeks before this ends', () => {
    const held = (weeksFullTime?: number) => allows('fullTime4Weeks', { form: { weeksFullTime } });
    expect([held(4), held(3), held()]).toEqual([true, false, false]);
  });
});

describe('the way to another place', () => {
  const moves = (form: object) => allows('noGap', { form });

  it.each([
    ['the next day', '2026-11-10', true],
    ['the same day', '2026-11-09', true],
    ['an earlier day', '2026-11-02', true],
    ['two days later', '2026-11-11', false],
  ])('from Monday 9 November leaves no weekday out: %s', (_, startsOn, yes) => {
    expect(moves({ lastDayHere: '2026-11-09', startsOn })).toBe(yes);
  });

  it('may leave a weekend out, or a time in which somebody else teaches', () => {
    expect(moves({ lastDayHere: '2026-11-06', startsOn: '2026-11-09' })).toBe(true);
    expect(moves({ lastDayHere: '2026-11-05', startsOn: '2026-11-09' })).toBe(false);
    const between = 'A tutor at home';
    expect(moves({ lastDayHere: '2026-11-05', startsOn: '2026-11-09', between })).toBe(true);
  });

  it('is not asked about while one of the days is not known', () => {
    expect([moves({}), moves({ lastDayHere: '2026-11-05' })]).toEqual([true, true]);
    expect(moves({ startsOn: '2026-11-09' })).toBe(true);
    expect(words('noGap', { form: { lastDayHere: '2026-11-05' } })).toContain(
      'Thursday 5 November 2026',
    );
  });
});

it.each([
  [undefined, 'fewerThan3CheckIns'],
  [1, 'fewerThan3CheckIns'],
  [2, 'thirdCheckIn'],
  [3, 'thirdCheckIn'],
])('after %s check-ins the next one is: %s', (checkIns, which) => {
  const kinds = ['fewerThan3CheckIns', 'thirdCheckIn'];
  expect(kinds.filter((name) => allows(name, { remembers: { checkIns } }))).toEqual([which]);
});

it.each([
  [true, 'electiveHomeEducation'],
  [undefined, 'electiveHomeEducation'],
  [false, 'homeEducationNotElective'],
])('takes home education that is freely chosen (%s) one way: %s', (elective, which) => {
  const kinds = ['electiveHomeEducation', 'homeEducationNotElective'];
  expect(kinds.filter((name) => allows(name, { form: { elective } }))).toEqual([which]);
});

it.each([
  ['urgent', { form: { urgent: true } }, { form: { urgent: false } }],
  ['exclusionStands', { remembers: { excluded: true } }, { remembers: { excluded: false } }],
])('tells yes from no: %s', (guard, yes, no) => {
  expect([allows(guard, yes), allows(guard, no)]).toEqual([true, false]);
});
