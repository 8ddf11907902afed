import { dueOf as open, refusalOf as refusal, storyOf, type Told } from '../../testing/story';
import { eyTransition } from '.';

const { play, next: step } = storyOf(eyTransition, '2027-03-01');

const enhanced: Told = ['LEVEL_SET', { level: 'enhanced' }];
const planned = [enhanced, ['KEYWORKER_NAMED']] as const satisfies Told[];

describe('the levels', () => {
  it('hands a child on the universal level to the setting and the school', () => {
    const { state, instructions } = play({}, ['LEVEL_SET', { level: 'universal' }]);
    expect(state.value['work']).toBe('universal_offer');
    expect(instructions).toContainEqual({
      type: 'message.send',
      notice: 'N-02',
      to: ['school', 'family'],
    });
  });

  it.each([
    ['targeted', 4],
    ['enhanced', 6],
  ])('is done with the visits of the %s level after %i of them, and not before', (level, n) => {
    const visits: Told[] = [
      ['VISIT_LOGGED', { type: 'school_to_setting' }],
      ['VISIT_LOGGED', { type: 'home' }],
      ...Array.from({ length: n - 2 }, (): Told => ['VISIT_LOGGED', { type: 'child_to_school' }]),
    ];
    const ready: Told[] = [
      ['LEVEL_SET', { level }],
      ['CONSENT_GIVEN'],
      ['KEYWORKER_NAMED'],
      ['MEETING_HELD'],
    ];
    expect(open(play({}, ...ready, ...visits.slice(0, -1)), 'ey_visits_by')).toBe('2027-07-21');
    expect(open(play({}, ...ready, ...visits), 'ey_visits_by')).toBeUndefined();
  });
});

describe('a notification from health', () => {
  it('is acknowledged and triaged, and asks for both until it is done', () => {
    const arrived = play({ source: 'health', knownBefore: false });
    expect([open(arrived, 'health_ack'), open(arrived, 'health_triage')]).toEqual([
      '2027-03-08',
      '2027-03-15',
    ]);
    const answered = step(arrived, ['HEALTH_NOTIFICATION_ACKNOWLEDGED']);
    expect(answered.instructions).toContainEqual({
      type: 'message.send',
      notice: 'N-06',
      to: ['health', 'family'],
    });
    const triaged = step(answered, ['HEALTH_NOTIFICATION_TRIAGED']);
    expect([open(triaged, 'health_ack'), open(triaged, 'health_triage')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(triaged.state.value['work']).toBe('notified');
  });

  it('leads to the question of an assessment when the triage says so', () => {
    const { instructions } = play(
      { source: 'health' },
      ['HEALTH_NOTIFICATION_ACKNOWLEDGED'],
      ['HEALTH_NOTIFICATION_TRIAGED', { outcome: 'ehc', reason: 'Complex needs' }],
    );
    expect(instructions).toContainEqual({
      type: 'case.open',
      pathway: 'ehc_needs_assessment',
      reason: 'Complex needs',
    });
  });

  it('is not acknowledged where there is none, nor triaged before it is acknowledged', () => {
    expect(refusal(() => play({}, ['HEALTH_NOTIFICATION_ACKNOWLEDGED']))).toEqual([
      'noticeNotAcknowledged',
    ]);
    expect(refusal(() => play({ source: 'health' }, ['HEALTH_NOTIFICATION_TRIAGED']))).toEqual([
      'noticeAcknowledged',
    ]);
  });

  it('may come later, for a child who is known already', () => {
    const later = play({}, enhanced, ['HEALTH_NOTIFICATION', {}, '2027-04-19']);
    expect(open(later, 'health_ack')).toBe('2027-04-26');
  });
});

describe('the meeting', () => {
  it('counts as held only with the school there, and says what else can be done', () => {
    expect(refusal(() => play({}, ...planned, ['MEETING_HELD', { schoolPresent: false }]))).toEqual(
      ['schoolPresent'],
    );
    const { state } = play({}, ...planned, ['STARTED_SCHOOL', {}, '2027-09-06']);
    expect(state.value['work']).toBe('settling');
    expect(state.context['meetingMissed']).toBe(true);
  });

  it('is wanted again, with the plan copied, when the child will go to another school', () => {
    const { state, instructions } = play(
      {},
      ...planned,
      ['MEETING_HELD', {}, '2027-04-20'],
      ['SCHOOL_CHANGED', { toUrn: '199021' }, '2027-05-04'],
    );
    expect(state.value['work']).toBe('planning');
    expect(state.context['destination']).toBe('199021');
    expect(instructions).toContainEqual(expect.objectContaining({ type: 'task.open' }));
  });

  it('has ten school days where May half term is past', () => {
    const late = play({}, enhanced, ['KEYWORKER_NAMED', {}, '2027-06-07']);
    expect(open(late, 'ey_meeting_by')).toBe('2027-06-21');
  });
});

describe('visits', () => {
  const ready: Told[] = [...planned, ['MEETING_HELD']];

  it('with the child wait for agreement, and stay refused on another basis for sharing', () => {
    const home: Told = ['VISIT_LOGGED', { type: 'home' }];
    const override: Told = ['BASIS_OVERRIDE', {}, '2027-03-01', { actorMay: ['consent.override'] }];
    expect(refusal(() => play({}, ...ready, home))).toEqual(['agreementForWorkWithTheChild']);
    expect(refusal(() => play({}, ...ready, override, home))).toEqual([
      'agreementForWorkWithTheChild',
    ]);
    expect(play({}, ...ready, ['CONSENT_GIVEN'], home).state.value['work']).toBe('visits');
  });

  it('between adults need none', () => {
    expect(
      play({}, ...ready, ['VISIT_LOGGED', { type: 'school_to_setting' }]).state.value['work'],
    ).toBe('visits');
  });
});

describe('a later year', () => {
  it('keeps the case, and moves its dates', () => {
    const deferred = play({}, ...planned, ['ENTRY_DEFERRED', { newStartYear: 2028 }]);
    expect(deferred.state.value['work']).toBe('planning');
    expect([open(deferred, 'ey_meeting_by'), open(deferred, 'ey_start')]).toEqual([
      '2028-05-22',
      '2028-09-04',
    ]);
    expect(open(deferred, 'ey_applied')).toBe('2028-01-15');
  });

  it('is not an earlier one', () => {
    expect(refusal(() => play({}, ['ENTRY_DEFERRED', { newStartYear: 2027 }]))).toEqual([
      'laterYear',
    ]);
  });
});

describe('the school place', () => {
  it('is asked for before 15 January, unless the family has applied', () => {
    const autumn: Told = ['CHILD_NOTIFIED', {}, '2026-11-02'];
    expect(open(step(undefined, autumn), 'ey_applied')).toBe('2027-01-15');
    expect(open(step(step(undefined, autumn), ['SCHOOL_PLACE_APPLIED']), 'ey_applied')).toBe(
      undefined,
    );
    expect(open(play({}), 'ey_applied')).toBeUndefined();
  });

  it('is looked for after offer day', () => {
    expect(open(play({}), 'ey_offer_chase')).toBe('2027-04-23');
  });
});

describe('places of the inclusion hub', () => {
  it('are for the enhanced level, and never more than there are', () => {
    expect(refusal(() => play({}, ['LEVEL_SET'], ['HUB_PLACE_GIVEN']))).toEqual(['enhancedLevel']);
    expect(
      refusal(() =>
        play({}, enhanced, ['HUB_PLACE_GIVEN', {}, '2027-03-01', { placeVacant: false }]),
      ),
    ).toEqual(['placeVacant']);
    expect(play({}, enhanced, ['HUB_PLACE_GIVEN', { unitUrn: '199022' }]).instructions).toEqual([
      { type: 'place.claim', unit: '199022' },
    ]);
  });

  it('are free again when the child starts school or leaves', () => {
    const inHub = play({}, ...planned, ['HUB_PLACE_GIVEN']);
    for (const type of ['STARTED_SCHOOL', 'FAMILY_WITHDREW', 'HUB_PLACE_ENDED'])
      expect(step(inHub, [type]).instructions).toContainEqual({ type: 'place.release' });
  });
});

describe('a school that does not answer', () => {
  it('is written to, then taken up with the head, the trust and the lead', () => {
    const chased = play({}, ...planned, ['SCHOOL_CHASED']);
    expect(chased.instructions).toEqual([
      { type: 'message.send', notice: 'N-44', to: ['destination_school'] },
    ]);
    expect(open(chased, 'school_reply')).toBe('2027-03-15');
    const takenUp = step(chased, ['SCHOOL_TAKEN_UP', {}, '2027-03-15']);
    expect(takenUp.instructions).toEqual([
      {
        type: 'message.send',
        notice: 'N-45',
        to: ['destination_school', 'transition_lead', 'manager'],
      },
    ]);
    expect(open(takenUp, 'school_reply')).toBeUndefined();
    expect(open(takenUp, 'school_taken_up')).toBe('2027-03-22');
    expect(open(step(takenUp, ['SCHOOL_ANSWERED']), 'school_taken_up')).toBeUndefined();
  });
});

describe('the October review', () => {
  const settling: Told[] = [...planned, ['STARTED_SCHOOL', {}, '2027-09-06']];

  it('comes before half term, or six school weeks after a later start', () => {
    expect(open(play({}, ...settling), 'ey_review')).toBe('2027-10-22');
    const january = play({}, ...planned, ['STARTED_SCHOOL', {}, '2028-01-10']);
    expect(open(january, 'ey_review')).toBe('2028-02-28');
  });

  it('goes on asking about full time until the child comes full time', () => {
    const first = play({}, ...settling, ['CHECK_IN_RECORDED', { fullTime: false }]);
    expect([open(first, 'ey_ci1'), open(first, 'ey_fulltime')]).toEqual([undefined, '2027-09-27']);
    expect(
      open(step(first, ['CHECK_IN_RECORDED', { fullTime: true }]), 'ey_fulltime'),
    ).toBeUndefined();
  });

  it('ends with the measures, or with a word on why one is missing', () => {
    const review: Told[] = [...settling, ['REVIEW_STARTED', {}, '2027-10-18']];
    expect(
      refusal(() => play({}, ...review, ['SETTLED', { measures: { staffRating: 4 } }])),
    ).toEqual(['measuresAtReview']);
    const settled = play({}, ...review, [
      'SETTLED',
      { measures: { staffRating: 4, missingReason: 'Family away' } },
    ]);
    expect(settled.state.value['work']).toBe('completed');
    expect(settled.state.context['reasonCode']).toBe('OUTCOME_ACHIEVED');
    expect(settled.clocks.filter(({ status }) => status === 'open')).toEqual([]);
  });

  it('hands on to the pathway that is named', () => {
    const { state, instructions } = play(
      {},
      ...settling,
      ['REVIEW_STARTED', {}, '2027-10-18'],
      ['ESCALATED', { reason: 'Needs more' }],
    );
    expect(state.value['work']).toBe('escalated');
    expect(instructions).toEqual([
      { type: 'case.open', pathway: 'ehc_needs_assessment', reason: 'Needs more' },
    ]);
  });
});
