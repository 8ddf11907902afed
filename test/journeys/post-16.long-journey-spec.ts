import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a young person who moves on after Year 11', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('post-16', '2026-10-05');
    await desk.child({ forename: 'Kofi', surname: 'Brandreth', dob: '2011-01-20', ncYear: '11' });
  });
  afterAll(() => desk?.clear());

  it('says what they want, and has a next setting by the end of March', async () => {
    await desk.on('2026-10-05', 'rhys');
    await desk.opens('post16_transition');
    await desk.page();
    await desk.looks('opened');
    await desk.on('2026-10-12', 'rhys');
    await desk.records('LEVEL_SET');
    await desk.on('2026-11-09', 'rhys');
    await desk.form('VIEWS_RECORDED');
    await desk.looks('own-views');
    await desk.records('VIEWS_RECORDED');
    await desk.page();
    await desk.looks('next-setting');
    await desk.form('HANDOVER_HELD');
    expect(await desk.words()).toContain('Nothing was changed');
    await desk.looks('no-setting-yet');
    await desk.on('2027-03-15', 'rhys');
    await desk.records('DESTINATION_CONFIRMED');
    await desk.on('2027-06-14', 'rhys');
    await desk.records('HANDOVER_HELD');
    expect(await desk.stage()).toBe('handed_over');
    await desk.page();
    await desk.looks('handed-over');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
