import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, words } = guardsOf(pathwayNamed('inclusion_fund_bid'));

describe('what is paid', () => {
  const paying = (name: string, amount?: number) =>
    allows(name, { form: { amount }, remembers: { asked: 50000, agreed: 40000, paid: 15000 } });

  it('is within what was asked for, and within what is left of what was agreed', () => {
    expect([paying('withinBid', 50000), paying('withinBid', 50001)]).toEqual([true, false]);
    expect([paying('withinAgreed', 25000), paying('withinAgreed', 25001)]).toEqual([true, false]);
  });

  it.each([
    [undefined, 'paysAPart'],
    [24999, 'paysAPart'],
    [25000, 'paysTheRest'],
    [25001, 'paysTheRest'],
  ])('with %s pence is the rest or a part of it: %s', (amount, kind) => {
    expect(['paysAPart', 'paysTheRest'].filter((name) => paying(name, amount))).toEqual([kind]);
  });
});

describe('what was spent', () => {
  it('is no more than what was paid', () => {
    const spent = (amount: number) =>
      allows('spentWithinPaid', { form: { spent: amount }, remembers: { paid: 30000 } });
    expect([spent(30000), spent(30001)]).toEqual([true, false]);
  });

  it.each([
    [5000, true, ''],
    [4900, false, '£1 was paid and is neither spent nor given back'],
    [5100, false, 'More is given back than was left over'],
  ])('and given back (%s pence) adds up to what was paid', (returned, yes, said) => {
    const asked = { form: { returned }, remembers: { paid: 30000, spent: 25000 } };
    expect(allows('moneyAccounted', asked)).toBe(yes);
    if (!yes) expect(words('moneyAccounted', asked)).toBe(said);
  });
});

describe('a bid', () => {
  it('is for this child alone, and for no staff', () => {
    const lines = (...kinds: string[]) =>
      allows('notStaffing', { form: { lines: kinds.map((kind) => ({ kind, cost: 1 })) } });
    expect([lines('equipment'), lines('equipment', 'staffing'), lines()]).toEqual([
      true,
      false,
      true,
    ]);
    expect(allows('forThisChild', { remembers: { isForThisChild: true } })).toBe(true);
    expect(allows('forThisChild', { remembers: { isForThisChild: null } })).toBe(false);
  });

  it('goes on once its prices were seen', () => {
    expect(allows('pricesSeen', { form: { pricesSeen: true } })).toBe(true);
    expect(allows('pricesSeen', { form: { pricesSeen: false } })).toBe(false);
  });

  it('is decided and paid by people who had no part in it', () => {
    const proposed = (actorProposed?: boolean) =>
      allows('notTheProposer', { facts: { actorProposed } });
    expect([proposed(true), proposed(false), proposed()]).toEqual([false, true, true]);
  });
});
