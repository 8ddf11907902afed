import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('tats_case'));

describe('the one page', () => {
  const page = {
    source: 'school',
    worry: 'Twice suspended',
    workingWell: 'Art',
    strategies: ['A key adult', 'A quiet start'],
    askOfMeeting: 'Advice',
  };

  it.each([
    ['worry', 'the worry'],
    ['workingWell', 'what is working well'],
    ['strategies', 'two things that were tried'],
    ['askOfMeeting', 'what you want from the meeting'],
  ])('asks for its %s, and names nothing else', (field, what) => {
    expect(allows('onePageGiven', { form: page })).toBe(true);
    const form = { ...page, [field]: undefined };
    expect(allows('onePageGiven', { form })).toBe(false);
    expect(words('onePageGiven', { form })).toBe(`The page about the child still needs: ${what}`);
    expect(missing('onePageGiven', { form })).toEqual([{ what, who: 'The school' }]);
  });

  it('asks only for the rule where the data found the child', () => {
    const found = (rule?: string) =>
      allows('onePageGiven', { form: { source: 'data_rule', rule } });
    expect([found('T3'), found()]).toEqual([true, false]);
    expect(words('onePageGiven', { form: { source: 'data_rule' } })).toMatch(/: the rule/);
  });
});

describe('a child who was here before', () => {
  it('needs a reason the third time only', () => {
    const before = (times: string, whyNotOther?: string) =>
      allows('thirdTimeExplained', { form: { before: times, whyNotOther } });
    expect(before('third_in_year')).toBe(false);
    expect(before('third_in_year', 'The unit was full')).toBe(true);
    expect(before('no')).toBe(true);
  });

  it.each([
    ['third_in_year', true],
    ['first', false],
    [null, false],
  ])('is told apart by what the case remembers: %s', (timesHere, third) => {
    expect(allows('thirdTime', { remembers: { timesHere } })).toBe(third);
    expect(allows('notThirdTime', { remembers: { timesHere } })).toBe(!third);
  });

  it('is put off at most twice', () => {
    const left = (deferrals?: number) => allows('deferralsUnder2', { remembers: { deferrals } });
    expect([left(), left(1), left(2)]).toEqual([true, true, false]);
  });
});

describe('the EHC question', () => {
  it.each([
    [{ outcome: 'no', reason: 'Support was changed first' }, true],
    [{ outcome: 'no' }, false],
    [{ outcome: 'refused', on: '2026-05-01', parentTold: false }, true],
    [{ outcome: 'refused', on: '2026-05-01' }, false],
    [{ outcome: 'refused', parentTold: true }, false],
    [{ on: '2026-05-01', parentTold: true }, false],
    [undefined, false],
  ])('was thought of before, or it is said why not: %j', (ehcBefore, yes) => {
    expect(allows('ehcConsidered', { form: { ehcBefore } })).toBe(yes);
  });

  it.each([
    [{ answer: 'not_now', reason: 'Support has just started', parentTold: false }, true],
    [{ answer: 'not_now', reason: 'Support has just started' }, false],
    [{ answer: 'not_now', parentTold: true }, false],
    [{ reason: 'Support has just started', parentTold: true }, false],
    [undefined, false],
  ])('is answered with a reason, and whether the parent was told: %j', (ehcQuestion, yes) => {
    expect(allows('ehcAnswered', { form: { ehcQuestion } })).toBe(yes);
  });

  it.each([
    ['may_need', 'hd', true],
    ['may_need', undefined, true],
    ['may_need', 'ehc', false],
    ['not_now', 'hd', false],
    [undefined, undefined, false],
  ])('%s on the way to %s wants a request: %s', (answer, pathway, wanted) => {
    const form = { ehcQuestion: answer && { answer }, pathway };
    expect(allows('planMayBeNeeded', { form })).toBe(wanted);
    expect(allows('noRequestWanted', { form })).toBe(!wanted);
  });
});

describe('the meeting', () => {
  it('looks at the slots once the form names the day, so they block no button before', () => {
    expect(pathwayNamed('tats_case').guards['slotAvailable']).toMatchObject({ aboutAnswer: true });
  });

  it('has a slot, unless the records say that all are taken', () => {
    const slot = (slotAvailable?: boolean) => allows('slotAvailable', { facts: { slotAvailable } });
    expect([slot(true), slot(), slot(false)]).toEqual([true, true, false]);
    expect(missing('slotAvailable').map(({ byEvent }) => byEvent)).toEqual([
      undefined,
      'LISTED_URGENT',
    ]);
  });

  it('opens its items on its day, or as soon as a sitting is known to be open', () => {
    const opens = (on: string, meetingOn?: string, quorate?: boolean) =>
      allows('meetingInSession', { on, remembers: { meetingOn }, facts: { quorate } });
    expect(opens('2026-10-20', '2026-10-21')).toBe(false);
    expect(opens('2026-10-21', '2026-10-21')).toBe(true);
    expect(opens('2026-10-22', '2026-10-21')).toBe(true);
    expect(opens('2026-10-20', '2026-10-21', true)).toBe(true);
    expect(opens('2026-10-20', '2026-10-21', false)).toBe(true);
    expect(opens('2026-10-20')).toBe(true);
  });

  it.each([
    [true, false, true],
    [false, true, false],
    [undefined, true, true],
    [undefined, false, false],
    [undefined, undefined, false],
  ])('has its quorum from the records (%s), else from the form (%s)', (fact, form, yes) => {
    expect(allows('quorate', { facts: { quorate: fact }, form: { quorate: form } })).toBe(yes);
  });

  it('has a deputy where the chair has an interest, and only there', () => {
    const chaired = (form: object) => allows('chairFree', { form });
    expect(chaired({})).toBe(true);
    expect(chaired({ conflicts: ['ep'] })).toBe(true);
    expect(chaired({ conflicts: ['ep', 'chair'] })).toBe(false);
    expect(chaired({ conflicts: ['chair'], deputyChair: 'Head of inclusion' })).toBe(true);
  });

  it.each([
    ['cancelled', true],
    ['inquorate', true],
    ['rain', false],
    [undefined, false],
  ])('was not held for a reason that there is: %s', (cause, yes) => {
    expect(allows('reasonCancelledOrInquorate', { form: { cause } })).toBe(yes);
  });

  it('hears of a risk of permanent exclusion on the form, else from the referral', () => {
    const risk = (form: object, remembers: object) => allows('pexRisk', { form, remembers });
    expect(risk({ pexRisk: true }, { pexRisk: false })).toBe(true);
    expect(risk({ pexRisk: false }, { pexRisk: true })).toBe(false);
    expect(risk({}, { pexRisk: true })).toBe(true);
    expect(risk({}, {})).toBe(false);
    expect(missing('pexRisk').map(({ byEvent }) => byEvent)).toEqual(['INFO_RECEIVED', undefined]);
  });

  it.each(['hd', 'ebsna', 'y6', 'ehc', 's19', 'ap'])('hands a child on to %s', (pathway) => {
    expect(allows('onwardPathway', { form: { pathway } })).toBe(true);
    expect(allows('escalationRoute', { form: { route: pathway } })).toBe(false);
  });

  it.each(['mash', 'eip', 'pp', 'early_help'])('escalates to %s', (route) => {
    expect(allows('escalationRoute', { form: { route } })).toBe(true);
    expect(allows('onwardPathway', { form: { pathway: route } })).toBe(false);
  });
});

describe('what is agreed', () => {
  const owned = { what: 'Visit', owner: 'The SENCO' };

  it.each([
    [[owned], true],
    [[owned, owned], true],
    [[owned, { what: 'Call' }], false],
    [[{ what: 'Call' }], false],
    [[null], false],
    [[], false],
    [undefined, false],
    ['Visit', false],
  ])('has somebody to do each action: %j', (actions, yes) => {
    expect(allows('actionWithOwnerAndDue', { form: { actions } })).toBe(yes);
  });

  it('is done when no action is open, by the records before the form', () => {
    const done = (openActions?: string[], actionsDone?: boolean) =>
      allows('noOpenActions', { facts: { openActions }, form: { actionsDone } });
    expect(done([])).toBe(true);
    expect(done(['Visit'], true)).toBe(false);
    expect(done(undefined, true)).toBe(true);
    expect(done(undefined, false)).toBe(false);
    expect(words('noOpenActions', { facts: { openActions: ['Visit', 'Call'] } })).toBe(
      'Actions are still open: Visit; Call',
    );
    expect(words('noOpenActions', { facts: { openActions: [] } })).toBe(
      'Say that all the actions are done',
    );
    const who = 'Whoever took the action on';
    expect(missing('noOpenActions', { facts: { openActions: ['Visit'] } })).toEqual([
      { what: 'Visit', who },
    ]);
    expect(missing('noOpenActions')).toEqual([{ what: 'The open actions', who }]);
  });
});

describe.each(['stable', 'stabilityCriteria'])('closing as stable (%s)', (guard) => {
  const stability = { noRisk: true, suspendedDays: 1, attendanceHeld: true, schoolAgrees: true };

  it.each([
    ['noRisk', false, '6 school weeks without a risk of permanent exclusion'],
    ['suspendedDays', 1.5, 'no more than one suspended day in that time'],
    ['suspendedDays', undefined, 'no more than one suspended day in that time'],
    ['attendanceHeld', false, 'attendance no worse than at listing'],
    ['schoolAgrees', false, 'the school’s agreement'],
  ])('wants its %s, and says what is wanted', (field, answer, what) => {
    expect(allows(guard, { form: { stability } })).toBe(true);
    const form = { stability: { ...stability, [field]: answer } };
    expect(allows(guard, { form })).toBe(false);
    expect(words(guard, { form })).toBe(`It is not stable yet. Still wanted: ${what}`);
    expect(missing(guard, { form })).toEqual([{ what, who: 'The school' }]);
  });

  it('wants all of it where nothing was said', () => {
    expect(missing(guard)).toHaveLength(4);
    expect(words(guard)).toContain('listing; the school');
  });
});
