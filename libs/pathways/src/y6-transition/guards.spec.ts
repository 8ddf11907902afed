import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('y6_transition'));

describe('who is nominated', () => {
  it('is a child in Year 6; in Year 5 only by a manager', () => {
    const manager = { actorMay: ['caseload.override'] } as const;
    const inYear = (ncYear: number, facts = {}) => allows('rightYear', { form: { ncYear }, facts });
    expect([inYear(6), inYear(5), inYear(5, { actorMay: [] })]).toEqual([true, false, false]);
    expect(inYear(5, manager)).toBe(true);
  });

  it.each([
    ['identityKnown', 'identityKnown'],
    ['placeAvailable', 'placeAvailable'],
    ['topOfList', 'topOfList'],
    ['onRollAtDestination', 'onRollAtDestination'],
    ['stillYear7', 'stillYear7'],
  ])('and what follows rests on what the records say: %s', (guard, fact) => {
    expect(allows(guard, { facts: { [fact]: true } })).toBe(true);
    expect(allows(guard, { facts: { [fact]: false } })).toBe(false);
    expect(allows(guard)).toBe(false);
  });

  it.each([
    ['noPlaceAvailable', 'placeAvailable'],
    ['notOnRollAtDestination', 'onRollAtDestination'],
  ])('never says two things at once: %s', (guard, fact) => {
    expect(allows(guard, { facts: { [fact]: true } })).toBe(false);
    expect(allows(guard, { facts: { [fact]: false } })).toBe(true);
    expect(allows(guard)).toBe(true);
  });
});

describe('the score', () => {
  const override = { override: 'up', overrideReason: 'Moved three times', overrideBy: 'The EP' };

  it.each([
    [{ tvs: 35 }, true],
    [{ tvs: 34 }, false],
    [{}, false],
    [{ tvs: '60' }, false],
    [{ tvs: 60, override: 'down' }, false],
    [{ tvs: 20, ...override }, true],
    [{ tvs: 20, ...override, override: 'none' }, false],
    [{ tvs: 20, ...override, overrideReason: '' }, false],
    [{ tvs: 20, ...override, overrideBy: undefined }, false],
  ])('%j sends the child to the panel: %s', (form, toPanel) => {
    expect(allows('scoreEnough', { form })).toBe(toPanel);
    expect(allows('scoreLow', { form })).toBe(!toPanel);
  });

  it('counts from 60 per cent of its items on', () => {
    const complete = (completeness: unknown) =>
      allows('completenessEnough', { form: { completeness } });
    expect([complete(60), complete(59), complete(undefined)]).toEqual([true, false, false]);
    expect(words('completenessEnough', { form: { completeness: 45 } })).toContain(
      'is 45 per cent complete',
    );
  });
});

describe('before work with the child', () => {
  it('the family has agreed', () => {
    const agreed = (consent: string) => allows('agreementGiven', { at: { consent } });
    expect([agreed('given'), agreed('basis_recorded')]).toEqual([true, false]);
    expect(missing('agreementGiven').map(({ byEvent }) => byEvent)).toEqual(['CONSENT_GIVEN']);
  });

  it('the child has a worker, or somebody who covers', () => {
    const held = (ownership: string) => allows('hasWorker', { at: { ownership } });
    expect(['allocated', 'covered', 'unallocated', 'reallocating'].map(held)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(missing('hasWorker').map(({ byEvent }) => byEvent)).toEqual(['ALLOCATED']);
  });
});

describe('more time', () => {
  it.each([
    ['extended', 'extended', true],
    ['notExtended', 'extended', false],
    ['notAlreadyExtended', 'exitExtended', false],
  ])('is given once: %s', (guard, memory, expected) => {
    expect(allows(guard, { remembers: { [memory]: true } })).toBe(expected);
    expect(allows(guard, { remembers: { [memory]: false } })).toBe(!expected);
  });

  it('is followed up in spring or in summer', () => {
    const point = (at: string) =>
      ['pointSpring', 'pointSummer'].map((name) => allows(name, { form: { point: at } }));
    expect(point('spring')).toEqual([true, false]);
    expect(point('summer')).toEqual([false, true]);
    expect(point('autumn')).toEqual([false, false]);
  });
});
