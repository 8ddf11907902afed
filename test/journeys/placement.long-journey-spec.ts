import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a family who asks for an independent school', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('placement', '2027-02-08');
    await desk.child({ forename: 'Milo', surname: 'Ashdown', dob: '2016-07-12', ncYear: '5' });
  });
  afterAll(() => desk?.clear());

  it('gets a paper with every option that was looked at', async () => {
    await desk.on('2027-02-08', 'priya');
    await desk.opens('placement_request');
    await desk.page();
    await desk.looks('opened');
    await desk.on('2027-02-10', 'priya');
    await desk.form('SUBMITTED');
    await desk.looks('paper');
    await desk.records('SUBMITTED');
    await desk.form('AGREED');
    expect(await desk.words()).toContain('panel chair or Marguerite Osei (decision maker)');
    await desk.looks('not-yours');
  });

  it('is answered by the panel’s chair, with reasons beyond the cost', async () => {
    await desk.on('2027-02-17', 'delphine');
    await desk.page();
    await desk.looks('for-the-chair');
    await desk.records('ITEM_OPENED');
    await desk.form('AGREED_WITH_CONDITIONS');
    await desk.looks('decision');
    await desk.records('AGREED_WITH_CONDITIONS');
    expect(await desk.stage()).toBe('conditions');
  });

  it('leads to a place with a contract', async () => {
    await desk.on('2027-03-02', 'priya');
    await desk.records('CONDITIONS_MET');
    await desk.on('2027-04-12', 'priya');
    await desk.form('PLACEMENT_STARTED');
    await desk.looks('start');
    await desk.records('PLACEMENT_STARTED');
    expect(await desk.stage()).toBe('placed');
    await desk.page();
    await desk.looks('placed');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
