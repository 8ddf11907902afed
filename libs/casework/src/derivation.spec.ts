import { clocksInForce, pathwayNamed } from '@app/pathways';
import {
  addDays,
  type CalendarInput,
  englandBankHolidays,
  isCalendarDay,
  isSameLimit,
  type Limit,
  makeCalendar,
  readPack,
} from '@app/statutory-calendar';
import fc from 'fast-check';
import { manySchoolYears, manyTerms } from '../../pathways/testing/school-years';
import { simulate } from '../../pathways/testing/simulation/simulate';
import { type SimulatedCase } from '../../pathways/testing/simulation/world';
import { asCounted, asText, type Counted, countUsed, dueAgain } from './derivation';
import { FACT_CORRECTED, asCorrected, type HistoryRow } from './history';
import { excuseOf } from './reading/excuses';
import { hangingWith, type Told } from './reading/why-hanging';
import { replayed, underLaw } from './replay-history';

const SIZE = { cases: 14, days: 400 };
const seeds = fc.integer({ min: 1, max: 5000 });
const cases = (seed: number) => simulate(seed, SIZE).world.cases;
type Clock = SimulatedCase['spot']['clocks'][number];

const rulesOf = ({ pathway, spot }: SimulatedCase) =>
  new Map(clocksInForce(pathway.clocks, spot.state.context).map((rule) => [rule.code, rule]));
const keyOf = ({ code, subject, occurrence }: Clock) => `${code}|${subject}|${occurrence}`;

function toldBy({ pathway, history }: SimulatedCase, calendar = manySchoolYears): Told {
  const rows = history.map(
    (event, at) => ({ ...event, version: at + 1, facts: event.facts }) as unknown as HistoryRow,
  );
  return { pathway, rows, calendar };
}

describe('the derivation that is kept beside a date', () => {
  const units = ['CD', 'CW', 'WD', 'SD', 'SW', 'months'] as const;
  const limits: fc.Arbitrary<Limit> = fc.oneof(
    fc.record({ unit: fc.constantFrom(...units), n: fc.integer({ min: -60, max: 60 }) }),
    fc.record({
      unit: fc.constantFrom('WD' as const, 'SD' as const),
      n: fc.integer({ min: 1, max: 60 }),
      roll: fc.constant(true),
    }),
    fc.record({ unit: fc.constant('daysBeginning' as const), n: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ unit: fc.constantFrom('on' as const, 'before' as const) }),
  );

  it('reads back as it was written', () => {
    const some: fc.Arbitrary<Counted> = fc.record(
      {
        limit: limits,
        from: fc.constantFrom('lastPupilDayOfSummerTerm' as const, 'nationalOfferDay' as const),
        added: fc.integer({ min: -40, max: 40 }).filter((n) => n !== 0),
      },
      { requiredKeys: ['limit'] },
    );
    fc.assert(
      fc.property(some, (counted) => void expect(asCounted(asText(counted))).toEqual(counted)),
    );
  });

  it.each<[string, Counted]>([
    ['20 CW', { limit: { unit: 'CW', n: 20 } }],
    ['5 WD roll', { limit: { unit: 'WD', n: 5, roll: true } }],
    [
      '-10 SD from:lastPupilDayOfSummerTerm',
      { limit: { unit: 'SD', n: -10 }, from: 'lastPupilDayOfSummerTerm' },
    ],
    ['10 WD +14', { limit: { unit: 'WD', n: 10 }, added: 14 }],
    ['on', { limit: { unit: 'on' } }],
  ])('is short: %s', (text, counted) => {
    expect(asText(counted)).toBe(text);
  });

  it('gives every date of a random history again, with days on top only after a hold', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const it of cases(seed)) {
          const rules = rulesOf(it);
          for (const clock of it.spot.clocks) {
            const rule = rules.get(clock.code)!;
            const counted = asCounted(asText(countUsed(rule, clock, manySchoolYears)));
            expect(dueAgain(rule, counted, clock.anchor, manySchoolYears)).toBe(clock.dueOn);
            const mayWait = clock.basis === 'local' && clock.occurrence > 1 && wasHeld(it);
            if (!mayWait) expect([keyOf(clock), counted.added]).toEqual([keyOf(clock), undefined]);
          }
        }
      }),
      { numRuns: 3 },
    );
  });
});

const wasHeld = ({ history }: SimulatedCase) => history.some(({ type }) => type === 'CASE_RESUMED');

describe('a due date that was written', () => {
  it('never moves, whatever is recorded after it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const it of cases(seed)) {
          const { rows } = toldBy(it);
          const written = new Map(it.spot.clocks.map((clock) => [keyOf(clock), clock.dueOn]));
          const half = rows.slice(0, Math.ceil(rows.length / 2));
          for (const known of [half, rows.slice(0, -1)].filter(({ length }) => length))
            for (const clock of replayed(it.pathway, known, manySchoolYears).clocks)
              expect([keyOf(clock), written.get(keyOf(clock))]).toEqual([
                keyOf(clock),
                clock.dueOn,
              ]);
        }
      }),
      { numRuns: 2 },
    );
  });
});

describe('a lawful reason for delay', () => {
  it('excuses exactly the date it was claimed for, and moves none', () => {
    const pathway = pathwayNamed('ehc_needs_assessment');
    const event = (type: string, occurredOn: string) =>
      ({ type, occurredOn, payload: pathway.events[type]!.example, facts: {} }) as const;
    const rows = [
      event('REQUEST_RECEIVED', '2026-01-05'),
      event('EXCEPTION_CLAIMED', '2026-02-02'),
    ].map((row, at) => ({ ...row, version: at + 1 }) as unknown as HistoryRow);
    const before = replayed(pathway, rows.slice(0, 1), manySchoolYears);
    const after = replayed(pathway, rows, manySchoolYears);
    expect(after.clocks.filter(({ code }) => before.clocks.some((it) => it.code === code))).toEqual(
      before.clocks,
    );
    const claimed = after.state.context['excused'] as string[];
    const excused = after.clocks.filter((clock) => excuseOf(clock, claimed) !== null);
    expect(excused.map(({ code, dueOn }) => [code, dueOn])).toEqual([['w20', '2026-05-25']]);
  });
});

describe('what hangs on a leaf', () => {
  const bankHolidays = englandBankHolidays.days;
  const usual = { name: 'Wendmoor', terms: manyTerms, inset: [] };
  it.each<[string, (day: string) => CalendarInput]>([
    ['a training day', (day) => ({ bankHolidays, terms: { ...usual, inset: [schoolDay(day)] } })],
    ['a bank holiday', (day) => ({ bankHolidays: [...bankHolidays, weekday(day)], terms: usual })],
    [
      'a bank holiday that is no more',
      (day) => ({ bankHolidays: without(bankHolidays, day), terms: usual }),
    ],
    ['a closure day', (day) => ({ bankHolidays, closures: [weekday(day)], terms: usual })],
    [
      'the last day of a term',
      (day) => ({ bankHolidays, terms: { ...usual, terms: shorter(day) } }),
    ],
  ])('is, for %s, the clocks that a whole replay moves, and no others', (_, calendarOf) => {
    let moved = 0;
    fc.assert(
      fc.property(seeds, fc.nat(), fc.integer({ min: 0, max: 4 }), (seed, pick, before) => {
        const running = cases(seed).flatMap(({ spot }) => spot.clocks);
        const near = running[pick % running.length]!.dueOn;
        const other = makeCalendar(calendarOf(addDays(near, -before)));
        for (const it of cases(seed)) {
          const rules = rulesOf(it);
          const byDerivation = it.spot.clocks.filter((clock) => {
            const rule = rules.get(clock.code)!;
            const counted = countUsed(rule, clock, manySchoolYears);
            return dueAgain(rule, counted, clock.anchor, other) !== clock.dueOn;
          });
          const byReplay = movedIn(it, replayed(it.pathway, toldBy(it).rows, other).clocks);
          expect(byReplay).toEqual(byDerivation.map(keyOf));
          moved += byReplay.length;
        }
      }),
      { numRuns: 3, seed: 26 }, // days of which some count
    );
    expect(moved).toBeGreaterThan(0);
  });

  it('is, for a version of a rule, the running clocks that count by that limit, and no others', () => {
    let moved = 0;
    const rules = ['EHCNA-FINAL-20W', 'EHCNA-ADVICE-6W', 'AR-DECISION-4W'];
    fc.assert(
      fc.property(seeds, fc.constantFrom(...rules), (seed, rule) => {
        const { changes } = lawOfOneWeek(rule);
        for (const it of cases(seed)) {
          const { pathway, spot } = it;
          const under = spot.clocks.filter((clock) => {
            const own = pathway.clocks.find(({ code }) => code === clock.code)!;
            const counted = countUsed(own, clock, manySchoolYears);
            const isBy = clock.rule === rule && isSameLimit(counted.limit, changes[0]!.limit!.was);
            return isBy && clock.status === 'open';
          });
          const before = replayed(pathway, toldBy(it).rows, manySchoolYears);
          const law = { packs: ['ACT-1'], changes };
          expect(movedIn(it, underLaw(before, law, manySchoolYears).clocks)).toEqual(
            under.map(keyOf),
          );
          moved += under.length;
        }
      }),
      { numRuns: 6 },
    );
    expect(moved).toBeGreaterThan(0);
  });

  it('is, for a fact, what a correction of that fact moves, and no others', () => {
    let found = 0;
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, pick) => {
        for (const it of cases(seed)) {
          const clock = it.spot.clocks[pick % Math.max(1, it.spot.clocks.length)];
          const told = toldBy(it);
          const hanging = clock && hangingWith(told, clock);
          if (!hanging) continue;
          found += 1;
          const days = [-1, 1].map((by) => movedByCorrection(told, hanging.fact, by));
          expect(days).toContainEqual(hanging.clocks.map(keyOf));
          expect(hanging.clocks.map(keyOf)).toContain(keyOf(clock));
        }
      }),
      { numRuns: 3, seed: 26 },
    );
    expect(found).toBeGreaterThan(5);
  });
});

/** The clocks of a case that have another day now. */
function movedIn({ spot }: SimulatedCase, now: readonly Clock[]): string[] {
  const then = new Map(now.map((clock) => [keyOf(clock), clock.dueOn]));
  return spot.clocks.filter((clock) => then.get(keyOf(clock)) !== clock.dueOn).map(keyOf);
}

/** A pack that leaves one week of a limit, for all that ever started. */
const lawOfOneWeek = (rule: string) =>
  readPack({
    name: 'ACT-1',
    title: 'An invented Act',
    source: 'invented',
    effectiveFrom: '2014-09-01',
    appliesBy: 'trigger',
    changes: [{ rule, operator: 'withinWeeks', number: 1 }],
  });

/** The bank holidays without the first one on or after a day. */
function without(days: readonly string[], day: string): string[] {
  const gone = days.find((it) => it >= day);
  return days.filter((it) => it !== gone);
}

/** The terms, with the one that runs on a day, or the next, ending three days sooner. */
function shorter(day: string): (readonly [string, string])[] {
  const at = manyTerms.findIndex(([, last]) => last >= day);
  return manyTerms.map(([first, last], index) => [first, index === at ? addDays(last, -3) : last]);
}

function weekday(day: string): string {
  return manySchoolYears.isWorkingDay(day) ? day : weekday(addDays(day, 1));
}

function schoolDay(day: string): string {
  return manySchoolYears.isSchoolDay(day) ? day : schoolDay(addDays(day, 1));
}

/** The same by the way of a correction that is written into the history. */
function movedByCorrection(
  { pathway, rows, calendar }: Told,
  { version, field }: { version: number; field?: string },
  by: number,
): string[] {
  const row = rows.find((it) => it.version === version)!;
  const from = field ? String(row.payload[field]) : row.occurredOn;
  expect(isCalendarDay(from)).toBe(true);
  const change = { from, to: addDays(from, by) };
  const correction = {
    version,
    reason: 'Mistyped',
    ...(field ? { payload: { [field]: change } } : { occurredOn: change }),
  };
  const line = { ...row, version: rows.length + 1, type: FACT_CORRECTED, payload: correction };
  const before = replayed(pathway, rows, calendar).clocks;
  try {
    const after = replayed(pathway, asCorrected([...rows, line]), calendar).clocks;
    const then = new Map(after.map((clock) => [keyOf(clock), clock.dueOn]));
    return before.filter((clock) => then.get(keyOf(clock)) !== clock.dueOn).map(keyOf);
  } catch {
    return ['refused'];
  }
}
