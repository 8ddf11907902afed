import { termsWarnings } from './terms-warning';

const calendar = {
  id: '1',
  name: 'Wendmoor schools',
  isDefault: true,
  schools: 0,
  inset: [],
  terms: [['2026-09-04', '2027-07-20']] as const,
};

describe('the warning about term dates', () => {
  it('comes 60 days before the last term that is loaded ends, and names the calendar', () => {
    expect(termsWarnings([calendar], '2027-05-21')).toEqual([]);
    expect(termsWarnings([calendar], '2027-05-22')).toEqual([
      'Term dates are loaded only to 20 July 2027 for Wendmoor schools (all schools without their own).',
    ]);
  });

  it('comes at once where nothing is loaded', () => {
    expect(termsWarnings([], '2027-05-22')).toHaveLength(1);
    expect(
      termsWarnings([{ ...calendar, terms: [], isDefault: false, schools: 1 }], '2027-05-22'),
    ).toEqual(['Term dates are loaded only to no day at all for Wendmoor schools (1 school).']);
  });
});
