import { Desk, withBrowser } from './parts/a-desk';

withBrowser('a date that a parent asks about', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('explained-date', '2026-11-13');
    await desk.child({ forename: 'Isla', surname: 'Wetherby', dob: '2018-05-20', ncYear: '3' });
    await desk.on('2026-11-13', 'marguerite');
    await desk.opens('ehc_needs_assessment', { source: 'parent', channel: 'email' });
  });
  afterAll(() => desk?.clear());

  it('is explained on one page, and on paper with the name and the number of the case', async () => {
    await desk.page('/dates');
    await desk.page('/why/w20/1');
    await desk.looks('why');
    const paper = await desk.prints('why');
    expect(paper).toContain('Why must the plan be sent by 2 April 2027?');
    expect(paper).toContain(
      'It received Isla’s request on Friday 13 November 2026, and 20 weeks later is Friday 2 April 2027.',
    );
    expect(paper).toContain('SEND Regulations 2014, regulation 13(2)');
    expect(paper).toContain('Isla Wetherby');
    expect(paper).toContain(desk.reference);
    expect(paper).not.toMatch(/Record one|Correct a fact|Find a child/);
  });

  it('is not excused by an absence that is a day too short, and the page says which day fails', async () => {
    await desk.on('2027-02-01', 'marguerite');
    await desk.form('EXCEPTION_CLAIMED');
    await desk.sends({
      category: 'absent',
      'absentFrom-day': '1',
      'absentFrom-month': '12',
      'absentFrom-year': '2026',
      'absentTo-day': '27',
      'absentTo-month': '12',
      'absentTo-year': '2026',
      because: 'The child could not be seen',
      evidence: 'Flight tickets',
    });
    const words = await desk.words();
    expect(words).toContain(
      'Away from Tuesday 1 December 2026 to Sunday 27 December 2026: 27 days in a row',
    );
    expect(words).toContain('The ground needs at least 28');
    await desk.looks('too-short');
    await desk.page('/why/w20/1');
    expect(await desk.words()).toContain('2 April 2027');
  });

  it('can be tried with other days without touching the case', async () => {
    await desk.open('/what-if?about=assessment&received=13+November+2026&advice=2+February+2027');
    expect(await desk.words()).toContain(
      'Week 20 can still be met if the draft is with the family by Thursday 18 March 2027.',
    );
    await desk.looks('what-if');
    await desk.open('/what-if?about=review&concluded=30+June+2026');
    expect(await desk.words()).toContain('if the meeting is held by Tuesday 1 June 2027');
    await desk.looks('what-if-review');
  });

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
