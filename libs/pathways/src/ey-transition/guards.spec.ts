import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows } = guardsOf(pathwayNamed('ey_transition'));

it.each(['direct', 'child_to_school', 'home'])(
  'visits a child (%s) only with the family’s agreement',
  (type) => {
    const visit = (consent: string) =>
      allows('agreementForWorkWithTheChild', { form: { type }, at: { consent } });
    expect([visit('given'), visit('not_sought')]).toEqual([true, false]);
  },
);

it('visits the school without it', () => {
  const visit = { form: { type: 'school' }, at: { consent: 'not_sought' } };
  expect(allows('agreementForWorkWithTheChild', visit)).toBe(true);
});

it.each([
  ['universal', 'levelUniversal'],
  ['targeted', 'levelTargetedOrEnhanced'],
  ['enhanced', 'levelTargetedOrEnhanced'],
])('the level %s leads one way: %s', (level, way) => {
  const ways = ['levelUniversal', 'levelTargetedOrEnhanced'];
  expect(ways.filter((name) => allows(name, { form: { level } }))).toEqual([way]);
});

it('gives a place in a hub at the enhanced level, when the records say that one is free', () => {
  const place = (placeVacant?: boolean) => allows('placeVacant', { facts: { placeVacant } });
  expect([place(true), place(false), place()]).toEqual([true, false, false]);
  expect(allows('enhancedLevel', { remembers: { level: 'enhanced' } })).toBe(true);
  expect(allows('enhancedLevel', { remembers: { level: 'targeted' } })).toBe(false);
});

it('puts the start off to a later year only', () => {
  const starts = (newStartYear: number) =>
    allows('laterYear', { form: { newStartYear }, remembers: { moveYear: 2027 } });
  expect([starts(2028), starts(2027)]).toEqual([true, false]);
});

it.each([
  ['received', 'noticeNotAcknowledged'],
  ['acknowledged', 'noticeAcknowledged'],
])('a notification from health that is %s can take one step: %s', (notice, step) => {
  const steps = ['noticeNotAcknowledged', 'noticeAcknowledged'];
  expect(steps.filter((name) => allows(name, { remembers: { notice } }))).toEqual([step]);
});

it.each([
  ['ehc', 'assessmentToConsider'],
  ['transition', 'noAssessmentToConsider'],
  ['setting', 'noAssessmentToConsider'],
  ['known', 'noAssessmentToConsider'],
])('the triage %s leads one way: %s', (outcome, way) => {
  const ways = ['assessmentToConsider', 'noAssessmentToConsider'];
  expect(ways.filter((name) => allows(name, { form: { outcome } }))).toEqual([way]);
});

it('agrees the plan with the school at the table', () => {
  expect(allows('schoolPresent', { form: { schoolPresent: true } })).toBe(true);
  expect(allows('schoolPresent', { form: { schoolPresent: false } })).toBe(false);
});
