import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a child whom the Team Around the School talks about', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('tats', '2026-10-12', { byKeys: true });
    await desk.child({ forename: 'Ava', surname: 'Thornbury', dob: '2014-03-09', ncYear: '8' });
  });
  afterAll(() => desk?.clear());

  it('is put forward and listed by the coordinator, who never touches a mouse', async () => {
    await desk.on('2026-10-12', 'owen');
    await desk.opens('tats_case');
    expect(await desk.casePage()).toContain('Team Around the School: identified');
    await desk.looks('opened');
    await desk.on('2026-10-13', 'owen');
    await desk.records('ALLOCATED', { workerId: desk.people.owen.id });
    await desk.records('TRIAGE_STARTED');
    await desk.on('2026-10-14', 'owen');
    await desk.records('LISTED_FOR_MEETING');
    await desk.page();
    await desk.looks('listed');
  });

  it('is discussed: the chair reads the case, is asked about an EHC assessment and agrees actions', async () => {
    await desk.on('2026-10-21', 'delphine');
    await desk.page();
    await desk.looks('for-the-chair');
    await desk.records('ITEM_OPENED');
    await desk.form('DECISION_ACTIONS');
    await desk.looks('decision');
    await desk.records('DECISION_ACTIONS');
    expect(await desk.stage()).toBe('actions_live');
    await desk.page();
    await desk.looks('actions-live');
    expect(await desk.words()).toContain('Feedback to the school');
  });

  it('comes back for its review and is closed as stable', async () => {
    await desk.on('2026-11-25', 'owen');
    await desk.doesAction('Outreach visit (Specialist teacher)', 'Visited twice; a plan is in use');
    await desk.looks('action-done');
    await desk.records('REVIEW_LISTED');
    await desk.on('2026-12-09', 'delphine');
    await desk.records('ITEM_OPENED');
    await desk.records('DECISION_CLOSE_STABLE');
    expect(await desk.stage()).toBe('closed_stable');
    await desk.page();
    await desk.looks('closed');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
