import fc from 'fast-check';
import book from '../../../../test/vectors/statutory.json';
import vocabulary from '../../../../test/vectors/vocabulary.json';
import { computeVectors } from './compute-vectors';
import { BadVectorFile } from './vector-file';

/** Words of a program that nobody wrote for people. */
const RAW =
  /undefined|NaN|\[object|is not (a function|iterable|defined)|Cannot (read|convert|destructure|set)|Invalid (Date|time|array)|call stack|\.ts:\d|\bat .*\(/;

const kinds = Object.entries(vocabulary.rules).map(
  ([rule, { input }]) => [rule, Object.keys(input)] as const,
);
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    ...['2026-02-30', '2026-13-01', '1899-12-31', '2100-12-31', '0000-00-00', '2026-1-5', ''],
    ...['constructor', '__proto__', 'toString', '2026-10-05T25:00:00Z', '2026-10-05T09:00:00Z'],
    ...[0, -1, 1.5, 1e9, Number.MAX_SAFE_INTEGER, true, false, null, [], {}, [null], [['x']]],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((at: Date) => at.toISOString().slice(0, 10));
const words = fc.constantFrom<unknown>(
  ...new Set(book.vectors.flatMap(({ input }): unknown[] => Object.values(input))),
);
const value = fc.oneof(day, day, words, strange);

/** Vectors of the book with some of their facts replaced, left out or taken from another. */
const vector = fc.constantFrom(...kinds).chain(([rule, keys]) => {
  const like = book.vectors.filter((it) => it.rule === rule).map(({ input }) => input as object);
  const facts = fc.dictionary(fc.constantFrom(...keys, 'calendar', 'asOf'), value, { maxKeys: 4 });
  const usual = fc.constantFrom({}, ...like);
  return fc
    .tuple(usual, facts)
    .map(([known, other]) => ({ id: 'x', rule, input: { ...known, ...other } }));
});

function answered(file: unknown): string[] {
  try {
    return computeVectors(file).flatMap(({ error }) => (error === undefined ? [] : [error]));
  } catch (error) {
    if (error instanceof BadVectorFile) return [error.message];
    throw error;
  }
}

const inWords = (file: unknown) => {
  for (const said of answered(file)) expect(said).not.toMatch(RAW);
};

describe('whatever a file of vectors holds', () => {
  it('is answered, or refused in words: facts of every kind for every rule', () => {
    fc.assert(
      fc.property(vector, (it) => inWords({ ...book, vectors: [it] })),
      { numRuns: 1500 },
    );
  });

  it('is answered, or refused in words: calendars and holidays of every kind', () => {
    const terms = fc.oneof(
      fc.array(fc.oneof(fc.tuple(day, day), fc.array(strange)), { maxLength: 4 }),
      strange,
    );
    const calendar = fc.oneof(
      fc.record(
        { terms, inset: fc.oneof(fc.array(fc.oneof(day, strange)), strange) },
        { requiredKeys: [] },
      ),
      strange,
    );
    const file = fc.record(
      {
        bankHolidays: fc.oneof(fc.array(fc.oneof(day, strange)), strange),
        calendars: fc.oneof(fc.record({ warwickshire: calendar }), strange),
        vectors: fc.oneof(
          fc.constant(book.vectors.slice(0, 3)),
          fc.array(fc.oneof(vector, strange), { maxLength: 3 }),
          strange,
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(fc.oneof(file, file, file, strange), inWords), { numRuns: 500 });
  });

  it('says what contradicts what', () => {
    const said = (rule: string, input: object) => answered({ ...book, vectors: [{ rule, input }] });
    expect(
      said('EHCNA-DECIDE-6W', { requestReceived: '2026-10-05', decisionNotified: '2026-10-02' }),
    ).toEqual([expect.stringContaining('2026-10-05')]);
    const overlapping = {
      terms: [
        ['2026-09-01', '2026-10-23'],
        ['2026-10-20', '2026-12-18'],
      ],
      inset: [],
    };
    expect(answered({ calendars: { oak: overlapping }, vectors: [] })).toEqual([
      expect.stringMatching(/calendar “oak” cannot stand/),
    ]);
  });
});
