import { Desk, withBrowser } from './parts/a-desk';

withBrowser('education for a child who is too ill for school', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('s19', '2026-11-03');
    await desk.child({ forename: 'Orla', surname: 'Pennistone', dob: '2013-05-20', ncYear: '9' });
  });
  afterAll(() => desk?.clear());

  it('is asked for, acknowledged and put before the panel with its dates', async () => {
    await desk.on('2026-11-03', 'joss');
    await desk.opens('s19_request', { triggerType: 'illness' });
    expect(await desk.casePage()).toContain('Acknowledge');
    await desk.looks('opened');
    await desk.on('2026-11-05', 'joss');
    await desk.records('ACKNOWLEDGED');
    await desk.on('2026-11-12', 'joss');
    await desk.form('LISTED');
    await desk.looks('for-the-panel');
    await desk.records('LISTED');
  });

  it('is agreed by the manager, and refused to the officer who asks', async () => {
    await desk.form('S19_AGREED');
    expect(await desk.words()).toContain('Marguerite Osei');
    await desk.looks('not-yours');
    await desk.on('2026-11-18', 'marguerite');
    await desk.form('S19_AGREED');
    await desk.looks('decision');
    await desk.records('S19_AGREED');
    expect(await desk.stage()).toBe('agreed');
  });

  it('starts, is reviewed and goes on', async () => {
    await desk.on('2026-11-30', 'joss');
    await desk.form('PROVISION_STARTED');
    await desk.looks('start');
    await desk.records('PROVISION_STARTED');
    await desk.page();
    await desk.looks('under-way');
    await desk.on('2027-01-22', 'joss');
    await desk.records('REVIEW_STARTED');
    await desk.on('2027-01-25', 'joss');
    await desk.records('CONTINUE');
    expect(await desk.stage()).toBe('provision_live');
    await desk.page('/summary');
    await desk.looks('summary');
    expect(await desk.prints('summary')).toContain('Orla Pennistone');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
