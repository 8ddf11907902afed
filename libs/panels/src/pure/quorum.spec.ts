import fc from 'fast-check';
import { INTERESTS, standingOf, whoChairs } from './conflicts';
import { quorumFor } from './quorum';
import { type Attending, type InterestKind, type QuorumRule, type Service } from './terms';

const TATS: readonly QuorumRule[] = [
  { anyOf: ['chair', 'deputy_chair'], label: 'chair or deputy' },
  { anyOf: ['psychology'], label: 'psychology' },
  { anyOf: ['attendance'], label: 'attendance' },
  {
    anyOf: ['specialist_teacher', 'mental_health', 'nursing'],
    label: 'one of specialist teacher, mental health, nursing',
  },
];
const PLAIN = { hasPlan: false, money: false };

const here = (
  service: Service,
  interest?: InterestKind,
  memberId: string = service,
): Attending => ({
  memberId,
  name: `Member for ${service}`,
  service,
  present: true,
  ...(interest && { interest }),
});
const away = (service: Service): Attending => ({ ...here(service), present: false });
const enough = [here('chair'), here('psychology'), here('attendance'), here('nursing')];

describe('the quorum', () => {
  it('is met when each rule has its person, and names every rule that has none', () => {
    expect(quorumFor(TATS, enough, PLAIN)).toEqual({ met: true, missing: [] });
    expect(quorumFor(TATS, [here('chair'), away('psychology')], PLAIN)).toEqual({
      met: false,
      missing: ['psychology', 'attendance', 'one of specialist teacher, mental health, nursing'],
    });
  });

  it('counts one person once, whatever they stand for', () => {
    const both = [here('chair', undefined, 'p1'), here('psychology', undefined, 'p1')];
    const { missing } = quorumFor(TATS, [...both, here('attendance'), here('nursing')]);
    expect(missing).toEqual(['psychology']);
  });

  it('finds a seat for everybody when some could fill several', () => {
    const rules: QuorumRule[] = [
      { anyOf: ['psychology', 'nursing'], label: 'psychology or nursing' },
      { anyOf: ['psychology'], label: 'psychology' },
    ];
    expect(quorumFor(rules, [here('psychology'), here('nursing')]).met).toBe(true);
    expect(quorumFor(rules, [here('nursing'), here('psychology')]).met).toBe(true);
  });

  it('wants SEND only for a child with a plan, and finance only where money is decided', () => {
    const rules: QuorumRule[] = [
      { anyOf: ['send'], label: 'SEND (the child has a plan)', when: 'has_plan' },
      { anyOf: ['finance'], label: 'finance (money is decided)', when: 'money' },
    ];
    expect(quorumFor(rules, []).met).toBe(true);
    expect(quorumFor(rules, [], PLAIN).met).toBe(true);
    expect(quorumFor(rules, [], { hasPlan: true, money: false }).missing).toEqual([
      'SEND (the child has a plan)',
    ]);
    expect(quorumFor(rules, [here('send')], { hasPlan: true, money: true }).missing).toEqual([
      'finance (money is decided)',
    ]);
  });

  it('wants so many of one service, and says how many are here', () => {
    const rules: QuorumRule[] = [{ anyOf: ['advisory'], label: '2 advisory leads', count: 2 }];
    const one = here('advisory', undefined, 'a1');
    expect(quorumFor(rules, [one]).missing).toEqual(['2 advisory leads (1 of 2 here)']);
    expect(quorumFor(rules, [one, here('advisory', undefined, 'a2')]).met).toBe(true);
  });

  it('wants different services where the rule says so', () => {
    const rules: QuorumRule[] = [
      {
        anyOf: ['psychology', 'attendance', 'nursing'],
        label: '2 services',
        count: 2,
        different: true,
      },
    ];
    const psychologists = [here('psychology', undefined, 'a'), here('psychology', undefined, 'b')];
    expect(quorumFor(rules, psychologists).missing).toEqual(['2 services (1 of 2 here)']);
    expect(quorumFor(rules, [...psychologists, here('nursing')]).met).toBe(true);
  });

  it('does not count whoever wrote the advice, or left, and says who it is', () => {
    const others = enough.filter(({ service }) => service !== 'psychology');
    for (const interest of ['AUTHOR_OF_ADVICE', 'RELATED_CHILD'] as const) {
      expect(quorumFor(TATS, [...others, here('psychology', interest)], PLAIN).missing).toEqual([
        'psychology: Member for psychology cannot be counted for this item',
      ]);
    }
    expect(quorumFor(TATS, [...others, here('psychology', 'RECEIVING_SCHOOL')]).met).toBe(true);
  });

  it('lets the deputy chair where the chair has an interest of any kind', () => {
    const rules: QuorumRule[] = [{ anyOf: ['chair'], label: 'chair' }];
    const chair = here('chair', 'OWN_SCHOOL_BENEFITS');
    expect(quorumFor(rules, [chair]).met).toBe(false);
    expect(quorumFor(rules, [chair, here('deputy_chair')]).met).toBe(true);
    expect(whoChairs([chair, here('deputy_chair')])?.service).toBe('deputy_chair');
    expect(whoChairs([chair, away('deputy_chair')])).toBeUndefined();
    expect(whoChairs([here('deputy_chair'), here('chair')])?.service).toBe('chair');
  });

  it('is never lost by somebody coming in, and does not depend on who is named first', () => {
    const services = ['chair', 'psychology', 'attendance', 'nursing', 'mental_health'] as const;
    const person = fc
      .record({
        service: fc.constantFrom(...services),
        memberId: fc.constantFrom('a', 'b', 'c', 'd'),
      })
      .map(({ service, memberId }) => here(service, undefined, memberId));
    fc.assert(
      fc.property(fc.array(person), person, (people, another) => {
        const before = quorumFor(TATS, people);
        expect(quorumFor(TATS, [...people].reverse())).toEqual(before);
        const after = quorumFor(TATS, [...people, another]);
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
      }),
    );
  });
});

describe('an interest', () => {
  it.each([
    ['RELATED_CHILD', false, false, false, false],
    ['OWN_SCHOOL_BENEFITS', true, true, false, true],
    ['RECEIVING_SCHOOL', true, true, false, true],
    ['AUTHOR_OF_ADVICE', true, true, true, false],
  ] as const)('%s leaves seeing %s, speaking %s, deciding %s, counting %s', (kind, ...may) => {
    const { sees, speaks, decides, counts } = standingOf(here('psychology', kind));
    expect([sees, speaks, decides, counts]).toEqual(may);
    expect(INTERESTS[kind].words).not.toBe('');
  });

  it('of nobody leaves everything to those who are here, and only the papers to those who are not', () => {
    expect(standingOf(here('nursing'))).toMatchObject({ decides: true, counts: true });
    expect(standingOf(away('nursing'))).toMatchObject({
      sees: true,
      speaks: false,
      decides: false,
      counts: false,
    });
  });
});
