import { readPack } from '@app/statutory-calendar';
import fc from 'fast-check';
import { manySchoolYears as calendar } from '../../../../pathways/testing/school-years';
import { type Question, QUESTIONS, whatIf } from './asked';
import { assessmentProblems, whatIfAssessment } from './assessment';
import { type AssessmentDays } from './assessment-plan';
import { reviewProblems, whatIfReview } from './review';
import { type Move, type ReviewDays } from './review-plan';

const BEFORE = '2024-01-01';
const assessment = (days: AssessmentDays, today = BEFORE) =>
  whatIfAssessment(days, { calendar, today });
const review = (days: ReviewDays, today = BEFORE, kind?: Move) =>
  whatIfReview(days, { calendar, today, kind });
const byLabel = ({ legs }: ReturnType<typeof assessment>) =>
  Object.fromEntries(
    legs.map(({ label, legal, safe, workTo, daysLeft, state }) => [
      label,
      [legal?.day, safe, workTo, daysLeft, state],
    ]),
  );

describe('what if an assessment goes like this', () => {
  it('counts by the law in force there', () => {
    const pack = readPack({
      name: 'ACT-2026',
      title: 'An invented Act',
      source: 'invented',
      effectiveFrom: '2026-11-01',
      appliesBy: 'trigger',
      changes: [{ rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 4 }],
    });
    const under = { calendar: { ...calendar, packs: [pack] }, today: BEFORE };
    const label = 'Family told if we will assess';
    expect(byLabel(whatIfAssessment({ received: '2026-11-13' }, under))[label]?.[0]).toBe(
      '2026-12-11',
    );
  });

  it('answers the question of the telephone: request on 13 November, advice on 2 February', () => {
    const found = assessment({ received: '2026-11-13', advice: '2027-02-02' }, '2026-11-20');
    expect(found.verdict).toBe(
      'Week 20 can still be met if the draft is with the family by Thursday 18 March 2027.',
    );
    expect(byLabel(found)).toEqual({
      'Family told if we will assess': ['2026-12-25', undefined, '2026-12-24', undefined, 'no day'],
      'Advice asked for': [undefined, '2027-01-07', '2027-01-07', undefined, 'no day'],
      'All advice in': [undefined, '2027-02-18', '2027-02-18', undefined, 'done'],
      'Decision to issue a plan': [undefined, '2027-03-04', '2027-03-04', 22, 'open'],
      'Draft plan with the family': [undefined, '2027-03-18', '2027-03-18', 32, 'open'],
      'Family’s 15 days on the draft': [undefined, undefined, undefined, undefined, 'open'],
      'Final plan sent': ['2027-04-02', undefined, '2027-04-02', 41, 'open'],
    });
    expect(found.usually).toBe('2027-03-17');
  });

  it.each<[AssessmentDays, string, string, boolean]>([
    [{}, '2026-05-10', 'if the draft is with the family by Friday 8 May 2026.', true],
    [{}, '2026-05-11', 'only if the family says that it has finished with the draft', true],
    [{}, '2026-05-26', 'can no longer be met: it ended on Monday 25 May 2026.', false],
    [
      { draft: '2026-04-27' },
      '2026-05-01',
      'if the final plan is sent by Friday 22 May 2026. The family has until Monday 11 May 2026.',
      true,
    ],
    [
      { draft: '2026-05-10' },
      '2026-05-11',
      'sent by Monday 25 May 2026. The family has until Sunday 24 May 2026. The office is closed',
      true,
    ],
    [{ draft: '2026-05-11' }, '2026-05-11', 'only if the family says', true],
    [{ draft: '2026-04-27', sent: '2026-05-25' }, BEFORE, 'Week 20 is met', true],
    [{ draft: '2026-05-18', sent: '2026-05-25' }, BEFORE, '15 days end on 1 June 2026', true],
    [{ sent: '2026-05-26' }, BEFORE, 'Week 20 is missed by 1 day', false],
  ])('request on 5 January 2026, %j, looked at on %s: %s', (more, today, words, canBeMet) => {
    const found = assessment({ received: '2026-01-05', ...more }, today);
    expect(found.verdict).toContain(words);
    expect(found.canBeMet).toBe(canBeMet);
  });

  it('tells advisers’ own six weeks from the last safe day for their advice', () => {
    const { legs } = assessment({ received: '2026-01-05', asked: '2026-03-10' });
    expect(legs.find(({ label }) => label === 'All advice in')).toMatchObject({
      legal: { day: '2026-04-21' },
      safe: '2026-04-12',
      workTo: '2026-04-10',
      verdict: expect.stringContaining('agree an earlier day with them') as string,
    });
  });

  it.each([
    ['2026-03-01', 'Applies, if it is why the date was missed'],
    ['2026-02-28', 'Does not apply'],
  ])('tests an absence from 2 February to %s: %s', (awayTo, answer) => {
    const { excuses } = assessment({ received: '2026-01-05', awayFrom: '2026-02-02', awayTo });
    expect(excuses.find(({ code }) => code === 'absent')).toMatchObject({ answer });
  });

  it.each([
    ['2026-07-14', 'Does not apply', 'only covers requests from Wednesday 15 July 2026'],
    ['2026-07-15', 'Applies, if it is why the date was missed', 'closed for 42 days'],
    ['2026-08-26', 'Applies, if it is why the date was missed', 'closed for 42 days'],
    ['2026-08-27', 'Does not apply', 'up to Wednesday 26 August 2026'],
  ])('tests the summer for advice asked for on %s: %s', (asked, answer, why) => {
    const { excuses } = assessment({ received: '2026-06-10', asked });
    const row = excuses.find(({ code }) => code === 'school_closed');
    expect(row).toMatchObject({ answer, facts: expect.stringContaining(why) as string });
  });
});

describe('days of an assessment that make no sense', () => {
  it.each<[AssessmentDays, string, string]>([
    [{}, 'received', 'Request received: enter the day'],
    [
      { received: '2026-11-13', decided: '2026-11-03' },
      'decided',
      'Family told that we will assess: 3 November 2026 is before “Request received” on 13 November 2026. Change one of them',
    ],
    [{ received: '2013-01-07' }, 'received', 'before the law began on 1 September 2014'],
    [{ received: '2029-01-08' }, 'received', 'more than 24 months ahead'],
    [
      { received: '2026-01-05', advice: '2026-04-01', draft: '2026-03-01' },
      'draft',
      'before “Last piece of advice in” on 1 April 2026',
    ],
    [{ received: '2026-01-05', awayFrom: '2026-02-02' }, 'awayTo', 'enter the day'],
    [{ received: '2026-01-05', awayTo: '2026-02-02' }, 'awayFrom', 'enter the day'],
    [
      { received: '2026-01-05', awayFrom: '2026-02-02', awayTo: '2026-02-01' },
      'awayTo',
      'is before the first day',
    ],
    [
      { received: '2026-01-05', awayFrom: '2025-12-01', awayTo: '2026-01-04' },
      'awayTo',
      'before the request came',
    ],
  ])('%j: %s', (days, field, text) => {
    expect(assessmentProblems(days, '2026-11-20')).toEqual([
      { field, text: expect.stringContaining(text) as string },
    ]);
  });

  it('finds nothing wrong with days in order, several on one day', () => {
    const day = '2026-11-13';
    expect(assessmentProblems({ received: day, decided: day, asked: day }, '2026-11-20')).toEqual(
      [],
    );
  });
});

describe('what if a review goes like this', () => {
  it.each<[ReviewDays, string, string, boolean]>([
    [
      { concluded: '2025-03-10' },
      '2026-02-01',
      'if the meeting is held by Monday 9 February 2026.',
      true,
    ],
    [{ concluded: '2025-03-10' }, '2026-02-10', 'Monday 9 February 2026, has passed', true],
    [{ concluded: '2025-03-10' }, '2026-03-10', 'can no longer be concluded in its year', false],
    [
      { concluded: '2025-03-10', meeting: '2026-02-23' },
      '2026-02-23',
      'if the decision is sent by Monday 9 March 2026.',
      true,
    ],
    [
      { concluded: '2025-06-30', meeting: '2026-05-18', decision: '2026-06-01' },
      BEFORE,
      'in time. If the plan is changed, the final plan is due by Monday 27 July 2026.',
      true,
    ],
    [
      { concluded: '2025-09-30', meeting: '2026-05-18', decision: '2026-07-06' },
      BEFORE,
      'concluded 21 days late: the decision was due by Monday 15 June 2026',
      false,
    ],
  ])('%j, looked at on %s: %s', (days, today, words, canBeMet) => {
    const found = review(days, today);
    expect(found.verdict).toContain(words);
    expect(found.canBeMet).toBe(canBeMet);
  });

  it('gives each step of a meeting its day in law', () => {
    const found = review({ concluded: '2025-06-30', meeting: '2026-05-18' }, '2026-05-01');
    expect(Object.fromEntries(found.legs.map(({ label, legal }) => [label, legal?.day]))).toEqual({
      'Review meeting': undefined,
      'Report of the meeting': '2026-06-01',
      'Decision sent, with any changes': '2026-06-15',
    });
  });

  it('counts back from a move to secondary school', () => {
    const found = review({ concluded: '2026-06-30', move: '2027-09-01' }, '2026-09-01', 'school');
    expect(found.verdict).toContain('held by Monday 23 November 2026');
    expect(found.legs.at(-1)).toMatchObject({ legal: { day: '2027-02-15' }, safe: '2027-02-14' });
  });

  it.each<[string, string, boolean]>([
    ['2026-11-24', 'must name the next place by Friday 12 February 2027', true],
    ['2027-02-15', 'had to name the next place before Monday 15 February 2027', false],
  ])('says what is left on %s of a move: %s', (today, words, canBeMet) => {
    const found = review({ concluded: '2026-06-30', move: '2027-09-01' }, today, 'school');
    expect(found.verdict).toContain(words);
    expect(found.canBeMet).toBe(canBeMet);
  });

  it('counts five months back from a move between colleges', () => {
    const found = review({ concluded: '2026-06-30', move: '2027-09-01' }, '2026-09-01', 'college');
    expect(found.legs.at(-1)).toMatchObject({ legal: { day: '2027-04-01' } });
  });

  it.each<[ReviewDays, Move | undefined, string, string]>([
    [{ concluded: '2025-06-30' }, 'school', 'move', 'enter the day, or choose no move'],
    [{ concluded: '2025-06-30', move: '2026-09-01' }, undefined, 'kind', 'Choose which move it is'],
    [
      { concluded: '2025-06-30', meeting: '2025-06-01' },
      undefined,
      'meeting',
      'before “Last review concluded” on 30 June 2025',
    ],
    [{ concluded: '2025-06-30', move: '2025-06-01' }, 'school', 'move', 'before the last review'],
  ])('%j with move %s is refused', (days, kind, field, text) => {
    expect(reviewProblems(days, { today: '2026-01-12', kind })).toEqual([
      { field, text: expect.stringContaining(text) as string },
    ]);
  });
});

describe('whatever is typed', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const typed = fc.oneof(
    { weight: 6, arbitrary: day },
    fc.constantFrom('31/2/2027', '2026-02-30', '1/1/0001', '9999-12-31', 'tomorrow', '-1', ' '),
    fc.string(),
  );
  const asked = fc.constantFrom<Question>('assessment', 'review').chain((about) => {
    const names = [...QUESTIONS[about].days.map(({ name }) => name), 'kind'];
    return fc.tuple(
      fc.constant(about),
      fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof(typed, fc.constantFrom('school', 'college')),
      ),
    );
  });

  it('is answered, or refused in words beside the day that is wrong', () => {
    fc.assert(
      fc.property(asked, day, ([about, days], today) => {
        const { problems, answer } = whatIf(about, days, { calendar, today });
        expect(answer === undefined).toBe(problems.length > 0);
        for (const { field, text } of problems) {
          expect(field).not.toBe('');
          expect(text).not.toMatch(/undefined|NaN|\[object|Cannot read|is not a function/);
        }
        expect(answer?.verdict).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where a decision lies before its request', () => {
    const { problems } = whatIf(
      'assessment',
      { received: '2026-11-13', decided: '2026-11-02' },
      { calendar, today: '2026-11-20' },
    );
    expect(problems).toMatchObject([
      { field: 'decided', text: expect.stringContaining('is before “') as string },
    ]);
  });
});
