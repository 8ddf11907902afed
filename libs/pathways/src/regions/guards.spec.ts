import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('y6_transition'));

describe('who agrees', () => {
  it('is asked for only where somebody can be asked', () => {
    const asked = (contactExists?: boolean) =>
      allows('contactExists', { facts: { contactExists } });
    expect([asked(true), asked(false), asked()]).toEqual([true, false, false]);
  });

  it('holds parental responsibility, said in so many words', () => {
    const pr = (giverHasPR: unknown) => allows('giverHasPR', { form: { giverHasPR } });
    expect([pr(true), pr(false), pr(undefined), pr('yes')]).toEqual([true, false, false, false]);
  });

  it.each([
    ['a parent', { giver: 'parent' }, undefined, true],
    ['a young person whose age nobody knows', { giver: 'young_person' }, undefined, true],
    ['a child', { giver: 'young_person' }, false, false],
    ['a representative of a child', { giver: 'representative' }, false, false],
    ['a parent of a child', { giver: 'parent' }, false, true],
    ['a young person', { giver: 'young_person' }, true, true],
    ['a parent of a young person', { giver: 'parent' }, true, false],
    ['a parent, where capacity is lacking', { giver: 'parent', capacity: {} }, true, true],
    ['a representative without a record of capacity', { giver: 'representative' }, true, false],
  ])('%s decides, or not', (_, form, youngPerson, yes) => {
    const asked = { form, facts: { youngPerson }, type: 'CONSENT_GIVEN' };
    expect(allows('rightPersonDecides', asked)).toBe(yes);
    expect(words('rightPersonDecides', asked) === '').toBe(yes);
  });

  it('may be a representative who says no, since saying no needs no record of capacity', () => {
    const form = { giver: 'representative' };
    for (const type of ['CONSENT_REFUSED', 'CONSENT_WITHDRAWN'])
      expect(allows('rightPersonDecides', { form, facts: { youngPerson: true }, type })).toBe(true);
  });

  it('is asked before a direct visit, not before another', () => {
    const visit = (type: string, consent: string) =>
      allows('agreementForDirectWork', { form: { type }, at: { consent } });
    expect(visit('direct', 'given')).toBe(true);
    expect(visit('direct', 'basis_recorded')).toBe(false);
    expect(visit('indirect', 'withdrawn')).toBe(true);
  });

  it('is named when somebody else has answered', () => {
    const who = (youngPerson: boolean) =>
      missing('rightPersonDecides', { facts: { youngPerson } }).map((it) => it.who);
    expect([who(true), who(false)]).toEqual([['The young person'], ['A parent or carer']]);
  });
});

describe('who holds the case', () => {
  it.each([
    ['room', { withinCaseload: true }, {}, true],
    ['no room', { withinCaseload: false }, {}, false],
    ['nothing known', {}, {}, false],
    ['a reason alone', { actorMay: [] }, { overrideReason: 'Nobody else' }, false],
    ['a reason, and nobody asked', {}, { overrideReason: 'Nobody else' }, false],
    ['a manager alone', { actorMay: ['caseload.override'] }, {}, false],
    ['a manager’s reason', { actorMay: ['caseload.override'] }, { overrideReason: 'x' }, true],
  ] as const)('has room: %s', (_, facts, form, yes) => {
    expect(allows('withinCaseload', { facts, form })).toBe(yes);
  });
});

describe('attendance', () => {
  it.each([
    [0, 'absenceUnder10'],
    [9.9, 'absenceUnder10'],
    [10, 'absence10to50'],
    [49.9, 'absence10to50'],
    [50, 'absence50up'],
    [100, 'absence50up'],
  ])('of %s per cent missed is one of three: %s', (absence, kind) => {
    const kinds = ['absenceUnder10', 'absence10to50', 'absence50up'];
    expect(kinds.filter((name) => allows(name, { form: { absence } }))).toEqual([kind]);
  });
});

describe('the life of a case', () => {
  it.each([
    ['noOpenCase', 'openCaseExists', [false, true, true]],
    ['openCaseExists', 'openCaseExists', [true, false, false]],
    ['withinTwelveMonths', 'closedWithinYear', [true, false, false]],
  ])('rests on the records: %s', (guard, fact, [yes, no, unknown]) => {
    expect(allows(guard, { facts: { [fact]: true } })).toBe(yes);
    expect(allows(guard, { facts: { [fact]: false } })).toBe(no);
    expect(allows(guard)).toBe(unknown);
  });

  it.each([
    ['newLaAndDate', 'newLaCode'],
    ['deregistrationDate', 'deregistrationDate'],
    ['reasonGiven', 'reason'],
    ['coverEndDate', 'coverEndDate'],
  ])('asks for what it needs on the form: %s', (guard, field) => {
    expect(allows(guard, { form: { [field]: 'Said' } })).toBe(true);
    expect(allows(guard, { form: { [field]: ' ' } })).toBe(false);
    expect(allows(guard)).toBe(false);
  });

  it.each([
    ['Said', true],
    [' ', false],
    [['One'], true],
    [[], false],
    [0, true],
    [true, true],
    [false, false],
    [null, false],
  ])('takes %j for an answer: %s', (planApproved, yes) => {
    expect(allows('planApproved', { form: { planApproved } })).toBe(yes);
  });

  it.each([
    ['mayVoid', 'case.void'],
    ['mayRecordDeath', 'case.deceased'],
    ['mayOverrideConsent', 'consent.override'],
    ['mayStepDown', 'sg.stepdown'],
    ['mayRestrict', 'record.restrict'],
  ] as const)('asks who acts: %s', (guard, permission) => {
    expect(allows(guard, { facts: { actorMay: [permission] } })).toBe(true);
    expect(allows(guard, { facts: { actorMay: ['review.decide'] } })).toBe(false);
    expect(allows(guard)).toBe(false);
  });

  it('does not end while actions are open, and names each', () => {
    const open = { facts: { openActions: ['Call the school', 'Send the plan'] } };
    expect(allows('noOpenActions', open)).toBe(false);
    expect(allows('noOpenActions', { facts: { openActions: [] } })).toBe(true);
    expect(allows('noOpenActions')).toBe(true);
    expect(words('noOpenActions', open)).toBe(
      'Actions are still open: Call the school; Send the plan',
    );
    expect(missing('noOpenActions', open).map(({ what }) => what)).toEqual(open.facts.openActions);
    expect(missing('noOpenActions')).toEqual([]);
  });

  it('knows where the child goes next', () => {
    const at = (destination: string) => allows('destinationConfirmed', { at: { destination } });
    expect(['unknown', 'provisional', 'confirmed', 'disputed'].map(at)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(missing('destinationConfirmed').map(({ byEvent }) => byEvent)).toEqual([
      'DESTINATION_CONFIRMED',
    ]);
  });
});
