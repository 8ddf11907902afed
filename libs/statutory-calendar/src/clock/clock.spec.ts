import { type Clock, DayClock, FixedClock, SystemClock } from './clock';
import { type ClockFacts, type ClockStatus, statusOf } from './clock-status';

describe('a clock', () => {
  it('gives the day in London', () => {
    const clock = new FixedClock('2026-06-30T23:30:00Z');
    expect(clock.today()).toBe('2026-07-01');
    clock.set(new Date('2026-12-31T23:30:00Z'));
    expect(clock.today()).toBe('2026-12-31');
    expect(() => clock.set('whenever')).toThrow(RangeError);
  });

  it('cannot be moved through the instant it gave', () => {
    const clock = new FixedClock('2026-06-30T12:00:00Z');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-06-30T12:00:00.000Z');
  });

  it('reads the machine in one place only', () => {
    const clock: Clock = new SystemClock();
    const [first, second] = [clock.now().getTime(), clock.now().getTime()];
    expect(second).toBeGreaterThanOrEqual(first);
    expect(first).toBeGreaterThan(Date.parse('2025-01-01'));
  });

  it('keeps the real time of day on the day of the demonstration', () => {
    const winter = new FixedClock('2026-01-12T14:12:34.567Z');
    const clock = new DayClock('2026-07-01', winter);
    expect(clock.today()).toBe('2026-07-01');
    expect(clock.now().toISOString()).toBe('2026-07-01T13:12:34.567Z');
    expect(clock.daysAhead).toBe(170);
    expect(() => new DayClock('1 July')).toThrow('is not a date');
  });
});

describe('the status of a deadline', () => {
  const dueOn = '2026-05-25';
  it.each<[ClockStatus, Omit<ClockFacts, 'dueOn'>]>([
    ['open', { today: '2026-05-24' }],
    ['due_today', { today: '2026-05-25' }],
    ['overdue', { today: '2026-05-26' }],
    ['overdue_excused', { today: '2026-05-26', excused: true }],
    ['met', { today: '2026-06-01', metOn: '2026-05-25' }],
    ['met', { today: '2026-06-01', metOn: '2026-05-25', excused: true }],
    ['met_late', { today: '2026-06-01', metOn: '2026-05-26' }],
    ['excused_late', { today: '2026-06-01', metOn: '2026-05-26', excused: true }],
    ['open', { today: '2026-05-24', metOn: null }],
    ['void', { today: '2026-06-01', void: true }],
    ['void', { today: '2026-06-01', metOn: '2026-05-01', void: true }],
  ])('%s', (status, facts) => {
    expect(statusOf({ dueOn, ...facts })).toBe(status);
  });
});
