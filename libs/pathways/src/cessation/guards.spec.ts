import { pathwayNamed } from '..';
import { guardsOf, type Situation } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('cessation'));

describe('the ground to end a plan', () => {
  const ground = (form: object, facts: object = {}) => allows('lawfulGround', { form, facts });
  const leftEducation = { ground: 'not_necessary', situation: 'left_education' };

  it('is the one for families who moved, only and always when the family has moved', () => {
    expect(ground({ ground: 'not_responsible', situation: 'moved' })).toBe(true);
    expect(ground({ ground: 'not_responsible', situation: 'needs_met' })).toBe(false);
    expect(ground({ ground: 'not_necessary', situation: 'moved' })).toBe(false);
    expect(ground({ ground: 'not_necessary', situation: 'needs_met' })).toBe(true);
    expect(ground({ ground: 'not_responsible' })).toBe(false);
  });

  it.each(['no_wish', 'not_right'])('carries for an adult whose wish is known: %s', (wish) => {
    expect(ground({ ...leftEducation, returnWish: wish }, { age: 18 })).toBe(true);
    expect(ground({ ...leftEducation, returnWish: wish }, { age: 17 })).toBe(false);
  });

  it('tells an adult who wishes to return from one whom nobody asked', () => {
    const why = (returnWish: string) =>
      words('lawfulGround', { form: { ...leftEducation, returnWish }, facts: { age: 19 } });
    expect(why('wishes')).toBe('The young person wishes to go back to education');
    expect(why('not_asked')).toContain('Ask the young person first');
  });

  it('is the thing that is missing, in the words of the refusal', () => {
    const asked = { form: { ground: 'not_responsible', situation: 'needs_met' } };
    expect(missing('lawfulGround', asked)).toEqual([
      expect.objectContaining({ what: words('lawfulGround', asked) }),
    ]);
  });

  it('is never age alone, except at 25', () => {
    const onlyAge = (situation: string, age?: number) =>
      allows('notOnlyAge', { form: { onlyAge: true, situation }, facts: { age } });
    expect(onlyAge('age_25', 25)).toBe(true);
    expect(onlyAge('age_25', 24)).toBe(false);
    expect(onlyAge('age_25')).toBe(false);
    expect(onlyAge('needs_met', 26)).toBe(false);
    expect(allows('notOnlyAge', { form: { onlyAge: false, situation: 'needs_met' } })).toBe(true);
    expect(allows('notOnlyAge', { form: { situation: 'needs_met' } })).toBe(false);
  });
});

describe('what comes before the notice', () => {
  it.each([
    ['that was concluded before', { reviewedOn: '2026-11-02' }, true],
    ['concluded on the same day', { reviewedOn: '2026-11-03' }, true],
    ['still to come', { reviewedOn: '2026-11-04' }, false],
    ['that nobody knows of', {}, false],
    ['that nobody knows of, of a family that moved', { ground: 'not_responsible' }, true],
  ])('is a review %s, or not', (_, form, yes) => {
    expect(allows('reviewEvidence', { form })).toBe(yes);
  });

  it.each([
    [['young_person', 'head'], true],
    [['parent', 'no_school'], true],
    [['representative', 'head'], true],
    [['representative'], false],
    [['no_school'], false],
    [[], false],
  ])('is to ask both the family and the school, where there is one: %j', (consulted, yes) => {
    expect(allows('familyAndSchoolAsked', { form: { consulted } })).toBe(yes);
  });

  it('is everybody’s time for views', () => {
    expect(allows('timeForViewsPassed', { facts: { passed: ['consult'] } })).toBe(true);
    expect(allows('timeForViewsPassed', { facts: { passed: ['appeal_window'] } })).toBe(false);
    expect(allows('timeForViewsPassed')).toBe(false);
  });
});

describe('the end of the plan', () => {
  it('waits for the day after the course', () => {
    const course = (on: string): Situation => ({ remembers: { notBefore: '2027-07-16' }, on });
    expect(allows('courseOver', course('2027-07-16'))).toBe(false);
    expect(allows('courseOver', course('2027-07-17'))).toBe(true);
    expect(allows('courseOver', { remembers: { notBefore: null } })).toBe(true);
    expect(words('courseOver', course('2027-07-01'))).toContain('Friday 16 July 2027');
  });

  it.each([
    [{ remembers: { certificate: 'issued' } }, true],
    [{ remembers: { certificate: null }, form: { certificate: 'none' } }, true],
    [{ remembers: { certificate: null }, facts: { passed: ['safe_hold'] } }, true],
    [{ remembers: { certificate: null }, facts: { passed: ['appeal_window'] } }, false],
    [{ remembers: { certificate: null } }, false],
  ])('waits until it is settled whether there is a certificate: %j', (situation, yes) => {
    expect(allows('certificateSettled', situation)).toBe(yes);
  });

  it('asks for the date of a certificate, and of no other answer', () => {
    const dated = (form: object) => allows('certificateDated', { form });
    expect(dated({ certificate: 'issued', issuedOn: '2026-12-10' })).toBe(true);
    expect(dated({ certificate: 'issued' })).toBe(false);
    expect(dated({ certificate: 'none' })).toBe(true);
  });
});

it('takes one of two ways: a review first or none, an order that changes the plan or none', () => {
  const which = (one: string, other: string, form: object) =>
    [one, other].map((name) => allows(name, { form }));
  const reviewFirst = (reasonCode: string) => which('reviewFirst', 'noReviewFirst', { reasonCode });
  expect(reviewFirst('REVIEW_FIRST')).toEqual([true, false]);
  expect(reviewFirst('PLAN_NEEDED')).toEqual([false, true]);
  const order = (said: string) => which('ordersChange', 'ordersNoChange', { order: said });
  expect(order('continue_amend')).toEqual([true, false]);
  expect(order('continue')).toEqual([false, true]);
});

it('lets anybody but the proposer decide', () => {
  expect(allows('notTheProposer', { facts: { actorProposed: true } })).toBe(false);
  expect(allows('notTheProposer', { facts: { actorProposed: false } })).toBe(true);
});
