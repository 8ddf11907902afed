import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storyOf } from '../testing/story';
import { pathwayNamed, pathways, settingsOf, settingsRefused } from '.';
import { ebsnaPolicy } from './ebsna/policy';
import { eotasPolicy } from './eotas-package/policy';
import { eyPolicy } from './ey-transition/policy';
import { hdPolicy } from './hd-referral/policy';
import { inclusionFundPolicy } from './inclusion-fund-bid/policy';
import { placementPolicy } from './placement-request/policy';
import { type PolicyOverlay } from './policy';
import { post16Policy } from './post16-transition/policy';
import { s19Policy } from './s19-request/policy';
import { tatsPolicy } from './tats-case/policy';
import { priorityScore } from './tats-case/score';
import { scoreAnswers, vulnerabilityScore } from './y6-transition/score';
import { y6Policy } from './y6-transition/policy';
import { inForce } from './policy';
import { weightOf } from './weights';

const MONDAY = '2026-11-09';
const set = (numbers: Record<string, number>): { policy: PolicyOverlay } => ({
  policy: { version: 3, numbers },
});

const numbersIn = (inside: object, path = ''): [key: string, n: number][] =>
  Object.entries(inside).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'number') return [[path + name, value] as [string, number]];
    const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isTable ? numbersIn(value, `${path}${name}.`) : [];
  });

const POLICIES = {
  y6_transition: y6Policy,
  ebsna: ebsnaPolicy,
  tats_case: tatsPolicy,
  hd_referral: hdPolicy,
  s19_request: s19Policy,
  ey_transition: eyPolicy,
  post16_transition: post16Policy,
  placement_request: placementPolicy,
  eotas_package: eotasPolicy,
  inclusion_fund_bid: inclusionFundPolicy,
} as const;

/** Numbers that a council does not set, with the reason. */
const NOT_SET: Readonly<Record<string, string>> = {
  mostDeferrals: 'a term of the panel itself, set where its sittings are',
  schoolDaysAfterFirstExcluded: 'Education Act 1996 s 19(3A), SI 2007/1870: the sixth school day',
};

describe.each(Object.entries(POLICIES))('every number of %s', (name, policy) => {
  const pathway = pathwayNamed(name);
  const settings = settingsOf(pathway);

  it('is a setting with words and bounds, or the usual limit of a clock that is one', () => {
    const keys = new Set(settings.map(({ key }) => key));
    const limits = new Set(
      settings.filter(({ key }) => key.startsWith('clock.')).map(({ usual }) => usual),
    );
    const left = numbersIn(policy).filter(
      ([key, n]) => !keys.has(key) && !(key in NOT_SET) && !limits.has(n),
    );
    expect(left).toEqual([]);
    for (const { label, unit, least, most } of settings) {
      expect(label.trim() && unit.trim()).not.toBe('');
      expect(least).toBeLessThan(most);
    }
  });

  it('stands in an order that is kept: what must be more than another is so usually', () => {
    expect(settingsRefused(settings, {})).toEqual([]);
    const known = new Set(settings.map(({ key }) => key));
    expect(settings.filter(({ above }) => above && !known.has(above))).toEqual([]);
  });
});

describe('numbers that do not go together', () => {
  const settings = settingsOf(pathwayNamed('y6_transition'));

  it.each([
    [{ 'bands.schoolLed': 40 }, 'threshold', 'more than 40'],
    [{ threshold: 60 }, 'bands.intensive', 'more than 60'],
    [{ 'score.from.fair': 95 }, 'score.from.good', 'more than 95'],
  ])('are refused in words: %j', (numbers, key, words) => {
    const refused = settingsRefused(settings, numbers);
    expect(refused.map((it) => it.key)).toEqual([key]);
    expect(refused[0]?.text).toContain(words);
  });

  it('are refused for levels that do not rise', () => {
    const ebsna = settingsOf(pathwayNamed('ebsna'));
    expect(settingsRefused(ebsna, { 'levels.severeBelow': 92 })).toMatchObject([
      { key: 'levels.establishedBelow' },
    ]);
  });

  it('say only once what is wrong with a number that could never be', () => {
    const refused = settingsRefused(settings, { threshold: 400 });
    expect(refused).toEqual([
      { key: 'threshold', text: expect.stringContaining('from 1 to 100') as string },
    ]);
  });
});

describe('a score', () => {
  it('gives the points that its case began under', () => {
    const answers = { suspensions: 'two', attendance: 91 } as const;
    const [before, after] = [{}, set({ 'score.suspensions.two': 20, 'score.from.fair': 92 })].map(
      (context) => vulnerabilityScore(answers, inForce(y6Policy, context)).raw,
    );
    expect([before, after]).toEqual([5 + 12, 10 + 20]);
  });

  it('suggests support by the bands in force', () => {
    const answers = { suspensions: 'two' } as const;
    const bandOf = (context: object) =>
      vulnerabilityScore(answers, inForce(y6Policy, context)).band;
    expect(bandOf({})).toBe('Intensive');
    expect(bandOf(set({ 'bands.intensive': 61 }))).toBe('Targeted');
  });

  it('orders a list by the points in force', () => {
    const answers = { vulnerability: ['plan'], waitedDays: 4 } as const;
    const of = (context: object) =>
      priorityScore({ ...answers, vulnerability: ['plan'] }, inForce(tatsPolicy, context).priority)
        .points;
    expect(of({})).toBe(14);
    expect(of(set({ 'priority.vulnerable.plan': 2, 'priority.waiting.eachDay': 2 }))).toBe(10);
  });

  it('can be given no fact that is in no score, by whatever setting', () => {
    const words = pathways.flatMap((it) => settingsOf(it)).map(({ key, label }) => key + label);
    expect(
      words.filter((it) => /ethnic|gypsy|roma\b|heritage|address|postcode|meal|justice/i.test(it)),
    ).toEqual([]);
    expect(Object.keys(scoreAnswers.shape).join()).not.toMatch(/ethnic|address|meal/i);
  });
});

describe('a case', () => {
  it('has its tasks due by its own numbers, whatever counts for others', () => {
    const y6 = pathwayNamed('y6_transition');
    const { next } = storyOf(y6, MONDAY);
    const dueOf = (facts: object) =>
      (
        [
          ['SCREENING_STARTED'],
          ['SCORE_CONFIRMED', { tvs: 60, completeness: 90 }],
          ['PANEL_ACCEPTED'],
        ] as const
      )
        .reduce(next, next(undefined, [y6.opensWith, {}, MONDAY, facts]))
        .instructions.flatMap((it) => (it.type === 'task.open' ? [it.due] : []));
    expect(dueOf({})).toContainEqual({ unit: 'WD', n: 1 });
    expect(dueOf(set({ 'task.askAgreement': 4 }))).toContainEqual({ unit: 'WD', n: 4 });
  });

  it('weighs what the council has set for such work', () => {
    expect(weightOf({ weight: '1.5' }, {})).toBe(1.5);
    expect(weightOf({ weight: '1.5' }, set({ 'weight.1.5': 2 }))).toBe(2);
    expect(weightOf({}, set({ 'weight.1': 0.8 }))).toBe(0.8);
  });
});

it('leaves no number of days in a task: each is a setting, for today, or named by law', () => {
  /** Their dates are the law's, and their own settings stand in their folders. */
  const statutory = ['annual-review', 'cessation', 'ehc-needs-assessment', 'exclusion'];
  const folders = readdirSync(__dirname, { withFileTypes: true })
    .filter((it) => it.isDirectory() && !statutory.includes(it.name))
    .map(({ name }) => name);
  const files = folders.flatMap((folder) =>
    readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!spec|policy)\.ts$/.test(file))
      .map((file) => join(folder, file)),
  );
  const literal = /\bdue:\s*\{[^}]*\bn:\s*\d+|\bdue = \{[^}]*\bn:\s*\d+/;
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => literal.test(readFileSync(join(__dirname, file), 'utf8')))).toEqual(
    [],
  );
});
