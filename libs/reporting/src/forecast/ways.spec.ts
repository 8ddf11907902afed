import { AMENDING, ASSESSING, historyOf, REVIEWING } from './ways';

const row = (stages: Record<string, string>) => ({
  ...{ caseId: 'one', asked: [], planned: [], dues: {} },
  stages,
});

describe('the days of a case along its legs', () => {
  it('end with the plan, or before it without one', () => {
    const begun = { requested: '2026-01-05', decision_assess: '2026-01-20' };
    const refused = historyOf(row({ ...begun, refused_to_assess: '2026-02-10' }), ASSESSING);
    expect(refused.over).toEqual({ on: '2026-02-10', how: 'ended' });
    const sent = {
      ...begun,
      advice: '2026-02-10',
      final_issued: '2026-06-01',
      closed: '2026-08-03',
    };
    expect(historyOf(row(sent), ASSESSING).over).toEqual({ on: '2026-06-01', how: 'finished' });
  });

  it('do not go on after a first end: what the Tribunal orders is another story', () => {
    const ordered = historyOf(
      row({ requested: '2026-01-05', refused_to_assess: '2026-02-10', advice: '2026-07-01' }),
      ASSESSING,
    );
    expect(ordered.entered).toEqual(['2026-01-05', null, null, null, null, null]);
    expect(ordered.over?.on).toBe('2026-02-10');
  });

  it('tell a review in two parts, to its decision and on to the changed plan', () => {
    const stages = {
      ...{ due: '2026-01-05', arranged: '2026-01-20', held: '2026-02-20' },
      ...{ report_in: '2026-03-10', amending: '2026-03-10' },
    };
    expect(historyOf(row(stages), REVIEWING).over).toEqual({ on: '2026-03-10', how: 'finished' });
    const changing = historyOf(row(stages), AMENDING);
    expect(changing).toMatchObject({ entered: ['2026-03-10'], over: null });
    const done = historyOf(row({ ...stages, amended: '2026-04-20' }), AMENDING);
    expect(done.over).toEqual({ on: '2026-04-20', how: 'finished' });
    expect(historyOf(row({ due: '2026-01-05' }), AMENDING).entered).toEqual([null]);
  });
});
