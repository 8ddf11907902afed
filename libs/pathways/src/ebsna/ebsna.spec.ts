import { daysBetween, lastDayOf } from '@app/statutory-calendar';
import { ending, replayed, type Told } from '../../testing/replayed';
import { scenarioDays, stepped } from '../../testing/stepped';
import scenarios from '../../../../test/vectors/scenarios.json';
import { plannedDays } from '..';
import { ebsna } from '.';

const opened: Told = ['2026-11-03', null];
const submitted = (payload: object = {}): Told => ['2026-11-03', 'REFERRAL_SUBMITTED', payload];
const triaged = (payload: object = {}) => [opened, submitted(payload)] as const;
const allocated = [
  ...triaged(),
  ['2026-11-10', 'TRIAGE_TO_PANEL'],
  ['2026-11-18', 'PANEL_ALLOCATED'],
] as const satisfies readonly Told[];
const planned = [
  ...allocated,
  ['2026-11-19', 'FIRST_CONTACT_MADE'],
  ['2026-12-01', 'ASSESSMENT_COMPLETED'],
  ['2026-12-09', 'PLAN_AGREED'],
] as const satisfies readonly Told[];
const cycle = [
  ['2027-01-28', 'REVIEW_STARTED'],
  ['2027-02-01', 'REVIEW_CONTINUE'],
] as const satisfies readonly Told[];
const reviewed = [...planned, cycle[0]] as const;
const steppedDown = [
  ...reviewed,
  ['2027-02-01', 'REVIEW_STEP_DOWN'],
] as const satisfies readonly Told[];
const storyOf = (id: string, payloads: Readonly<Record<string, object>> = {}): Told[] =>
  scenarios.scenarios
    .find((it) => it.id === id)!
    .steps.map((step) => [
      step.on,
      step.event,
      payloads[step.event ?? ''] ?? {},
      (step as { facts?: object }).facts ?? {},
    ]);
const last = (...story: Told[]) => stepped(ebsna, ...story).at(-1)!;
const refusal = (...story: Told[]) => replayed(ebsna, ...story).at(-1)?.refused?.[0]?.text;
const tasks = (...story: Told[]) =>
  last(...story).instructions.flatMap((it) => (it.type === 'task.open' ? [it.task] : []));

describe('the referral', () => {
  it('needs the family’s view, or two attempts to ask for it', () => {
    expect(ending(ebsna, ...triaged({ viewAttempts: ['10 September, call'] }))).toBe(
      'parentViewOrAttempt',
    );
    expect(
      ending(ebsna, ...triaged({ viewAttempts: undefined, parentView: 'She is frightened' })),
    ).toBe('triage');
  });

  it.each([
    [{ level: '1' }, /school’s own plan/],
    [{ attempts: [{ on: '2026-06-08', who: 'SENCO', what: 'A talk', effect: 0 }] }, /two things/],
    [{ sessions: [] }, /attendance/],
    [{ immediateRisk: undefined }, /risk now/],
  ])('says what it still needs: %j', (payload, words) => {
    expect(refusal(...triaged(payload))).toMatch(words);
  });

  it('counts the worst sign, whatever level the school gave', () => {
    const { context } = last(...triaged({ level: '2', daysMissed: 16 })).state;
    expect(context['level']).toBe(4);
  });

  it('goes to triage within one working day when the child is at risk now, with a check the same day', () => {
    const { clocks } = last(...triaged({ immediateRisk: true }));
    expect(clocks.find(({ code }) => code === 'triage_sla')?.dueOn).toBe('2026-11-04');
    expect(tasks(...triaged({ immediateRisk: true }))).toEqual([
      'Check that children’s social care and health know today',
    ]);
    expect(tasks(...triaged())).toEqual([]);
  });

  it('tells those who referred that it came, and does so once', () => {
    const back: Told[] = [
      ...triaged(),
      ['2026-11-05', 'TRIAGE_MORE_INFO'],
      ['2026-11-09', 'INFO_RECEIVED'],
    ];
    const sent = stepped(ebsna, ...back).flatMap(({ instructions }) =>
      instructions.flatMap((it) => (it.type === 'message.send' ? [it.notice] : [])),
    );
    expect(sent).toEqual(['N-06', 'N-07']);
  });

  it('asks only those whom the officer chose for what is missing', () => {
    expect(
      last(...triaged(), ['2026-11-05', 'TRIAGE_MORE_INFO', { askedOf: ['family'] }]).instructions,
    ).toEqual([{ type: 'message.send', notice: 'N-07', to: ['family'] }]);
  });
});

describe('triage', () => {
  const advise: Told = ['2026-11-06', 'TRIAGE_ADVICE'];

  it('gives advice alone for levels 1 and 2 without risk, and says why the level changed', () => {
    expect(ending(ebsna, ...triaged(), advise)).toBe('advice_only');
    expect(ending(ebsna, ...triaged(), ['2026-11-06', 'TRIAGE_ADVICE', { level: '3' }])).toBe(
      'levelAtMost2',
    );
    expect(
      ending(ebsna, ...triaged(), ['2026-11-06', 'TRIAGE_ADVICE', { levelReason: undefined }]),
    ).toBe('levelChangeReasoned');
    expect(ending(ebsna, ...triaged({ immediateRisk: true }), advise)).toBe('notImmediateRisk');
  });

  it('leaves it to the panel when school and family see the cause differently', () => {
    const story = triaged({ viewsDiffer: true });
    expect(ending(ebsna, ...story, advise)).toBe('viewsAgree');
    expect(ending(ebsna, ...story, ['2026-11-06', 'TRIAGE_NOT_EBSNA'])).toBe('viewsAgree');
    expect(
      ending(ebsna, ...story, [
        '2026-11-06',
        'TRIAGE_TO_PANEL',
        { level: '2', levelReason: 'Better' },
      ]),
    ).toBe('panel_listed');
  });

  it('turns nobody away without a way on', () => {
    expect(
      ending(ebsna, ...triaged(), ['2026-11-06', 'TRIAGE_NOT_EBSNA', { onwardRoute: ' ' }]),
    ).toBe('onwardRoute');
    expect(last(...triaged(), ['2026-11-06', 'TRIAGE_NOT_EBSNA']).state.context['reasonCode']).toBe(
      'HEALTH_PRIMARY',
    );
  });

  it('gives level 2 to the team while it has room', () => {
    const give = (facts: object): Told => ['2026-11-06', 'TRIAGE_DIRECT_ALLOCATION', {}, facts];
    expect(ending(ebsna, ...triaged(), give({}))).toBe('allocated');
    expect(ending(ebsna, ...triaged(), give({ capacity: false }))).toBe('capacity');
  });

  it('closes nothing while a section 19 request of the child waits for a worker', () => {
    const unheld = { s19WithoutOwner: true };
    expect(ending(ebsna, ...triaged(), ['2026-11-06', 'TRIAGE_ADVICE', {}, unheld])).toBe(
      's19CaseHasOwner',
    );
    const timedOut: Told[] = [
      ...triaged({ level: '2', sessions: [{ attended: 93, possible: 100 }] }),
      ['2026-11-05', 'TRIAGE_MORE_INFO'],
    ];
    expect(ending(ebsna, ...timedOut, ['2026-11-20', 'INFO_TIMEOUT'])).toBe('advice_only');
    expect(ending(ebsna, ...timedOut, ['2026-11-20', 'INFO_TIMEOUT', {}, unheld])).toBe(
      'panel_listed',
    );
  });
});

describe('the panel', () => {
  it('puts a case off twice and no more', () => {
    const listed = [
      ...triaged(),
      ['2026-11-10', 'TRIAGE_TO_PANEL'],
    ] as const satisfies readonly Told[];
    const off: Told = ['2026-11-11', 'PANEL_DEFERRED'];
    expect(ending(ebsna, ...listed, off, off)).toBe('panel_listed');
    expect(ending(ebsna, ...listed, off, off, off)).toBe('deferralsBelow2');
  });

  it('counts the days of waiting without a worker, and keeps a date on the case meanwhile', () => {
    const steps = stepped(ebsna, ...storyOf('EB-2'));
    const waiting = steps[4]!;
    expect(waiting.state.context['waitingSince']).toBe('2026-11-25');
    expect(daysBetween('2026-11-25', '2026-12-09')).toBe(14);
    expect(
      waiting.clocks.find(({ code, status }) => code === 'panel_date' && status === 'open')?.dueOn,
    ).toBe('2026-12-09');
  });

  it.each([
    ['ehc', 'ehc_needs_assessment', 'EHC_REQUESTED'],
    ['hd', 'hd_referral', 'HD_PLACE'],
    ['tats', 'tats_case', 'OTHER_SERVICE_LEADS'],
    ['s19', 's19_request', 'OTHER_SERVICE_LEADS'],
    ['eotas', undefined, 'EOTAS'],
  ])('hands on by the route %s to %s', (route, pathway, code) => {
    const { state, instructions } = last(
      ...triaged(),
      ['2026-11-10', 'TRIAGE_TO_PANEL'],
      ['2026-11-18', 'PANEL_OTHER_ROUTE', { route }],
    );
    expect(state.context['reasonCode']).toBe(code);
    expect(instructions.flatMap((it) => (it.type === 'case.open' ? [it.pathway] : []))).toEqual(
      pathway ? [pathway] : [],
    );
  });
});

it('leaves a part-time timetable to nobody’s memory when the case closes', () => {
  const closes: Told = ['2026-11-18', 'PANEL_ADVICE'];
  const listed = [
    ...triaged(),
    ['2026-11-10', 'TRIAGE_TO_PANEL'],
  ] as const satisfies readonly Told[];
  expect(tasks(...listed, closes)).toEqual([]);
  expect(tasks(...listed, ['2026-11-11', 'PTT_STARTED'], closes)).toEqual([
    'Agree who keeps watch until the child is full time again',
  ]);
});

describe('section 19 (EB-2)', () => {
  const spawned = (payload: object) =>
    stepped(ebsna, ...storyOf('EB-2', { REFERRAL_SUBMITTED: payload })).map(({ instructions }) =>
      instructions.flatMap((it) => (it.type === 'case.open' ? [it] : [])),
    );

  it('is asked on the day of the referral when 15 school days are missed, and once only', () => {
    expect(spawned({ daysMissed: 15, illnessDays: 15 })).toEqual([
      [],
      [
        expect.objectContaining({
          pathway: 's19_request',
          answers: { triggerType: 'illness', requestedBy: 'council' },
        }),
      ],
      [],
      [],
      [],
      [],
    ]);
  });

  it('is asked when the case is listed at level 4, and not before', () => {
    expect(spawned({ daysMissed: 14 }).map((some) => some.length)).toEqual([0, 0, 0, 1, 0, 0]);
  });
});

describe('support', () => {
  it('starts no work with the child after the family has said no, whatever basis there is for data', () => {
    const no: Told[] = [
      ['2026-11-18', 'CONSENT_REQUESTED', {}, { contactExists: true }],
      ['2026-11-18', 'CONSENT_REFUSED'],
    ];
    const contact: Told = ['2026-11-19', 'FIRST_CONTACT_MADE'];
    expect(ending(ebsna, ...allocated, ...no, contact)).toBe('familyHasNotSaidNo');
    expect(ending(ebsna, ...allocated, ...no, ['2026-11-18', 'BASIS_OVERRIDE'], contact)).toBe(
      'familyHasNotSaidNo',
    );
    expect(ending(ebsna, ...allocated, ...no, ['2026-11-18', 'CONSENT_GIVEN'], contact)).toBe(
      'assessing',
    );
  });

  it('needs three attempts before it says that nobody could be reached', () => {
    const nobody = (n: number): Told => [
      '2026-11-20',
      'NO_CONTACT',
      { attempts: Array.from({ length: n }, (_, i) => `Call ${i}`) },
    ];
    expect(ending(ebsna, ...allocated, nobody(2))).toBe('threeAttempts');
    expect(ending(ebsna, ...allocated, nobody(3))).toBe('review');
  });

  it('finishes an assessment with the child’s view, the scale or a reason, and every measure', () => {
    const finished = (payload: object) =>
      ending(
        ebsna,
        ...allocated,
        ['2026-11-19', 'FIRST_CONTACT_MADE'],
        ['2026-12-01', 'ASSESSMENT_COMPLETED', payload],
      );
    expect(finished({ pupilVoice: '' })).toBe('pupilVoice');
    expect(finished({ childScale: undefined, parentScale: undefined })).toBe(
      'functionScaleOrReason',
    );
    expect(
      finished({ childScale: undefined, parentScale: undefined, functionScaleReason: 'Cards' }),
    ).toBe('planning');
    expect(finished({ measures: { attendance: 71 } })).toBe('baseline');
  });

  it('keeps the baseline and the main functions as they were', () => {
    const { context } = last(...planned).state;
    expect(context['baseline']).toMatchObject({ attendance: 71, anxiety: 7 });
    expect(context['mainFunctions']).toEqual([1]);
  });

  it('goes on with a family that disagrees when its words are recorded', () => {
    const agree = (payload: object) =>
      ending(ebsna, ...planned.slice(0, -1), ['2026-12-09', 'PLAN_AGREED', payload]);
    expect(agree({ familyAgrees: false })).toBe('familyAgreesOrDisagreementRecorded');
    expect(agree({ familyAgrees: false, disagreement: 'Too fast for her' })).toBe('plan_active');
    expect(agree({ schoolAgrees: false })).toBe('schoolAgrees');
  });

  it('asks for a step every five school days', () => {
    const { clocks } = last(...planned, ['2026-12-11', 'STEP_RECORDED']);
    expect(clocks.filter(({ code }) => code === 'contact_gap').map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-16',
      '2026-12-18',
    ]);
  });

  it('alerts a manager to a penalty notice warning', () => {
    expect(tasks(...planned, ['2026-12-10', 'PENALTY_WARNING_ISSUED'])).toContain(
      'Check that support came first, and note it',
    );
  });

  it('keeps the case when the child changes school, and looks at the school factors again', () => {
    const moved: Told[] = [...planned, ['2026-12-10', 'SCHOOL_CHANGED']];
    expect(ending(ebsna, ...moved)).toBe('plan_active');
    expect(tasks(...moved)).toContain('Look at the school factors again, with the new school');
  });
});

describe('reviews', () => {
  it('lets only a manager start a fifth cycle, and flags the long case', () => {
    const four = [...planned, ...cycle, ...cycle, ...cycle] as const;
    expect(last(...four).state.context).toMatchObject({ cycle: 4, longCase: false });
    const alone: Told = ['2027-02-01', 'REVIEW_CONTINUE', {}, { actorMay: [] }];
    expect(refusal(...four, cycle[0], alone)).toContain('only a SEND manager');
    expect(last(...four, ...cycle).state.context).toMatchObject({ cycle: 5, longCase: true });
  });

  it('steps down when every one of four weeks is at the target of the plan', () => {
    const weeks = (week3: number): Told => [
      '2027-02-01',
      'REVIEW_STEP_DOWN',
      { lastWeeks: { week1: 92, week2: 93, week3, week4: 94 } },
    ];
    expect(ending(ebsna, ...reviewed, weeks(89.9))).toBe('attendanceAtTargetFor4Weeks');
    expect(ending(ebsna, ...reviewed, weeks(90))).toBe('step_down');
    const higher: Told[] = [
      ...planned.slice(0, -1),
      ['2026-12-09', 'PLAN_AGREED', { targetAttendance: 95 }],
      cycle[0],
    ];
    expect(ending(ebsna, ...higher, weeks(94))).toBe('attendanceAtTargetFor4Weeks');
  });

  it('loses contact only after three attempts and a talk with the safeguarding lead', () => {
    const lost = (payload: object): Told => ['2027-02-01', 'REVIEW_DISENGAGED', payload];
    expect(ending(ebsna, ...reviewed, lost({ dslConsulted: false }))).toBe('dslConsulted');
    expect(ending(ebsna, ...reviewed, lost({ attempts: ['12 January, call'] }))).toBe(
      'threeAttempts',
    );
    expect(tasks(...reviewed, lost({}))).toHaveLength(2);
  });

  it('starts a new cycle after two weeks below the target, and counts the relapse', () => {
    const back = (weeksBelow: number): Told => ['2027-03-15', 'RELAPSE', { weeksBelow }];
    expect(ending(ebsna, ...steppedDown, back(1))).toBe('belowTarget2Weeks');
    expect(last(...steppedDown, back(2)).state.context).toMatchObject({ cycle: 2, relapses: 1 });
  });

  it('closes as back at school only with attendance held, and full time', () => {
    const end = (payload: object = {}): Told => ['2027-06-23', 'STEP_DOWN_ENDED', payload];
    expect(ending(ebsna, ...steppedDown, end({ attendance: 89.9 }))).toBe('attendanceHeld');
    expect(ending(ebsna, ...steppedDown, ['2027-03-01', 'PTT_STARTED'], end())).toBe(
      'fullTimeAgain',
    );
    expect(last(...steppedDown, end()).state.context['reasonCode']).toBe('OUTCOME_ACHIEVED');
  });

  it('asks whether the return has held 12 school weeks and a year after it has closed', () => {
    const { closed, instructions } = last(...steppedDown, ['2027-06-23', 'STEP_DOWN_ENDED', {}]);
    expect(closed).toBe(true);
    expect(instructions).toMatchObject([
      { type: 'task.open', for: 'owner', due: { unit: 'SW', n: 12 } },
      { type: 'task.open', for: 'owner', due: { unit: 'CW', n: 52 } },
    ]);
  });
});

describe('EB-1', () => {
  it('takes 31 school weeks from allocation to the end', () => {
    const weeks = { unit: 'SW', n: 31, roll: true } as const;
    expect(lastDayOf(weeks, '2026-10-07', scenarioDays)).toBe('2027-06-30');
  });

  it('counts neither half term nor the training day after it in the assessment’s 15 days', () => {
    const between = { occurredOn: '2026-10-13', payload: { endOn: '2026-11-11' } };
    expect(plannedDays(between, scenarioDays)).toEqual({ schoolDaysPlanned: 15 });
    expect(scenarioDays.workingDaysBetween('2026-10-13', '2026-11-11')).toBe(21);
  });
});

describe('EB-4', () => {
  it('tells the home education team the same day, asks about the plan and stops what was to be sent', () => {
    const ehe: Told = ['2027-02-03', 'EHE_CONFIRMED', { deregistrationDate: '2027-02-01' }];
    const { instructions, state, clocks } = last(...planned, ehe);
    expect(instructions).toEqual(
      expect.arrayContaining([
        { type: 'message.send', notice: 'N-41', to: ['ehe_team'] },
        expect.objectContaining({
          type: 'task.open',
          task: 'If there is an EHC plan: ask its case officer to check sections F and I',
        }),
        { type: 'messages.cancel', reason: 'The child is taught at home now' },
      ]),
    );
    expect(state.context['reasonCode']).toBe('EHE');
    expect(clocks.filter(({ status }) => status === 'open')).toEqual([]);
  });
});
