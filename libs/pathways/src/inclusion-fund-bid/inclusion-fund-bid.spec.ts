import { englandBankHolidays, makeCalendar } from '@app/statutory-calendar';
import {
  advance,
  begin,
  type Facts,
  keepClocks,
  NotAllowedNow,
  possibilities,
  type Step,
} from '..';
import { inclusionFundBid as bid } from '.';

const FREE: Facts = {
  actorMay: ['bid.check', 'bid.decide', 'payment.make'],
  actorProposed: false,
};
const ON = '2027-01-12';
type Say = readonly [type: string, payload?: object, facts?: Facts];

const event = ([type, payload, facts]: Say) => ({
  type,
  occurredOn: ON,
  payload: { ...bid.events[type]?.example, ...payload },
  facts: facts ?? FREE,
});
const stepsOf = (...events: Say[]): Step[] =>
  events.reduce<Step[]>(
    (steps, say) => [...steps, advance(bid, steps.at(-1)!.state, event(say))],
    [begin(bid, event([bid.opensWith]))],
  );
const after = (...events: Say[]) => stepsOf(...events).at(-1)!.state;
function refusal(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
    throw error;
  }
  throw new Error('It was allowed');
}
const refused = (before: Say[], ...say: Say) =>
  refusal(() => advance(bid, after(...before), event(say)));
const paid: Say[] = [['BID_CHECKED'], ['BID_AGREED'], ['PAYMENT_MADE']];
const staff = [{ item: 'Teaching assistant', kind: 'staffing', barrier: 'Help', cost: 900_000 }];

describe('what the fund pays for', () => {
  it('is never general staffing: the refusal says so, and what pays instead', () => {
    const [reason] = refusal(() => begin(bid, event([bid.opensWith, { lines: staff }])));
    expect(reason?.text).toContain('does not pay for general staffing');
    expect(reason?.otherWays?.[0]).toContain('SEN budget');
    expect(reason?.missing).not.toEqual([]);
  });

  it('cannot be changed into staffing by what the school sends later', () => {
    const waiting: Say[] = [['MORE_INFORMATION_ASKED']];
    expect(refused(waiting, 'INFORMATION_RECEIVED', { lines: staff })[0]?.guard).toBe(
      'notStaffing',
    );
    expect(after(...waiting, ['INFORMATION_RECEIVED']).context).toMatchObject({ asked: 120_000 });
  });

  it('is not agreed where the check found otherwise; not agreeing it stays possible', () => {
    const found: Say[] = [['BID_CHECKED', { isForThisChild: false }]];
    expect(refused(found, 'BID_AGREED')[0]?.text).toContain('not for this child alone');
    expect(after(...found, ['BID_NOT_AGREED']).value).toMatchObject({ work: 'not_agreed' });
  });
});

describe('four eyes', () => {
  const again: Facts = { ...FREE, actorProposed: true };

  it.each(['BID_AGREED', 'BID_NOT_AGREED'])('whoever bid or checked does not send %s', (type) => {
    const [reason] = refused([['BID_CHECKED']], type, {}, again);
    expect(reason).toMatchObject({ guard: 'notTheProposer' });
    const [button] = possibilities(bid, after(['BID_CHECKED']), { occurredOn: ON, facts: again }, [
      type,
    ]);
    expect(button?.reasons.map(({ guard }) => guard)).toEqual(['notTheProposer']);
  });

  it('whoever decided does not pay', () => {
    expect(bid.proposals).toContain('BID_AGREED');
    expect(refused([['BID_CHECKED'], ['BID_AGREED']], 'PAYMENT_MADE', {}, again)[0]?.guard).toBe(
      'notTheProposer',
    );
  });

  it('each step is for its own people', () => {
    const nobody: Facts = { actorMay: [] };
    expect(refused([], 'BID_CHECKED', {}, nobody)[0]?.guard).toBe('mayCheckBid');
    expect(refused([['BID_CHECKED']], 'BID_AGREED', {}, nobody)[0]?.guard).toBe('mayDecideBid');
    expect(refused(paid.slice(0, 2), 'PAYMENT_MADE', {}, nobody)[0]?.guard).toBe('mayPay');
  });
});

describe('the money, in pence', () => {
  it('agreed is no more than was asked for', () => {
    expect(after().context).toMatchObject({ asked: 120_000 });
    expect(refused([['BID_CHECKED']], 'BID_AGREED', { amount: 120_001 })[0]?.text).toBe(
      'The bid asks for £1,200. No more than that can be agreed',
    );
  });

  it('can be paid in parts, and never more than was agreed', () => {
    const part = after(...paid.slice(0, 2), ['PAYMENT_MADE', { amount: 50_000 }]);
    expect(part.value).toMatchObject({ work: 'paying' });
    const more: Say[] = [...paid.slice(0, 2), ['PAYMENT_MADE', { amount: 50_000 }]];
    expect(refused(more, 'PAYMENT_MADE', { amount: 70_001 })[0]?.text).toBe(
      'Only £700 of what was agreed is still to be paid',
    );
    expect(after(...more, ['PAYMENT_MADE', { amount: 70_000 }]).value).toMatchObject({
      work: 'evidence_due',
    });
  });

  it('is accounted for to the penny before the bid is completed', () => {
    const spent: Say[] = [...paid, ['EVIDENCE_RECEIVED', { spent: 110_050 }]];
    expect(refused(spent, 'EVIDENCE_ACCEPTED')[0]?.text).toBe(
      '£99.50 was paid and is neither spent nor given back',
    );
    expect(refused(spent, 'EVIDENCE_ACCEPTED', { returned: 9_951 })[0]?.guard).toBe(
      'moneyAccounted',
    );
    expect(after(...spent, ['EVIDENCE_ACCEPTED', { returned: 9_950 }]).value).toMatchObject({
      work: 'completed',
    });
    expect(refused(paid, 'EVIDENCE_RECEIVED', { spent: 120_001 })[0]?.guard).toBe(
      'spentWithinPaid',
    );
  });
});

describe('its clocks', () => {
  const calendar = makeCalendar({
    bankHolidays: englandBankHolidays.days,
    terms: {
      name: 'Wendmoor',
      terms: [
        ['2027-01-05', '2027-02-12'],
        ['2027-02-22', '2027-03-25'],
        ['2027-04-12', '2027-05-28'],
        ['2027-06-07', '2027-07-22'],
      ],
      inset: [],
    },
  });
  const opened = (...events: Say[]) => {
    const steps = stepsOf(...events);
    const [before, last] = [steps.at(-2), steps.at(-1)!];
    const { opened: clocks } = keepClocks(
      bid.clocks,
      [],
      {
        event: event(events.at(-1) ?? [bid.opensWith]),
        before: before?.state.value ?? {},
        after: last.state.value,
        context: last.state.context,
        closed: last.closed,
      },
      calendar,
    );
    return Object.fromEntries(clocks.map(({ code, dueOn }) => [code, dueOn]));
  };

  it('let the bid lapse when the school does not answer', () => {
    const rule = bid.clocks.find(({ code }) => code === 'info_longstop');
    expect(rule?.sends).toBe('BID_LAPSED');
    expect(after(['MORE_INFORMATION_ASKED'], ['BID_LAPSED']).value).toMatchObject({
      work: 'lapsed',
    });
  });

  it('count the evidence from the payment, or to the day that the decision set', () => {
    expect(opened(...paid)).toMatchObject({ evidence_due: '2027-04-27' });
    const byJune: Say = ['BID_AGREED', { evidenceBy: '2027-06-11' }];
    expect(opened(['BID_CHECKED'], byJune, ['PAYMENT_MADE'])).toMatchObject({
      evidence_due: '2027-06-11',
    });
    expect(opened(...paid, ['EVIDENCE_RECEIVED'], ['EVIDENCE_QUERIED'])).toMatchObject({
      evidence_due: '2027-01-26',
    });
  });
});
