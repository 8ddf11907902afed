import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a plan that a young person no longer needs', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('cessation', '2026-09-21');
    await desk.child({ forename: 'Callum', surname: 'Dray', dob: '2008-06-02', ncYear: '13' });
  });
  afterAll(() => desk?.clear());

  it('is looked at with the young person’s own views', async () => {
    await desk.on('2026-09-21', 'petra');
    await desk.opens('cessation');
    await desk.page();
    await desk.looks('opened');
    await desk.on('2026-09-28', 'petra');
    await desk.form('CONSULTATION_STARTED');
    await desk.looks('ground');
    await desk.records('CONSULTATION_STARTED');
    await desk.on('2026-10-14', 'petra');
    await desk.records('VIEWS_RECEIVED');
    await desk.form('NOTICE_ISSUED');
    await desk.looks('not-yours');
  });

  it('is ended by the manager, and stays in force while an appeal is possible', async () => {
    await desk.on('2026-10-19', 'marguerite');
    await desk.form('NOTICE_ISSUED');
    await desk.looks('notice');
    await desk.records('NOTICE_ISSUED');
    expect(await desk.stage()).toBe('notified');
    await desk.page();
    await desk.looks('in-force');
    await desk.on('2026-12-22', 'petra');
    await desk.records('APPEAL_WINDOW_ENDED');
    expect(await desk.stage()).toBe('ceased');
    await desk.page();
    await desk.looks('ended');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
