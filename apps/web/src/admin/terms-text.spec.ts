import { readTerms, termsAsText } from './terms-text';

describe('term dates as an administrator types them', () => {
  it('are read in words and in numbers', () => {
    expect(
      readTerms(
        '4 September 2026 to 23 October 2026\n2/11/2026 - 18 12 2026\n',
        '27 November 2026',
      ),
    ).toEqual({
      terms: [
        ['2026-09-04', '2026-10-23'],
        ['2026-11-02', '2026-12-18'],
      ],
      inset: ['2026-11-27'],
      problems: [],
    });
  });

  it('come back as they can be typed again', () => {
    const dates = { terms: [['2026-09-04', '2026-10-23']] as const, inset: ['2026-09-28'] };
    const { terms, inset } = termsAsText(dates);
    expect(terms).toBe('4 September 2026 to 23 October 2026');
    expect(readTerms(terms, inset)).toMatchObject({ ...dates, problems: [] });
  });

  it.each([
    ['one day only', '4 September 2026', 'Line 1: enter the first and the last day'],
    [
      'a day that is not',
      '4 September 2026 to 31 September 2026',
      'Line 1: “31 September 2026” is not a real date',
    ],
    ['words', '4 September 2026 to 23 October 2026\nhalf term', 'Line 2'],
  ])('say which line is wrong: %s', (_what, typed, words) => {
    expect(readTerms(typed, '').problems).toEqual([
      { field: 'terms', text: expect.stringContaining(words) as string },
    ]);
  });
});
