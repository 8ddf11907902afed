import { rule, ruleUnder } from '../../testing/rule-book';
import { BadRulePack, readPack } from './read-pack';
import { packsOn, shippedPacks } from './shipped';

const pack = (changes: unknown[], more: object = {}) => ({
  name: 'ACT-2029',
  title: 'An invented Act',
  source: 'invented',
  effectiveFrom: '2029-09-01',
  appliesBy: 'trigger',
  changes,
  ...more,
});
const five = { rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 5 };

const problemsOf = (file: unknown) => {
  try {
    readPack(file);
  } catch (error) {
    if (error instanceof BadRulePack) return error.problems;
    throw error;
  }
  return [];
};

describe('a rule pack that cannot stand is refused with what is wrong and where', () => {
  const from = (effectiveFrom: string, effectiveTo?: string) => ({
    ...five,
    effectiveFrom,
    ...(effectiveTo && { effectiveTo }),
  });
  it.each([
    ['no pack at all', null, 'the pack', 'expected object'],
    ['an empty one', pack([]), 'changes', 'at least one change'],
    [
      'a day that is none',
      pack([five], { effectiveFrom: '2029-02-30' }),
      'effectiveFrom',
      'real date',
    ],
    ['an unknown rule', pack([{ ...five, rule: 'EHCNA-5W' }]), 'changes 1', 'no rule EHCNA-5W'],
    ['an unknown limit', pack([{ ...five, limit: 'final' }]), 'changes 1', 'It has: due'],
    [
      'a rule without limits',
      pack([{ ...five, rule: 'CEASE-25' }]),
      'changes 1',
      'none of its own',
    ],
    [
      'an unknown ground',
      pack([{ rule: five.rule, grounds: ['rain'] }]),
      'changes 1, grounds 1',
      'Invalid',
    ],
    ['nothing new', pack([{ ...five, number: 6 }]), 'changes 1', 'counts like this already'],
    ['no change', pack([{ rule: five.rule }]), 'changes 1', 'changes nothing'],
    ['a number alone', pack([{ rule: five.rule, number: 5 }]), 'changes 1', 'without an operator'],
    ['half a week', pack([{ ...five, number: 2.5 }]), 'changes 1', 'whole number from 1'],
    ['a number too many', pack([{ ...five, operator: 'on' }]), 'changes 1', 'takes no number'],
    ['a word of its own', pack([{ ...five, weeks: 5 }]), 'changes 1', 'Unrecognized key'],
    [
      'an end before its start',
      pack([five], { effectiveTo: '2028-01-01' }),
      'the pack',
      'would end on 1 January 2028, before',
    ],
    [
      'a change outside its days',
      pack([from('2029-01-01')]),
      'changes 1',
      'outside the days of the pack',
    ],
    [
      'an overlap',
      pack([five, { ...from('2029-12-01'), number: 4 }]),
      'changes 2',
      'overlaps changes 1',
    ],
    [
      'a gap between',
      pack([from('2029-09-01', '2029-12-31'), { ...from('2030-02-01'), number: 4 }]),
      'changes 2',
      'no law is given from 1 January 2030 to 31 January 2030',
    ],
    [
      'a gap before',
      pack([from('2029-10-01')]),
      'changes 1',
      'from 1 September 2029 to 30 September 2029',
    ],
    [
      'a gap after',
      pack([from('2029-09-01', '2030-01-31')]),
      'changes 1',
      'from 1 February 2030 to the end',
    ],
    [
      'a cohort of nobody',
      pack([five], {
        cohort: { says: 'x', startedFrom: '2029-09-02', startedBefore: '2029-09-01' },
      }),
      'the pack',
      'holds nobody',
    ],
    [
      'a cohort without a day',
      pack([five], { cohort: { says: 'x' } }),
      'the pack',
      'needs startedFrom',
    ],
    [
      'school days by their due day',
      pack([{ rule: 'EXCL-BOARD-15SD', operator: 'schoolDays', number: 10 }], { appliesBy: 'due' }),
      'changes 1',
      'only apply by its trigger',
    ],
  ])('%s', (_, file, where, what) => {
    const problems = problemsOf(file);
    expect(problems[0]).toMatchObject({ where, what: expect.stringContaining(what) as string });
  });

  it('names all that is wrong at once', () => {
    expect(
      problemsOf(
        pack([
          { ...five, rule: 'A' },
          { ...five, rule: 'B' },
        ]),
      ),
    ).toHaveLength(2);
  });
});

describe('a future pack changes the book without a line of code', () => {
  const decideBy = (requestReceived: string, ...files: unknown[]) =>
    ruleUnder(files.map(readPack))(five.rule, { requestReceived })['dueDate'];

  it('by the day of the trigger', () => {
    const file = pack([five]);
    expect(decideBy('2029-08-31', file)).toBe('2029-10-12');
    expect(decideBy('2029-09-01', file)).toBe('2029-10-06');
  });

  it('by the day it would fall due', () => {
    const file = pack([five], { appliesBy: 'due', effectiveTo: '2029-09-30' });
    expect(decideBy('2029-07-20', file)).toBe('2029-08-31');
    expect(decideBy('2029-07-21', file)).toBe('2029-08-25');
    expect(decideBy('2029-08-20', file)).toBe('2029-10-01');
  });

  it('by the act that is still to come', () => {
    const file = pack([five], { appliesBy: 'event', effectiveTo: '2029-09-30' });
    expect(decideBy('2029-07-20', file)).toBe('2029-08-31');
    expect(decideBy('2029-09-30', file)).toBe('2029-11-04');
    expect(decideBy('2029-10-01', file)).toBe('2029-11-12');
  });

  it('for its cohort alone', () => {
    const cohort = {
      says: 'Requests since the Bill',
      startedFrom: '2029-08-01',
      startedBefore: '2029-08-15',
    };
    const file = pack([five], { appliesBy: 'event', cohort });
    expect(decideBy('2029-07-31', file)).toBe('2029-09-11');
    expect(decideBy('2029-08-01', file)).toBe('2029-09-05');
    expect(decideBy('2029-08-15', file)).toBe('2029-09-26');
  });

  it('in stretches that follow each other', () => {
    const stretch = { ...five, effectiveTo: '2029-12-31' };
    const file = pack([stretch, { ...five, number: 4, effectiveFrom: '2030-01-01' }]);
    expect(decideBy('2029-12-31', file)).toBe('2030-02-04');
    expect(decideBy('2030-01-01', file)).toBe('2030-01-29');
  });

  it('the newest of several first', () => {
    const later = pack([{ ...five, number: 3 }], { name: 'ACT-2030', effectiveFrom: '2030-01-01' });
    expect(decideBy('2030-01-07', later, pack([five]))).toBe('2030-01-28');
  });

  it('and what is worked out from it follows', () => {
    const final = { rule: 'EHCNA-FINAL-20W', operator: 'withinWeeks', number: 16 };
    const under = ruleUnder([readPack(pack([final]))]);
    expect(under('EHCNA-DRAFT-LATEST', { requestReceived: '2029-09-03' })).toMatchObject({
      finalDue: '2029-12-24',
      latestDraftServed: '2029-12-09',
    });
    const plan = { ReceivedDate: '2029-09-03', AssessmentOutcomeDate: '2029-12-25' };
    expect(under('SEN2-WEEK20', plan)).toMatchObject({ days: 113, within20Weeks: false });
    const order = {
      rule: 'TRIB-ORDER-44',
      limit: 'amend_plan_content',
      operator: 'withinWeeks',
      number: 3,
    };
    expect(
      ruleUnder([readPack(pack([order]))])('MED-AGREEMENT-2W', {
        mediationAgreementDate: '2029-09-03',
        issueAppealable: true,
      }),
    ).toMatchObject({ dueDate: '2029-09-24' });
    const answer = { rule: 'TRIB-LA-RESPONSE-30WD', operator: 'workingDays', number: 20 };
    expect(
      ruleUnder([readPack(pack([answer]))])('TRIB-LA-RESPONSE-30WD', {
        laReceivedApplication: '2029-09-03',
      }),
    ).toMatchObject({ dueDate: '2029-10-01' });
  });
});

it('ships the coronavirus regulations, which excused and moved nothing', () => {
  const [covid] = shippedPacks();
  expect(covid).toMatchObject({
    name: 'SI-2020-471',
    effectiveFrom: '2020-05-01',
    effectiveTo: '2020-09-25',
  });
  expect(covid?.changes.some(({ limit }) => limit)).toBe(false);
  expect(packsOn('2020-05-01').map(({ name }) => name)).toEqual(['ENG-SEND-2014', 'SI-2020-471']);
  expect(packsOn('2020-09-26')).toHaveLength(1);
  expect(rule('EHCNA-DECIDE-6W', { requestReceived: '2020-05-04' })).toMatchObject({
    dueDate: '2020-06-15',
  });
});
