import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCouncil, type Council } from './a-council';

const sample = (name: string) => readFileSync(join(__dirname, '../samples', name));

describe('importing nominations', () => {
  let council: Council;
  beforeEach(async () => {
    council = await aCouncil();
  });
  afterEach(() => council.db.drop());

  it('takes the 41 sample nominations from file to cases, with children and contacts', async () => {
    const { imports, lead, openCase } = council;
    const { fileId, repeated, notices } = await imports.receive(lead, sample('nominations-41.csv'));
    expect({ repeated, notices }).toEqual({ repeated: false, notices: [] });
    await imports.check(fileId);
    expect(await imports.rows(lead, fileId, { status: 'error' })).toEqual([]);
    expect(await imports.progress(lead, fileId)).toMatchObject({
      status: 'checked',
      done: 41,
      of: 41,
      counts: { new: 41, same: 0, error: 0 },
    });
    expect(await council.count('child')).toBe(0);

    await imports.begin(lead, fileId);
    await imports.commit(lead, fileId, openCase);
    expect(await imports.progress(lead, fileId)).toMatchObject({
      status: 'done',
      counts: { new: 0, error: 0, done: 41 },
    });
    expect([
      await council.count('child'),
      await council.count('send_case'),
      await council.count('contact'),
    ]).toEqual([41, 41, 36]);
  });
});
