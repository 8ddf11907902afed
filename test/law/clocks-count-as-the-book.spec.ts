import { pathways } from '@app/pathways';
import { bookEntry, isSameLimit, type Limit } from '@app/statutory-calendar';

/** Every limit of a clock that names a rule of the book. */
const counted = pathways.flatMap(({ name, clocks }) =>
  clocks.flatMap(({ code, rule, limit, starts }) => {
    if (!rule) return [];
    const limits = starts.map((start) => start.limit ?? limit);
    return limits.map((each) => [`${name} ${code}`, rule, each] as const);
  }),
);

/** A clock under one rule may be started by another: after a move, the year of a plan is that of the transfer. */
const ALSO: Readonly<Record<string, readonly string[]>> = { 'AR-12M': ['XFER-REVIEW'] };

/** Where the first day of an exclusion is not known, the referral a day later stands for it: a day earlier is safe. */
const SAFER: readonly (readonly [rule: string, limit: Limit])[] = [
  ['EXCL-6TH-DAY', { unit: 'SD', n: 4 }],
];

it('finds the clocks of law', () => {
  expect(new Set(counted.map(([, rule]) => rule)).size).toBeGreaterThan(20);
});

it.each(counted)('%s counts as the book has %s', (_, code, limit) => {
  expect(bookEntry(code)).toBeDefined();
  // A clock on a day that was worked out took it from the rule's own function: no number stands there.
  if (limit.unit === 'on') return;
  const allowed = [
    ...limitsOf(code),
    ...(ALSO[code] ?? []).flatMap(limitsOf),
    ...SAFER.filter(([rule]) => rule === code).map(([, safer]) => safer),
  ];
  expect(allowed.some((it) => isSameLimit(it, limit))).toBe(true);
});

/** A rule's own limits, and those of the rules that it is worked out from. */
function limitsOf(code: string): readonly Limit[] {
  const entry = bookEntry(code);
  return [...Object.values(entry?.limits ?? {}), ...(entry?.derivedFrom ?? []).flatMap(limitsOf)];
}
