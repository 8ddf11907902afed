import { type Typed } from '../support/a-website';
import { aSupportedCase, dayOf, type Supported, words } from './support-given';

let given: Supported;
beforeAll(async () => {
  given = await aSupportedCase();
}, 120_000);
afterAll(() => given?.close());

const page = () => given.url('/plan');
const outcome = (at: number, words: string, more: Typed = {}): Typed => {
  const cells: Typed = {
    outcome: words,
    measure: 'Lunch supervisor’s log',
    baseline: 'Eats alone each day',
    target: 'Eats with others on 3 days a week',
    who: 'Rhys and the lunch supervisor',
    status: 'under_way',
    ...dayOf('byWhen', '2027-07-16'),
    ...more,
  };
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [`outcomes.${at}.${name}`, value]),
  );
};
const plan: Typed = {
  strengths: 'Draws well\nKind to younger children',
  needs: 'Noise at lunch',
  ...outcome(0, 'Rafi eats lunch with friends'),
  ...dayOf('reviewOn', '2027-03-01'),
  approval: 'asked',
};
const write = (typed: Typed, last: number, who: 'rhys' | 'lowri' | 'dpo' | 'stranger' = 'rhys') =>
  given.people[who].post(`${page()}/change`, { ...typed, lastVersion: String(last) });

describe('the plan of a case', () => {
  it('is not there at first, and says what it is', async () => {
    expect(words(await given.people.rhys.get(page()))).toContain('There is no plan yet.');
    expect((await given.people.rhys.get(`${page()}/review`)).status).toBe(404);
  });

  it('says what is wrong, keeps what was typed and writes nothing', async () => {
    const bad = await write({ ...plan, strengths: '', 'outcomes.0.target': '' }, 0);
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Rafi eats lunch with friends');
    expect(bad.text).toContain('value="Eats alone each day"');
    const wrong: [Typed, string][] = [
      [{ ...plan, ...outcome(0, ''), strengths: 'A' }, 'Outcome 1'],
      [{ ...plan, ...dayOf('reviewOn', '2027-01-12') }, 'Enter a day after today'],
      [{ ...plan, ...outcome(1, 'Rafi eats lunch with friends') }, 'This outcome is there already'],
      [{ ...plan, ...outcome(0, 'A', { status: 'won' }) }, 'Where does it stand?'],
    ];
    for (const [typed, sentence] of wrong) {
      const answer = await write(typed, 0);
      expect([answer.status, words(answer)]).toEqual([422, expect.stringContaining(sentence)]);
    }
    expect(await given.count('support_plan')).toBe(0);
  });

  it('shows one more empty outcome when it is asked for, without a word of complaint', async () => {
    const more = await write({ needs: 'Noise', another: 'outcomes' }, 0);
    expect([more.status, words(more).includes('There is a problem')]).toEqual([200, false]);
    expect(more.text).toContain('Noise</textarea>');
    expect(await given.count('support_plan')).toBe(0);
  });

  it('is written, and approved by somebody else', async () => {
    const { rhys, lowri } = given.people;
    expect((await write(plan, 0)).location).toBe(page());
    const seen = words(await rhys.get(page()));
    for (const part of [
      'Cycle 1, version 1, written by Rhys Calder',
      'Draws well',
      'Friday 16 July 2027',
    ])
      expect(seen).toContain(part);
    expect(seen).not.toContain('Approve this plan');
    await rhys.post(`${page()}/approve`, { version: '1' });
    expect(words(await rhys.get(page()))).toContain('Nothing was approved.');
    expect(await given.count('support_plan_approval')).toBe(0);
    expect(words(await lowri.get(page()))).toContain('Approve this plan');
    await lowri.post(`${page()}/approve`, { version: '1' });
    await lowri.post(`${page()}/approve`, { version: '1' });
    expect(words(await rhys.get(page()))).toContain('Approved by Lowri Penn');
    expect(await given.count('support_plan_approval')).toBe(1);
  });

  it('is reviewed outcome by outcome before a new cycle begins', async () => {
    const next = {
      ...plan,
      ...outcome(1, 'Rafi goes into the hall'),
      approval: 'not_asked',
      newCycle: 'no',
    };
    expect((await write(next, 1)).location).toBe(page());
    const early = await write({ ...next, newCycle: 'yes' }, 2);
    expect([early.status, words(early)]).toEqual([
      422,
      expect.stringContaining('Review this outcome before a new cycle begins'),
    ]);
    const review = (typed: Typed) =>
      given.people.rhys.post(`${page()}/review`, {
        ...dayOf('reviewedOn', '2027-01-12'),
        ...typed,
      });
    expect(words(await review({}))).toContain('Review at least one outcome');
    const half = await review({ 'outcome1.result': 'part' });
    expect([half.status, words(half)]).toEqual([422, expect.stringContaining('Say what was seen')]);
    expect((await review({ 'outcome1.words': 'Two days', 'outcome1.result': '' })).text).toContain(
      'Two days</textarea>',
    );
    expect(await given.count('outcome_review')).toBe(0);
    await review({
      'outcome1.result': 'part',
      'outcome1.words': 'Two days a week now',
      'outcome2.result': 'achieved',
      'outcome2.words': 'Walks in alone',
    });
    expect(words(await given.people.rhys.get(page()))).toMatch(
      /Achieved in part\. Two days a week now/,
    );
    expect((await write({ ...next, newCycle: 'yes' }, 2)).location).toBe(page());
    expect(words(await given.people.rhys.get(page()))).toContain('Cycle 2, version 3');
  });

  it('has actions of its own', async () => {
    const { rhys } = given.people;
    const form = await rhys.get(`${given.url('/actions/add')}?for=plan`);
    expect(form.text).toContain('name="for" value="plan"');
    const answer = await rhys.post(given.url('/actions/add'), {
      text: 'Ask the library for a lunch table',
      ownerId: given.officers.rhys.id,
      for: 'plan',
    });
    expect(answer.location).toBe(page());
    expect(words(await rhys.get(page()))).toMatch(
      /Actions of this plan Ask the library for a lunch table/,
    );
  });

  it('keeps every version as it was written', async () => {
    const first = words(await given.people.rhys.get(`${page()}/versions/1`));
    expect(first).toContain('This is an earlier version.');
    expect(first).not.toContain('Rafi goes into the hall');
    expect((await given.people.rhys.get(`${page()}/versions/9`)).status).toBe(404);
    await expect(given.rows("UPDATE support_plan SET needs = '[]'")).rejects.toThrow('append-only');
  });

  it('tells the second of two writers that somebody was first, and keeps what they typed', async () => {
    const next = { ...plan, newCycle: 'no', needs: 'What Lowri saw' };
    const late = await write(next, 2, 'lowri');
    expect([late.status, words(late)]).toEqual([
      422,
      expect.stringContaining('Rhys Calder wrote version 3 while you had this open'),
    ]);
    expect(late.text).toContain('What Lowri saw</textarea>');
    expect(late.text).toContain('name="lastVersion" value="3"');
    const race = await Promise.all([write(next, 3, 'lowri'), write(next, 3)]);
    expect(race.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await given.count('support_plan')).toBe(4);
  });

  it('is not there for people who may not know of the case, nor changed by those who only read', async () => {
    const before = await given.count('support_plan');
    expect((await given.people.stranger.get(page())).status).toBe(404);
    expect((await write(plan, 4, 'stranger')).status).toBe(404);
    expect((await given.people.dpo.get(page())).status).toBe(200);
    expect((await write(plan, 4, 'dpo')).status).toBe(403);
    expect((await given.people.lorcan.get(page())).status).toBe(403);
    expect(await given.count('support_plan')).toBe(before);
  });
});
