import {
  advance,
  begin,
  type Facts,
  NotAllowedNow,
  pathwayNamed,
  type PathwayState,
  possibilities,
} from '.';

const y6 = pathwayNamed('y6_transition');
const ehc = pathwayNamed('ehc_needs_assessment');
const everything: Facts = {
  actorMay: ['decision.make', 'qa.release', 'case.void', 'case.deceased'],
  placeAvailable: true,
  identityKnown: true,
  withinCaseload: true,
};

const play = (
  pathway: typeof y6,
  ...events: (readonly [type: string, payload?: object, facts?: Facts, on?: string])[]
): PathwayState =>
  events.reduce(
    (state, [type, payload, facts, on = '2026-10-05']) =>
      advance(pathway, state, {
        type,
        occurredOn: on,
        payload: { ...pathway.events[type]?.example, ...payload },
        facts: { ...everything, ...facts },
      }).state,
    begin(pathway, {
      type: pathway.opensWith,
      occurredOn: '2026-10-05',
      payload: { ...pathway.events[pathway.opensWith]!.example },
      facts: {},
    }).state,
  );

function refusal(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
    throw error;
  }
  throw new Error('It was allowed');
}

const advised = [['PANEL_LISTED'], ['AGREED_TO_ASSESS']] as const;
const drafted = [
  ...advised,
  ['ADVICE_COMPLETE'],
  ['AGREED_TO_ISSUE'],
  ['DRAFT_ISSUED', {}, {}, '2027-01-13'],
] as const;

describe('EHC needs assessment', () => {
  it('tells the family and asks every adviser once we agree to assess', () => {
    const { state, instructions } = advance(ehc, play(ehc, ['PANEL_LISTED']), {
      type: 'AGREED_TO_ASSESS',
      occurredOn: '2026-11-04',
      payload: { advisers: ['parent', 'school', 'ep'] },
      facts: everything,
    });
    expect(state.value['work']).toBe('advice');
    expect(state.context['awaiting']).toEqual(['parent', 'school', 'ep']);
    expect(instructions).toContainEqual({
      type: 'message.send',
      notice: 'N-51',
      to: ['family', 'advisers'],
      statutory: true,
    });
  });

  it('says which advice is missing, who can supply it, and what else is possible', () => {
    const reasons = refusal(() =>
      play(
        ehc,
        ...advised,
        ['ADVICE_RECEIVED', { adviser: 'school' }],
        ['ADVICE_COMPLETE', { basis: 'all_in' }],
      ),
    );
    expect(reasons).toMatchObject([
      {
        guard: 'adviceAccountedFor',
        text: expect.stringMatching(
          /^Four are missing: family’s views, educational psychology/,
        ) as string,
      },
    ]);
    expect(reasons[0]!.missing.map(({ byEvent }) => byEvent)).toEqual(
      Array(4).fill('ADVICE_RECEIVED'),
    );
    expect(reasons[0]!.otherWays).toHaveLength(2);
  });

  it('lets only the decision maker go on without advice', () => {
    const reasons = refusal(() =>
      play(ehc, ...advised, [
        'ADVICE_COMPLETE',
        { basis: 'missing_recorded', missingReason: 'Late' },
        { actorMay: [] },
      ]),
    );
    expect(reasons).toMatchObject([{ guard: 'adviceAccountedFor' }]);
  });

  it('keeps advice that must go back on the list', () => {
    const { context } = play(ehc, ...advised, [
      'ADVICE_RECEIVED',
      { adviser: 'ep', quality: 'back' },
    ]);
    expect(context['awaiting']).toContain('ep');
  });

  it('lets the decision maker decide without a panel, with a reason, but nobody else', () => {
    const reasons = refusal(() => play(ehc, ['AGREED_TO_ASSESS']));
    expect(reasons).toMatchObject([{ guard: 'panelHasAdvised' }]);
    expect(
      play(ehc, ['AGREED_TO_ASSESS', { withoutPanelReason: 'The six weeks end today' }]).value[
        'work'
      ],
    ).toBe('advice');
    expect(
      refusal(() =>
        play(ehc, ['AGREED_TO_ASSESS', { withoutPanelReason: 'Today' }, { actorMay: [] }]),
      ),
    ).toHaveLength(1);
  });

  it('refuses the final plan while the family still has the draft (EHC-1, 20 January 2027)', () => {
    const reasons = refusal(() => play(ehc, ...drafted, ['FINAL_ISSUED', {}, {}, '2027-01-20']));
    expect(reasons).toMatchObject([
      {
        guard: 'possibleFromHere',
        text: expect.stringContaining('15 days on the draft') as string,
      },
    ]);
    const early = refusal(() =>
      play(ehc, ...drafted, ['REPRESENTATIONS_RECEIVED', { finished: false }, {}, '2027-01-20']),
    );
    expect(early).toMatchObject([
      {
        guard: 'familyFinished',
        text: expect.stringContaining('Wednesday 27 January 2027') as string,
      },
    ]);
  });

  it('goes on once the family says it has finished, or its 15 days have passed', () => {
    expect(
      play(ehc, ...drafted, ['REPRESENTATIONS_RECEIVED', { finished: true }, {}, '2027-01-20'])
        .value['work'],
    ).toBe('finalising');
    expect(
      play(ehc, ...drafted, ['REPRESENTATIONS_RECEIVED', { finished: false }, {}, '2027-01-28'])
        .value['work'],
    ).toBe('finalising');
  });

  it('names a school only after a consultation, a type of setting at any time', () => {
    const ready = [...drafted, ['REPRESENTATION_PERIOD_ENDED', {}, {}, '2027-01-28']] as const;
    expect(refusal(() => play(ehc, ...ready, ['FINAL_ISSUED']))).toMatchObject([
      { guard: 'settingSettled' },
    ]);
    expect(play(ehc, ...ready, ['FINAL_ISSUED', { named: 'type' }]).value['work']).toBe(
      'final_issued',
    );
  });

  it.each([
    ['2026-07-14', 'refused'],
    ['2026-07-15', 'claimed'],
    ['2026-08-25', 'claimed'],
    ['2026-08-26', 'refused'],
  ])(
    'judges a school closure by the day the head was asked: %s is %s (EHC-2)',
    (adviceRequestedOn, expected) => {
      const claim = [
        'EXCEPTION_CLAIMED',
        {
          category: 'school_closed',
          adviceRequestedOn,
          schoolClosedFrom: '2026-07-22',
          schoolReopens: '2026-09-01',
        },
      ] as const;
      if (expected === 'claimed')
        return expect(play(ehc, ...advised, claim).value['exception']).toBe('claimed');
      const [reason] = refusal(() => play(ehc, ...advised, claim));
      expect(reason).toMatchObject({
        guard: 'dateTestPassed',
        text: expect.stringMatching(/14 July 2026|26 August 2026/) as string,
      });
    },
  );

  it('goes on when a child is educated at home: only local pathways end', () => {
    expect(play(ehc, ...advised, ['EHE_CONFIRMED']).value['work']).toBe('advice');
  });

  it('takes nothing after it has closed', () => {
    const reasons = refusal(() => play(ehc, ['REQUEST_WITHDRAWN'], ['PANEL_LISTED']));
    expect(reasons).toMatchObject([{ guard: 'caseOpen' }]);
  });
});

describe('Year 6 transition', () => {
  const accepted = [['SCREENING_STARTED'], ['SCORE_CONFIRMED'], ['PANEL_ACCEPTED']] as const;
  const visiting = [
    ...accepted,
    ['CONSENT_GIVEN'],
    ['ALLOCATED'],
    ['AGREEMENT_CONFIRMED'],
    ['BASELINE_COMPLETED'],
  ] as const;

  it('routes a low score to the school’s own offer, unless a second person overrides it with a reason', () => {
    const low = { tvs: 20, completeness: 100 };
    expect(play(y6, ['SCREENING_STARTED'], ['SCORE_CONFIRMED', low]).value['work']).toBe(
      'universal_offer',
    );
    const override = {
      ...low,
      override: 'up',
      overrideReason: 'Moved three times',
      overrideBy: 'The EP',
    };
    expect(play(y6, ['SCREENING_STARTED'], ['SCORE_CONFIRMED', override]).value['work']).toBe(
      'moderation',
    );
  });

  it('refuses a score that is not complete enough, and says how complete it must be', () => {
    const reasons = refusal(() =>
      play(y6, ['SCREENING_STARTED'], ['SCORE_CONFIRMED', { tvs: 60, completeness: 59 }]),
    );
    expect(reasons).toMatchObject([
      { guard: 'completenessEnough', text: expect.stringContaining('at least 60') as string },
    ]);
  });

  it('starts no baseline without the family’s agreement and a worker, and says who gives each', () => {
    const reasons = refusal(() => play(y6, ...accepted, ['AGREEMENT_CONFIRMED']));
    expect(reasons.map(({ guard, missing }) => [guard, missing[0]!.byEvent])).toEqual([
      ['agreementGiven', 'CONSENT_GIVEN'],
      ['hasWorker', 'ALLOCATED'],
    ]);
  });

  it('takes agreement only from someone with parental responsibility', () => {
    expect(
      refusal(() => play(y6, ...accepted, ['CONSENT_GIVEN', { giverHasPR: false }])),
    ).toMatchObject([{ guard: 'giverHasPR' }]);
  });

  it('stops direct visits once agreement is taken back, but not work with the school', () => {
    const withdrawn = [...visiting, ['CONSENT_WITHDRAWN']] as const;
    expect(
      refusal(() => play(y6, ...withdrawn, ['VISIT_LOGGED', { type: 'direct' }])),
    ).toMatchObject([{ guard: 'agreementForDirectWork' }]);
    expect(play(y6, ...withdrawn, ['VISIT_LOGGED', { type: 'indirect' }]).value['work']).toBe(
      'primary_phase',
    );
    const basis = [
      ...withdrawn,
      ['BASIS_OVERRIDE', {}, { actorMay: ['consent.override'] }],
    ] as const;
    expect(refusal(() => play(y6, ...basis, ['VISIT_LOGGED', { type: 'direct' }]))).toHaveLength(1);
  });

  it('hands over only to a confirmed school with an approved passport', () => {
    const reasons = refusal(() =>
      play(y6, ...visiting, ['HANDOVER_HELD', { passportApproved: false }]),
    );
    expect(reasons.map(({ guard }) => guard)).toEqual(['destinationConfirmed', 'passportApproved']);
  });

  it('holds the place of an accepted child, and frees it when the family declines', () => {
    const state = play(y6, ['SCREENING_STARTED'], ['SCORE_CONFIRMED']);
    const event = (type: string, payload: object = {}) => ({
      type,
      occurredOn: '2026-10-05',
      payload: { ...y6.events[type]!.example, ...payload },
      facts: everything,
    });
    const held = advance(y6, state, event('PANEL_ACCEPTED'));
    expect(held.instructions).toContainEqual({ type: 'place.claim' });
    expect(advance(y6, held.state, event('AGREEMENT_REFUSED')).instructions).toContainEqual({
      type: 'place.release',
    });
  });

  it('closes as no response when both asks ran out (Y6-4)', () => {
    const { value, context } = play(y6, ...accepted, ['AGREEMENT_TIMEOUT'], ['AGREEMENT_TIMEOUT']);
    expect([value['work'], context['reasonCode']]).toEqual(['declined_by_family', 'NO_RESPONSE']);
  });

  it('ends local work for home education', () => {
    expect(play(y6, ...visiting, ['EHE_CONFIRMED']).value['work']).toBe('closed_ehe');
  });

  it('shows a blocked step with its reasons, and keeps what the form asks out of them', () => {
    const found = possibilities(y6, play(y6, ...visiting), {
      occurredOn: '2026-10-05',
      facts: everything,
    });
    const handover = found.find(({ type }) => type === 'HANDOVER_HELD')!;
    expect(handover.reasons.map(({ guard }) => guard)).toEqual(['destinationConfirmed']);
    expect(found.find(({ type }) => type === 'VISIT_LOGGED')!.reasons).toEqual([]);
  });
});
