import { englandBankHolidays, londonInstant, makeCalendar } from '@app/statutory-calendar';
import { departureOf } from './departure';

const calendar = makeCalendar({ bankHolidays: englandBankHolidays.days, closures: ['2026-12-29'] });
const at = londonInstant;

describe('when a message may leave', () => {
  it.each([
    [
      'e-mail in the day leaves at once',
      'email',
      at('2026-10-05', '10:00'),
      at('2026-10-05', '10:00'),
    ],
    ['a letter waits 15 minutes', 'letter', at('2026-10-05', '10:00'), at('2026-10-05', '10:15')],
    [
      'from 7pm it waits for the morning',
      'email',
      at('2026-10-05', '19:00'),
      at('2026-10-06', '08:30'),
    ],
    [
      'a letter that would leave after 7pm waits too',
      'letter',
      at('2026-10-05', '18:50'),
      at('2026-10-06', '08:30'),
    ],
    [
      'before 8am it waits for 8:30am',
      'email',
      at('2026-10-05', '00:05'),
      at('2026-10-05', '08:30'),
    ],
    ['a Saturday waits for Monday', 'email', at('2026-01-31', '00:05'), at('2026-02-02', '08:30')],
    [
      'Friday evening waits for Monday',
      'email',
      at('2026-10-09', '20:00'),
      at('2026-10-12', '08:30'),
    ],
    [
      'Christmas and council closures are waited out',
      'email',
      at('2026-12-24', '19:30'),
      at('2026-12-30', '08:30'),
    ],
    [
      'in summer the clocks of London count',
      'email',
      at('2026-07-01', '07:59'),
      at('2026-07-01', '08:30'),
    ],
    [
      'a line in the app is there at once',
      'in_app',
      at('2026-01-31', '03:00'),
      at('2026-01-31', '03:00'),
    ],
  ] as const)('%s', (_, channel, now, expected) => {
    expect(departureOf(now, channel, calendar)).toEqual(expected);
  });
});
