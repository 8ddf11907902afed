import { manySchoolYears as calendar } from '../../../pathways/testing/school-years';
import { type FileClock, type FileEvent } from './case-file';
import { excusesNamed, lawfulExcuses } from './lawful-excuses';

const clock = (code: string, more: Partial<FileClock> = {}) =>
  ({
    code,
    subject: '',
    anchor: '2026-01-05',
    dueOn: '2026-05-25',
    endedOn: null,
    ...more,
  }) as FileClock;
const claim = (payload: object, occurredOn = '2026-02-02') =>
  ({ type: 'EXCEPTION_CLAIMED', occurredOn, payload }) as FileEvent;
const rows = (of: FileClock, history: readonly FileEvent[]) =>
  lawfulExcuses({ clock: of, history, calendar, schoolName: 'Fernhollow Primary' });

describe('a lawful reason for delay', () => {
  it.each<[string, object, string, string[]]>([
    ['w20', {}, 'named no date', ['w20:absent']],
    ['w6', {}, 'named no date', []],
    ['w6', { dates: ['w6'] }, 'named the 6 weeks', ['w6:absent']],
    ['w20', { dates: ['w6'] }, 'named the 6 weeks', []],
    ['w20', { dates: ['w6', 'w20'] }, 'named both', ['w6:absent', 'w20:absent']],
    ['order_final', { dates: ['w20'] }, 'named the 20 weeks', []],
    ['order_final', { dates: ['order'] }, 'named the order', ['order:absent']],
  ])('counts for %s %j: it %s', (code, dates, _, grounds) => {
    const made = claim({ category: 'absent', ...dates });
    expect(excusesNamed(clock(code), [made])).toEqual(grounds);
  });

  it('excuses late what it names, also when it is recorded after the act', () => {
    const w6 = clock('w6', { dueOn: '2026-02-16', endedOn: '2026-02-20' });
    const made = claim({ category: 'absent', dates: ['w6'] }, '2026-02-23');
    expect(excusesNamed(w6, [made])).toEqual(['w6:absent']);
  });

  it('about an appointment excuses that adviser alone, and only inside the six weeks', () => {
    const missed = (appointmentOn: string) => [
      claim({ category: 'missed_appointment', adviser: 'ep', appointmentOn }),
    ];
    const advice = (subject: string) => clock('advice_due', { subject, dueOn: '2026-02-16' });
    expect(excusesNamed(advice('ep'), missed('2026-01-20'))).toEqual([
      'advice_due.ep:missed_appointment',
    ]);
    expect(excusesNamed(advice('health'), missed('2026-01-20'))).toEqual([]);
    const answer = (on: string) =>
      rows(advice('ep'), missed(on))?.find(({ code }) => code === 'missed_appointment')?.answer;
    expect(answer('2026-02-16')).toBe('Applies, if it is why the date was missed');
    expect(answer('2026-02-17')).toBe('Does not apply');
  });

  it.each([
    ['w20', ['Reg 13(3), 10(4)(a)', 'Reg 13(3), 10(4)(d)', 'Reg 13(3), 10(4)(c)']],
    ['reassess_final', ['Reg 27(3)', 'Reg 27(3)', 'Reg 27(3)']],
    ['order_amend', ['Reg 44(3)', 'Reg 44(3)', 'Reg 44(3)', 'Reg 44(3)']],
    ['advice_due', ['Reg 8(2)(c)', 'Reg 8(2)', 'Reg 8(2)']],
  ])('stands for %s where the law says so', (code, sources) => {
    expect(rows(clock(code), [])?.map(({ source }) => source)).toEqual(sources);
  });

  it('of two weeks away is enough for an order, and not for the 20 weeks', () => {
    const away = claim({
      category: 'absent',
      dates: ['w20', 'order'],
      absentFrom: '2026-01-10',
      absentTo: '2026-01-23',
    });
    const answer = (code: string) =>
      rows(clock(code), [away])?.find((row) => row.code === 'absent')?.answer;
    expect(answer('order_draft')).toBe('Applies, if it is why the date was missed');
    expect(answer('w20')).toBe('Does not apply');
  });

  it('is looked for by no other clock', () => {
    expect(rows(clock('appeal_window'), [])).toBeUndefined();
  });
});
