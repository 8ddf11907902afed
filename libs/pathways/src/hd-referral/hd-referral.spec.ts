import { makeCalendar } from '@app/statutory-calendar';
import scenarios from '../../../../test/vectors/scenarios.json';
import {
  advance,
  begin,
  type Clock,
  type Facts,
  keepClocks,
  NotAllowedNow,
  pathwayNamed,
  pathways,
  type PathwayState,
  replayScenarios,
  type Step,
  withChanges,
} from '..';

const hd = pathwayNamed('hd_referral');
const ABLE: Facts = { actorMay: ['chair.approve'], placeVacant: true, topOfList: true };

type Said = readonly [type: string, payload?: object, facts?: Facts, on?: string];

const eventOf = ([type, payload, facts, on = '2026-10-12']: Said) => ({
  type,
  occurredOn: on,
  payload: { ...hd.events[type]?.example, ...payload },
  facts: { ...ABLE, ...facts },
});
const opened = (): PathwayState => begin(hd, eventOf(['ENQUIRY_LOGGED'])).state;
const after = (state: PathwayState, said: Said): Step => advance(hd, state, eventOf(said));
const play = (state: PathwayState, ...many: Said[]): PathwayState =>
  many.reduce((now, said) => after(now, said).state, state);
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
    throw error;
  }
  throw new Error('It was allowed');
};
const namesOf = (act: () => unknown) => refusal(act).map(({ guard }) => guard);
const kindsOf = ({ instructions }: Step) => instructions.map(({ type }) => type);

const listed = (referral: object = {}) =>
  play(opened(), ['REFERRAL_SUBMITTED', referral], ['ELIGIBILITY_PASSED']);
const offered = (referral: object = {}) => play(listed(referral), ['PANEL_OFFER']);
const agreed = (referral: object = {}) => play(offered(referral), ['CONSENT_GIVEN']);
const admitted = () => play(agreed(), ['OFFER_ACCEPTED'], ['ADMITTED']);
const returning = () =>
  play(admitted(), ['ASSESSMENT_REVIEW_STARTED'], ['START_REINTEGRATION', {}, {}, '2026-12-02']);

describe('the referral', () => {
  it('says what is still wanted on the form', () => {
    const bare = { needs: '', strategies: [], childView: undefined };
    const [reason] = refusal(() => after(opened(), ['REFERRAL_SUBMITTED', bare]));
    expect(reason?.guard).toBe('requiredFields');
    expect(reason?.text).toContain('the needs, what has been tried, the child’s view');
  });

  it('counts an enquiry that came to nothing, also when a clock closes it', () => {
    const closed = advance(hd, opened(), {
      type: 'ENQUIRY_CLOSED',
      occurredOn: '2026-11-20',
      payload: {},
      facts: {},
    });
    expect(closed).toMatchObject({ closed: true, instructions: [] });
    expect(closed.state.context['reasonCode']).toBe('NO_RESPONSE');
  });

  it('goes to the panel without its papers where permanent exclusion is a risk', () => {
    const waiting = (exclusion: string) =>
      play(opened(), ['REFERRAL_SUBMITTED', { exclusion }], ['MORE_INFO_REQUESTED']);
    const late: Said = ['INFO_TIMEOUT', { pexRisk: undefined }];
    expect(play(waiting('intended'), late).value['work']).toBe('panel_listed');
    expect(play(waiting('suspended'), late).value['work']).toBe('not_suitable');
    expect(play(waiting('intended'), ['INFO_TIMEOUT', { pexRisk: false }]).value['work']).toBe(
      'not_suitable',
    );
  });
});

describe('the offer', () => {
  it('takes a free place of the unit that the panel names, for a child who fits', () => {
    const step = after(listed(), ['PANEL_OFFER', { unitUrn: '199025' }]);
    expect(step.instructions).toContainEqual({ type: 'place.claim', unit: '199025' });
    expect(namesOf(() => after(listed(), ['PANEL_OFFER', { unitUrn: undefined }]))).toEqual([
      'unitNamed',
    ]);
    const [full] = refusal(() => after(listed(), ['PANEL_OFFER', {}, { placeVacant: false }]));
    expect(full?.text).toBe('All 4 places of this unit are taken');
    expect(namesOf(() => after(listed(), ['PANEL_OFFER', { matchOk: false }]))).toEqual([
      'matchOk',
    ]);
    expect(namesOf(() => after(listed(), ['PANEL_OFFER', {}, { matchOk: false }]))).toEqual([
      'matchOk',
    ]);
  });

  it('makes nobody wait for a place that is free and fits', () => {
    expect(namesOf(() => after(listed(), ['PANEL_WAITLIST']))).toEqual(['noPlaceOrNoMatch']);
    play(listed(), ['PANEL_WAITLIST', { matchOk: false }]);
    play(listed(), ['PANEL_WAITLIST', {}, { placeVacant: false }]);
  });

  it('is put off once, not twice', () => {
    const once = play(listed(), ['PANEL_DEFERRED']);
    expect(namesOf(() => after(once, ['PANEL_DEFERRED']))).toEqual(['deferralsUnder1']);
  });

  it('gives more time once, then gives the place back and wakes the waiting list', () => {
    const first = after(offered(), ['OFFER_EXPIRED']);
    expect(first.state.value['work']).toBe('offered');
    expect(kindsOf(first)).toEqual(['task.open']);
    const second = after(first.state, ['OFFER_EXPIRED']);
    expect(second.state).toMatchObject({
      value: { work: 'offer_declined' },
      context: { reasonCode: 'OFFER_LAPSED', holdsPlace: false },
    });
    expect(kindsOf(second)).toEqual(['place.release', 'task.open']);
  });

  it('wakes nobody when a case ends that held no place', () => {
    const withdrawn = after(listed(), ['FAMILY_WITHDREW']);
    expect(kindsOf(withdrawn)).not.toContain('task.open');
    const held = after(offered(), ['FAMILY_WITHDREW']);
    expect(held.instructions).toContainEqual(
      expect.objectContaining({ type: 'task.open', for: 'panel_coordinator' }),
    );
  });

  it('needs the family’s agreement and both signatures; the chair goes on without the home school only after an exclusion', () => {
    expect(namesOf(() => after(offered(), ['OFFER_ACCEPTED']))).toEqual(['agreementGiven']);
    const unsigned = { homeSchoolSigns: false, chairWaives: true };
    const accept = (referral: object, facts: Facts = {}) =>
      after(agreed(referral), ['OFFER_ACCEPTED', unsigned, facts]);
    expect(accept({ exclusion: 'issued' }).state.value['work']).toBe('admission_planning');
    expect(namesOf(() => accept({ exclusion: 'intended' }))).toEqual(['homeSchoolSigns']);
    expect(namesOf(() => accept({ exclusion: 'issued' }, { actorMay: [] }))).toEqual([
      'homeSchoolSigns',
    ]);
    expect(namesOf(() => after(agreed(), ['OFFER_ACCEPTED', { hostSigns: false }]))).toEqual([
      'hostSigns',
    ]);
  });
});

describe('the waiting list', () => {
  const waiting = () => play(listed(), ['PANEL_WAITLIST', { matchOk: false }]);

  it('leaves a child out without losing the rank, and asks the chair after the third time', () => {
    const skip: Said = ['PLACE_SKIPPED'];
    const twice = play(waiting(), skip, skip);
    const third = after(twice, skip);
    expect(third.state).toMatchObject({ value: { work: 'waitlisted' }, context: { skips: 0 } });
    expect(third.instructions).toMatchObject([
      { type: 'message.send', notice: 'N-28', to: ['panel', 'referrer'] },
      { type: 'task.open', for: 'panel_chair' },
    ]);
    expect(
      after(twice, ['WAITLIST_REVIEWED', { tatsPriority: 70 }]).state.context['tatsPriority'],
    ).toBe(70);
  });

  it('offers the place of its own unit, to the first on the list only', () => {
    const [second] = refusal(() => after(waiting(), ['PLACE_VACATED', {}, { topOfList: false }]));
    expect(second?.guard).toBe('topOfList');
    expect(after(waiting(), ['PLACE_VACATED']).instructions).toContainEqual({
      type: 'place.claim',
      unit: '199020',
    });
  });
});

describe('the stay', () => {
  it('starts with a risk assessment, a registration, a baseline and a way to travel', () => {
    const planning = play(agreed(), ['OFFER_ACCEPTED']);
    for (const [field, guard] of [
      ['riskAssessment', 'riskAssessment'],
      ['registrationType', 'registrationType'],
      ['measures', 'baseline'],
      ['transport', 'transport'],
    ] as const)
      expect(namesOf(() => after(planning, ['ADMITTED', { [field]: undefined }]))).toEqual([guard]);
    const why = { measures: { missingReason: 'The school sent no figures' } };
    expect(after(planning, ['ADMITTED', why]).state.context['registrationType']).toBe(
      'dual_main_home',
    );
  });

  it('steps up every two weeks with few incidents, and is reviewed after two steps back', () => {
    expect(namesOf(() => after(returning(), ['STEP_UP', {}, {}, '2026-12-15']))).toEqual([
      'stepHeld',
    ]);
    expect(
      namesOf(() => after(returning(), ['STEP_UP', { incidents: 2 }, {}, '2026-12-16'])),
    ).toEqual(['incidentsLow']);
    const up = play(returning(), ['STEP_UP', { incidents: 1 }, {}, '2026-12-16']);
    expect(up.context['share']).toBe(40);
    const back = after(up, ['STEP_BACK']);
    expect(back).toMatchObject({ state: { context: { share: 20 } }, instructions: [] });
    expect(after(back.state, ['STEP_BACK'])).toMatchObject({
      state: { context: { share: 20 } },
      instructions: [{ type: 'task.open' }],
    });
    expect(namesOf(() => after(up, ['EXIT_REVIEW_STARTED']))).toEqual(['mainstreamShare80']);
  });

  it('never holds up a move that a plan or the Tribunal names', () => {
    for (const state of [admitted(), returning()]) {
      const moved = after(state, ['END_OTHER_SPECIALIST', { ehcRoute: 'tribunal' }]);
      expect(moved.closed).toBe(true);
      expect(kindsOf(moved)).toContain('place.release');
      const early: Said = ['END_OTHER_SPECIALIST', { ehcRoute: 'assessment' }];
      expect(namesOf(() => after(state, early))).toEqual(['settingNamed']);
    }
  });

  it('keeps the place 10 school days after the return and asks twice whether it held', () => {
    const leaving = play(
      admitted(),
      ['ASSESSMENT_REVIEW_STARTED'],
      ['CONTINUE_SUBSTANTIVE'],
      ['EXIT_REVIEW_STARTED'],
    );
    const step = after(leaving, ['EXIT_MAINSTREAM']);
    expect(step.instructions).toMatchObject([
      { type: 'place.release', after: { unit: 'SD', n: 10 } },
      { type: 'task.open', for: 'panel_coordinator', due: { unit: 'SD', n: 10 } },
      { type: 'task.open', due: { unit: 'SW', n: 12 } },
      { type: 'task.open', due: { unit: 'CW', n: 52 } },
    ]);
    const criteria = { weeksAtShare: 3, incidents: 2, attendance: 89.9, goals: -0.1 };
    const [reason] = refusal(() => after(leaving, ['EXIT_MAINSTREAM', { criteria }]));
    expect(reason?.missing).toHaveLength(6);
  });

  it('ends early only after a review, and leaves no child without education', () => {
    const broken: Said = ['PLACEMENT_BROKEN_DOWN', { reviewHeld: false }];
    expect(namesOf(() => after(admitted(), broken))).toEqual(['reviewHeld']);
    const step = after(admitted(), ['PLACEMENT_BROKEN_DOWN', { excludedFromUnit: true }]);
    expect(step.state.context['reasonCode']).toBe('PERM_EXCLUDED_FROM_UNIT');
    expect(kindsOf(step)).toEqual([
      'place.release',
      'task.open',
      'task.open',
      'task.open',
      'case.open',
    ]);
  });

  it('looks at why a home school takes a child off roll', () => {
    expect(kindsOf(after(admitted(), ['SCHOOL_CHANGED']))).toEqual([
      'message.send',
      'task.open',
      'task.open',
    ]);
  });
});

describe('an exclusion', () => {
  it('that does not stand sends the child back to the Team Around the School', () => {
    const step = after(admitted(), ['EXCLUSION_ENDED', { how: 'quashed' }]);
    expect(step.state).toMatchObject({
      value: { work: 'assessment_place' },
      context: { exclusion: 'none' },
    });
    expect(step.instructions).toMatchObject([
      { type: 'task.open', for: 'manager' },
      { type: 'case.open', pathway: 'tats_case' },
    ]);
  });

  it('that stands for good leaves the child on the roll of the unit’s school', () => {
    const upheld = play(admitted(), ['EXCLUSION_UPDATED', { outcome: 'upheld' }]);
    expect(upheld.context['registrationType']).toBe('dual_main_home');
    const final = play(upheld, ['EXCLUSION_UPDATED', { outcome: 'final' }]);
    expect(final.context['registrationType']).toBe('single_host');
  });

  it('gives the next form only answers that it asks for', () => {
    const opened = [
      after(admitted(), ['EXCLUSION_ENDED']),
      after(admitted(), ['PLACEMENT_BROKEN_DOWN']),
    ].flatMap(({ instructions }) => instructions.filter(({ type }) => type === 'case.open'));
    expect(opened).toHaveLength(2);
    const { events, opensWith } = pathwayNamed('tats_case');
    for (const it of opened)
      if (it.type === 'case.open')
        expect(Object.keys(events[opensWith]!.payload.shape)).toEqual(
          expect.arrayContaining(Object.keys(it.answers ?? {})),
        );
  });
});

describe('the clocks of a unit place', () => {
  const replayed = (...steps: { on: string; event: string | null; payload?: object }[]) =>
    replayScenarios(
      {
        calendar: scenarios.calendar,
        scenarios: [{ id: 'own', machine: 'hd_referral', steps }],
      },
      pathways,
    );
  const referred = (on: string, payload: object) =>
    replayed({ on, event: null }, { on, event: 'REFERRAL_SUBMITTED', payload }).at(-1)!.due[
      'sixth_school_day'
    ];

  it('count the sixth day from the first day of the exclusion, or so that it is never late', () => {
    expect(referred('2026-11-16', { permanentExclusionDate: '2026-11-11' })).toBe('2026-11-18');
    expect(referred('2026-11-12', { exclusion: 'issued' })).toBe('2026-11-18');
    expect(referred('2026-11-12', { exclusion: 'intended' })).toBeUndefined();
  });

  it('meet the sixth day with education elsewhere, and let it go where the exclusion does not stand', () => {
    const days = makeCalendar({
      bankHolidays: scenarios.calendar.bankHolidays,
      terms: scenarios.calendar as never,
    });
    const rule = hd.clocks.filter(({ code }) => code === 'sixth_school_day');
    const endedBy = (...said: Said[]) => {
      let state = opened();
      let clocks: readonly Clock[] = [];
      for (const each of [['REFERRAL_SUBMITTED', { exclusion: 'issued' }] as const, ...said]) {
        const step = after(state, each);
        const past = {
          event: eventOf(each),
          before: state.value,
          after: step.state.value,
          context: step.state.context,
          closed: step.closed,
        };
        clocks = withChanges(clocks, keepClocks(rule, clocks, past, days));
        state = step.state;
      }
      return clocks.map(({ status }) => status);
    };
    expect(endedBy()).toEqual(['open']);
    expect(endedBy(['EXCLUSION_UPDATED', { outcome: 'upheld' }])).toEqual(['open']);
    expect(endedBy(['EXCLUSION_UPDATED', { outcome: 'educated' }])).toEqual(['met']);
    expect(endedBy(['EXCLUSION_ENDED', { how: 'cancelled' }])).toEqual(['void']);
  });

  it('give a second offer period that counts from the day on which the first ran out', () => {
    const steps = [
      { on: '2026-09-14', event: null },
      { on: '2026-09-16', event: 'REFERRAL_SUBMITTED' },
      { on: '2026-09-21', event: 'ELIGIBILITY_PASSED' },
      { on: '2026-09-30', event: 'PANEL_OFFER' },
      { on: '2026-10-08', event: 'OFFER_EXPIRED' },
    ];
    expect(
      replayed(...steps)
        .map(({ due }) => due['offer_expiry'])
        .slice(3),
    ).toEqual(['2026-10-07', '2026-10-15']);
  });

  it('keep one longest stay, also for a child who was not ready to leave', () => {
    const stay = (...more: { on: string; event: string; payload?: object }[]) =>
      replayed(
        { on: '2026-09-14', event: null },
        { on: '2026-09-14', event: 'REFERRAL_SUBMITTED' },
        { on: '2026-09-14', event: 'ELIGIBILITY_PASSED' },
        { on: '2026-09-14', event: 'PANEL_OFFER' },
        { on: '2026-09-14', event: 'CONSENT_GIVEN' },
        { on: '2026-09-14', event: 'OFFER_ACCEPTED' },
        { on: '2026-09-14', event: 'ADMITTED' },
        { on: '2026-09-15', event: 'ASSESSMENT_REVIEW_STARTED' },
        { on: '2026-09-15', event: 'CONTINUE_SUBSTANTIVE', payload: {} },
        ...more,
      ).at(-1)!.due['max_stay'];
    const first = stay();
    expect(first).toMatch(/^2027-/);
    expect(
      stay(
        { on: '2026-10-12', event: 'EXIT_REVIEW_STARTED' },
        { on: '2026-10-14', event: 'EXIT_NOT_READY' },
      ),
    ).toBe(first);
  });
});
