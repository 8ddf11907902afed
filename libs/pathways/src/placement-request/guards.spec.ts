import { pathwayNamed } from '..';
import { guardsOf, type Situation } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('placement_request'));

const decider = { actorMay: ['decision.make'] } as const;
const chair = { actorMay: ['placement.decide'] } as const;
const LOCAL = [
  'current_support',
  'mainstream_top_up',
  'resource_base',
  'special_local',
  'special_neighbour',
  'alternative_provision',
];
const answered = LOCAL.map((option) => ({ option, reply: 'yes' }));
const silent = (option: string) =>
  answered.map((row) => (row.option === option ? { option, reply: 'none' } : row));

describe('the paper', () => {
  it.each(LOCAL)('weighs %s, or says that it is left out', (option) => {
    const options = answered.filter((row) => row.option !== option);
    expect(allows('optionsAppraisal', { form: { options: answered } })).toBe(true);
    expect(allows('optionsAppraisal', { form: { options } })).toBe(false);
    expect(missing('optionsAppraisal', { form: { options } })).toHaveLength(1);
  });

  it('names everything that it leaves out', () => {
    expect(words('optionsAppraisal')).toContain('top-up funding; Inclusion base');
    expect(missing('optionsAppraisal')).toHaveLength(LOCAL.length);
    expect(missing('optionsAppraisal')[3]?.what).toBe('A row for: Special school in the area');
  });
});

describe('an independent school as the last resort', () => {
  const recommended = (form: object, more: Situation = {}) =>
    allows('lastResort', {
      ...more,
      form: { options: silent('special_local'), recommended: 'independent_day', ...form },
      remembers: { right: 'none', ...more.remembers },
    });

  it('comes after a reply or a reason of every local option', () => {
    expect(recommended({ options: answered })).toBe(true);
    expect(recommended({})).toBe(false);
    expect(recommended({ recommended: 'independent_residential' })).toBe(false);
    expect(recommended({ recommended: 'special_local' })).toBe(true);
  });

  it('takes the replies from the file where no table is sent along', () => {
    const onFile = (options: string[]) =>
      allows('lastResort', {
        form: { agreed: 'independent_day' },
        remembers: { silent: options },
      });
    expect([onFile([]), onFile(['special_local'])]).toEqual([true, false]);
    const asked = { remembers: { silent: ['resource_base', 'special_local'] } };
    expect(words('lastResort', asked)).toContain('unit; Special school in the area');
    expect(missing('lastResort', asked).map(({ what }) => what)).toEqual([
      'A reply or a reason for: Inclusion base, resource base or High Dependency unit',
      'A reply or a reason for: Special school in the area',
    ]);
  });

  it('goes on without where the family asks for this very school by right', () => {
    const asks = (right: string, preferred: string) =>
      recommended({}, { remembers: { right, preferred } });
    expect(asks('section_38', 'independent_day')).toBe(true);
    expect(asks('section_38', 'independent_residential')).toBe(false);
    expect(asks('independent', 'independent_day')).toBe(false);
  });

  it('goes on without where the decision maker says why', () => {
    const withoutRepliesReason = 'The order names it';
    expect(recommended({ withoutRepliesReason }, { facts: decider })).toBe(true);
    expect(recommended({ withoutRepliesReason }, { facts: chair })).toBe(false);
    expect(recommended({ withoutRepliesReason })).toBe(false);
    expect(recommended({}, { facts: decider })).toBe(false);
  });
});

describe('the panel', () => {
  it('advises with enough members; where no panel is kept, nobody counts them', () => {
    const quorate = (fact?: boolean) => allows('quorate', { facts: { quorate: fact } });
    expect([quorate(true), quorate(), quorate(false)]).toEqual([true, true, false]);
  });

  it.each([
    ['the day itself', '2027-03-03', true],
    ['the day before', '2027-03-02', false],
    ['no date in law', null, true],
  ])('keeps a date set by law: %s', (_, statutoryDate, safe) => {
    const asked = { form: { newDate: '2027-03-03' }, remembers: { statutoryDate } };
    expect(allows('statutoryDateSafe', asked)).toBe(safe);
    expect(allows('statutoryDateAtRisk', asked)).toBe(!safe);
  });

  it('sits every two weeks, so a deferral without a day means the sitting after this one', () => {
    const remembers = { statutoryDate: '2027-03-02', panelOn: '2027-02-17' };
    expect(words('statutoryDateSafe', { remembers })).toBe(
      'That would be Wed 3 March 2027, after Tue 2 March 2027, the date that the law sets for the plan',
    );
    expect(allows('statutoryDateSafe', { remembers })).toBe(false);
  });

  it('puts a child off twice; a third time needs the decision maker', () => {
    const left = (deferrals: number, facts: Situation['facts'] = {}) =>
      allows('deferralsLeft', { remembers: { deferrals }, facts });
    expect([left(0), left(1), left(2)]).toEqual([true, true, false]);
    expect([left(2, decider), left(2, chair)]).toEqual([true, false]);
  });

  it('is passed over only by the decision maker, with a reason', () => {
    const form = { withoutPanelReason: 'The plan is due on Friday' };
    expect(allows('panelHasAdvised', { form, facts: decider })).toBe(true);
    expect(allows('panelHasAdvised', { form, facts: chair })).toBe(false);
    expect(allows('panelHasAdvised', { form })).toBe(false);
    expect(allows('panelHasAdvised', { facts: decider })).toBe(false);
    expect(missing('panelHasAdvised').map(({ byEvent }) => byEvent)).toEqual([
      'ITEM_OPENED',
      undefined,
    ]);
  });
});

describe('a decision', () => {
  const preferred = { preferred: 'independent_day' };

  it('against the family’s choice gives its ground', () => {
    const given = (form: object, remembers: object = preferred, type = 'AGREED') =>
      allows('groundGiven', { form, remembers, type });
    expect(given({ agreed: 'independent_day' })).toBe(true);
    expect(given({ agreed: 'special_local' })).toBe(false);
    expect(given({ agreed: 'special_local', ground: 'unsuitable' })).toBe(true);
    expect(given({ agreed: 'special_local' }, {})).toBe(true);
    expect(given({}, {}, 'NOT_AGREED')).toBe(false);
  });

  it.each([
    ['money alone', { reasons: 'It costs too much.' }, false],
    ['the child', { reasons: 'It teaches another age group.' }, true],
    ['money, and the child in the comparison', { reasons: 'It costs too much.' }, true],
    ['nothing', {}, true],
  ])('rests on %s', (what, form, yes) => {
    const comparison = what.includes('comparison') ? 'Both meet her needs.' : undefined;
    const asked = { form: { ...form, comparison }, type: 'NOT_AGREED' };
    expect(allows('notCostAlone', asked)).toBe(yes);
  });

  it('on inefficient use of money compares how needs are met', () => {
    const form = { ground: 'inefficient_resources', reasons: 'Her friends are here.' };
    const comparison = 'Both schools meet her needs.';
    const type = 'NOT_AGREED';
    expect(allows('notCostAlone', { form, type })).toBe(false);
    expect(allows('notCostAlone', { form: { ...form, comparison }, type })).toBe(true);
    expect(allows('notCostAlone', { form: { ...form, ground: 'unsuitable' }, type })).toBe(true);
    const agrees = { form: { ...form, agreed: 'independent_day' }, remembers: preferred };
    expect(allows('notCostAlone', { ...agrees, type: 'AGREED' })).toBe(true);
  });

  it('for a full school has its ground in law', () => {
    const ground = (form: object) => allows('overNumberGround', { form });
    expect(ground({ isFull: true })).toBe(false);
    expect(ground({ isFull: true, overNumberGround: 'order' })).toBe(true);
    expect(ground({ isFull: false })).toBe(true);
  });

  it('is not made by whoever prepared the request', () => {
    const proposed = (actorProposed?: boolean) =>
      allows('notTheProposer', { facts: { actorProposed } });
    expect([proposed(true), proposed(false), proposed()]).toEqual([false, true, true]);
  });
});

describe('what was agreed', () => {
  it.each([
    [{ agreed: 'eotas' }, {}, 'forEotas'],
    [{ agreed: 'eotas', isFull: true }, {}, 'forEotas'],
    [{}, { agreed: 'eotas', overNumber: true }, 'forEotas'],
    [{ agreed: 'special_local' }, {}, 'withinNumber'],
    [{ agreed: 'special_local' }, { overNumber: true }, 'withinNumber'],
    [{ agreed: 'special_local', isFull: true }, {}, 'overNumber'],
    [{}, { agreed: 'special_local', overNumber: true }, 'overNumber'],
    [{}, { agreed: 'special_local', overNumber: false }, 'withinNumber'],
  ])('by the form %j and the case %j is one of three: %s', (form, remembers, kind) => {
    const kinds = ['forEotas', 'withinNumber', 'overNumber'];
    expect(kinds.filter((name) => allows(name, { form, remembers }))).toEqual([kind]);
  });

  it.each([
    ['independent_day', true],
    ['independent_residential', true],
    ['special_local', false],
  ])('is an independent place or a local one: %s', (agreed, independent) => {
    expect(allows('independentPlace', { remembers: { agreed } })).toBe(independent);
    expect(allows('localPlace', { remembers: { agreed } })).toBe(!independent);
  });

  it('starts with a signed contract and a cost line', () => {
    const starts = (form: object) => allows('contractAndCostLine', { form });
    expect(starts({ contract: { signed: true }, costLine: { amount: 1 } })).toBe(true);
    expect(starts({ contract: { signed: true } })).toBe(false);
    expect(starts({ contract: { signed: false }, costLine: { amount: 1 } })).toBe(false);
    expect(starts({ costLine: { amount: 1 } })).toBe(false);
  });

  it.each([
    [{ qualityVisitOn: '2027-06-01', returnReviewOn: '2028-05-01' }, true],
    [{ qualityVisitOn: '2027-06-01' }, false],
    [{ returnReviewOn: '2028-05-01' }, false],
    [undefined, false],
  ])('is watched over: %j', (monitoring, yes) => {
    expect(allows('monitoringPlanned', { form: { monitoring } })).toBe(yes);
  });
});
