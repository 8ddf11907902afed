import { advance, begin, type Facts, NotAllowedNow, possibilities } from '..';
import { restsOnMoney } from '../cost-alone';
import { type OptionRow } from './options';
import { placementRequest as pp } from '.';

const CHAIR: Facts = { actorMay: ['placement.decide'], actorProposed: false, quorate: true };
const MANAGER: Facts = { ...CHAIR, actorMay: ['placement.decide', 'decision.make'] };
const OPENED = '2027-02-08';
type Say = readonly [type: string, payload?: object, facts?: Facts];

const event = ([type, payload, facts]: Say, on = '2027-02-17') => ({
  type,
  occurredOn: on,
  payload: { ...pp.events[type]?.example, ...payload },
  facts: facts ?? CHAIR,
});
const opened = (payload: object = {}) => begin(pp, event([pp.opensWith, payload], OPENED)).state;
const after = (start: ReturnType<typeof opened>, ...events: Say[]) =>
  events.reduce((state, say) => advance(pp, state, event(say)).state, start);
const discussed = (payload: object = {}) => after(opened(payload), ['SUBMITTED'], ['ITEM_OPENED']);
function refused(state: ReturnType<typeof opened>, ...say: Say) {
  try {
    advance(pp, state, event(say));
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
    throw error;
  }
  throw new Error('It was allowed');
}
const guardsOf = (...args: Parameters<typeof refused>) =>
  refused(...args).map(({ guard }) => guard);
const preferring = (right: string, option: string) => ({ preference: { right, option } });
const table = pp.events['SUBMITTED']!.example['options'] as readonly OptionRow[];
const without = (option: string) => table.filter((row) => row.option !== option);
const silent = (option: string) =>
  table.map((row) => (row.option === option ? { ...row, reply: 'none', reason: undefined } : row));

describe('the options table', () => {
  it('weighs every local option, with a reply or a reason in the example (PP-1)', () => {
    expect(guardsOf(opened(), 'SUBMITTED', { options: without('resource_base') })).toEqual([
      'optionsAppraisal',
    ]);
    expect(
      refused(opened(), 'SUBMITTED', { options: without('resource_base') })[0]?.text,
    ).toContain('Inclusion base, resource base');
    expect(table.filter(({ reply, reason }) => reply !== 'yes' && !reason)).toEqual([]);
  });

  it('lets an independent school be recommended only when every local option has answered', () => {
    const asking = { options: silent('special_local'), recommended: 'independent_day' };
    expect(guardsOf(opened(), 'SUBMITTED', asking)).toEqual(['lastResort']);
    expect(
      after(opened(), ['SUBMITTED', { ...asking, recommended: 'special_local' }]).value,
    ).toMatchObject({ work: 'listed' });
    expect(after(opened(), ['SUBMITTED', { recommended: 'independent_day' }]).value).toMatchObject({
      work: 'listed',
    });
  });

  it('does not hold up a family that asks for it by right; a wholly independent school is no such right', () => {
    const asking = { options: silent('special_local'), recommended: 'independent_day' };
    const byRight = opened(preferring('section_38', 'independent_day'));
    expect(after(byRight, ['SUBMITTED', asking]).value).toMatchObject({ work: 'listed' });
    const byWish = opened(preferring('independent', 'independent_day'));
    expect(guardsOf(byWish, 'SUBMITTED', asking)).toEqual(['lastResort']);
    expect(
      guardsOf(opened(preferring('section_38', 'special_local')), 'SUBMITTED', asking),
    ).toEqual(['lastResort']);
  });

  it('can be passed by the decision maker who says why, and by nobody else', () => {
    const state = after(
      opened(),
      ['SUBMITTED', { options: silent('special_local') }],
      ['ITEM_OPENED'],
    );
    const inmss = { agreed: 'independent_day', withoutRepliesReason: 'The order names it' };
    expect(guardsOf(state, 'AGREED', inmss)).toEqual(['lastResort']);
    expect(after(state, ['AGREED', inmss, MANAGER]).value).toMatchObject({ work: 'commissioning' });
  });
});

describe('who decides', () => {
  it('is never the one who proposed', () => {
    const [reason] = refused(discussed(), 'AGREED', {}, { ...MANAGER, actorProposed: true });
    expect(reason).toMatchObject({ guard: 'notTheProposer' });
    expect(reason?.missing[0]?.who).toContain('panel chair');
    const button = possibilities(
      pp,
      discussed(),
      { occurredOn: '2027-02-17', facts: { ...MANAGER, actorProposed: true } },
      ['AGREED'],
    );
    expect(button[0]?.reasons.map(({ guard }) => guard)).toEqual(['notTheProposer']);
  });

  it('is a chair or a manager', () => {
    expect(guardsOf(discussed(), 'NOT_AGREED', {}, { actorMay: [] })).toEqual([
      'mayDecidePlacement',
    ]);
  });

  it.each(['prepared', 'listed'])(
    'may be the decision maker alone, from %s, with a reason',
    (from) => {
      const state = from === 'prepared' ? opened() : after(opened(), ['SUBMITTED']);
      const alone = { withoutPanelReason: 'The plan is due on Friday' };
      expect(guardsOf(state, 'AGREED', {}, MANAGER)).toEqual(['panelHasAdvised']);
      expect(guardsOf(state, 'AGREED', alone, CHAIR)).toEqual(['panelHasAdvised']);
      expect(after(state, ['AGREED', alone, MANAGER]).value).toMatchObject({
        work: 'commissioning',
      });
    },
  );

  it('waits for a quorum where a panel is kept here', () => {
    const listed = after(opened(), ['SUBMITTED']);
    expect(guardsOf(listed, 'ITEM_OPENED', {}, { quorate: false })).toEqual(['quorate']);
    expect(after(listed, ['ITEM_OPENED', {}, {}]).value).toMatchObject({ work: 'discussed' });
  });
});

describe('the reasons of a decision', () => {
  const inefficient = { ground: 'inefficient_resources', comparison: undefined };

  it.each([
    ['section_38', 'sections 38(3) and 39(4)'],
    ['independent', 'section 9 of the Education Act 1996'],
    ['none', 'section 40'],
  ])('cannot be cost alone where the right is %s: the refusal says the test', (right, test) => {
    const state = discussed(preferring(right, 'independent_day'));
    const [reason] = refused(state, 'NOT_AGREED', inefficient);
    expect(reason).toMatchObject({ guard: 'notCostAlone' });
    expect(reason?.text).toContain('Cost alone is not a reason in law');
    expect(reason?.text).toContain(test);
  });

  it('need a ground, and no cost alone, also when something else is agreed than the family asks for', () => {
    const state = discussed(preferring('section_38', 'independent_day'));
    expect(guardsOf(state, 'AGREED', { ground: undefined })).toEqual(['groundGiven']);
    expect(guardsOf(state, 'AGREED_WITH_CONDITIONS', inefficient)).toEqual(['notCostAlone']);
    const ask = { agreed: 'independent_day', ground: undefined, reasons: 'It costs more.' };
    expect(after(state, ['AGREED', ask]).value).toMatchObject({ work: 'commissioning' });
  });

  it('cannot hide cost alone behind another ground', () => {
    const asked = { ground: 'unsuitable', reasons: 'It is too expensive. The budget is spent.' };
    expect(guardsOf(discussed(), 'NOT_AGREED', asked)).toEqual(['notCostAlone']);
  });

  it.each([
    ['It costs too much.', true],
    ['We cannot afford £63,995 a year', true],
    ['Too expensive! No funding is left.', true],
    ['It teaches another age group.', false],
    ['Both meet the needs; one does so at half the cost.', false],
    ['', false],
  ])('“%s” rests on money alone: %s', (words, expected) => {
    expect(restsOnMoney(words)).toBe(expected);
  });

  it('come with something else on offer', () => {
    expect(guardsOf(discussed(), 'NOT_AGREED', { alternativeDetail: '' })).toEqual([
      'alternativeOffered',
    ]);
  });
});

describe('a full school', () => {
  it('takes a place over its number on a ground in law, and the place is flagged', () => {
    expect(guardsOf(discussed(), 'AGREED', { isFull: true })).toEqual(['overNumberGround']);
    const { state, instructions } = advance(
      pp,
      discussed(),
      event(['AGREED', { isFull: true, overNumberGround: 'must_name' }]),
    );
    expect(state.context).toMatchObject({ overNumber: true });
    expect(instructions).toContainEqual(
      expect.objectContaining({
        type: 'task.open',
        task: 'Tell the school of the place over its number, and count it',
      }),
    );
  });

  it('is remembered while conditions are open', () => {
    const full = { isFull: true, overNumberGround: 'order' };
    const state = after(discussed(), ['AGREED_WITH_CONDITIONS', full]);
    const { instructions } = advance(pp, state, event(['CONDITIONS_MET']));
    expect(instructions.map((it) => ('task' in it ? it.task : it.type)).join()).toContain(
      'over its number',
    );
  });
});

describe('dates', () => {
  const byLaw = { statutoryDate: '2027-02-26' };

  it('set by law are never pushed past by a deferral', () => {
    const [reason] = refused(discussed(byLaw), 'DEFERRED');
    expect(reason).toMatchObject({ guard: 'statutoryDateSafe' });
    expect(reason?.otherWays?.[0]).toContain('without the panel');
    expect(after(discussed(byLaw), ['DEFERRED', { newDate: '2027-02-24' }]).context).toMatchObject({
      panelOn: '2027-02-24',
    });
  });

  it('at risk when a panel is cancelled go to the decision maker', () => {
    const tasks = (payload: object) =>
      advance(pp, after(opened(payload), ['SUBMITTED']), event(['MEETING_CANCELLED'])).instructions;
    expect(tasks(byLaw)).toMatchObject([{ task: 'Decide on the placement without the panel' }]);
    expect(tasks({})).toEqual([]);
  });

  it('allow two deferrals; a manager may put it off a third time', () => {
    const again = [['DEFERRED'], ['ITEM_OPENED']] as const;
    const twice = after(discussed(), ...again, ...again);
    expect(guardsOf(twice, 'DEFERRED')).toEqual(['deferralsLeft']);
    expect(after(twice, ['DEFERRED', {}, MANAGER]).value).toMatchObject({ work: 'listed' });
  });
});

describe('what was agreed', () => {
  it('opens an EOTAS package where that was agreed', () => {
    const { instructions } = advance(
      pp,
      discussed(),
      event(['AGREED', { agreed: 'eotas', isFull: undefined }]),
    );
    expect(instructions).toContainEqual(
      expect.objectContaining({ type: 'case.open', pathway: 'eotas_package' }),
    );
  });

  it('starts with a signed contract, and an independent school with its monitoring planned', () => {
    const local = after(discussed(), ['AGREED']);
    expect(guardsOf(local, 'PLACEMENT_STARTED', { contract: { signed: false } })).toEqual([
      'contractAndCostLine',
    ]);
    const independent = after(discussed(), ['AGREED', { agreed: 'independent_day' }]);
    expect(guardsOf(independent, 'PLACEMENT_STARTED')).toEqual(['monitoringPlanned']);
    const monitoring = { qualityVisitOn: '2027-06-01', returnReviewOn: '2028-05-01' };
    expect(after(independent, ['PLACEMENT_STARTED', { monitoring }]).value).toMatchObject({
      work: 'placed',
    });
  });
});
