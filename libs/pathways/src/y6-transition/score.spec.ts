import { bandOf, scoreAnswers, vulnerabilityScore, type ScoreAnswers } from './score';

const WORKED: ScoreAnswers = {
  attendance: 88.4,
  suspensions: 'two',
  sen: 'support',
  need: 'yes',
  family: 'early_help',
  moves: ['alone'],
  teacher: 9,
  concerns: 'q4',
  services: 'two',
  events: ['carer'],
};

const points = (answers: ScoreAnswers, code: string) =>
  vulnerabilityScore(answers).items.find((item) => item.code === code)?.points;

describe('the Transition Vulnerability Score', () => {
  it('gives 58 for the worked example of the handbook, item by item', () => {
    const score = vulnerabilityScore(WORKED);
    expect(score.items.map((item) => item.points)).toEqual([10, 12, 8, 3, 3, 8, 10, 3, 1]);
    expect(score).toMatchObject({
      raw: 58,
      available: 100,
      completeness: 100,
      tvs: 58,
      band: 'Intensive',
    });
  });

  it('is out of 100, and no item gives more than its most', () => {
    const worst: ScoreAnswers = {
      attendance: 10,
      suspensions: 'moved',
      sen: 'plan',
      need: 'yes',
      family: 'protected',
      moves: ['moves', 'alone', 'no_school', 'far'],
      teacher: 4,
      concerns: 'q4',
      services: 'more',
      events: ['carer', 'bereavement', 'illness', 'housing', 'english'],
    };
    expect(vulnerabilityScore(worst)).toMatchObject({ raw: 100, available: 100, tvs: 100 });
    const best: ScoreAnswers = {
      ...worst,
      attendance: 100,
      suspensions: 'none',
      sen: 'none',
      family: 'none',
      moves: ['none'],
      teacher: 20,
      concerns: 'q1',
      services: 'none',
      events: ['none'],
    };
    expect(vulnerabilityScore(best)).toMatchObject({
      raw: 0,
      available: 100,
      tvs: 0,
      band: 'The school’s own offer',
    });
  });

  it('leaves what nobody answered out of the sum and says how complete it is', () => {
    const { attendance, suspensions, sen, need } = WORKED;
    const score = vulnerabilityScore({ attendance, suspensions, sen, need });
    expect(score).toMatchObject({ raw: 30, available: 50, completeness: 50, tvs: 60 });
    expect(score.items.filter((item) => item.points === null).map(({ code }) => code)).toEqual([
      'D',
      'E',
      'F',
      'G',
      'H',
      'I',
    ]);
    expect(vulnerabilityScore({}).tvs).toBeUndefined();
  });

  it.each([
    [100, 0],
    [95, 0],
    [94.9, 5],
    [90, 5],
    [89.9, 10],
    [80, 10],
    [79.9, 15],
    [50, 15],
    [49.9, 20],
    [0, 20],
  ])('gives attendance of %d per cent %d points', (attendance, expected) => {
    expect(points({ attendance }, 'A')).toBe(expected);
  });

  it.each([
    [4, 12],
    [9, 8],
    [12, 6],
    [20, 0],
  ])('turns a teacher’s sum of %d into %d points', (teacher, expected) => {
    expect(points({ teacher }, 'F')).toBe(expected);
  });

  it.each([
    [54, 'Targeted'],
    [55, 'Intensive'],
    [35, 'Targeted'],
    [34, 'School-led with advice'],
    [20, 'School-led with advice'],
    [19, 'The school’s own offer'],
  ])('puts %d into its band', (tvs, band) => {
    expect(bandOf(tvs)).toBe(band);
  });

  it.each<[string, ScoreAnswers, number]>([
    ['B', { suspensions: 'one' }, 8],
    ['B', { suspensions: 'more' }, 16],
    ['C', { sen: 'support' }, 6],
    ['C', { sen: 'support', need: 'no' }, 6],
    ['C', { sen: 'assessment' }, 8],
    ['C', { sen: 'plan', need: 'yes' }, 10],
    ['C', { sen: 'none', need: 'yes' }, 0],
    ['D', { family: 'social_worker' }, 6],
    ['E', { moves: ['alone', 'no_school'] }, 7],
    ['E', { moves: ['alone', 'no_school', 'far'] }, 8],
    ['G', { concerns: 'q2' }, 3],
    ['G', { concerns: 'q3' }, 6],
    ['H', { services: 'one' }, 1],
    ['H', { services: 'more' }, 5],
    ['I', { events: ['carer', 'none'] }, 1],
    ['I', { events: ['carer', 'housing', 'english'] }, 3],
  ])('gives item %s of %j %d points', (code, answers, expected) => {
    expect(points(answers, code)).toBe(expected);
  });

  it('names its items by the letters of the handbook', () => {
    expect(
      vulnerabilityScore({})
        .items.map(({ code }) => code)
        .join(''),
    ).toBe('ABCDEFGHI');
  });

  it('takes every answer that the form offers, and no other', () => {
    expect(scoreAnswers.safeParse(WORKED).success).toBe(true);
    for (const field of ['suspensions', 'moves', 'sen', 'events'])
      expect(scoreAnswers.safeParse({ ...WORKED, [field]: 'elsewhere' }).success).toBe(false);
    const moves = ['moves', 'alone', 'no_school', 'far', 'none'];
    const events = ['carer', 'bereavement', 'illness', 'housing', 'english', 'none'];
    expect(scoreAnswers.safeParse({ moves, events }).success).toBe(true);
  });

  it('has no band without an answer', () => {
    expect(vulnerabilityScore({})).toMatchObject({ raw: 0, completeness: 0, band: undefined });
  });

  it('asks nothing about ethnicity, heritage, address or free school meals', () => {
    const asked = JSON.stringify(Object.keys(scoreAnswers.shape));
    expect(asked).not.toMatch(/ethnic|heritage|traveller|address|postcode|meal|fsm/i);
    expect(scoreAnswers.safeParse({ ...WORKED, ethnicity: 'x' }).success).toBe(false);
  });
});
