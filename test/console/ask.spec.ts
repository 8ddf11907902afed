import { runCauseway } from './run-causeway';

const ask = (...words: string[]) => runCauseway('clocks', '--ask', ...words);

describe('causeway clocks --ask', () => {
  it('says whether week 20 can be met and the last safe day of each step', async () => {
    const ran = await ask(
      'assessment',
      'received=13 November 2026',
      'advice=2027-02-02',
      '--on',
      '2026-11-20',
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.split('\n').slice(0, 2)).toEqual([
      'Week 20 can still be met if the draft is with the family by Thursday 18 March 2027.',
      'At the usual pace it goes out by Wednesday 17 March 2027.',
    ]);
    expect(ran.out).toContain(
      'Decision to issue a plan: By Thursday 4 March 2027: 22 working days left.',
    );
    expect(ran.out).toContain('Family away. Needs: Away from the area 28 days in a row or more');
  });

  it('answers for a review, as JSON where that is asked', async () => {
    const ran = await ask('review', 'concluded=2025-03-10', '--on', '2026-02-01', '--json');
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({
      verdict: expect.stringContaining('held by Monday 9 February 2026') as string,
      canBeMet: true,
    });
  });

  it.each<[string[], number, string]>([
    [
      ['assessment', 'received=2026-11-13', 'decided=2026-11-03'],
      1,
      'is before “Request received”',
    ],
    [['assessment', 'received=31/2/2026'], 1, 'Request received: '],
    [['assessment'], 1, 'Request received: enter the day'],
    [['assessment', 'recieved=2026-11-13'], 2, 'The names are received, decided'],
    [['assessment', 'kind=school'], 2, 'kind=school: write name=day'],
    [['holidays'], 2, 'Allowed choices are assessment, review'],
    [['review', 'concluded=2025-03-10', '--on', 'soon'], 2, '--on: '],
  ])('refuses %j in words, with exit code %i', async (words, code, text) => {
    const ran = await ask(...words);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(text);
  });

  it('asks for a file where nothing is asked', async () => {
    expect(await runCauseway('clocks')).toMatchObject({ code: 2, out: '' });
    expect(await runCauseway('clocks', 'a.json', 'b.json')).toMatchObject({ code: 2, out: '' });
  });
});
