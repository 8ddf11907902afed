import { englandBankHolidays, makeCalendar } from '@app/statutory-calendar';
import { type StatedClock, stateOfAssessment, stateOfClock, weekOf } from './clock-state';

const calendar = makeCalendar({ bankHolidays: englandBankHolidays.days });
const today = '2027-01-12';
const legal: StatedClock = {
  basis: 'statutory',
  rule: 'EHCNA-FINAL-20W',
  dueOn: '2027-02-21',
  status: 'open',
  endedOn: null,
  sends: null,
};
const local: StatedClock = { ...legal, basis: 'local', rule: null };
const state = (clock: StatedClock, week?: { now: number; usualTo: number }) =>
  stateOfClock(clock, { today, calendar, ...(week && { week }) });

describe('the state of a date', () => {
  it.each([
    [
      'a legal date that has passed is breached',
      { dueOn: '2026-12-28' },
      'breached',
      'Breached: 10 working days late',
    ],
    [
      'one that passed on a Sunday says so on Monday',
      { dueOn: '2027-01-10' },
      'breached',
      'Breached: 2 working days late',
    ],
    ['its last day is at risk', { dueOn: '2027-01-12' }, 'at_risk', 'At risk: due today'],
    [
      'four working days left are at risk',
      { dueOn: '2027-01-18' },
      'at_risk',
      'At risk: 4 working days left',
    ],
    [
      'five working days left are on time',
      { dueOn: '2027-01-19' },
      'on_time',
      'On time: 5 working days left',
    ],
    [
      'one working day is one day',
      { dueOn: '2027-01-13' },
      'at_risk',
      'At risk: 1 working day left',
    ],
  ])('%s', (_, differs, kind, text) => {
    expect(state({ ...legal, ...differs })).toMatchObject({ kind, text });
  });

  it('counts a whole day in London: the due day itself is in time', () => {
    expect(stateOfClock({ ...legal, dueOn: today }, { today: '2027-01-13', calendar }).kind).toBe(
      'breached',
    );
  });

  it('never calls a date of the council’s own breached or at risk', () => {
    expect(state({ ...local, dueOn: '2026-12-28' })).toMatchObject({
      kind: 'late',
      text: 'Late: 10 working days late',
    });
    expect(state({ ...local, dueOn: '2027-01-13' }).kind).toBe('on_time');
  });

  it('has words where no working day lies between', () => {
    const onSaturday = { today: '2027-01-16', calendar };
    expect(stateOfClock({ ...legal, dueOn: '2027-01-17' }, onSaturday).words).toBe(
      'no working day left',
    );
    expect(stateOfClock({ ...legal, dueOn: '2027-01-15' }, onSaturday).words).toBe(
      'late since 15 January',
    );
  });

  it('is at risk past the weeks that this part usually takes, and names itself so', () => {
    expect(state(legal, { now: 15, usualTo: 12 })).toMatchObject({
      kind: 'at_risk',
      words: '28 working days left',
    });
    expect(state(legal, { now: 12, usualTo: 12 }).kind).toBe('on_time');
  });

  it('stays late when a lawful ground excuses it, with the ground named', () => {
    expect(state({ ...legal, dueOn: '2026-12-28', excuse: 'school closed' })).toMatchObject({
      kind: 'excused',
      text: '10 working days late. Excused: school closed',
    });
    expect(state({ ...legal, excuse: 'school closed' }).kind).toBe('on_time');
  });

  it('says on which day a date was met, and when it was met late', () => {
    const met = { ...legal, status: 'met' as const, dueOn: '2026-12-28' };
    expect(state({ ...met, endedOn: '2026-12-28' })).toMatchObject({
      kind: 'met',
      text: 'Met, on 28 December',
    });
    expect(state({ ...met, endedOn: '2027-01-04' })).toMatchObject({
      kind: 'met_late',
      text: 'Met late, on 4 January',
    });
    expect(state({ ...met, endedOn: '2027-01-04', excuse: 'family away' })).toMatchObject({
      kind: 'excused',
    });
    expect(state({ ...legal, status: 'void' }).text).toBe('No longer runs');
  });

  it('waits through a period that belongs to the family, and nobody is late with it', () => {
    const period = { ...legal, sends: 'REPRESENTATION_PERIOD_ENDED', dueOn: '2027-01-11' };
    expect(state(period).kind).toBe('waiting');
    expect(state({ ...period, status: 'met', endedOn: '2027-01-12' })).toMatchObject({
      kind: 'met',
      text: 'Ended, on 12 January',
    });
  });
});

describe('the state of an assessment', () => {
  const w6 = { ...legal, code: 'w6', dueOn: '2027-01-12' };
  const w20 = { ...legal, code: 'w20', dueOn: '2027-04-20' };
  const assessment = (stage: string, openedOn: string) =>
    stateOfAssessment({ stage, openedOn, clocks: [w6, w20] }, { today, calendar });

  it('is judged by its 6 weeks until the decision to assess, and by its 20 weeks after', () => {
    expect(assessment('decision_assess', '2026-12-01')?.text).toBe('At risk: due today');
    expect(assessment('advice', '2026-12-01')?.kind).toBe('on_time');
  });

  it('is at risk when it is past the usual weeks of its part', () => {
    expect(assessment('advice', '2026-10-13')?.kind).toBe('at_risk');
  });

  it('has no state once the plan is sent', () => {
    expect(assessment('final_issued', '2026-12-01')?.kind).toBe('on_time');
    expect(
      stateOfAssessment(
        { stage: 'final_issued', openedOn: '2026-08-01', clocks: [] },
        { today, calendar },
      ),
    ).toBeUndefined();
  });

  it.each([
    [0, 1],
    [1, 1],
    [7, 1],
    [8, 2],
    [42, 6],
    [100, 15],
    [140, 20],
    [141, 21],
  ])('puts day %d in week %d', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });
});
