import { computeVectors } from './compute-vectors';
import { BadVectorFile } from './vector-file';

const calendars = {
  larkfield: { terms: [['2026-09-01', '2026-10-23']], trainingDays: ['2026-09-01'] },
};
const vector = (rule: string, input: unknown) => ({ id: 'X.01', rule, input });

const overlapping = (terms: unknown, trainingDays: unknown = []) => ({
  vectors: [],
  calendars: { larkfield: { terms, trainingDays } },
});

describe('a file of vectors', () => {
  it('is computed with its own bank holidays', () => {
    const vectors = [vector('CAL-WORKING-DAY', { date: '2026-10-05' })];
    const [closed] = computeVectors({
      vectors,
      bankHolidays: [{ date: '2026-10-05', title: 'Jubilee' }],
    });
    const [open] = computeVectors({ vectors, bankHolidays: ['2026-10-06'] });
    expect(closed?.got).toEqual({ workingDay: false, weekday: 'Mon' });
    expect(open?.got).toEqual({ workingDay: true, weekday: 'Mon' });
  });

  it('uses the shipped bank holidays if it has none', () => {
    const [christmas] = computeVectors({
      vectors: [vector('CAL-WORKING-DAY', { date: '2026-12-25' })],
    });
    expect(christmas?.got).toMatchObject({ workingDay: false });
  });

  it('answers an unknown rule, missing facts and missing terms in words, and goes on', () => {
    const answers = computeVectors({
      calendars,
      vectors: [
        vector('NO-SUCH-RULE', {}),
        vector('XFER-6W', {}),
        vector('EXCL-BOARD-15SD', { boardNotified: '2026-10-19', calendar: ['larkfield'] }),
        vector('EXCL-BOARD-15SD', { boardNotified: '2026-10-19', calendar: ['elsewhere'] }),
        vector('XFER-6W', 'today'),
        vector('EXCL-RECONSIDER-10SD', {
          irpDecisionNotified: '2026-09-01',
          calendar: ['larkfield'],
        }),
      ],
    });
    expect(answers.map(({ error }) => error ?? 'none')).toEqual([
      'There is no rule called “NO-SUCH-RULE”. The codes are those of the rule book.',
      'XFER-6W needs transferDate: a date like 2026-10-05. It is missing.',
      expect.stringContaining('The term dates of larkfield are loaded to 23 October 2026 only'),
      'The file has no calendar called “elsewhere”.',
      'X.01 has no input: give an object of facts.',
      'none',
    ]);
    expect(answers[5]?.got).toMatchObject({ dueDate: '2026-09-15' });
  });

  it.each([
    [null, '“vectors”'],
    [[], '“vectors”'],
    [{ vectors: 'all' }, '“vectors”'],
    [{ vectors: [{}] }, 'Vector 1 does not name its rule'],
    [
      { vectors: [], bankHolidays: ['Christmas'] },
      'bankHolidays have "Christmas", which is not a date',
    ],
    [{ vectors: [], bankHolidays: 'none' }, 'must be a list of dates'],
    [{ vectors: [], calendars: [] }, '“calendars” needs names'],
    [{ vectors: [], calendars: { larkfield: {} } }, 'The calendar “larkfield” needs “terms”'],
    [
      { vectors: [], calendars: { larkfield: { terms: [['2026-09-01']] } } },
      'without a first and a last day',
    ],
    [
      overlapping([
        ['2026-09-01', '2026-10-23'],
        ['2026-10-23', '2026-12-18'],
      ]),
      'The calendar “larkfield” cannot stand. Term 2 overlaps term 1',
    ],
    [
      overlapping([['2026-09-01', '2026-10-23']], ['2026-10-26']),
      'The training day 26 October 2026 is not inside a term. The last term ends on 23 October 2026',
    ],
  ])('is refused in words: %j', (file, words) => {
    expect(() => computeVectors(file)).toThrow(BadVectorFile);
    expect(() => computeVectors(file)).toThrow(words);
  });
});
