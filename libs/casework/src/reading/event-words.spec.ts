import { pathways } from '@app/pathways';
import { tellEvent } from './event-words';

const names = {
  officers: new Map([
    ['worker', 'Rhys Calder'],
    ['cover', 'Kit Larwood'],
  ]),
  schools: new Map([
    ['199020', 'Thornmere High'],
    ['199021', 'Oakmere School'],
    ['199001', 'Fernhollow Primary'],
    ['199025', 'Larchfield School'],
  ]),
};
const CODE = /\b[a-z]+_[a-z_]+\b|\b[A-Z]{3,}_[A-Z_]+\b|\bnull\b|\bundefined\b|\[object/;

describe('the words of the timeline', () => {
  const all = pathways.flatMap((pathway) =>
    Object.entries(pathway.events).map(
      ([type, { example }]) => [pathway.name, type, pathway, example] as const,
    ),
  );

  it.each(all)('%s tells %s in plain words, with no code in them', (_, type, pathway, example) => {
    const told = tellEvent(pathway, { type, payload: example }, names);
    const said = [
      told.title,
      told.gist,
      ...told.answers.flatMap(({ label, value }) => [label, value]),
    ].join(' ');
    expect(told.title).toMatch(/^[A-Z]/);
    expect(said).not.toMatch(CODE);
    expect(told.answers.length).toBeLessThanOrEqual(20);
  });

  it('names the adviser in the title and quotes what was said', () => {
    const ehc = pathways.find(({ name }) => name === 'ehc_needs_assessment')!;
    const told = tellEvent(
      ehc,
      {
        type: 'ADVICE_CHASED',
        payload: { adviser: 'ep', how: 'phone', note: 'Report is drafted.' },
      },
      names,
    );
    expect(told).toMatchObject({
      title: 'Advice chased: educational psychology',
      gist: 'Report is drafted. Telephone.',
    });
  });

  it('calls people and schools by name', () => {
    const y6 = pathways.find(({ name }) => name === 'y6_transition')!;
    expect(tellEvent(y6, { type: 'ALLOCATED', payload: { workerId: 'worker' } }, names).gist).toBe(
      'Worker: Rhys Calder.',
    );
    expect(
      tellEvent(y6, { type: 'DESTINATION_CONFIRMED', payload: { urn: '199020' } }, names).gist,
    ).toBe('School: Thornmere High.');
    expect(
      tellEvent(y6, { type: 'DESTINATION_CONFIRMED', payload: { urn: '999999' } }, names).gist,
    ).toBe('School: A school outside the register.');
  });
});
