import { ending, type Told } from '../../testing/replayed';
import { stepped } from '../../testing/stepped';
import { planChange } from '.';

const disputed: Told = ['2026-10-06', null, { about: 'not_changed', decisionSentOn: '2026-10-05' }];
const change: Told = ['2026-10-05', null, { about: 'change', decisionSentOn: undefined }];
const proposed: Told[] = [change, ['2026-10-12', 'CHANGE_PROPOSED', { servedOn: '2026-10-14' }]];
const appealed: Told[] = [disputed, ['2026-11-02', 'APPEAL_LODGED']];

const due = (code: string, ...story: Told[]) => {
  const found = stepped(planChange, ...story)
    .at(-1)!
    .clocks.findLast((it) => it.code === code);
  return found && [found.dueOn, found.status, found.rule];
};

describe('a decision of a review', () => {
  it('can be challenged for two months from the day it was sent, which must be said', () => {
    expect(due('appeal_window', disputed)).toEqual(['2026-12-07', 'open', 'TRIB-APPEAL-WINDOW']);
    expect(due('mediation_contact', disputed)).toEqual(['2026-12-05', 'open', 'MED-CONTACT-2M']);
    expect(due('appeal_window', change)).toBeUndefined();
    expect(ending(planChange, [disputed[0], null, { decisionSentOn: undefined }])).toBe(
      'decisionSentKnown',
    );
    expect(ending(planChange, [disputed[0], null, { decisionSentOn: '2026-10-07' }])).toBe(
      'decisionSentKnown',
    );
  });

  it('has the diary of its appeal, and cannot be closed before it is decided', () => {
    expect(due('appeal_response', ...appealed)).toEqual([
      '2026-12-14',
      'open',
      'TRIB-LA-RESPONSE-30WD',
    ]);
    const directed: Told = [
      '2026-11-09',
      'DIRECTIONS_RECEIVED',
      { days: [{ what: 'hearing', on: '2027-02-08' }] },
    ];
    expect(due('tribunal_day', ...appealed, directed)?.slice(0, 2)).toEqual(['2027-02-08', 'open']);
    const closed: Told = ['2027-02-15', 'MATTER_CLOSED'];
    expect(ending(planChange, ...appealed, closed)).toBe('noDispute');
    const dismissed: Told = ['2027-02-12', 'DISPUTE_CLOSED', { outcome: 'Dismissed' }];
    expect(ending(planChange, ...appealed, dismissed, closed)).toBe('unchanged');
  });

  it.each([
    [{}, '2027-03-16', 'TRIB-ORDER-44'],
    [{ order: 'school_name' }, '2027-02-23', 'TRIB-ORDER-44'],
    [{ by: 'mediation' }, '2027-03-16', 'MED-AGREEMENT-2W'],
    [{ by: 'unopposed', order: 'school_name' }, '2027-02-23', 'TRIB-UNOPPOSED-45'],
  ])('is changed in the weeks of the order %j', (order, last, rule) => {
    const made = { orderMade: '2027-02-09', ...order };
    const ordered: Told = ['2027-02-10', 'PLAN_AMENDMENT_ORDERED', made];
    expect(due('order_amend', ...appealed, ordered)).toEqual([last, 'open', rule]);
    const sent: Told = ['2027-02-20', 'FINAL_AMENDED_ISSUED'];
    expect(ending(planChange, ...appealed, ordered, sent)).toBe('changed');
  });
});

describe('a change without a review', () => {
  it('gives the family 15 days, and is sent within 8 weeks of the notice', () => {
    expect(due('reps', ...proposed)).toEqual(['2026-10-28', 'open', 'AR-REPS-15D']);
    expect(due('final', ...proposed)).toEqual(['2026-12-07', 'open', 'AR-FINAL-8W-12W']);
    const sent: Told = ['2026-10-20', 'FINAL_AMENDED_ISSUED'];
    expect(ending(planChange, ...proposed, sent)).toBe('viewsTimeGiven');
    const finished: Told = ['2026-10-19', 'REPRESENTATIONS_RECEIVED', { finished: true }];
    expect(ending(planChange, ...proposed, finished, sent)).toBe('changed');
  });

  it('can be dropped with reasons in the same 8 weeks, and not later', () => {
    const dropped = (on: string): Told => [on, 'AMENDMENT_WITHDRAWN'];
    expect(ending(planChange, ...proposed, dropped('2026-12-07'))).toBe('unchanged');
    expect(ending(planChange, ...proposed, dropped('2026-12-08'))).toBe('reasonsInTime');
  });
});

it('answers what the Tribunal recommends on health and social care in 5 weeks, each body for itself', () => {
  const made: Told = [
    '2027-02-12',
    'RECOMMENDATION_RECEIVED',
    { which: 'health', madeOn: '2027-02-09' },
  ];
  expect(due('recommendation_due', ...appealed, made)?.slice(0, 2)).toEqual(['2027-03-16', 'open']);
  const answered = (which: string): Told => ['2027-03-01', 'RECOMMENDATION_ANSWERED', { which }];
  expect(due('recommendation_due', ...appealed, made, answered('social_care'))?.[1]).toBe('open');
  expect(due('recommendation_due', ...appealed, made, answered('health'))?.[1]).toBe('met');
});
