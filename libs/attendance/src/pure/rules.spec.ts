import { fieldsOf, pathwayNamed } from '@app/pathways';
import { wendmoor } from '../../../statutory-calendar/testing/wendmoor';
import { attendanceOf, tallied } from './attendance';
import { type ChildFacts } from './child-facts';
import { attendancePolicy } from './policy';
import { priorityParts } from './priority';
import { RULE_CODES, type RuleCode } from './rule';
import { hitsOf, RULES } from './rules';
import { type Category, type Suspension } from './suspensions';
import { weeksBack, windowsOn } from './windows';

const ON = '2026-11-20';
let made = 0;
const line = (
  startOn: string,
  daysLong: number,
  category: Category = 'SUSP',
  outcome: Suspension['outcome'] = null,
): Suspension => ({
  id: `${(made += 1)}`,
  category,
  startOn,
  endOn: startOn,
  halfDays: daysLong * 2,
  outcome,
});

const seen = (there: number, away: number) =>
  attendanceOf(tallied([...Array<string>(there).fill('/'), ...Array<string>(away).fill('O')]));

const child = (more: Partial<ChildFacts> = {}): ChildFacts => ({
  childId: 'child',
  phase: 'secondary',
  ncYear: '9',
  senProvision: 'N',
  careStatus: 'none',
  careSaidBySchool: false,
  windows: windowsOn(ON, wendmoor),
  lastWeeks: (n) => weeksBack(n, ON, wendmoor),
  attendance: {},
  suspensions: [],
  openOn: [],
  timetable: null,
  redCheckIn: null,
  midYearEntry: false,
  season: 'autumn',
  tats: null,
  ...more,
});
const codes = (more: Partial<ChildFacts>) => hitsOf(child(more)).map(({ rule }) => rule);
const routes = (more: Partial<ChildFacts>) =>
  hitsOf(child(more)).map(({ rule, route }) => `${rule} ${route}`);

/** A child at the threshold of a rule, and one beside it. */
const THRESHOLDS: readonly (readonly [RuleCode, Partial<ChildFacts>, Partial<ChildFacts>])[] = [
  [
    'T1',
    { suspensions: [line('2026-11-10', 0, 'PERM')] },
    { suspensions: [line('2026-11-10', 0, 'PERM', 'cancelled')] },
  ],
  [
    'T1',
    { suspensions: [line('2026-11-10', 0, 'PERM', 'upheld')] },
    { suspensions: [line('2026-11-10', 0, 'PERM', 'quashed')] },
  ],
  [
    'T1',
    { suspensions: [line('2026-09-10', 0, 'PEXC')] },
    { suspensions: [line('2026-07-10', 0, 'PEXC')] },
  ],
  [
    'T2',
    { suspensions: [line('2026-01-06', 4.5), line('2026-05-06', 5.5)] },
    { suspensions: [line('2026-01-06', 4), line('2026-05-06', 5.5)] },
  ],
  [
    'T2',
    { phase: 'primary', suspensions: [line('2026-05-06', 5)] },
    { phase: 'primary', suspensions: [line('2026-05-06', 4.5)] },
  ],
  ['T2', { suspensions: [line('2026-01-05', 10)] }, { suspensions: [line('2025-12-19', 10)] }],
  [
    'T3',
    { suspensions: [line('2026-10-05', 1), line('2026-10-06', 1), line('2026-11-10', 1)] },
    { suspensions: [line('2026-10-02', 1), line('2026-10-06', 1), line('2026-11-10', 1)] },
  ],
  [
    'T3',
    { suspensions: [line('2026-10-19', 1), line('2026-11-10', 1.5)] },
    { suspensions: [line('2026-10-19', 1.5), line('2026-11-10', 1.5)] },
  ],
  [
    'T3',
    { suspensions: [line('2026-10-19', 1), line('2026-11-10', 1.5)] },
    { suspensions: [line('2026-10-16', 1), line('2026-11-10', 1.5)] },
  ],
  ['T4', { suspensions: [line('2026-09-10', 5.5)] }, { suspensions: [line('2026-09-10', 5)] }],
  [
    'T4',
    { suspensions: [line('2026-09-10', 5, 'SUSP'), line('2026-11-10', 0.5, 'LNCH')] },
    { suspensions: [line('2026-09-10', 5, 'SUSP'), line('2026-11-10', 0.5, 'LNCH', 'cancelled')] },
  ],
  [
    'T5',
    { attendance: { year: seen(90, 10) }, suspensions: [line('2026-09-08', 1)] },
    { attendance: { year: seen(91, 9) }, suspensions: [line('2026-09-08', 1)] },
  ],
  [
    'T5',
    { attendance: { year: seen(18, 2) }, suspensions: [line('2026-09-08', 1)] },
    { attendance: { year: seen(17, 2) }, suspensions: [line('2026-09-08', 1)] },
  ],
  [
    'T5',
    { attendance: { year: seen(18, 2) }, suspensions: [line('2026-09-01', 1)] },
    { attendance: { year: seen(18, 2) }, suspensions: [line('2026-07-20', 1)] },
  ],
  ['T6', { attendance: { year: seen(50, 50) } }, { attendance: { year: seen(51, 50) } }],
  [
    'T6',
    { attendance: { year: seen(0, 20) }, openOn: ['tats_case'] },
    { attendance: { year: seen(0, 20) }, openOn: ['ebsna'] },
  ],
  [
    'T6',
    { attendance: { year: seen(0, 20) } },
    { attendance: { year: seen(0, 20) }, openOn: ['s19_request'] },
  ],
  [
    'T7',
    { timetable: { endedOn: '2026-11-13', daysOver: 5 } },
    { timetable: { endedOn: '2026-11-16', daysOver: 4 } },
  ],
  [
    'T8',
    { careStatus: 'cin', suspensions: [line('2026-09-10', 0.5)] },
    { careStatus: 'early_help', suspensions: [line('2026-09-10', 0.5)] },
  ],
  [
    'T8',
    { senProvision: 'E', suspensions: [line('2026-09-10', 0.5)] },
    { senProvision: 'K', suspensions: [line('2026-09-10', 0.5)] },
  ],
  [
    'T8',
    { careSaidBySchool: true, suspensions: [line('2026-09-10', 0.5)] },
    { careSaidBySchool: true, suspensions: [line('2026-07-10', 0.5)] },
  ],
  [
    'T9',
    { suspensions: [line('2026-11-10', 0, 'OSDE')] },
    { suspensions: [line('2026-07-10', 0, 'OSDE')] },
  ],
  [
    'T9',
    { suspensions: [line('2026-11-10', 0, 'MMVE')] },
    { suspensions: [line('2026-11-10', 0, 'MMVE', 'cancelled')] },
  ],
  ['T10', { ncYear: '7', redCheckIn: '2026-09-20' }, { ncYear: '8', redCheckIn: '2026-09-20' }],
  [
    'T10',
    { ncYear: '7', redCheckIn: '2026-09-20' },
    { ncYear: '7', redCheckIn: '2026-09-20', season: 'spring' },
  ],
  [
    'T11',
    { suspensions: [line('2026-10-20', 2, 'INTR'), line('2026-11-10', 3, 'INTR')] },
    { suspensions: [line('2026-10-16', 2, 'INTR'), line('2026-11-10', 3, 'INTR')] },
  ],
];

describe('the rules', () => {
  it.each(THRESHOLDS)('%s fires at its threshold and not beside it', (code, at, beside) => {
    expect(codes(at)).toContain(code);
    expect(codes(beside)).not.toContain(code);
  });

  it('are eleven, in their order, and each can be named when a child is put forward', () => {
    expect(RULES.map(({ code }) => code)).toEqual([...RULE_CODES]);
    expect(new Set(THRESHOLDS.map(([code]) => code))).toEqual(new Set(RULE_CODES));
    const rule = fieldsOf(pathwayNamed('tats_case').events['CHILD_IDENTIFIED']!.payload).find(
      ({ name }) => name === 'rule',
    );
    expect(Object.keys(rule && 'options' in rule ? (rule.options as object) : {})).toEqual([
      ...RULE_CODES,
    ]);
  });

  it('say what they found, in which window, and where it leads', () => {
    const suspensions = [line('2026-09-10', 10), line('2026-11-10', 6)];
    expect(hitsOf(child({ suspensions }))).toEqual([
      {
        rule: 'T2',
        route: 'list',
        key: '16 days',
        values: { days: 16, phase: 'secondary' },
        words: '16 days suspended over three terms, in secondary school',
        window: { from: '2026-01-05', to: ON },
      },
      {
        rule: 'T4',
        route: 'urgent',
        key: '2026-09-01 16 days',
        values: { days: 16 },
        words: '16 days suspended this term',
        window: { from: '2026-09-01', to: ON },
      },
    ]);
    expect(routes({ suspensions: [line('2026-09-10', 15)] })).toEqual(['T2 list', 'T4 list']);
  });

  it('are told to schools with the numbers that hold', () => {
    const told = RULES.map(({ words, then }) => `${words(attendancePolicy)} ${then}`);
    expect(told[1]).toContain(
      '10 or more suspended days in secondary school, 5 or more in primary',
    );
    const other = { ...attendancePolicy, threeTermDays: { primary: 4, secondary: 8 } };
    expect(RULES[1]!.words(other)).toContain('8 or more');
    expect(hitsOf(child({ suspensions: [line('2026-02-10', 8)] }), other)).toHaveLength(1);
  });

  it('look back over as many weeks as the council counts', () => {
    const facts = child({
      suspensions: [line('2026-10-08', 1), line('2026-11-04', 1), line('2026-11-10', 1)],
    });
    const found = (more: object) =>
      hitsOf(facts, { ...attendancePolicy, ...more }).map(({ words }) => words);
    expect(found({})).toEqual(['3 suspensions in 6 school weeks, 3 days in all']);
    expect(found({ manyWeeks: 4 })).toEqual([]);
    const longer = child({ suspensions: [line('2026-10-08', 1), line('2026-11-10', 2)] });
    expect(hitsOf(longer)).toEqual([]);
    expect(hitsOf(longer, { ...attendancePolicy, longerWeeks: 6 })[0]?.words).toBe(
      'Suspensions in 6 school weeks that get longer: 1 day, then 2 days',
    );
  });

  it('say nothing of a child of whom nothing is known, nor where no terms are loaded', () => {
    expect(hitsOf(child())).toEqual([]);
    const busy = { suspensions: [line('2026-11-10', 16)], attendance: { year: seen(0, 40) } };
    expect(hitsOf(child({ ...busy, windows: {} }))).toEqual([]);
  });
});

describe('the priority', () => {
  const ava = child({
    senProvision: 'K',
    careStatus: 'cin',
    suspensions: [line('2026-10-05', 2), line('2026-11-03', 2), line('2026-11-12', 2.5)],
    attendance: { year: seen(88, 12), thisTerm: seen(88, 12), lastTerm: seen(100, 0) },
    tats: {
      reference: 'TA-1',
      openedOn: '2026-11-19',
      waitedDays: 1,
      deferrals: 0,
      exclusionLikely: false,
      backWithinTwoTerms: false,
    },
  });

  it('adds up as in the worked example, and says on what each part rests', () => {
    const { points, parts } = priorityParts(ava, ON);
    expect(points).toBe(52);
    expect(parts.map(({ code, points: each, words }) => [code, each, words])).toEqual([
      ['E', 15, '6.5 days suspended this year, 6.5 days this term'],
      ['R', 10, '2 suspensions in the last 4 school weeks'],
      ['A', 13, '12% of sessions missed this year, attendance 12 points lower than last term'],
      ['V', 13, 'Child in need or early help, SEN support'],
      ['W', 1, '1 working day up to 20 November 2026'],
      ['D', 0, 'Put off 0 times'],
      ['X', 0, 'No change of school'],
    ]);
  });

  it('counts what was lately over as many weeks as the council says', () => {
    const policy = { version: 1, numbers: { 'priority.lately.weeks': 1 } };
    const { parts } = priorityParts({ ...ava, tats: null }, ON, policy);
    expect(parts[1]).toMatchObject({
      points: 0,
      words: '0 suspensions in the last 1 school week',
    });
  });

  it('takes bands from the sessions and not from rounded percentages', () => {
    const points = (there: number, away: number) =>
      priorityParts(child({ attendance: { year: seen(there, away) } }), ON).parts[2]!.points;
    expect([points(501, 500), points(50, 50), points(1801, 200), points(90, 10)]).toEqual([
      8, 15, 0, 8,
    ]);
    expect(points(0, 19)).toBe(0);
  });

  it('counts a change of school: Year 6 from Easter, Year 7 in autumn, new in mid-year', () => {
    const x = (more: Partial<ChildFacts>) => priorityParts(child(more), ON).parts[6]!.points;
    expect(x({ ncYear: '6', season: 'spring' })).toBe(0);
    expect(x({ ncYear: '6', season: 'summer' })).toBe(5);
    expect(x({ ncYear: '7', season: 'autumn' })).toBe(5);
    expect(x({ ncYear: '7', season: 'spring' })).toBe(0);
    expect(x({ midYearEntry: true })).toBe(5);
  });

  it('is exclusion in play from the feed or from what was said, and not once it was cancelled', () => {
    const e = (more: Partial<ChildFacts>) => priorityParts(child(more), ON).parts[0]!.points;
    expect(e({ suspensions: [line('2026-11-10', 0, 'PERM')] })).toBe(30);
    expect(e({ suspensions: [line('2026-11-10', 0, 'PERM', 'reinstated')] })).toBe(0);
    expect(e({ tats: { ...ava.tats!, exclusionLikely: true } })).toBe(30);
  });
});
