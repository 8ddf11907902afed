import { dueOf, refusalOf, storyOf, type Told } from '../../testing/story';
import { post16Transition } from '.';

const { play, next } = storyOf(post16Transition, '2026-10-05');

const targeted: Told = ['LEVEL_SET', { level: 'targeted' }];
const planning: Told[] = [targeted, ['VIEWS_RECORDED', {}, '2026-11-04']];
const summer: Told[] = [...planning, ['SUMMER_BREAK_STARTED', {}, '2027-07-21']];
const autumn: Told[] = [...summer, ['AUTUMN_TERM_STARTED', {}, '2027-09-02']];
const withPlan = { plan: 'ehc_plan' };

describe('the next setting', () => {
  it.each([
    ['named by the law for a plan that goes to a college', withPlan, 'p16_named', '2027-03-31'],
    ['aimed at without a plan', {}, 'p16_place_by', '2027-03-31'],
    [
      'aimed at for a plan that stays in its own sixth form',
      { ...withPlan, move: 'own_sixth_form' },
      'p16_place_by',
      '2027-03-31',
    ],
    [
      'five months ahead for a move between settings after 16',
      { ...withPlan, ncYear: 12, move: 'post16_to_post16', transferOn: '2027-09-01' },
      'p16_five_months',
      '2027-04-01',
    ],
  ])('is %s', (_, opening, code, due) => {
    const { clocks } = play(opening);
    const about = ['p16_named', 'p16_place_by', 'p16_five_months'];
    expect(clocks.filter((clock) => about.includes(clock.code))).toEqual([
      expect.objectContaining({ code, dueOn: due }),
    ]);
  });

  it('meets the date of the law only when the plan names it', () => {
    const opened = play(withPlan);
    expect(dueOf(next(opened, ['DESTINATION_CONFIRMED', { how: 'accepted' }]), 'p16_named')).toBe(
      '2027-03-31',
    );
    const named = next(opened, ['DESTINATION_CONFIRMED', { how: 'named_in_plan' }]);
    expect(dueOf(named, 'p16_named')).toBeUndefined();
  });

  it('comes under the law when a plan is made, and leaves it when there is none', () => {
    const planned = play({}, ['PLAN_STATUS_CHANGED', { plan: 'ehc_plan' }]);
    expect([dueOf(planned, 'p16_named'), dueOf(planned, 'p16_place_by')]).toEqual([
      '2027-03-31',
      undefined,
    ]);
    const without = next(planned, ['PLAN_STATUS_CHANGED', { plan: 'sen_support' }]);
    expect([dueOf(without, 'p16_named'), dueOf(without, 'p16_place_by')]).toEqual([
      undefined,
      '2027-03-31',
    ]);
  });

  it('is an offer by the end of September at the latest', () => {
    expect(dueOf(play({}), 'september_guarantee')).toBe('2027-09-30');
    expect(dueOf(play({}, ['DESTINATION_OFFERED']), 'september_guarantee')).toBeUndefined();
    expect(dueOf(play({ ncYear: 13 }), 'september_guarantee')).toBeUndefined();
  });

  it('has ten working days for those who come after March', () => {
    expect(dueOf(next(undefined, ['YOUNG_PERSON_LISTED', {}, '2027-04-19']), 'p16_place_by')).toBe(
      '2027-05-04',
    );
  });

  it('is confirmed before the hand-over, which the young person has approved', () => {
    expect(refusalOf(() => play({}, ...planning, ['HANDOVER_HELD']))).toEqual([
      'destinationConfirmed',
    ]);
    const confirmed: Told[] = [...planning, ['DESTINATION_CONFIRMED']];
    expect(
      refusalOf(() => play({}, ...confirmed, ['HANDOVER_HELD', { passportApproved: false }])),
    ).toEqual(['passportApproved']);
    const held = play({}, ...confirmed, ['HANDOVER_HELD']);
    expect(held.state.value['work']).toBe('handed_over');
    expect(next(held, ['DESTINATION_CHANGED']).state.value['work']).toBe('planning');
  });
});

describe('the young person', () => {
  it('is heard, or it is said why not', () => {
    const views = (payload: object): Told => ['VIEWS_RECORDED', payload];
    expect(refusalOf(() => play({}, targeted, views({ ownViews: '  ' })))).toEqual([
      'ownViewsOrWhyNot',
    ]);
    const notGiven = { ownViews: undefined, whyNotGiven: 'Did not want to talk; tried twice' };
    expect(play({}, targeted, views(notGiven)).state.value['work']).toBe('planning');
  });

  it('decides from the last Friday of June of Year 11 on', () => {
    const opened = play({});
    expect(dueOf(opened, 'rights_shift')).toBe('2027-06-25');
    expect(dueOf(next(opened, ['CONSENT_GIVEN', { giver: 'parent' }]), 'rights_shift')).toBe(
      '2027-06-25',
    );
    const own = next(opened, ['CONSENT_GIVEN', { giver: 'young_person' }]);
    expect(dueOf(own, 'rights_shift')).toBeUndefined();
    expect(dueOf(play({ ncYear: 12 }), 'rights_shift')).toBeUndefined();
  });

  it.each([
    ['universal', 'universal_offer'],
    ['targeted', 'views'],
    ['enhanced', 'views'],
  ])('at the %s level comes to %s', (level, work) => {
    expect(play({}, ['LEVEL_SET', { level }]).state.value['work']).toBe(work);
  });

  it.each(['direct', 'taster', 'travel'])('is worked with (%s) only in agreement', (type) => {
    expect(refusalOf(() => play({}, ...planning, ['VISIT_LOGGED', { type }]))).toEqual([
      'agreementForWorkWithThem',
    ]);
  });

  it('is worked with only where there is agreement', () => {
    const taster: Told = ['VISIT_LOGGED', { type: 'taster' }];
    expect(refusalOf(() => play({}, ...planning, taster))).toEqual(['agreementForWorkWithThem']);
    expect(() => play({}, ['CONSENT_GIVEN'], ...planning, taster)).not.toThrow();
  });
});

describe('taking part', () => {
  it('is looked at ten school days into the term, then the young person counts as not known', () => {
    const september = play({}, ...autumn);
    expect(september.state.value['work']).toBe('enrolment_check');
    const [check] = september.clocks.filter(({ code }) => code === 'neet_check');
    expect(check).toMatchObject({ dueOn: '2027-09-16', sends: 'NOT_TAKING_PART' });
    const notKnown = next(september, ['NOT_TAKING_PART', {}, '2027-09-17']);
    expect(notKnown.state.value['work']).toBe('not_taking_part');
    expect(notKnown.instructions).toContainEqual({
      type: 'message.send',
      notice: 'N-42',
      to: ['young_person', 'destination_school', 'transition_lead'],
    });
  });

  it('is asked about again every four weeks, until there is a place', () => {
    const notKnown = play({}, ...autumn, ['NOT_TAKING_PART', {}, '2027-09-17']);
    expect(dueOf(notKnown, 'neet_recheck')).toBe('2027-10-15');
    const looked = next(notKnown, ['SITUATION_CHECKED', {}, '2027-10-11']);
    expect(dueOf(looked, 'neet_recheck')).toBe('2027-11-08');
    const found = next(looked, ['ENROLMENT_CONFIRMED', {}, '2027-11-01']);
    expect(found.state.value['work']).toBe('settling');
    expect(dueOf(found, 'neet_recheck')).toBeUndefined();
  });

  it('may begin in the middle of a year, and support then ends twelve school weeks later', () => {
    const january = play({}, ...planning, ['ENROLMENT_CONFIRMED', {}, '2027-01-11']);
    expect(dueOf(january, 'exit_due')).toBe('2027-04-26');
    const september = play({}, ...autumn, ['ENROLMENT_CONFIRMED', {}, '2027-09-06']);
    expect(dueOf(september, 'exit_due')).toBe('2027-12-03');
  });

  it('can end at any time after, even when only the follow-up is left', () => {
    const monitoring = play(
      {},
      ...autumn,
      ['ENROLMENT_CONFIRMED', {}, '2027-09-06'],
      ['EXIT_REVIEW_STARTED', {}, '2027-12-03'],
      ['EXIT_SETTLED', {}, '2027-12-10'],
    );
    expect(monitoring.state.value['work']).toBe('monitoring');
    const spring = next(monitoring, ['FOLLOW_UP_RECORDED', { point: 'spring' }, '2028-03-20']);
    expect(spring.state.value['work']).toBe('monitoring');
    const left = next(monitoring, ['NOT_TAKING_PART', {}, '2028-02-01']);
    expect(left.state.value['work']).toBe('not_taking_part');
    const followed = next(monitoring, [
      'FOLLOW_UP_RECORDED',
      { point: 'summer', takingPart: false },
      '2028-07-20',
    ]);
    expect(followed.state.value['work']).toBe('completed');
    expect(followed.state.context['reasonCode']).toBe('OUTCOME_PART_ACHIEVED');
  });

  it('is supported for longer once, not twice', () => {
    const extended = play(
      {},
      ...autumn,
      ['ENROLMENT_CONFIRMED', {}, '2027-09-06'],
      ['EXIT_REVIEW_STARTED', {}, '2027-12-03'],
      ['EXIT_EXTENDED', {}, '2027-12-10'],
      ['EXIT_REVIEW_STARTED', {}, '2028-02-10'],
    );
    expect(refusalOf(() => next(extended, ['EXIT_EXTENDED', {}, '2028-02-11']))).toEqual([
      'notAlreadyExtended',
    ]);
  });
});

describe('services for adults', () => {
  const asked = play({}, ...planning, ['ADULT_SERVICES_CONSIDERED']);

  it('are considered, asked, and handed over to by the day on which they begin', () => {
    expect(dueOf(play({}, targeted), 'adult_considered')).toBe('2026-11-10');
    expect(asked.state.value['adult_services']).toBe('asked');
    const accepted = next(asked, ['ADULT_SERVICES_ANSWERED', { startsOn: '2027-03-08' }]);
    expect(dueOf(accepted, 'adult_handover')).toBe('2027-03-08');
    expect(refusalOf(() => next(accepted, ['ADULT_HANDOVER_HELD', { planAgreed: false }]))).toEqual(
      ['adultPlanAgreed'],
    );
    expect(next(accepted, ['ADULT_HANDOVER_HELD']).state.value['adult_services']).toBe(
      'handed_over',
    );
  });

  it('do not say yes without a day', () => {
    expect(
      refusalOf(() => next(asked, ['ADULT_SERVICES_ANSWERED', { startsOn: undefined }])),
    ).toEqual(['startDayKnown']);
  });

  it('are not asked when they are not needed', () => {
    const thought = play({}, ...planning, ['ADULT_SERVICES_CONSIDERED', { needed: false }]);
    expect(thought.state.value['adult_services']).toBe('not_needed');
  });

  it('that will help later count as a no for now', () => {
    const later = next(asked, ['ADULT_SERVICES_ANSWERED', { outcome: 'later' }]);
    expect(later.state.value['adult_services']).toBe('declined');
  });

  it('that say no leave a question on the list', () => {
    const declined = next(asked, ['ADULT_SERVICES_ANSWERED', { outcome: 'not_eligible' }]);
    expect(declined.state.value['adult_services']).toBe('declined');
    expect(dueOf(declined, 'adult_declined')).toBe('2026-10-19');
  });
});
