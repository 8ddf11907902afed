import { Desk, withBrowser } from './parts/a-desk';

const UNIT = '199020';

withBrowser('a child who gets a place in a unit and goes back to school', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('hd', '2026-09-14');
    await desk.child({ forename: 'Dexter', surname: 'Ingleby', dob: '2013-01-15', ncYear: '9' });
  });
  afterAll(() => desk?.clear());

  it('is referred with the views of child and family', async () => {
    await desk.on('2026-09-14', 'una');
    await desk.opens('hd_referral');
    await desk.looks('opened');
    await desk.on('2026-09-16', 'una');
    await desk.form('REFERRAL_SUBMITTED');
    await desk.looks('referral');
    await desk.records('REFERRAL_SUBMITTED');
    await desk.on('2026-09-21', 'owen');
    await desk.records('ELIGIBILITY_PASSED');
    await desk.records('ALLOCATED', { workerId: desk.people.una.id });
  });

  it('is offered one of four places, and is not admitted before the family agrees', async () => {
    await desk.on('2026-09-30', 'delphine');
    await desk.open('/my-work');
    expect(await desk.words()).toContain('Dexter Ingleby');
    await desk.looks('my-work');
    await desk.page();
    await desk.looks('for-the-chair');
    await desk.form('PANEL_OFFER');
    await desk.looks('offer');
    await desk.records('PANEL_OFFER', { unitUrn: UNIT });
    expect(await desk.stage()).toBe('offered');
    await desk.on('2026-10-01', 'una');
    await desk.form('OFFER_ACCEPTED');
    expect(await desk.words()).toContain('The family has not agreed yet. Nothing was changed');
    expect(await desk.words()).toContain('A person with parental responsibility');
    await desk.looks('no-agreement-yet');
    await desk.records('CONSENT_GIVEN');
    await desk.on('2026-10-05', 'una');
    await desk.records('OFFER_ACCEPTED');
    await desk.page();
    await desk.looks('accepted');
    await desk.on('2026-10-12', 'una');
    await desk.form('ADMITTED');
    await desk.looks('admission');
    await desk.records('ADMITTED');
    expect(await desk.stage()).toBe('assessment_place');
    const words = await desk.casePage();
    expect(words).toContain('Assessment Now');
    expect(words).toContain('Worker Una Trewin');
    expect(words).toMatch(/Review in the middle Us Mon 9 November 2026 Why\?/);
    await desk.looks('in-the-unit');
  });

  it('goes back to the home school step by step', async () => {
    await desk.on('2026-11-30', 'una');
    await desk.records('ASSESSMENT_REVIEW_STARTED');
    await desk.on('2026-12-02', 'una');
    await desk.records('START_REINTEGRATION');
    for (const day of ['2027-01-06', '2027-01-20', '2027-02-03']) {
      await desk.on(day, 'una');
      await desk.records('STEP_UP');
    }
    await desk.page();
    await desk.looks('step-by-step');
    await desk.on('2027-02-24', 'una');
    await desk.records('EXIT_REVIEW_STARTED');
    await desk.on('2027-03-01', 'una');
    await desk.records('EXIT_MAINSTREAM');
    expect(await desk.stage()).toBe('returned_mainstream');
    await desk.page('/timeline');
    await desk.looks('timeline');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
