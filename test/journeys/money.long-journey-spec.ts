import { Desk, withBrowser } from './parts/a-desk';

withBrowser('money for one child', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('money', '2027-01-18');
    await desk.child({ forename: 'Nell', surname: 'Brookes', dob: '2017-02-28', ncYear: '4' });
  });
  afterAll(() => desk?.clear());

  it('is asked for, checked by one person, decided by another and paid by a third', async () => {
    await desk.on('2027-01-18', 'priya');
    await desk.opens('inclusion_fund_bid');
    await desk.page();
    await desk.looks('bid');
    await desk.on('2027-01-20', 'priya');
    await desk.form('BID_CHECKED');
    await desk.looks('check');
    await desk.records('BID_CHECKED');
    await desk.on('2027-01-27', 'marguerite');
    await desk.form('BID_AGREED');
    await desk.looks('decision');
    await desk.records('BID_AGREED');
    await desk.on('2027-02-03', 'fergus');
    await desk.page();
    await desk.looks('for-finance');
    await desk.records('PAYMENT_MADE');
    await desk.on('2027-06-14', 'priya');
    await desk.form('EVIDENCE_RECEIVED');
    await desk.looks('evidence');
    await desk.records('EVIDENCE_RECEIVED');
    await desk.on('2027-06-16', 'marguerite');
    await desk.records('EVIDENCE_ACCEPTED');
    expect(await desk.stage()).toBe('completed');
    await desk.page();
    await desk.looks('completed');
  });

  it('pays for education otherwise than at school, in lines with hours and dates', async () => {
    await desk.on('2027-02-08', 'priya');
    await desk.opens('eotas_package', { planCase: 'AR-0007' });
    await desk.page();
    await desk.looks('package-opened');
    await desk.on('2027-02-12', 'priya');
    await desk.form('PACKAGE_PROPOSED');
    await desk.looks('package');
    await desk.records('PACKAGE_PROPOSED');
    await desk.on('2027-02-17', 'delphine');
    await desk.form('PACKAGE_AGREED');
    await desk.looks('package-decision');
    await desk.records('PACKAGE_AGREED');
    await desk.on('2027-02-22', 'priya');
    await desk.records('PROVISION_STARTED');
    await desk.page();
    await desk.looks('package-running');
    await desk.form('REVIEW_HELD');
    await desk.looks('package-review');
    expect(await desk.stage()).toBe('running');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
