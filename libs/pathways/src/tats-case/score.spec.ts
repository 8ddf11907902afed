import { type PriorityAnswers, priorityAnswers, priorityScore } from './score';

const AVA: PriorityAnswers = {
  daysThisYear: 6.5,
  lastFourWeeks: 2,
  absence: 12,
  fall: 12,
  vulnerability: ['support', 'services'],
  waitedDays: 1,
};

const points = (answers: PriorityAnswers, code: string) =>
  priorityScore(answers).parts.find((part) => part.code === code)?.points;

describe('the priority of a child at the Team Around the School', () => {
  it('gives 52 for the worked example, part by part', () => {
    const { parts, points: total } = priorityScore(AVA);
    expect(parts.map((part) => part.points)).toEqual([15, 10, 13, 13, 1, 0, 0]);
    expect(total).toBe(52);
  });

  it.each<[PriorityAnswers, number]>([
    [{ exclusionInPlay: true, daysThisTerm: 20 }, 30],
    [{ daysThisTerm: 15 }, 25],
    [{ daysThisTerm: 14.5, daysThisYear: 14.5 }, 20],
    [{ daysThisYear: 10.5 }, 20],
    [{ daysThisYear: 10 }, 15],
    [{ daysThisYear: 5 }, 15],
    [{ daysThisYear: 4.5 }, 5],
    [{ daysThisYear: 0.5 }, 5],
    [{ daysThisTerm: 6 }, 15],
    [{}, 0],
  ])('gives %j %d points for the risk of exclusion', (answers, expected) => {
    expect(points(answers, 'E')).toBe(expected);
  });

  it.each<[PriorityAnswers, number]>([
    [{ absence: 9.9 }, 0],
    [{ absence: 10 }, 8],
    [{ absence: 49.9, fall: 9.9 }, 8],
    [{ absence: 50, fall: 10 }, 20],
  ])('gives %j %d points for attendance', (answers, expected) => {
    expect(points(answers, 'A')).toBe(expected);
  });

  it.each<[PriorityAnswers['vulnerability'], number]>([
    [['care', 'plan'], 20],
    [['plan', 'services'], 18],
    [['support'], 5],
    [['none'], 0],
  ])('gives %j %d points for vulnerability, never more than 20', (vulnerability, expected) => {
    expect(points({ vulnerability }, 'V')).toBe(expected);
  });

  it('caps what waiting and being put off can give', () => {
    expect(points({ waitedDays: 11 }, 'W')).toBe(10);
    expect(points({ deferred: 1 }, 'D')).toBe(5);
    expect(points({ deferred: 2, backWithinTwoTerms: true }, 'D')).toBe(10);
    expect(points({ backWithinTwoTerms: true }, 'D')).toBe(5);
  });

  it('names its parts by the letters of the handbook, and adds nothing for what is not so', () => {
    const { parts, points: total } = priorityScore({});
    expect(parts.map(({ code }) => code).join('')).toBe('ERAVWDX');
    expect(total).toBe(0);
  });

  it('counts suspensions lately from the second on, and a change of school', () => {
    expect(points({ lastFourWeeks: 1 }, 'R')).toBe(0);
    expect(points({ lastFourWeeks: 2 }, 'R')).toBe(10);
    expect(points({ transition: true }, 'X')).toBe(5);
  });

  it('is never more than 100', () => {
    const worst: PriorityAnswers = {
      exclusionInPlay: true,
      lastFourWeeks: 3,
      absence: 80,
      fall: 40,
      vulnerability: ['care', 'services', 'plan'],
      waitedDays: 40,
      deferred: 2,
      transition: true,
    };
    expect(priorityScore(worst).points).toBe(100);
  });

  it('asks nothing about youth justice, ethnicity, address or free school meals', () => {
    const asked = JSON.stringify([Object.keys(priorityAnswers.shape), priorityScore({})]);
    expect(asked).not.toMatch(/justice|police|ethnic|heritage|address|postcode|meal/i);
    expect(priorityAnswers.safeParse(AVA).success).toBe(true);
    expect(priorityAnswers.safeParse({ ...AVA, youthJustice: true }).success).toBe(false);
  });
});
