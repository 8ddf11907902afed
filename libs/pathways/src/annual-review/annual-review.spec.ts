import { advance, begin, keepClocks, type PathwayEvent, type PathwayState } from '..';
import scenarios from '../../../../test/vectors/scenarios.json';
import { makeCalendar } from '@app/statutory-calendar';
import { ending, replayed, type Told } from '../../testing/replayed';
import { annualReview } from '.';

const calendar = makeCalendar({
  bankHolidays: scenarios.calendar.bankHolidays,
  terms: scenarios.calendar as never,
});
const due = (...story: Told[]) => replayed(annualReview, ...story).at(-1)!.due;
const end = (...story: Told[]) => ending(annualReview, ...story);
const said = (...story: Told[]) => replayed(annualReview, ...story).at(-1)!.refused?.[0]?.text;

const toSecondary = {
  reviewKind: 'phase_transfer',
  lastConcludedOn: '2026-01-19',
  transferType: 'primary_to_secondary',
  transferOn: '2027-09-01',
};
const opened: Told = ['2026-09-07', null, toSecondary];
const arranged: Told[] = [opened, ['2026-09-14', 'MEETING_ARRANGED', { meetingOn: '2026-11-03' }]];
const held: Told[] = [...arranged, ['2026-11-03', 'MEETING_HELD']];
const reported: Told[] = [...held, ['2026-11-16', 'REPORT_RECEIVED']];
const checked: Told[] = [...reported, ['2026-11-20', 'QUALITY_CHECKED']];
const amending: Told[] = [...checked, ['2026-11-27', 'DECISION_AMEND']];

const event = (
  type: string,
  occurredOn: string,
  payload: object = {},
  facts: object = {},
): PathwayEvent => ({
  type,
  occurredOn,
  payload: { ...annualReview.events[type]?.example, ...payload },
  facts: { actorMay: ['review.decide', 'cease.decide'], passed: [], ...facts },
});
const after = (start: PathwayState, ...events: PathwayEvent[]) =>
  events.reduce((state, one) => advance(annualReview, state, one).state, start);
const decided = (payload: object = {}) =>
  after(
    begin(annualReview, event('REVIEW_OPENED', '2026-09-07', payload)).state,
    event('MEETING_ARRANGED', '2026-09-14'),
    event('MEETING_HELD', '2026-11-03'),
    event('REPORT_RECEIVED', '2026-11-16'),
  );

describe('the dates a review opens with', () => {
  it('counts twelve months from the day the last review was concluded, that day included', () => {
    expect(due(['2026-09-07', null, { lastConcludedOn: '2026-01-19' }])).toMatchObject({
      ar_conclude_by: '2027-01-18',
      meeting_by: '2026-12-21',
      arrange_by: '2026-11-09',
    });
  });

  it('counts from the plan for a first review, also from 29 February', () => {
    const first = { reviewKind: 'first', lastConcludedOn: undefined, planFinalOn: '2024-02-29' };
    expect(due(['2024-12-02', null, first])).toMatchObject({ ar_conclude_by: '2025-02-28' });
  });

  it('holds a child who moves on to 15 February and the last safe meeting twelve weeks before (AR-1)', () => {
    expect(due(opened)).toMatchObject({
      phase_transfer_by: '2027-02-15',
      meeting_by: '2026-11-23',
    });
  });

  it.each([
    ['secondary_to_post16', '2027-09-06', { phase_transfer_by: '2027-03-31' }],
    ['post16_to_post16', '2027-09-01', { post16_transfer_by: '2027-04-01' }],
    ['post16_to_post16', '2026-07-31', { post16_transfer_by: '2026-02-28' }],
  ])('dates the move %s on %s', (transferType, transferOn, dates) => {
    const move = { ...toSecondary, transferType, transferOn };
    expect(due(['2026-01-20', null, move])).toMatchObject(dates);
  });

  it('gives a plan from another council the later of its year and three months from the move', () => {
    const moved = { lastConcludedOn: '2025-10-10', transferredInOn: '2026-09-14' };
    expect(due(['2026-09-14', null, moved])['ar_conclude_by']).toBe('2026-12-13');
    const early = { lastConcludedOn: '2026-08-10', transferredInOn: '2026-09-14' };
    expect(due(['2026-09-14', null, early])['ar_conclude_by']).toBe('2027-08-09');
  });

  it.each([
    [{ lastConcludedOn: undefined }, 'reviewDateKnown'],
    [{ lastConcludedOn: '2026-09-08' }, 'datesNotAhead'],
    [{ lastConcludedOn: undefined, planFinalOn: '2026-09-08' }, 'datesNotAhead'],
    [{ transferredInOn: '2026-09-08' }, 'datesNotAhead'],
    [{ reviewKind: 'phase_transfer' }, 'transferKnown'],
    [{ reviewKind: 'phase_transfer', transferType: 'primary_to_secondary' }, 'transferKnown'],
    [{ reviewKind: 'phase_transfer', transferOn: '2027-09-01' }, 'transferKnown'],
  ])('does not open on %o', (payload, guard) => {
    expect(end(['2026-09-07', null, payload])).toBe(guard);
  });

  it('reminds of an earlier review for a child under 5, and gives an early one six weeks', () => {
    const young = { reviewKind: 'early_years', lastConcludedOn: '2026-06-01' };
    expect(due(['2026-09-07', null, young])['under5_consider']).toBe('2026-12-01');
    expect(due(['2026-09-07', null, { reviewKind: 'early' }])['early_meeting']).toBe('2026-10-19');
  });
});

describe('who arranges the meeting', () => {
  const asks = (payload: object) =>
    begin(annualReview, event('REVIEW_OPENED', '2026-09-07', payload)).instructions;

  it('asks the head of a child at school, and otherwise makes it the council’s task', () => {
    expect(asks({})).toEqual([expect.objectContaining({ notice: 'N-55', to: ['school'] })]);
    expect(asks({ arrangedBy: 'authority' })).toEqual([
      expect.objectContaining({ type: 'task.open', for: 'owner' }),
    ]);
  });

  it('chases a school that sets no date, then arranges it for a reason', () => {
    const chased: Told[] = [opened, ['2026-10-12', 'MEETING_CHASED', { whyNotYet: 'staffing' }]];
    expect(due(...chased)['arrange_by']).toBe('2026-10-19');
    expect(end(...chased, ['2026-10-20', 'AUTHORITY_ARRANGES', { reason: '' }])).toBe(
      'reasonOnForm',
    );
    const took: Told[] = [...chased, ['2026-10-20', 'AUTHORITY_ARRANGES']];
    expect(due(...took)['invite_by']).toBe('2026-10-27');
    expect(end(...took, ['2026-10-21', 'MEETING_CHASED'])).toBe('schoolArranges');
  });

  it('puts a meeting that was never held back on the list, with the reason', () => {
    const missed: Told = ['2026-11-03', 'MEETING_NOT_HELD', { reason: 'school' }];
    expect(end(...arranged, ['2026-11-02', 'MEETING_NOT_HELD'])).toBe('meetingDayCome');
    expect(end(...arranged, missed)).toBe('due');
    expect(due(...arranged, missed)['arrange_by']).toBe('2026-11-10');
  });

  it('goes on for a child taught at home, and the council arranges it', () => {
    const home: Told = ['2026-09-21', 'EHE_CONFIRMED', { deregistrationDate: '2026-09-18' }];
    expect(end(opened, home)).toBe('due');
    expect(due(opened, home)['invite_by']).toBe('2026-09-28');
  });

  it.each(['FAMILY_WITHDREW', 'PANEL_LISTED'])('knows no %s', (type) => {
    expect(end(opened, ['2026-09-14', type])).toBe('possibleFromHere');
  });
});

describe('the meeting', () => {
  it('needs two weeks’ notice, to the day', () => {
    expect(end(opened, ['2026-09-14', 'MEETING_ARRANGED', { meetingOn: '2026-09-28' }])).toBe(
      'arranged',
    );
    expect(said(opened, ['2026-09-14', 'MEETING_ARRANGED', { meetingOn: '2026-09-27' }])).toBe(
      'Everybody must have two weeks’ notice: choose Monday 28 September 2026 or a later day',
    );
  });

  it('is not set for a training day unless the school agrees (AR-1)', () => {
    const inset = (payload: object): Told => [
      '2026-09-14',
      'MEETING_ARRANGED',
      { meetingOn: '2026-11-02', ...payload },
      { schoolDay: false },
    ];
    expect(end(opened, inset({}))).toBe('schoolOpenThatDay');
    expect(end(opened, inset({ schoolAgrees: true }))).toBe('arranged');
  });

  it('moves with notice or with everybody’s agreement, and its dates move with it', () => {
    const move = (payload: object): Told => ['2026-10-26', 'MEETING_MOVED', payload];
    expect(end(...arranged, move({ meetingOn: '2026-11-06', everybodyAgrees: false }))).toBe(
      'noticeOrAgreement',
    );
    expect(end(...arranged, move({ meetingOn: '2026-11-06', everybodyAgrees: true }))).toBe(
      'arranged',
    );
    expect(said(...arranged, move({ meetingOn: '2026-11-06', everybodyAgrees: false }))).toBe(
      'Choose Monday 9 November 2026 or a later day, or record that everybody agrees to a shorter notice',
    );
    const moved = due(...arranged, move({ meetingOn: '2026-11-10', everybodyAgrees: false }));
    expect(moved).toMatchObject({ papers: '2026-10-27', meeting_day: '2026-11-10' });
    expect(end(...held, move({ meetingOn: '2026-12-10' }))).toBe('possibleFromHere');
  });

  it('is over before a decision without the views of child and family having been sought', () => {
    const unasked: Told[] = [
      ...arranged,
      ['2026-11-03', 'MEETING_HELD', { childView: 'not_sought' }],
      ['2026-11-16', 'REPORT_RECEIVED'],
      ['2026-11-20', 'QUALITY_CHECKED'],
    ];
    expect(end(...unasked, ['2026-11-27', 'DECISION_AMEND'])).toBe('viewsSought');
    expect(
      end(
        ...unasked,
        ['2026-11-23', 'VIEWS_SOUGHT', { childView: 'sought' }],
        ['2026-11-27', 'DECISION_AMEND'],
      ),
    ).toBe('amending');
  });
});

describe('the decision', () => {
  it('does not wait for a report, and remembers that it was late (AR-2)', () => {
    const without = (on: string) =>
      after(
        begin(annualReview, event('REVIEW_OPENED', '2027-01-04')).state,
        event('MEETING_ARRANGED', '2027-01-04', { meetingOn: '2027-01-18' }),
        event('MEETING_HELD', '2027-01-18'),
        event('DECIDED_WITHOUT_REPORT', on),
      ).context['reportLate'];
    expect([without('2027-02-01'), without('2027-02-02')]).toEqual([false, true]);
  });

  it('is one day inside its four weeks in AR-2', () => {
    const [last] = scenarios.scenarios.filter(({ id }) => id === 'AR-2');
    const steps = last!.steps as { on: string; due: { decision?: string } | null }[];
    const limit = steps.find((step) => step.due?.decision)!.due!.decision!;
    expect([steps.at(-1)!.on, limit]).toEqual(['2027-02-10', '2027-02-11']);
  });

  it('belongs to a review officer or a manager', () => {
    const facts = { actorMay: ['decision.make'] } as const;
    expect(end(...checked, ['2026-11-27', 'DECISION_AMEND', {}, facts])).toBe('mayDecideReview');
  });

  it('at a move to the next phase asks for the quality check or a reason, never both', () => {
    expect(end(...reported, ['2026-11-27', 'DECISION_AMEND'])).toBe('qualityCheckedOrReason');
    const reason = { withoutCheckReason: 'The last day in law is tomorrow' };
    expect(end(...reported, ['2026-11-27', 'DECISION_AMEND', reason])).toBe('amending');
  });

  it('cannot keep a plan that does not name the next school', () => {
    expect(end(...checked, ['2026-11-27', 'DECISION_MAINTAIN'])).toBe('nextPlaceNamed');
    expect(end(...checked, ['2026-11-27', 'DECISION_MAINTAIN', { namesNextPlace: true }])).toBe(
      'maintained',
    );
  });

  it('to change the plan goes with the changes', () => {
    expect(end(...checked, ['2026-11-27', 'DECISION_AMEND', { changesEnclosed: false }])).toBe(
      'changesEnclosed',
    );
  });

  it('of a late notice wins no time: twelve weeks from the meeting stand', () => {
    const late = due(...checked, ['2026-12-18', 'DECISION_AMEND']);
    expect(late).toMatchObject({ final: '2027-01-26', final_longstop: '2027-01-26' });
  });
});

describe('the changed plan', () => {
  it('waits for the family’s 15 days, or for the family to say that it has finished', () => {
    expect(end(...amending, ['2026-12-11', 'FINAL_AMENDED_ISSUED'])).toBe('viewsTimeGiven');
    expect(end(...amending, ['2026-12-12', 'FINAL_AMENDED_ISSUED'])).toBe('amended');
    const finished = (yes: boolean): Told => [
      '2026-12-01',
      'REPRESENTATIONS_RECEIVED',
      { finished: yes },
    ];
    const early: Told = ['2026-12-02', 'FINAL_AMENDED_ISSUED'];
    expect(end(...amending, finished(true), early)).toBe('amended');
    expect(end(...amending, finished(false), early)).toBe('viewsTimeGiven');
  });

  it('asks the next school, gives it 15 days, and waits for no answer', () => {
    const asked: Told[] = [
      ...amending,
      ['2026-11-30', 'CONSULTATION_SENT', { settings: ['199020'] }],
    ];
    expect(due(...asked)['consult_due']).toBe('2026-12-15');
    expect(end(...asked, ['2026-12-07', 'CONSULTATION_REPLY', { setting: '199021' }])).toBe(
      'consultedSetting',
    );
    expect(end(...asked, ['2026-12-07', 'CONSULTATION_REPLY', { setting: '199020' }])).toBe(
      'amending',
    );
    expect(end(...asked, ['2026-12-14', 'FINAL_AMENDED_ISSUED'])).toBe('amended');
  });

  it('can be dropped with reasons for eight weeks from the notice, to the day', () => {
    const drop = (on: string): Told => [on, 'AMENDMENT_WITHDRAWN'];
    expect(end(...amending, drop('2027-01-22'))).toBe('maintained');
    expect(end(...amending, drop('2027-01-23'))).toBe('reasonsInTime');
    expect(said(...amending, drop('2027-01-23'))).toBe(
      'The plan could be left as it is until Friday 22 January 2027, 8 weeks from the notice',
    );
  });

  it('is on time for the strict reading of 15 February as well (AR-1)', () => {
    const state = after(
      begin(annualReview, event('REVIEW_OPENED', '2026-09-07', toSecondary)).state,
    );
    const step = {
      event: event('REVIEW_OPENED', '2026-09-07', toSecondary),
      before: {},
      after: state.value,
      context: state.context,
      closed: false,
    };
    const { opened: clocks } = keepClocks(annualReview.clocks, [], step, calendar);
    const issued = {
      ...step,
      event: event('FINAL_AMENDED_ISSUED', '2027-01-20'),
      after: { ...state.value, work: 'amended' },
      closed: true,
    };
    const ended = keepClocks(annualReview.clocks, clocks, issued, calendar).ended;
    const move = ended.find(({ code }) => code === 'phase_transfer_by');
    expect(move).toMatchObject({ status: 'met', endedOn: '2027-01-20', dueOn: '2027-02-15' });
    expect(move!.endedOn! <= '2027-02-14').toBe(true);
  });
});

describe('what follows', () => {
  const nextOf = (state: PathwayState, ...events: PathwayEvent[]) => {
    const last = events.pop()!;
    return advance(annualReview, after(state, ...events), last).instructions.find(
      ({ type }) => type === 'case.open',
    );
  };
  const passed = { passed: ['reps'] };

  it.each([
    ['a plan kept', [event('DECISION_MAINTAIN', '2026-11-27')]],
    [
      'a plan changed',
      [
        event('DECISION_AMEND', '2026-11-27'),
        event('FINAL_AMENDED_ISSUED', '2027-01-20', {}, passed),
      ],
    ],
    [
      'a change dropped',
      [event('DECISION_AMEND', '2026-11-27'), event('AMENDMENT_WITHDRAWN', '2027-01-20')],
    ],
    [
      'a plan that goes on after all',
      [event('DECISION_CEASE', '2026-11-27'), event('CEASE_DROPPED', '2027-01-20')],
    ],
  ])('%s opens the next review, which counts from the day of the decision', (_, events) => {
    const next = nextOf(decided(), ...events);
    expect(next).toMatchObject({ pathway: 'annual_review' });
    const { answers } = next as { answers: object };
    const schema = annualReview.events['REVIEW_OPENED']!.payload;
    expect(schema.safeParse(answers).error).toBeUndefined();
    expect(due(['2027-01-21', null, answers])['ar_conclude_by']).toBe('2027-11-26');
  });

  it('thinking about ending the plan opens the case that decides it, and ends nothing', () => {
    const { state, instructions } = advance(
      annualReview,
      decided(),
      event('DECISION_CEASE', '2026-11-27'),
    );
    expect(state.value['work']).toBe('cease_considering');
    expect(instructions).toContainEqual(
      expect.objectContaining({
        pathway: 'cessation',
        answers: { flaggedBy: 'review', ground: 'not_necessary', reviewedOn: '2026-11-27' },
      }),
    );
  });

  it('only another manager records that a plan has ended, once no appeal can come', () => {
    const waiting: Told[] = [...checked, ['2026-11-27', 'DECISION_CEASE']];
    const confirm = (payload: object, facts: object): Told => [
      '2027-06-01',
      'CEASE_CONFIRMED',
      payload,
      facts,
    ];
    expect(end(...waiting, confirm({}, { actorMay: ['review.decide'] }))).toBe('mayCease');
    expect(end(...waiting, confirm({}, { actorProposed: true }))).toBe('notTheProposer');
    expect(end(...waiting, confirm({ appealOver: false }, {}))).toBe('appealOver');
    expect(end(...waiting, confirm({}, {}))).toBe('ceased');
  });

  it('a plan that moves is the new council’s to review', () => {
    expect(end(...arranged, ['2026-10-12', 'PLAN_TRANSFERRED'])).toBe('cancelled');
    expect(end(...held, ['2026-11-09', 'CHILD_MOVED_LA'])).toBe('transferred_out');
  });
});
