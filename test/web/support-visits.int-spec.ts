import { VisitSweep } from '@app/casework';
import { FixedClock } from '@app/statutory-calendar';
import { type Typed } from '../support/a-website';
import { aSupportedCase, dayOf, type Supported, words } from './support-given';

let given: Supported;
beforeAll(async () => {
  given = await aSupportedCase();
}, 120_000);
afterAll(() => given?.close());

const page = () => given.url('/visits');
const add = (typed: Typed) => given.people.rhys.post(`${page()}/add`, typed);
const measure = (typed: Typed) => given.people.rhys.post(given.url('/measures/add'), typed);
const planned = {
  state: 'planned',
  kind: 'family',
  place: 'Home',
  ...dayOf('onDay', '2027-01-20'),
};
const held = {
  state: 'done',
  kind: 'direct_child',
  place: 'Fernhollow Primary',
  minutes: '45',
  attended: 'yes',
  note: 'Walked round the new school together',
  ...dayOf('onDay', '2027-01-11'),
};
const consentIs = (value: string) =>
  given.rows(
    `UPDATE send_case SET state = jsonb_set(state, '{value,consent}', to_jsonb($2::text)) WHERE id = $1`,
    [given.caseId, value],
  );

describe('visits of a case', () => {
  it('says that there are none', async () => {
    const seen = await given.people.rhys.get(page());
    expect(seen.status).toBe(200);
    expect(words(seen)).toContain('No visit is planned.');
    expect(words(seen)).toContain('Nothing has been measured yet.');
    expect(words(seen)).toContain(
      'Planned from January to March: 6 contacts (targeted support). 0 held, 6 to go by 31 March.',
    );
  });

  it('is planned, then recorded as held, once', async () => {
    expect((await add(planned)).location).toBe(page());
    const [visit] = await given.rows<{ id: string }>('SELECT id FROM visit');
    const form = await given.people.rhys.get(`${page()}/${visit!.id}`);
    expect(form.text).toContain('value="Home"');
    const outcome = { ...held, kind: 'family', state: 'done' };
    await given.people.rhys.post(`${page()}/${visit!.id}`, outcome);
    const seen = words(await given.people.rhys.get(page()));
    expect(seen).toContain('Held: 0 with the child, 1 with others, 45 minutes in all.');
    expect(seen).toContain('1 held, 5 to go by 31 March.');
    const again = await given.people.rhys.post(`${page()}/${visit!.id}`, {
      ...outcome,
      minutes: '5',
    });
    expect([again.status, words(again)]).toEqual([
      422,
      expect.stringContaining('Somebody has recorded this visit already'),
    ]);
    expect(await given.rows('SELECT minutes FROM visit')).toEqual([{ minutes: 45 }]);
  });

  it('that did not take place says why', async () => {
    await add({ ...planned, place: 'Library' });
    const [visit] = await given.rows<{ id: string }>(
      "SELECT id FROM visit WHERE state = 'planned'",
    );
    const off = { ...planned, place: 'Library', state: 'cancelled' };
    expect((await given.people.rhys.post(`${page()}/${visit!.id}`, off)).status).toBe(422);
    await given.people.rhys.post(`${page()}/${visit!.id}`, { ...off, note: 'Snow' });
    expect(words(await given.people.rhys.get(page()))).toMatch(/Not held .*Snow/);
  });

  it('says what is wrong, keeps what was typed and records nothing', async () => {
    const before = await given.count('visit');
    const bad = await add({ ...held, minutes: '', 'onDay-month': '13' });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Walked round the new school together');
    expect(bad.text).toContain('value="Fernhollow Primary"');
    const wrong: [Typed, string][] = [
      [{ ...held, minutes: '' }, 'Enter how many minutes it took'],
      [{ ...held, minutes: '99999' }, 'enter 1440 or less'],
      [{ ...held, minutes: 'long' }, 'enter a whole number from 1 to 1440'],
      [{ ...held, attended: '' }, 'Did the person come? Select yes or no'],
      [{ ...held, kind: 'party' }, 'What kind of contact?'],
      [{ ...held, ...dayOf('onDay', '2027-01-13') }, 'so today or earlier'],
      [{ ...held, ...dayOf('onDay', '2026-11-01') }, 'a manager can go further back'],
      [{ ...planned, ...dayOf('onDay', '2027-01-11') }, 'A planned visit is today or later'],
    ];
    for (const [typed, sentence] of wrong) {
      const answer = await add(typed);
      expect([answer.status, words(answer)]).toEqual([422, expect.stringContaining(sentence)]);
    }
    expect(await given.count('visit')).toBe(before);
  });

  it('with the child waits for the family to agree, and is called off when they say no', async () => {
    const direct = { ...planned, kind: 'direct_child' };
    expect((await add(direct)).status).toBe(303);
    await consentIs('withdrawn');
    expect(words(await add(direct))).toContain('waits until the family has agreed');
    expect(words(await add(held))).toContain('The family has said no to support');
    expect((await add(planned)).status).toBe(303);
    const sweep = new VisitSweep(given.db.statements, new FixedClock('2027-01-13T01:00:00Z'));
    expect([await sweep.run(), await sweep.run()]).toEqual([{ calledOff: 1 }, { calledOff: 0 }]);
    expect(
      await given.rows(
        "SELECT kind FROM visit WHERE note LIKE 'Called off: the family has said no%'",
      ),
    ).toEqual([{ kind: 'direct_child' }]);
    await consentIs('given');
  });

  it('is not there for people who may not know of the case, nor changed by those who only read', async () => {
    const { stranger, dpo, lorcan } = given.people;
    const before = await given.count('visit');
    expect((await stranger.get(page())).status).toBe(404);
    expect((await stranger.post(`${page()}/add`, planned)).status).toBe(404);
    expect((await given.people.rhys.get(`${page()}/${given.caseId}`)).status).toBe(404);
    expect((await dpo.get(page())).status).toBe(200);
    expect((await dpo.post(`${page()}/add`, planned)).status).toBe(403);
    expect((await lorcan.get(page())).status).toBe(403);
    expect(await given.count('visit')).toBe(before);
  });
});

describe('measures of a case', () => {
  const baseline = {
    instrument: 'anxiety',
    point: 'baseline',
    answeredBy: 'child',
    answers: '8',
    ...dayOf('onDay', '2026-12-15'),
  };

  it('show what has changed since the baseline', async () => {
    expect((await measure(baseline)).location).toBe(page());
    await measure({ ...baseline, point: 'mid', answers: '5.5', ...dayOf('onDay', '2027-01-11') });
    await measure({
      ...baseline,
      instrument: 'other',
      name: 'Lunchtime',
      answers: 'Eats with friends 2\nStays in the hall: 1',
    });
    const seen = words(await given.people.rhys.get(page()));
    expect(seen).toMatch(/Anxiety, 0 to 10 Child 8 5\.5 Not yet Not yet Down 2\.5/);
    expect(seen).toMatch(/Lunchtime: Eats with friends Child 2 Not yet/);
  });

  it('says what is wrong, keeps what was typed and records nothing', async () => {
    const before = await given.count('measure');
    const wrong: [Typed, string][] = [
      [{ ...baseline, answers: 'much better' }, 'line 1 needs a number at its end'],
      [{ ...baseline, answers: 'A 1\nA 2' }, 'give each line its own name'],
      [{ ...baseline, answers: '' }, 'Values: enter at least 1'],
      [{ ...baseline, instrument: 'other' }, 'Enter the name of the measure'],
      [{ ...baseline, ...dayOf('onDay', '2027-02-01') }, 'Today or earlier'],
    ];
    for (const [typed, sentence] of wrong) {
      const answer = await measure(typed);
      expect([answer.status, words(answer)]).toEqual([422, expect.stringContaining(sentence)]);
    }
    expect((await measure({ ...baseline, answers: 'much better' })).text).toContain(
      'much better</textarea>',
    );
    const { stranger, dpo } = given.people;
    expect((await stranger.post(given.url('/measures/add'), baseline)).status).toBe(404);
    expect((await dpo.post(given.url('/measures/add'), baseline)).status).toBe(403);
    expect(await given.count('measure')).toBe(before);
  });

  it('takes the follow-up, and nothing else, once the case has ended', async () => {
    const isOpen = (open: boolean, work: string) =>
      given.rows(
        `UPDATE send_case SET open = $1, state = jsonb_set(state, '{value,work}', to_jsonb($2::text)) WHERE id = $3`,
        [open, work, given.caseId],
      );
    const [{ work } = { work: '' }] = await given.rows<{ work: string }>(
      "SELECT state->'value'->>'work' AS work FROM send_case WHERE id = $1",
      [given.caseId],
    );
    await isOpen(false, 'completed');
    expect(words(await given.people.rhys.get(page()))).toContain('Record the follow-up');
    const late = await measure(baseline);
    expect([late.status, words(late)]).toEqual([
      422,
      expect.stringContaining('only the follow-up is left'),
    ]);
    const today = dayOf('onDay', '2027-01-11');
    const followUp = { ...baseline, point: 'follow_up', answers: '4', ...today };
    expect((await measure(followUp)).location).toBe(page());
    expect(words(await given.people.rhys.get(page()))).toMatch(/Child 8 5\.5 Not yet 4 Down 4/);
    await isOpen(false, 'closed_deceased');
    expect(words(await given.people.rhys.get(page()))).not.toContain('Record the follow-up');
    expect((await measure(followUp)).status).toBe(422);
    await isOpen(true, work);
  });
});
