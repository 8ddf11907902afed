import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a child who cannot go to school', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('ebsna', '2026-09-21');
    await desk.child({ forename: 'Theo', surname: 'Abara-Lund', dob: '2014-03-09', ncYear: '8' });
  });
  afterAll(() => desk?.clear());

  it('is referred by the attendance officer, and the referral says what it still needs', async () => {
    await desk.on('2026-09-21', 'joss');
    await desk.opens('ebsna');
    expect(await desk.casePage()).toContain('EBSNA: draft referral');
    await desk.looks('opened');
    await desk.form('TRIAGE_TO_PANEL');
    expect(await desk.words()).toMatch(/Nothing was changed|Complete the referral/);
    await desk.looks('too-early');
    await desk.on('2026-09-24', 'joss');
    await desk.form('REFERRAL_SUBMITTED');
    await desk.looks('referral');
    await desk.records('REFERRAL_SUBMITTED');
    expect(await desk.stage()).toBe('triage');
    await desk.on('2026-09-30', 'joss');
    await desk.records('TRIAGE_TO_PANEL');
  });

  it('is allocated by the chair of the panel, who first reads why the child is on the list', async () => {
    await desk.on('2026-10-07', 'delphine');
    await desk.page();
    await desk.looks('before-the-panel');
    await desk.records('PANEL_ALLOCATED');
    await desk.on('2026-10-08', 'owen');
    await desk.records('ALLOCATED', { workerId: desk.people.joss.id });
    expect(await desk.casePage()).toContain('Joss Wyndham');
  });

  it('is helped with a plan that was agreed after hearing the child', async () => {
    await desk.on('2026-10-13', 'joss');
    await desk.records('FIRST_CONTACT_MADE');
    await desk.records('CONSENT_GIVEN');
    await desk.on('2026-11-09', 'joss');
    await desk.form('ASSESSMENT_COMPLETED');
    await desk.looks('assessment');
    await desk.records('ASSESSMENT_COMPLETED');
    await desk.on('2026-11-18', 'joss');
    await desk.form('PLAN_AGREED');
    await desk.looks('plan');
    await desk.records('PLAN_AGREED');
    expect(await desk.stage()).toBe('plan_active');
    await desk.on('2026-11-19', 'joss');
    await desk.form('PTT_STARTED');
    await desk.looks('part-time');
    await desk.records('PTT_STARTED');
    const words = await desk.casePage();
    expect(words).toContain('Family agreed. Joss Wyndham holds it. Part-time timetable in force.');
    expect(words).toContain('Plan and reviews Now');
    expect(words).toMatch(/Review of the plan Us Wed 13 January 2027 Why\?/);
    await desk.looks('plan-active');
    await desk.follow('Why?');
    await desk.looks('why');
  });

  it('returns to full time, and the case is closed when that has lasted', async () => {
    await desk.on('2026-12-18', 'joss');
    await desk.records('PTT_ENDED');
    await desk.on('2027-01-13', 'joss');
    await desk.open('/my-work');
    await desk.looks('my-work');
    await desk.records('REVIEW_STARTED');
    await desk.page();
    await desk.looks('review');
    await desk.on('2027-01-18', 'joss');
    await desk.records('REVIEW_CONTINUE');
    await desk.on('2027-03-08', 'joss');
    await desk.records('REVIEW_STARTED');
    await desk.on('2027-03-10', 'joss');
    await desk.records('REVIEW_STEP_DOWN');
    await desk.on('2027-06-30', 'joss');
    await desk.records('STEP_DOWN_ENDED');
    expect(await desk.stage()).toBe('reintegrated');
    await desk.page();
    await desk.looks('closed');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
