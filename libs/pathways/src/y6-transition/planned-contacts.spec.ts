import { makeCalendar } from '@app/statutory-calendar';
import { manySchoolYears } from '../../testing/school-years';
import { plannedContacts } from './planned-contacts';

const bare = makeCalendar({ bankHolidays: [] });
const at = (work: string, context = {}) => ({ value: { work }, context });

describe('the contacts planned for a time of the year', () => {
  it.each([
    ['2027-01-12', 'baseline', '1', 6, 0, '2027-01-01', '2027-03-31'],
    ['2027-04-01', 'primary_phase', '1.5', 13, 3, '2027-04-01', '2027-07-21'],
    ['2027-07-22', 'summer_bridge', '0.5', 1, 0, '2027-07-22', '2027-09-01'],
    ['2027-09-02', 'secondary_phase', '1.5', 9, 0, '2027-09-02', '2027-10-22'],
    ['2027-10-23', 'exit_review', '1', 2, 0, '2027-10-23', '2027-12-31'],
  ])('on %s, in %s, at weight %s', (day, work, weight, contacts, accompanied, from, to) => {
    expect(plannedContacts(at(work), weight, day, manySchoolYears)).toMatchObject({
      contacts,
      accompanied,
      from,
      to,
    });
  });

  it('are those of targeted support where nobody said a weight', () => {
    expect(plannedContacts(at('baseline'), '', '2027-01-12', manySchoolYears)?.support).toBe(
      'targeted support',
    );
  });

  it('are those that the case began under', () => {
    const policy = { version: 2, numbers: { 'contacts.spring.targeted': 4 } };
    expect(
      plannedContacts(at('baseline', { policy }), '1', '2027-01-12', manySchoolYears)?.contacts,
    ).toBe(4);
  });

  it('run to the end of the month where the terms are not known', () => {
    expect(plannedContacts(at('primary_phase'), '1', '2027-07-25', bare)?.to).toBe('2027-07-31');
  });

  it.each([
    ['secondary_phase', '2028-01-20'],
    ['baseline', '2026-11-20'],
    ['monitoring', '2028-03-01'],
    ['withdrawn', '2027-03-01'],
  ])('are none in %s on %s', (work, day) => {
    expect(plannedContacts(at(work), '1', day, manySchoolYears)).toBeUndefined();
  });
});
