import { ending, type Told } from '../../testing/replayed';
import { stepped } from '../../testing/stepped';
import { exclusion } from '.';

const DAY = '2026-11-11';
const permanent: Told = [DAY, null, { firstDay: DAY }];
const suspended = (schoolDays: number, daysInTerm: number, more: object = {}): Told => [
  DAY,
  null,
  { kind: 'suspension', firstDay: DAY, schoolDays, daysInTerm, ...more },
];
const clocksOf = (...story: Told[]) => stepped(exclusion, ...story).at(-1)!.clocks;
const due = (code: string, ...story: Told[]) =>
  clocksOf(...story).findLast((clock) => clock.code === code)?.dueOn;
const upheld: Told[] = [
  permanent,
  ['2026-11-27', 'GOVERNORS_UPHELD', { noticeGivenOn: '2026-12-01' }],
];
const asked: Told[] = [...upheld, ['2026-12-14', 'REVIEW_APPLIED_FOR']];
const quashed: Told[] = [...asked, ['2027-01-13', 'PANEL_QUASHED']];

describe('a permanent exclusion', () => {
  it('counts in school days of the school: sixth day, governors, review, panel, governors again', () => {
    expect(due('sixth_school_day', permanent)).toBe('2026-11-18');
    expect(due('governing_board_by', permanent)).toBe('2026-12-02');
    expect(due('review_apply_by', ...upheld)).toBe('2027-01-06');
    expect(due('review_hear_by', ...asked)).toBe('2027-01-19');
    expect(due('reconsider_by', ...quashed)).toBe('2027-01-27');
  });

  it('asks for those who must know to be told the same day, and for education once', () => {
    const [step] = stepped(exclusion, permanent);
    expect(step?.instructions).toMatchObject([
      { type: 'task.open', doneBy: ['EVERYBODY_TOLD'], due: { n: 0 } },
      { type: 'case.open', pathway: 's19_request', answers: { exclusionFirstDay: DAY } },
    ]);
    const known: Told = [DAY, null, { firstDay: DAY, educationAsked: true }];
    expect(stepped(exclusion, known)[0]?.instructions).toHaveLength(1);
  });

  it('is cancelled only before the governors have met', () => {
    const cancelled: Told = ['2026-11-30', 'EXCLUSION_CANCELLED'];
    expect(ending(exclusion, permanent, cancelled)).toBe('cancelled');
    expect(ending(exclusion, ...upheld, cancelled)).toBe('possibleFromHere');
  });

  it('stands once the time to ask for a review has passed', () => {
    const end = (on: string): Told => [on, 'REVIEW_PERIOD_ENDED'];
    expect(ending(exclusion, ...upheld, end('2027-01-06'))).toBe('reviewTimePassed');
    expect(ending(exclusion, ...upheld, end('2027-01-07'))).toBe('stands');
  });
});

describe('an exclusion that no longer stands', () => {
  it.each([
    ['cancelled', [permanent, ['2026-11-13', 'EXCLUSION_CANCELLED']]],
    ['reinstated', [permanent, ['2026-11-27', 'GOVERNORS_REINSTATED']]],
    ['reconsidering', quashed],
  ] as [string, Told[]][])(
    '%s: its dates are crossed out, and what rests on it is taken back',
    (place, story) => {
      const last = stepped(exclusion, ...story).at(-1)!;
      expect(last.state.value['work']).toBe(place);
      expect(last.state.context['standing']).toBe(false);
      expect(last.clocks.find(({ code }) => code === 'sixth_school_day')?.status).toBe('void');
      expect(last.instructions).toMatchObject([
        { type: 'task.open', for: 'owner' },
        { type: 'task.open', for: 'owner' },
        { type: 'task.open', for: 'panel_coordinator' },
      ]);
    },
  );

  it('can be upheld after all when the governors look again', () => {
    expect(ending(exclusion, ...quashed, ['2027-01-20', 'GOVERNORS_UPHELD'])).toBe('stands');
    expect(ending(exclusion, ...quashed, ['2027-01-20', 'GOVERNORS_REINSTATED'])).toBe(
      'reinstated',
    );
  });
});

describe('a suspension', () => {
  const heard: Told = ['2026-11-16', 'REPRESENTATIONS_MADE'];

  it.each([
    [5, 5, {}, undefined, undefined],
    [5, 15, {}, undefined, '2027-02-04'],
    [5, 15.5, {}, '2026-12-02', undefined],
    [2, 2, { examMissed: true }, '2026-12-02', undefined],
  ])(
    'of %s days, %s in the term, with %j: governors within 15 school days %s, or 50 %s',
    (days, term, more, soon, later) => {
      expect(due('governing_board_by', suspended(days, term, more), heard)).toBe(soon);
      expect(due('governing_board_50', suspended(days, term, more), heard)).toBe(later);
    },
  );

  it('asks for education from the sixth day only where it lasts longer than five', () => {
    expect(due('sixth_day_suspended', suspended(5, 5))).toBeUndefined();
    expect(due('sixth_day_suspended', suspended(6, 6))).toBe('2026-11-18');
    expect(due('sixth_school_day', suspended(6, 6))).toBeUndefined();
  });

  it('is closed when it is over, unless the governors must still look at it', () => {
    const over = (replaced?: boolean): Told => ['2026-11-20', 'SUSPENSION_ENDED', { replaced }];
    expect(ending(exclusion, suspended(6, 6), over())).toBe('ended');
    expect(ending(exclusion, suspended(6, 6), heard, over())).toBe('governorsNeedNotMeet');
    expect(ending(exclusion, suspended(6, 6), heard, over(true))).toBe('ended');
    expect(ending(exclusion, permanent, over())).toBe('isSuspension, governorsNeedNotMeet');
    expect(ending(exclusion, suspended(16, 16), ['2026-11-27', 'GOVERNORS_UPHELD'])).toBe('stands');
  });
});
