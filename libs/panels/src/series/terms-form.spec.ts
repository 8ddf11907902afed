import { makeCalendar } from '@app/statutory-calendar';
import { panelKinds } from '../kinds/panel-kinds';
import { type Terms } from '../pure/terms';
import { termsBeginning } from './first-terms';
import { termsAsTyped, termsForm, termsFromTyped } from './terms-form';
import { quorumGaps, termsProblems } from './terms-problems';
import { wantedSittings } from './wanted-sittings';

const kinds = panelKinds.map(({ code, terms }) => [code, terms] as const);
const change = { validFrom: '2026-12-01', reason: 'Agreed' };
const tats = panelKinds[0]!.terms;
const seat = (service: 'chair' | 'deputy_chair' | 'psychology', id = service as string) => ({
  ...{ id, officerId: null, name: id, service },
});

describe('terms of reference in a form', () => {
  it.each(kinds)('come back as they are: %s', (_, terms) => {
    const typed = termsForm.parse({ ...termsAsTyped(terms), ...change });
    expect(termsFromTyped(typed, terms)).toEqual({ terms, problems: [] });
  });

  it.each(kinds)('fit together as they are usual: %s', (_, terms) => {
    expect(termsProblems(terms, [])).toEqual([]);
  });

  it('say which time or day cannot be read', () => {
    const typed = termsForm.parse({
      ...termsAsTyped(tats),
      ...change,
      startsAt: 'half one',
      dates: ['27 January 2027', '31 June 2027'],
    });
    expect(termsFromTyped(typed, tats).problems).toMatchObject([
      { path: ['startsAt'], message: 'Enter a time like 13:30, not “half one”' },
      { path: ['dates'], message: expect.stringMatching(/^Line 2: “31 June 2027”/) as string },
    ]);
  });
});

describe('terms that do not fit together', () => {
  const wrong = (of: Partial<Terms>) =>
    termsProblems({ ...tats, ...of }, []).map(({ path }) => path[0]);

  it.each<[string, Partial<Terms>]>([
    ['minutes', { fresh: { count: 7, minutes: 12 } }],
    ['freshCount', { fresh: { count: 0, minutes: 12 }, review: { count: 0, minutes: 5 } }],
    ['papersOutDays', { papersOut: { n: 5, unit: 'WD', at: '12:00' } }],
    ['papersOutDays', { papersOut: { n: 4, unit: 'WD', at: '17:00' } }],
    ['dates', { cadence: { ...tats.cadence, every: 'dates' } }],
    ['dates', { cadence: { ...tats.cadence, dates: ['2026-12-02'] } }],
    ['countedFrom', { cadence: { ...tats.cadence, every: 'fortnight', from: '2026-11-05' } }],
  ])('are refused at %s', (field, terms) => {
    expect(wrong(terms)).toEqual([field]);
  });

  it('want somebody of every service who could come, and count nobody twice', () => {
    expect(quorumGaps(tats.quorum, [seat('deputy_chair'), seat('psychology')])).toEqual([
      ...['attendance', 'one of specialist teacher, mental health, nursing'],
    ]);
    const both = [
      { ...seat('chair'), officerId: 'a' },
      { ...seat('psychology'), officerId: 'a' },
    ];
    expect(quorumGaps(tats.quorum, both)).toHaveLength(3);
  });
});

describe('the first terms of a council', () => {
  const calendar = makeCalendar({
    bankHolidays: [],
    terms: { name: 'Schools', terms: [['2029-01-01', '2030-12-31']], inset: [] },
  });

  it.each(kinds)('plan sittings from whatever day it begins: %s', (_, terms) => {
    const from = '2029-10-01';
    const all = { calendar, from, until: '2030-03-31' };
    const wanted = wantedSittings({
      ...all,
      terms: [{ from, terms: termsBeginning(terms, from) }],
    });
    expect(wanted.length).toBeGreaterThan(1);
    expect(wanted[0]!.sitsOn >= from).toBe(true);
  });
});
