import scenarios from '../../../../test/vectors/scenarios.json';
import {
  advance,
  begin,
  type Facts,
  NotAllowedNow,
  pathwayNamed,
  pathways,
  type PathwayState,
  replayScenarios,
  type Step,
} from '..';

const tats = pathwayNamed('tats_case');
const CHAIR: Facts = { actorMay: ['chair.approve'], slotAvailable: true };
const DAY = '2026-10-21';

type Said = readonly [type: string, payload?: object, facts?: Facts, on?: string];

const eventOf = ([type, payload, facts, on = DAY]: Said) => ({
  type,
  occurredOn: on,
  payload: { ...tats.events[type]?.example, ...payload },
  facts: { ...CHAIR, ...facts },
});
const opened = (payload: object = {}): PathwayState =>
  begin(tats, eventOf(['CHILD_IDENTIFIED', payload, {}, '2026-10-12'])).state;
const after = (state: PathwayState, said: Said): Step => advance(tats, state, eventOf(said));
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
const referredTo = ({ instructions }: Step) =>
  instructions.flatMap((it) => (it.type === 'case.open' ? [it] : []));
const asked = (answer: string, more: object = {}) => ({
  ehcQuestion: { answer, parentTold: true, reason: 'Needs are not met yet', ...more },
});

const LISTED: Said = ['LISTED_FOR_MEETING', { meetingOn: DAY }, {}, '2026-10-14'];
const triaged = () => play(opened(), ['TRIAGE_STARTED']);
const discussed = () => play(triaged(), LISTED, ['ITEM_OPENED']);

describe('putting a child forward', () => {
  it('needs the one page from a school, and only the rule for a child found in the data', () => {
    const bare = { worry: undefined, workingWell: undefined, strategies: ['One'] };
    const [reason] = refusal(() => opened(bare));
    expect(reason?.guard).toBe('onePageGiven');
    expect(reason?.text).toContain('the worry, what is working well, two things that were tried');
    const found = { ...bare, askOfMeeting: undefined, source: 'data_rule' };
    expect(namesOf(() => opened(found))).toEqual(['onePageGiven']);
    expect(opened({ ...found, rule: 'T3' }).value['work']).toBe('identified');
  });

  it('wants to know what came of the EHC question, when, and whether the parent was told', () => {
    const partly = { ehcBefore: { outcome: 'discussed', reason: 'At the review' } };
    expect(namesOf(() => opened(partly))).toEqual(['ehcConsidered']);
    expect(namesOf(() => opened({ ehcBefore: { outcome: 'no' } }))).toEqual(['ehcConsidered']);
    opened({ ehcBefore: { outcome: 'discussed', on: '2026-09-30', parentTold: false } });
  });

  it('asks for the reason, and tells the manager, when a child is back for the third time in a year', () => {
    expect(namesOf(() => opened({ before: 'third_in_year' }))).toEqual(['thirdTimeExplained']);
    const third = opened({ before: 'third_in_year', whyNotOther: 'A unit place was full' });
    const { instructions } = after(third, ['TRIAGE_STARTED']);
    expect(instructions).toMatchObject([{ type: 'task.open', for: 'manager' }]);
    expect(after(opened(), ['TRIAGE_STARTED']).instructions).toEqual([]);
  });
});

describe('the list', () => {
  it('adds up the priority at triage and raises it when the group itself puts the child off', () => {
    expect(triaged().context['priority']).toBe(52);
    const listed = play(triaged(), LISTED);
    const late = play(listed, ['ITEM_DEFERRED', { reason: 'PAPERS_MISSING' }]);
    expect(late.context['priority']).toBe(52);
    const twice = play(late, ['ITEM_DEFERRED', { reason: 'TIME_RAN_OUT' }]);
    expect(twice.context).toMatchObject({ priority: 57, deferrals: 2, meetingOn: '2026-10-28' });
    expect(namesOf(() => after(twice, ['ITEM_DEFERRED']))).toEqual(['deferralsUnder2']);
  });

  it('says so when every slot is taken, and lets the chair add one urgent child', () => {
    const full: Facts = { slotAvailable: false };
    const [reason] = refusal(() => after(triaged(), ['LISTED_FOR_MEETING', {}, full]));
    expect(reason?.missing.map(({ byEvent }) => byEvent)).toContain('LISTED_URGENT');
    expect(play(triaged(), ['LISTED_URGENT', {}, full]).value['work']).toBe('listed');
    const noChair: Facts = { actorMay: [] };
    expect(namesOf(() => after(triaged(), ['LISTED_URGENT', {}, noChair]))).toEqual([
      'chairApproves',
    ]);
  });

  it('lists a child without papers only where permanent exclusion is a risk', () => {
    const calm = play(opened({ pexRisk: 'none' }), ['TRIAGE_STARTED'], ['MORE_INFO_REQUESTED']);
    expect(namesOf(() => after(calm, LISTED))).toEqual(['pexRisk']);
    const word = after(calm, ['LISTED_FOR_MEETING', { pexRisk: true }]);
    expect(word.state.context['pexRisk']).toBe(true);
    const atRisk = play(opened(), ['TRIAGE_STARTED'], ['MORE_INFO_REQUESTED']);
    expect(after(atRisk, LISTED).instructions).toMatchObject([
      { type: 'message.send', notice: 'N-17' },
      { type: 'task.open', for: 'panel_coordinator' },
    ]);
  });

  it('keeps the place of a child whose meeting was not held, without counting it as put off', () => {
    const listed = play(triaged(), LISTED);
    const moved = after(listed, ['MEETING_NOT_HELD', { cause: 'inquorate' }]);
    expect(moved.state.context).toMatchObject({ deferrals: 0, meetingOn: '2026-10-28' });
    expect(moved.instructions).toMatchObject([{ type: 'message.send', notice: 'N-18' }]);
    const odd: Said = ['MEETING_NOT_HELD', { cause: 'rain' }];
    expect(namesOf(() => after(listed, odd))).toEqual(['reasonCancelledOrInquorate']);
  });
});

describe('opening the item', () => {
  const listed = () => play(triaged(), LISTED);

  it('waits for the day of the meeting, and for a quorum', () => {
    const early: Said = ['ITEM_OPENED', {}, {}, '2026-10-20'];
    const [reason] = refusal(() => after(listed(), early));
    expect(reason).toMatchObject({ guard: 'meetingInSession' });
    expect(reason?.text).toContain('21 October');
    expect(namesOf(() => after(listed(), ['ITEM_OPENED', { quorate: false }]))).toEqual([
      'quorate',
    ]);
    expect(namesOf(() => after(listed(), ['ITEM_OPENED', {}, { quorate: false }]))).toEqual([
      'quorate',
    ]);
    expect(
      play(listed(), ['ITEM_OPENED', { quorate: false }, { quorate: true }]).value['work'],
    ).toBe('in_discussion');
  });

  it('has a deputy in the chair where the chair has an interest', () => {
    const interest = { conflicts: ['chair'] };
    expect(namesOf(() => after(listed(), ['ITEM_OPENED', interest]))).toEqual(['chairFree']);
    play(listed(), ['ITEM_OPENED', { ...interest, deputyChair: 'Deputy head of inclusion' }]);
  });
});

describe('the decision', () => {
  it('wants an action, and somebody to do it', () => {
    for (const actions of [[], undefined, 'x', [null], [{ what: 'Visit' }]])
      expect(namesOf(() => after(discussed(), ['DECISION_ACTIONS', { actions }]))).toEqual([
        'actionWithOwnerAndDue',
      ]);
  });

  it('wants an answer to the EHC question, whatever is decided', () => {
    const decisions = Object.keys(tats.events).filter((type) => type.startsWith('DECISION_'));
    expect(decisions).toHaveLength(5);
    for (const type of decisions)
      for (const ehcQuestion of [undefined, { answer: 'not_now', reason: 'x' }])
        expect(namesOf(() => after(discussed(), [type, { ehcQuestion }]))).toEqual(['ehcAnswered']);
  });

  it('offers the EHC request with the day on which officers thought that a plan may be needed', () => {
    const step = after(discussed(), ['DECISION_ACTIONS', asked('may_need', { on: '2026-10-19' })]);
    const [offer] = referredTo(step);
    expect(offer).toMatchObject({ pathway: 'ehc_needs_assessment', answers: { source: 'other' } });
    expect(offer?.reason).toContain('19 October 2026');
    expect(step.state.context['ehcAnswer']).toBe('may_need');
    const today = after(discussed(), ['DECISION_SIGNPOST', asked('may_need')]);
    expect(referredTo(today)[0]?.reason).toContain('21 October 2026');
  });

  it('refuses nothing and offers nothing when the answer is not now', () => {
    const step = after(discussed(), ['DECISION_ACTIONS', asked('not_now')]);
    expect(referredTo(step)).toEqual([]);
    expect(JSON.stringify(step.instructions)).not.toMatch(/refus/i);
  });

  it('hands a child on once, also where the other pathway is the EHC assessment', () => {
    const toEhc = after(discussed(), [
      'DECISION_MOVE_PATHWAY',
      { ...asked('may_need'), pathway: 'ehc' },
    ]);
    expect(referredTo(toEhc).map(({ pathway }) => pathway)).toEqual(['ehc_needs_assessment']);
    const toUnit = after(discussed(), ['DECISION_MOVE_PATHWAY', { pathway: 'hd' }]);
    expect(referredTo(toUnit).map(({ pathway }) => pathway)).toEqual(['hd_referral']);
    expect(
      namesOf(() => after(discussed(), ['DECISION_MOVE_PATHWAY', { pathway: 'moon' }])),
    ).toEqual(['onwardPathway']);
  });

  it('gives the next form only answers that it asks for', () => {
    const answers = ['hd', 'ehc', 's19', 'ebsna', 'y6', 'ap'].flatMap((pathway) =>
      referredTo(after(discussed(), ['DECISION_MOVE_PATHWAY', { pathway, ...asked('not_now') }])),
    );
    const excluded = referredTo(after(discussed(), ['PERMANENTLY_EXCLUDED']));
    expect(excluded[0]?.answers).toMatchObject({ exclusionFirstDay: '2026-11-11' });
    const unasked = [...answers, ...excluded].flatMap(({ pathway, answers: known = {} }) => {
      const { events, opensWith } = pathwayNamed(pathway);
      const fields = Object.keys(events[opensWith]!.payload.shape);
      return Object.keys(known).filter((name) => !fields.includes(name));
    });
    expect(unasked).toEqual([]);
  });

  it('closes as stable only what is stable, and only with every action done', () => {
    const stability = {
      noRisk: true,
      suspendedDays: 1.5,
      attendanceHeld: false,
      schoolAgrees: true,
    };
    const [reason] = refusal(() => after(discussed(), ['DECISION_CLOSE_STABLE', { stability }]));
    expect(reason?.guard).toBe('stabilityCriteria');
    expect(reason?.text).toContain('one suspended day');
    expect(reason?.text).toContain('attendance no worse');
    const open: Facts = { openActions: ['Outreach visit'] };
    const [still] = refusal(() => after(discussed(), ['DECISION_CLOSE_STABLE', {}, open]));
    expect(still?.text).toBe('Actions are still open: Outreach visit');
    expect(
      namesOf(() => after(discussed(), ['DECISION_CLOSE_STABLE', { actionsDone: undefined }])),
    ).toEqual(['noOpenActions']);
    const done = after(discussed(), [
      'DECISION_CLOSE_STABLE',
      { actionsDone: false },
      { openActions: [] },
    ]);
    expect(done).toMatchObject({
      closed: true,
      state: { context: { reasonCode: 'OUTCOME_ACHIEVED' } },
    });
  });
});

describe('a permanent exclusion', () => {
  const excluded = (payload: object = {}) =>
    after(play(discussed(), ['DECISION_ACTIONS']), ['PERMANENTLY_EXCLUDED', payload]);

  it('tells everybody who must act, asks for education from the sixth day and opens the way to a unit', () => {
    const step = excluded();
    expect(step.state.context).toMatchObject({
      hdEligible: true,
      reasonCode: 'PERMANENTLY_EXCLUDED',
    });
    expect(step.instructions).toMatchObject([
      {
        type: 'message.send',
        notice: 'N-47',
        to: ['manager', 'virtual_school', 'owner', 'social_care'],
      },
      { type: 'task.open', for: 'owner' },
      { type: 'task.open', for: 'manager', due: { unit: 'SD', n: 5 } },
      { type: 'case.open', pathway: 's19_request' },
      {
        type: 'case.open',
        pathway: 'exclusion',
        answers: { kind: 'permanent', educationAsked: true },
      },
    ]);
  });

  it('is not recorded without its first day and an answer to the EHC question', () => {
    expect(namesOf(() => excluded({ exclusionFirstDay: undefined }))).toEqual(['exclusionDate']);
    expect(namesOf(() => excluded({ ehcQuestion: undefined }))).toEqual(['ehcAnswered']);
    expect(
      referredTo(excluded(asked('may_need')))
        .map(({ pathway }) => pathway)
        .sort(),
    ).toEqual(['ehc_needs_assessment', 'exclusion', 's19_request']);
  });
});

describe('the clocks of the Team Around the School', () => {
  const dueAfter = (...steps: { on: string; event: string | null; payload?: object }[]) =>
    replayScenarios(
      {
        calendar: scenarios.calendar,
        scenarios: [
          {
            id: 'own',
            machine: 'tats_case',
            steps: [
              { on: '2026-10-12', event: null },
              { on: '2026-10-13', event: 'TRIAGE_STARTED' },
              { on: '2026-10-14', event: 'LISTED_FOR_MEETING', payload: { meetingOn: DAY } },
              ...steps,
            ],
          },
        ],
      },
      pathways,
    ).at(-1)!.due;

  it('take the papers and the day of the meeting along when it moves', () => {
    expect(dueAfter()).toMatchObject({ paper_deadline: '2026-10-15', meeting_on: DAY });
    const put = { on: DAY, event: 'MEETING_NOT_HELD', payload: { meetingOn: '2026-11-04' } };
    expect(dueAfter(put)).toMatchObject({
      paper_deadline: '2026-10-29',
      meeting_on: '2026-11-04',
      extra_slot_by: '2026-10-26',
    });
  });

  it('look again on the day that the chair sets, and give the school its feedback in two working days', () => {
    const decided = [
      { on: DAY, event: 'ITEM_OPENED' },
      { on: DAY, event: 'DECISION_ACTIONS', payload: { reviewOn: '2026-11-18' } },
    ];
    expect(dueAfter(...decided)).toMatchObject({
      review_date: '2026-11-18',
      action_default: '2026-11-12',
      feedback: '2026-10-23',
    });
    const { instructions } = after(discussed(), ['DECISION_ACTIONS']);
    expect(instructions).toContainEqual(
      expect.objectContaining({ notice: 'N-16', to: ['school', 'family'] }),
    );
  });
});
