import { heldBy } from './held-by';
import { type BoardClock } from './open-assessment';

const TODAY = '2027-01-12';
const clock = (
  code: string,
  subject: string,
  dueOn: string,
  more: Partial<BoardClock> = {},
): BoardClock => ({
  code,
  subject,
  dueOn,
  basis: 'statutory',
  rule: null,
  sends: null,
  status: 'open',
  endedOn: null,
  ...more,
});
const asked = (stage: string, clocks: BoardClock[] = [], more = {}) => ({
  stage,
  clocks,
  chased: {},
  awaiting: [],
  ownerId: 'somebody',
  dispute: 'none',
  ...more,
});

describe('what holds an assessment', () => {
  it('is the late advice, and how often it was asked for', () => {
    const late = clock('advice_due', 'ep', '2026-12-01');
    const later = clock('advice_due', 'slt', '2027-02-01');
    expect(heldBy(asked('advice', [late, later]), TODAY)).toEqual({
      words: 'Psychology advice',
      waitsFor: ['ep', 'slt'],
    });
    expect(heldBy(asked('advice', [late], { chased: { ep: 1 } }), TODAY).words).toBe(
      'Psychology advice, asked for twice',
    );
    expect(heldBy(asked('advice', [late], { chased: { ep: 3 } }), TODAY).words).toBe(
      'Psychology advice, asked for 4 times',
    );
  });

  it('is all advice that is awaited while none is late', () => {
    const awaited = ['ep', 'ot', 'slt'].map((adviser) =>
      clock('advice_due', adviser, '2027-02-01'),
    );
    expect(heldBy(asked('advice', awaited.slice(0, 2)), TODAY).words).toBe(
      'Psychology advice and occupational therapy advice',
    );
    expect(heldBy(asked('advice', awaited), TODAY).words).toBe(
      'Psychology advice, occupational therapy advice and 1 more',
    );
  });

  it('is the family’s views, or our own step, once every service has answered', () => {
    expect(heldBy(asked('advice', [], { awaiting: ['parent'] }), TODAY)).toEqual({
      waitsFor: ['family'],
      words: 'The family’s views',
    });
    expect(heldBy(asked('advice'), TODAY).waitsFor).toEqual(['officer']);
  });

  it('is the family until its 15 days have passed', () => {
    expect(heldBy(asked('draft_issued', [clock('reps_end', '', '2027-01-20')]), TODAY)).toEqual({
      waitsFor: ['family'],
      words: 'The family has until 20 January to answer',
    });
  });

  it('is a consulted school, which need not be waited for once its time is over', () => {
    const open = clock('consult_due', '199020', '2027-01-20');
    expect(heldBy(asked('finalising', [open]), TODAY).words).toBe(
      'A consulted school has not answered yet',
    );
    const over = clock('consult_due', '199020', '2027-01-05');
    expect(heldBy(asked('finalising', [over]), TODAY).words).toContain('you can go on without it');
    const answered = clock('consult_due', '199020', '2027-01-20', {
      status: 'met',
      endedOn: '2027-01-08',
    });
    expect(heldBy(asked('finalising', [answered]), TODAY)).toEqual({
      waitsFor: ['officer'],
      words: 'Consultation answered 8 January, ready to send',
    });
  });

  it('is a dispute before anything else', () => {
    expect(heldBy(asked('finalising', [], { dispute: 'appeal' }), TODAY)).toEqual({
      waitsFor: ['tribunal'],
      words: 'An appeal is open',
    });
  });

  it('says that nobody writes a draft, and names no person', () => {
    expect(heldBy(asked('drafting', [], { ownerId: null }), TODAY).words).toBe(
      'Nobody writes the draft: no officer',
    );
    expect(heldBy(asked('drafting'), TODAY).words).toBe('The draft plan is being written');
  });
});
