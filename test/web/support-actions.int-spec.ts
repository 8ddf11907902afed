import { openActionsOf } from '@app/casework';
import { readWhole } from '../../libs/casework/src/case-row';
import { factsFor } from '../../libs/casework/src/facts';
import { type Typed } from '../support/a-website';
import { aSupportedCase, dayOf, type Supported, TODAY, words } from './support-given';

let given: Supported;
beforeAll(async () => {
  given = await aSupportedCase();
}, 120_000);
afterAll(() => given?.close());

const list = () => given.url('/actions');
const newest = async () =>
  (
    await given.rows<{ id: string }>(
      'SELECT id FROM action ORDER BY opened_on DESC, due_on DESC LIMIT 1',
    )
  )[0]!.id;
const stateOf = async (id: string) =>
  (
    await given.rows<{ state: string; dueOn: string; version: number }>(
      'SELECT state, due_on AS "dueOn", version FROM action WHERE id = $1',
      [id],
    )
  )[0];
async function added(text: string, more: Record<string, string>): Promise<string> {
  const { rhys } = given.people;
  const answer = await rhys.post(`${list()}/add`, { text, ...more });
  expect([answer.status, answer.location]).toEqual([303, list()]);
  const [row] = await given.rows<{ id: string }>('SELECT id FROM action WHERE text = $1', [text]);
  return row!.id;
}

describe('actions of a case', () => {
  it('says that there is none, and what to do', async () => {
    const page = await given.people.rhys.get(list());
    expect(page.status).toBe(200);
    expect(words(page)).toContain('Nothing is to be done on this case.');
    expect(words(page)).toContain('Add an action');
  });

  it('is added for an officer, due in 10 working days, and stands in My work of its owner', async () => {
    const id = await added('Book the hall for the lunch club', { ownerId: given.officers.rhys.id });
    expect(await stateOf(id)).toEqual({ state: 'open', dueOn: '2027-01-26', version: 1 });
    const work = await given.people.rhys.get('/my-work');
    expect(words(work)).toContain('Book the hall for the lunch club');
    expect(work.text).toContain(`href="${list()}/${id}"`);
    expect(words(await given.people.stranger.get('/my-work'))).not.toContain('Book the hall');
    expect(await openActionsOf(given.db.statements, '899', given.caseId)).toEqual([
      'Book the hall for the lunch club',
    ]);
  });

  it('is a fact that a case cannot end with', async () => {
    const facts = await factsFor(given.db.statements, {
      actor: given.officers.rhys,
      payload: {},
      occurredOn: TODAY,
      subject: (await readWhole(given.db.statements, '899', given.reference))!,
      needs: ['openActions'],
      calendar: () => Promise.reject(new Error('Nobody asks for days here')),
    });
    expect(facts.openActions).toEqual(['Book the hall for the lunch club']);
  });

  it('says what is wrong, keeps what was typed and adds nothing', async () => {
    const before = await given.count('action');
    const { rhys } = given.people;
    const bad = await rhys.post(`${list()}/add`, {
      text: 'Ring the new school',
      ownerName: 'Jo Lark',
    });
    expect(bad.status).toBe(422);
    expect(bad.text).toMatch(/<title>\s*Error: /);
    expect(words(bad)).toContain('Enter an e-mail address, like name@example.org');
    expect(bad.text).toContain('Ring the new school');
    expect(bad.text).toContain('value="Jo Lark"');
    const wrong: Typed[] = [
      {},
      { text: 'x' },
      { text: 'x', ownerId: given.officers.stranger.id },
      { text: 'x', ownerId: 'nobody' },
      { text: 'x', ownerId: given.officers.dpo.id },
      { text: ['x', 'y'], ownerId: given.officers.rhys.id },
      { text: 'x', ownerId: given.officers.rhys.id, ...dayOf('dueOn', '2027-01-11') },
      { text: 'x', ownerId: given.officers.rhys.id, ...dayOf('dueOn', '2027-02-30') },
    ];
    for (const typed of wrong) expect((await rhys.post(`${list()}/add`, typed)).status).toBe(422);
    expect(await given.count('action')).toBe(before);
  });

  it('is done when somebody other than the owner has checked it', async () => {
    const { rhys, lowri } = given.people;
    const id = await added('Visit the new school', { ownerId: given.officers.rhys.id });
    expect((await rhys.post(`${list()}/${id}/mark-done`, {})).status).toBe(422);
    const done = await rhys.post(`${list()}/${id}/mark-done`, { evidenceText: 'Went on Monday' });
    expect(done.location).toBe(`${list()}/${id}`);
    const own = await rhys.get(`${list()}/${id}`);
    expect(words(own)).toContain('Done, to verify');
    expect(words(own)).not.toContain('Confirm that the action is done');
    const self = await rhys.post(`${list()}/${id}/verified`, {});
    expect([self.status, words(self)]).toEqual([
      422,
      expect.stringContaining('Somebody other than the owner checks that an action is done'),
    ]);
    await lowri.post(`${list()}/${id}/rejected`, { reason: 'The meeting notes are missing' });
    expect(await stateOf(id)).toMatchObject({ state: 'open', dueOn: '2027-01-19' });
    await rhys.post(`${list()}/${id}/mark-done`, { evidenceText: 'Notes are in the file' });
    await lowri.post(`${list()}/${id}/verified`, { note: 'Read the notes' });
    expect(await stateOf(id)).toMatchObject({ state: 'done', version: 5 });
    const trail = words(await rhys.get(`${list()}/${id}`));
    for (const line of [
      'Checked: it is done',
      'Sent back',
      'Notes are in the file',
      'Action added',
    ])
      expect(trail).toContain(line);
  });

  it('that is blocked goes to the lead, who gives it to somebody or cancels it', async () => {
    const { rhys, lowri } = given.people;
    const id = await added('Arrange a taxi', {
      ownerName: 'Jo Lark',
      ownerEmail: 'jo@example.org',
    });
    await rhys.post(`${list()}/${id}/mark-blocked`, { reason: 'No money is left' });
    expect(words(await lowri.get('/my-work'))).toContain('Decide about an action that is blocked');
    expect((await rhys.post(`${list()}/${id}/cancelled`, { reason: 'Not needed' })).status).toBe(
      422,
    );
    await lowri.post(`${list()}/${id}/reassigned`, {
      ownerId: given.officers.marguerite.id,
      ...dayOf('newDue', '2027-02-01'),
    });
    expect(await stateOf(id)).toMatchObject({ state: 'open', dueOn: '2027-02-01' });
    expect(words(await lowri.get('/my-work'))).not.toContain('Decide about an action');
    await lowri.post(`${list()}/${id}/cancelled`, { reason: 'The family drives' });
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled' });
    const late = await rhys.post(`${list()}/${id}/mark-done`, { evidenceText: 'Done' });
    expect(words(late)).toContain('This action stands at “Cancelled” now');
  });

  it('is not there for people who may not know of the case, nor under another case', async () => {
    const id = await newest();
    const { stranger, rhys } = given.people;
    for (const rest of ['', '/add', `/${id}`, `/${id}/mark-done`])
      expect((await stranger.get(list() + rest)).status).toBe(404);
    const before = await given.count('action_event');
    expect((await stranger.post(`${list()}/add`, { text: 'x' })).status).toBe(404);
    expect((await rhys.get(`/cases/Y6-9999/actions/${id}`)).status).toBe(404);
    expect((await rhys.get(`${list()}/not-an-id`)).status).toBe(404);
    expect((await rhys.post(`${list()}/${id}/due-passed`, {})).status).toBe(404);
    expect(await given.count('action_event')).toBe(before);
  });

  it('is shown to a reader, who adds nothing, and not to the school; each look is written down', async () => {
    const { dpo, lorcan } = given.people;
    const page = await dpo.get(list());
    expect([page.status, words(page).includes('Add an action')]).toEqual([200, false]);
    const before = await given.count('action');
    expect((await dpo.get(`${list()}/add`)).status).toBe(403);
    expect(
      (await dpo.post(`${list()}/add`, { text: 'x', ownerId: given.officers.rhys.id })).status,
    ).toBe(403);
    expect((await lorcan.get(`${list()}/add`)).status).toBe(403);
    expect(await given.count('action')).toBe(before);
    const [look] = await given.rows<{ page: string }>(
      'SELECT page FROM access_log WHERE officer_id = $1 ORDER BY id LIMIT 1',
      [given.officers.dpo.id],
    );
    expect(look).toEqual({ page: 'actions' });
  });

  it('keeps a trail that nobody can rewrite', async () => {
    await expect(given.rows("UPDATE action_event SET words = 'other'")).rejects.toThrow(
      'append-only',
    );
    await expect(given.rows('DELETE FROM action_event')).rejects.toThrow('append-only');
  });
});
