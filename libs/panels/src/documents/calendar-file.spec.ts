import ICAL from 'ical.js';
import { londonDay, londonInstant, londonTime } from '@app/statutory-calendar';
import { calendarFile } from './calendar-file';
import { type FeedSitting } from './calendar-models';

const aSitting = (changes: Partial<FeedSitting> = {}): FeedSitting => ({
  id: '5f0c1a52-9a35-4b5e-9c57-0d8a9d8c1f10',
  panel: 'Team Around the School',
  startsAt: londonInstant('2027-05-03', '13:30'),
  endsAt: londonInstant('2027-05-03', '15:30'),
  room: 'Moor Room, County Hall; first floor',
  version: 0,
  changedAt: new Date('2027-01-04T09:00:00Z'),
  isCancelled: false,
  ...changes,
});

/** The file as ical.js, an independent reader, understands it. */
function read(...sittings: FeedSitting[]) {
  const file = calendarFile({ name: 'Your panels', host: 'causeway.example', sittings });
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  return { file, calendar, events, first: events[0] as ICAL.Event };
}

describe('the calendar feed of a panel', () => {
  it('says panel, hours and room, and how to read the items', () => {
    const { calendar, first } = read(aSitting());
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Your panels');
    expect(first.summary).toBe('Team Around the School');
    expect(first.location).toBe('Moor Room, County Hall; first floor');
    expect(first.description).toBe('Sign in to Causeway to read the items that are for you.');
    expect(first.duration.toSeconds()).toBe(2 * 3600);
  });

  it('moves a sitting instead of showing a second one: same identifier, higher sequence', () => {
    const before = read(aSitting()).first;
    const after = read(
      aSitting({
        startsAt: londonInstant('2027-05-04', '13:30'),
        endsAt: londonInstant('2027-05-04', '15:30'),
        version: 1,
        movedFrom: londonInstant('2027-05-03', '13:30'),
      }),
    ).first;
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(londonDay(after.startDate.toJSDate())).toBe('2027-05-04');
    expect(after.description).toContain('Moved from Monday 3 May 2027, 1:30pm.');
  });

  it('keeps a cancelled sitting in the feed as cancelled, so that calendars take it away', () => {
    const { first } = read(aSitting({ isCancelled: true, version: 2 }));
    expect(first.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(first.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(first.sequence).toBe(2);
    expect(read(aSitting()).first.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('shows half past one in London before and after the clocks change', () => {
    const days = ['2027-03-24', '2027-03-31', '2027-10-27', '2027-11-03'] as const;
    const { events } = read(
      ...days.map((day, index) =>
        aSitting({
          id: `sitting-${index}`,
          startsAt: londonInstant(day, '13:30'),
          endsAt: londonInstant(day, '15:30'),
        }),
      ),
    );
    const starts = events.map(({ startDate }) => startDate.toJSDate());
    expect(starts.map(londonDay)).toEqual(days);
    expect(starts.map(londonTime)).toEqual(days.map(() => '1:30pm'));
    expect(new Set(starts.map((start) => start.getUTCHours()))).toEqual(new Set([12, 13]));
  });

  it('is the same file for the same sittings, so that nobody is told of a change that is none', () => {
    expect(read(aSitting()).file).toBe(read(aSitting()).file);
  });

  it('folds long lines and keeps every letter of a panel’s name', () => {
    const panel = `Grŵp ${'cynhwysiant a phresenoldeb '.repeat(6)}Łódź`;
    const { file, first } = read(aSitting({ panel }));
    expect(first.summary).toBe(panel);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
  });
});
