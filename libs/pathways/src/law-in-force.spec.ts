import { readPack } from '@app/statutory-calendar';
import { wendmoor } from '../../statutory-calendar/testing/wendmoor';
import { clocksInForce } from './clock-settings';
import { keepClocks } from './clocks';
import { ehcNeedsAssessment } from './ehc-needs-assessment';
import { startsUnder } from './law-in-force';
import { y6Transition } from './y6-transition';

const pack = (appliesBy: string, more: object = {}) =>
  readPack({
    name: 'ACT-2026',
    title: 'An invented Act',
    source: 'invented',
    effectiveFrom: '2026-10-01',
    appliesBy,
    changes: [{ rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 5 }],
    ...more,
  });

const { clocks, machine } = ehcNeedsAssessment;
const lawBy = (appliesBy: string, more?: object) => ({
  packs: ['ACT-2026'],
  changes: pack(appliesBy, more).changes,
});

/** The last day to decide on a request of this day. */
function decideBy(occurredOn: string, law?: object) {
  const event = { type: 'REQUEST_RECEIVED', occurredOn, payload: {}, facts: {} };
  const step = { event, before: {}, after: {}, context: { law }, closed: false };
  return keepClocks(clocks, [], step, wendmoor).opened.find(({ code }) => code === 'w6')?.dueOn;
}

describe('a clock under changed law', () => {
  it('counts as before without any', () => {
    expect(machine).toBeDefined();
    expect(decideBy('2026-10-01')).toBe('2026-11-12');
    expect(clocksInForce(clocks, {})).toBe(clocks);
  });

  it('counts by it when it starts while the change stands', () => {
    expect(decideBy('2026-09-30', lawBy('trigger'))).toBe('2026-11-11');
    expect(decideBy('2026-10-01', lawBy('trigger'))).toBe('2026-11-05');
  });

  it('counts by it when it would fall due while the change stands', () => {
    const law = lawBy('due', { effectiveTo: '2026-10-31' });
    expect(decideBy('2026-08-19', law)).toBe('2026-09-30');
    expect(decideBy('2026-08-20', law)).toBe('2026-09-24');
    expect(decideBy('2026-09-20', law)).toBe('2026-11-01');
  });

  it('counts by it when the act is still to come', () => {
    expect(decideBy('2026-08-19', lawBy('event'))).toBe('2026-09-30');
    expect(decideBy('2026-08-20', lawBy('event'))).toBe('2026-09-24');
  });

  it('leaves every other clock as it is', () => {
    const under = clocksInForce(clocks, { law: lawBy('trigger') });
    const touched = under.filter((rule, at) => rule !== clocks[at]).map(({ code }) => code);
    expect(touched).toEqual(['w6']);
    const others = clocksInForce(y6Transition.clocks, { law: lawBy('trigger') });
    expect(others.every((rule, at) => rule === y6Transition.clocks[at])).toBe(true);
  });

  it('follows the rule that its own is worked out from', () => {
    const appeal = readPack({
      name: 'ACT-2026',
      title: 'An invented Act',
      source: 'invented',
      effectiveFrom: '2026-10-01',
      appliesBy: 'trigger',
      changes: [{ rule: 'TRIB-APPEAL-WINDOW', operator: 'withinMonths', number: 3 }],
    }).changes[0]!;
    const window = clocks.find(({ code }) => code === 'appeal_window')!;
    expect(startsUnder(window, appeal)).toHaveLength(1);
    expect(startsUnder({ ...window, rule: 'CEASE-HOLD' }, appeal)).toHaveLength(1);
    expect(startsUnder({ ...window, rule: 'AR-12M' }, appeal)).toEqual([]);
  });
});
