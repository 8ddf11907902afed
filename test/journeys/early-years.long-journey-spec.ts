import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a child who starts school, on a device without scripts', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('early-years', '2027-03-01', { withoutScripts: true });
    await desk.child({ forename: 'Iris', surname: 'Kettlewell', dob: '2023-01-20', ncYear: 'N2' });
  });
  afterAll(() => desk?.clear());

  it('is put on the list, gets a key person and a meeting with the school', async () => {
    await desk.on('2027-03-01', 'runa');
    await desk.opens('ey_transition');
    await desk.page();
    await desk.looks('opened');
    await desk.on('2027-03-15', 'runa');
    await desk.form('LEVEL_SET');
    await desk.looks('level');
    await desk.records('LEVEL_SET');
    await desk.on('2027-03-22', 'runa');
    await desk.records('KEYWORKER_NAMED');
    await desk.records('CONSENT_GIVEN');
    await desk.on('2027-05-18', 'runa');
    await desk.form('MEETING_HELD');
    await desk.looks('meeting');
    await desk.records('MEETING_HELD');
    await desk.page();
    await desk.looks('meeting-held');
    await desk.on('2027-06-10', 'runa');
    await desk.records('VISIT_LOGGED');
    expect(await desk.stage()).toBe('visits');
  });

  it('starts in September, and settles by the review in October', async () => {
    await desk.on('2027-09-06', 'runa');
    await desk.records('STARTED_SCHOOL');
    await desk.page();
    await desk.looks('settling');
    await desk.on('2027-10-18', 'runa');
    await desk.records('REVIEW_STARTED');
    await desk.form('SETTLED');
    await desk.looks('review');
    await desk.records('SETTLED');
    expect(await desk.stage()).toBe('completed');
    await desk.page();
    await desk.looks('completed');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
