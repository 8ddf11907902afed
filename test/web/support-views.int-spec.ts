import { type Typed } from '../support/a-website';
import { aSupportedCase, dayOf, type Supported, words } from './support-given';

let given: Supported;
beforeAll(async () => {
  given = await aSupportedCase();
}, 120_000);
afterAll(() => given?.close());

const page = () => given.url('/views');
const add = (typed: Typed) => given.people.rhys.post(`${page()}/add`, typed);
const view = {
  whose: 'child',
  how: 'draw',
  said: 'The hall is too loud. I like the library.',
  ...dayOf('onDay', '2027-01-11'),
};

describe('views of a child and family', () => {
  it('are not there at first; the page says how to ask, and leads to the contacts', async () => {
    const seen = await given.people.rhys.get(page());
    expect(words(seen)).toContain('Nobody’s views are recorded yet.');
    expect(seen.text).toMatch(/href="\/children\/[0-9a-f-]{36}"/);
  });

  it('are recorded as they were said, or with the reason why nothing was', async () => {
    expect((await add(view)).location).toBe(page());
    expect(words(await given.people.rhys.get(page()))).toContain(
      'what these said: parent or carer',
    );
    await add({
      whose: 'parent',
      person: 'Ewa Dunmore',
      how: 'not_yet',
      whyNot: 'She asked for more time',
      ...dayOf('onDay', '2027-01-12'),
    });
    const seen = words(await given.people.rhys.get(page()));
    expect(seen).toContain('The hall is too loud. I like the library.');
    expect(seen).toContain('They drew. Recorded by Rhys Calder');
    expect(seen).toContain('Parent or carer: Ewa Dunmore, Tuesday 12 January 2027');
    expect(seen).toContain('Why not: She asked for more time');
  });

  it('say what is wrong, keep what was typed and record nothing', async () => {
    const before = await given.count('view_sought');
    const wrong: [Typed, string][] = [
      [{ ...view, said: '' }, 'Write what they said, or below it why they said nothing'],
      [{ ...view, how: 'not_yet' }, 'You have written down what they said'],
      [{ ...view, how: 'not_yet', said: '' }, 'Say why they have given none yet'],
      [{ ...view, whose: 'teacher' }, 'Whose views?'],
      [{ ...view, ...dayOf('onDay', '2027-01-13') }, 'Today or earlier'],
      [{ ...view, said: 'x'.repeat(4001) }, 'use 4,000 characters or fewer'],
    ];
    for (const [typed, sentence] of wrong) {
      const answer = await add(typed);
      expect([answer.status, words(answer)]).toEqual([422, expect.stringContaining(sentence)]);
    }
    expect((await add({ ...view, how: '' })).text).toContain('I like the library.</textarea>');
    expect(await given.count('view_sought')).toBe(before);
  });

  it('are not there for people who may not know of the case, nor added to by those who only read', async () => {
    const { stranger, dpo, lorcan } = given.people;
    const before = await given.count('view_sought');
    expect((await stranger.get(page())).status).toBe(404);
    expect((await stranger.post(`${page()}/add`, view)).status).toBe(404);
    expect((await dpo.get(page())).status).toBe(200);
    expect((await dpo.post(`${page()}/add`, view)).status).toBe(403);
    expect((await lorcan.get(page())).status).toBe(403);
    expect(await given.count('view_sought')).toBe(before);
    await expect(given.rows('DELETE FROM view_sought')).rejects.toThrow('append-only');
  });

  it('take nothing once the case has ended', async () => {
    await given.rows('UPDATE send_case SET open = false WHERE id = $1', [given.caseId]);
    const before = await given.count('view_sought');
    const [form, sent] = [await given.people.rhys.get(`${page()}/add`), await add(view)];
    for (const answer of [form, sent])
      expect([answer.status, words(answer)]).toEqual([
        422,
        expect.stringContaining('This case has ended. Reopen it to add to it.'),
      ]);
    expect(sent.text).toContain('I like the library.</textarea>');
    expect(await given.count('view_sought')).toBe(before);
    expect(words(await given.people.rhys.get(page()))).not.toContain('Record views');
  });
});
