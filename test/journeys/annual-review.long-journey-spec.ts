import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a plan that is reviewed and changed', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('review', '2026-09-07');
    await desk.child({ forename: 'Saoirse', surname: 'Fenwick', dob: '2015-11-30', ncYear: '6' });
  });
  afterAll(() => desk?.clear());

  it('has a meeting that everybody was invited to, with the views of the child', async () => {
    await desk.on('2026-09-07', 'petra');
    await desk.opens('annual_review');
    await desk.page();
    await desk.looks('opened');
    await desk.form('DECISION_MAINTAIN');
    expect(await desk.words()).toContain('Nothing was changed');
    await desk.looks('too-early');
    await desk.on('2026-09-14', 'petra');
    await desk.records('MEETING_ARRANGED');
    await desk.on('2026-10-19', 'petra');
    await desk.records('PAPERS_CIRCULATED');
    await desk.on('2026-11-03', 'petra');
    await desk.form('MEETING_HELD');
    await desk.looks('meeting');
    await desk.records('MEETING_HELD');
    expect(await desk.casePage()).toContain(
      'Report of the meeting: the law gives the school until Tuesday 17 November 2026',
    );
    await desk.looks('held');
    await desk.follow('Why this date?');
    await desk.looks('why');
  });

  it('ends with the decision to change the plan inside four weeks', async () => {
    await desk.on('2026-11-16', 'petra');
    await desk.records('REPORT_RECEIVED');
    await desk.page();
    await desk.looks('ready-to-decide');
    await desk.on('2026-11-27', 'petra');
    await desk.form('DECISION_AMEND');
    await desk.looks('decision');
    await desk.records('DECISION_AMEND');
    await desk.on('2026-12-09', 'petra');
    await desk.records('REPRESENTATIONS_RECEIVED');
    await desk.page();
    await desk.looks('changing');
    await desk.on('2027-01-20', 'petra');
    await desk.records('FINAL_AMENDED_ISSUED');
    expect(await desk.stage()).toBe('amended');
    await desk.page('/summary');
    const printed = await desk.prints('summary');
    expect(printed).toContain('Saoirse Fenwick');
    expect(printed).not.toContain('My work');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
