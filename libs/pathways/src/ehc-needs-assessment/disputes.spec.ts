import { ending, type Told } from '../../testing/replayed';
import { stepped } from '../../testing/stepped';
import { ehcNeedsAssessment as ehc } from '.';

const received: Told = ['2026-10-05', null];
const listed: Told = ['2026-10-28', 'PANEL_LISTED'];
const notAssessed: Told[] = [received, listed, ['2026-11-04', 'REFUSED_TO_ASSESS']];
const assessed: Told[] = [received, listed, ['2026-11-04', 'AGREED_TO_ASSESS']];
const advised: Told[] = [...assessed, ['2026-12-15', 'ADVICE_COMPLETE']];
const noPlan: Told[] = [...advised, ['2027-01-06', 'REFUSED_TO_ISSUE']];
const final: Told[] = [
  ...advised,
  ['2027-01-06', 'AGREED_TO_ISSUE'],
  ['2027-01-13', 'DRAFT_ISSUED'],
  ['2027-01-20', 'REPRESENTATIONS_RECEIVED'],
  ['2027-02-08', 'FINAL_ISSUED', { named: 'type' }],
];
const mediating: Told[] = [...notAssessed, ['2026-11-16', 'MEDIATION_REQUESTED']];
const appealing: Told[] = [
  ...notAssessed,
  ['2026-12-01', 'APPEAL_LODGED', { receivedOn: '2026-11-30' }],
];

const clocksOf = (...story: Told[]) => stepped(ehc, ...story).at(-1)!.clocks;
const clock = (code: string, ...story: Told[]) =>
  clocksOf(...story).findLast((it) => it.code === code);
const due = (code: string, ...story: Told[]) => {
  const { dueOn, status, rule } = clock(code, ...story) ?? {};
  return [dueOn, status, rule];
};

describe('the time to challenge', () => {
  it('is two months for an appeal, and two for mediation that nothing rolls', () => {
    expect(due('appeal_window', ...notAssessed)).toEqual([
      '2027-01-04',
      'open',
      'TRIB-APPEAL-WINDOW',
    ]);
    expect(due('mediation_contact', ...notAssessed)).toEqual([
      '2027-01-04',
      'open',
      'MED-CONTACT-2M',
    ]);
    const onSaturday: Told[] = [received, listed, ['2026-11-13', 'REFUSED_TO_ASSESS']];
    expect(clock('mediation_contact', ...onSaturday)?.dueOn).toBe('2027-01-13');
  });

  it.each([
    ['2026-11-20', '2027-01-04'],
    ['2026-12-10', '2027-01-11'],
  ])('is longer with a certificate only where its month ends later: %s', (issuedOn, last) => {
    const certificate: Told = ['2026-12-14', 'MEDIATION_CERTIFICATE_ISSUED', { issuedOn }];
    expect(clock('appeal_window', ...notAssessed, certificate)?.dueOn).toBe(last);
  });

  it('takes no certificate that is dated ahead', () => {
    const ahead: Told = ['2026-12-01', 'MEDIATION_CERTIFICATE_ISSUED', { issuedOn: '2026-12-02' }];
    expect(ending(ehc, ...notAssessed, ahead)).toBe('certificateNotAhead');
  });
});

describe('mediation', () => {
  it('is held within 30 days, with notice of 5 working days, and a certificate in 3', () => {
    expect(due('mediation_due', ...mediating)).toEqual(['2026-12-16', 'open', 'MED-ARRANGE-30D']);
    const arranged: Told = ['2026-11-23', 'MEDIATION_ARRANGED', { mediationOn: '2026-12-10' }];
    expect(clock('mediation_notice', ...mediating, arranged)?.dueOn).toBe('2026-12-03');
    const held: Told = ['2026-12-10', 'MEDIATION_HELD'];
    expect(due('certificate_due', ...mediating, held)).toEqual([
      '2026-12-15',
      'open',
      'MED-CERT-3WD',
    ]);
    expect(clock('mediation_due', ...mediating, held)?.status).toBe('met');
  });

  it('asks for word to the health body only where health care is in issue', () => {
    const about = (healthInIssue: boolean): Told[] => [
      ...notAssessed,
      ['2026-11-16', 'MEDIATION_REQUESTED', { healthInIssue }],
    ];
    expect(clock('mediation_health', ...about(true))?.dueOn).toBe('2026-11-19');
    expect(clock('mediation_health', ...about(false))).toBeUndefined();
    const told = (which: string): Told => ['2026-11-17', 'HEALTH_BODY_TOLD', { which }];
    expect(clock('mediation_health', ...about(true), told('to_health'))?.status).toBe('met');
    expect(clock('mediation_health', ...about(true), told('from_health'))?.status).toBe('open');
  });

  it.each([
    [{ result: 'agreed' }, '2026-12-24'],
    [{ result: 'part_agreed', doneBy: '2027-01-29' }, '2027-01-29'],
    [{ result: 'agreed', canBeAppealed: true }, undefined],
    [{ result: 'not_agreed' }, undefined],
  ])('leaves two weeks, or the day agreed, for what nobody could appeal: %j', (payload, last) => {
    const held: Told = ['2026-12-10', 'MEDIATION_HELD', payload];
    expect(clock('mediation_agreement', ...mediating, held)?.dueOn).toBe(last);
  });

  it('is over once the council agrees to assess, on the dates of an order', () => {
    const conceded: Told = [
      '2026-12-11',
      'ASSESSMENT_CONCEDED',
      { how: 'mediation', concededOn: '2026-12-10' },
    ];
    expect(stepped(ehc, ...mediating, conceded).at(-1)!.state.value).toMatchObject({
      work: 'advice',
      dispute: 'none',
    });
    expect(due('order_final', ...mediating, conceded)).toEqual([
      '2027-03-18',
      'open',
      'MED-AGREEMENT-2W',
    ]);
  });
});

describe('an appeal', () => {
  it('is answered in 30 working days, without Christmas, unless the Tribunal sets a day', () => {
    expect(due('appeal_response', ...appealing)).toEqual([
      '2027-01-19',
      'open',
      'TRIB-LA-RESPONSE-30WD',
    ]);
    const days = [
      { what: 'response', on: '2027-01-06' },
      { what: 'bundle', on: '2027-02-08' },
      { what: 'hearing', on: '2027-02-22' },
    ];
    const directed: Told[] = [...appealing, ['2026-12-07', 'DIRECTIONS_RECEIVED', { days }]];
    expect(clock('appeal_response', ...directed)?.status).toBe('void');
    const diary = clocksOf(...directed).filter(({ code }) => code === 'tribunal_day');
    expect(diary.map(({ subject, dueOn }) => [subject, dueOn])).toEqual([
      ['response', '2027-01-06'],
      ['bundle', '2027-02-08'],
      ['hearing', '2027-02-22'],
    ]);
    const answered: Told = ['2027-01-05', 'TRIBUNAL_STEP_TAKEN', { what: 'response' }];
    const ends = clocksOf(...directed, answered).filter(({ code }) => code === 'tribunal_day');
    expect(ends.map(({ status }) => status)).toEqual(['met', 'open', 'open']);
    expect(clock('appeal_response', ...appealing, answered)?.status).toBe('met');
  });

  it('keeps the case open until it has ended', () => {
    const passed: Told = ['2027-03-01', 'CHALLENGE_PERIOD_ENDED'];
    expect(ending(ehc, ...appealing, passed)).toBe('noDispute');
    const over: Told = ['2027-02-26', 'DISPUTE_CLOSED'];
    expect(ending(ehc, ...appealing, over, passed)).toBe('closed');
    expect(clock('dispute_over', ...appealing, over)?.dueOn).toBe('2027-03-05');
    const early: Told = ['2026-12-11', 'DISPUTE_CLOSED'];
    expect(clock('dispute_over', ...appealing, early)).toBeUndefined();
  });
});

describe('an order', () => {
  const open = (...story: Told[]) =>
    Object.fromEntries(
      clocksOf(...story)
        .filter(({ code, status }) => code.startsWith('order_') && status === 'open')
        .map(({ code, dueOn }) => [code, dueOn]),
    );
  const order = (type: string, payload: object = {}): Told => [
    '2027-02-10',
    type,
    { orderMade: '2027-02-08', ...payload },
  ];

  it('to assess gives 2, 10 and 14 weeks, and asks for advice anew', () => {
    const ordered = [...appealing, order('ASSESSMENT_ORDERED')];
    expect(open(...ordered)).toEqual({
      order_start: '2027-02-22',
      order_no_plan: '2027-04-19',
      order_final: '2027-05-17',
    });
    expect(clock('order_start', ...ordered, ['2027-02-15', 'ASSESSMENT_NOTIFIED'])?.status).toBe(
      'met',
    );
    expect(stepped(ehc, ...ordered).at(-1)!.state.value['dispute']).toBe('none');
  });

  it('to make a plan gives 5 and 11 weeks', () => {
    expect(open(...noPlan, order('PLAN_ORDERED'))).toEqual({
      order_draft: '2027-03-15',
      order_final: '2027-04-26',
    });
  });

  it('to decide again gives 2 weeks, and goes back to the decision', () => {
    const again = [...noPlan, order('PLAN_ORDERED', { order: 'reconsider' })];
    expect(open(...again)).toEqual({ order_reconsider: '2027-02-22' });
    expect(ending(ehc, ...again)).toBe('decision_plan');
    expect(clock('order_reconsider', ...again, ['2027-02-18', 'REFUSED_TO_ISSUE'])?.status).toBe(
      'met',
    );
  });

  it.each([
    ['content', '2027-03-15'],
    ['school_name', '2027-02-22'],
  ])('to change the plan (%s) is sent without a new draft', (what, last) => {
    const changed = [...final, order('PLAN_AMENDMENT_ORDERED', { order: what })];
    expect(open(...changed)).toEqual({ order_amend: last });
    const sent = stepped(ehc, ...changed, ['2027-02-18', 'FINAL_ISSUED']).at(-1)!;
    expect(sent.state.value['work']).toBe('final_issued');
    expect(sent.state.context['finalOn']).toBe('2027-02-08');
    expect(sent.instructions.filter(({ type }) => type === 'case.open')).toEqual([]);
  });

  it('lets no plan go out without a draft where nothing was ordered', () => {
    const drafting: Told[] = [...advised, ['2027-01-06', 'AGREED_TO_ISSUE']];
    expect(ending(ehc, ...drafting, ['2027-01-07', 'FINAL_ISSUED'])).toBe('changeOrdered');
  });
});
