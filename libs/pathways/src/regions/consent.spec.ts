import { dueOf, refusalOf, storyOf, type Told } from '../../testing/story';
import { NotAllowedNow } from '../not-allowed-now';
import { ehcNeedsAssessment } from '../ehc-needs-assessment';

const { play, next } = storyOf(ehcNeedsAssessment, '2026-10-05');

const youngPerson = { youngPerson: true };
const child = { youngPerson: false };
const told = (type: string, payload: object, facts: object): Told => [
  type,
  payload,
  undefined,
  facts,
];
const agrees = (payload: object, facts: object) => told('CONSENT_GIVEN', payload, facts);
const capacity = {
  assessedOn: '2026-09-14',
  assessedBy: 'Dr Imran Vale',
  evidence: 'Capacity assessment on file',
  representative: 'Jo Thorne',
  standing: 'deputy',
};

function words(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons.map(({ text }) => text).join('; ');
    throw error;
  }
  return '';
}

describe('who agrees', () => {
  it.each([
    ['a parent for a child', { giver: 'parent' }, child],
    ['a social worker for a child', { giver: 'social_worker' }, child],
    ['a young person', { giver: 'young_person' }, youngPerson],
    [
      'a representative where capacity is lacking',
      { giver: 'representative', capacity },
      youngPerson,
    ],
    ['a parent where capacity is lacking', { giver: 'parent', capacity }, youngPerson],
  ])('is %s', (_, payload, facts) => {
    expect(play({}, agrees(payload, facts)).state.value['consent']).toBe('given');
  });

  it.each([
    ['a child alone', { giver: 'young_person' }, child, 'parental responsibility decides'],
    ['a representative of a child', { giver: 'representative' }, child, 'parental responsibility'],
    ['a parent of a young person', { giver: 'parent' }, youngPerson, 'The young person'],
    [
      'a representative without an assessment of capacity',
      { giver: 'representative' },
      youngPerson,
      'record who assessed it',
    ],
  ])('is not %s', (_, payload, facts, said) => {
    const act = () => play({}, agrees(payload, facts));
    expect(refusalOf(act)).toEqual(['rightPersonDecides']);
    expect(words(act)).toContain(said);
  });

  it('says no, or takes it back, by the same rule', () => {
    const asked = play({}, ['CONSENT_REQUESTED']);
    const no = (giver: string) => next(asked, told('CONSENT_REFUSED', { giver }, youngPerson));
    expect(refusalOf(() => no('parent'))).toEqual(['rightPersonDecides']);
    for (const giver of ['young_person', 'representative'])
      expect(no(giver).state.value['consent']).toBe('refused');

    const given = play({}, agrees({ giver: 'young_person' }, youngPerson));
    const back = (payload: object) => next(given, told('CONSENT_WITHDRAWN', payload, youngPerson));
    expect(refusalOf(() => back({}))).toEqual(['rightPersonDecides']);
    expect(back({ giver: 'young_person' }).state.value['consent']).toBe('withdrawn');
  });

  it('never blocks the button: who answers is said on the form', () => {
    const { rightPersonDecides } = ehcNeedsAssessment.guards;
    expect(rightPersonDecides).toMatchObject({ aboutAnswer: true, needs: ['youngPerson'] });
  });
});

describe('capacity', () => {
  const { payload } = ehcNeedsAssessment.events['CONSENT_GIVEN']!;
  const example = ehcNeedsAssessment.events['CONSENT_GIVEN']!.example;

  it.each(Object.keys(capacity))('is recorded with its %s', (missing) => {
    const partly = { ...capacity, [missing]: undefined };
    expect(payload.safeParse({ ...example, capacity }).success).toBe(true);
    expect(payload.safeParse({ ...example, capacity: partly }).success).toBe(false);
  });
});

describe('agreement that is a year old', () => {
  const given = play({}, agrees({ giver: 'parent' }, child));

  it('is renewed where it stands, for another year', () => {
    expect([dueOf(given, 'consent_renewal'), dueOf(given, 'consent_expiry')]).toEqual([
      '2027-10-05',
      '2027-11-02',
    ]);
    const renewed = next(given, ['CONSENT_GIVEN', {}, '2027-10-01', child]);
    expect(renewed.state.value['consent']).toBe('given');
    expect([dueOf(renewed, 'consent_renewal'), dueOf(renewed, 'consent_expiry')]).toEqual([
      '2028-10-01',
      '2028-10-30',
    ]);
  });

  it('runs out twenty working days after it should have been renewed, and then asks again', () => {
    const expiry = given.clocks.find(({ code }) => code === 'consent_expiry');
    expect(expiry).toMatchObject({ sends: 'CONSENT_EXPIRED', firesOn: '2027-11-03' });
    const lapsed = next(given, ['CONSENT_EXPIRED', {}, '2027-11-03']);
    expect(lapsed.state.value['consent']).toBe('lapsed');
    expect(dueOf(lapsed, 'consent_expiry')).toBeUndefined();
    expect(lapsed.instructions).toContainEqual(expect.objectContaining({ type: 'task.open' }));
  });
});
