import { panelsAt, sittingsOf } from '../panels/a-panel';
import { WENDMOOR } from '../support/given';
import { Desk, withBrowser } from './parts/a-desk';

const TODAY = '2026-10-12';

withBrowser('a panel, its members and its days', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.set('panel-series', TODAY);
    const { panels, members, ahead } = panelsAt(desk.statements, TODAY);
    await panels.setUp(WENDMOOR, '2026-09-01');
    const panel = (await panels.on(WENDMOOR, 'tats', TODAY))!;
    const { delphine, hal, owen, joss } = desk.people;
    const seats = {
      chair: delphine,
      coordinator: owen,
      psychology: hal,
      attendance: joss,
    } as const;
    for (const [service, { id }] of Object.entries(seats))
      await members.add(owen, panel, {
        ...{ officerId: id, service: service as 'chair', comesTo: 'every', fromOn: '2026-09-01' },
      });
    await ahead.generate(WENDMOOR);
  }, 60_000);
  afterAll(() => desk?.clear());

  it('is looked after by the coordinator, who adds a member', async () => {
    await desk.on(TODAY, 'owen');
    await desk.follow('Panels');
    await desk.looks('panels');
    await desk.follow('Team Around the School');
    expect(await desk.words()).toContain('there is no quorum');
    await desk.looks('panel');
    await desk.follow('Add a member');
    await desk.sends({ name: 'Marta Okello', email: 'marta' });
    expect(await desk.words()).toContain('There is a problem');
    await desk.looks('member-refused');
    await desk.sends({
      ...{ email: 'marta@health.example.org', service: 'nursing', comesTo: 'every' },
    });
    expect(await desk.words()).not.toContain('there is no quorum');
    await desk.follow('Marta Okello');
    await desk.looks('member');
  }, 90_000);

  it('sits on another day when the coordinator says so, and a member answers for it', async () => {
    const [next] = (await sittingsOf(desk.statements, 'tats')).filter(
      ({ sitsOn }) => sitsOn > TODAY,
    );
    const address = `/panels/tats/sittings/${next!.id}`;
    await desk.open(`${address}/move`);
    await desk.looks('move');
    await desk.sends({
      'to-day': '15',
      'to-month': '10',
      'to-year': '2026',
      because: 'The hall is let',
    });
    expect(await desk.words()).toContain('Thursday 15 October 2026');
    await desk.on(TODAY, 'hal');
    await desk.open(address);
    await desk.follow('Say whether you come');
    await desk.looks('reply');
    await desk.sends({ answer: 'apologies', deputyName: 'Runa Castell' });
    expect(await desk.words()).toContain('Apologies; Runa Castell comes instead');
    await desk.looks('sitting');
  }, 90_000);

  it('shows in a calendar of one’s own', async () => {
    await desk.open('/panels/calendar');
    await desk.looks('calendar');
    await desk.sends({ what: 'all' });
    await desk.looks('calendar-made');
    expect(await desk.words()).toContain('it is shown only here');
  }, 60_000);

  it('has terms of reference that the chair changes', async () => {
    await desk.on(TODAY, 'delphine');
    await desk.open('/panels/tats/terms');
    await desk.looks('terms');
    await desk.follow('Change the terms');
    await desk.looks('change-terms');
    await desk.sends({
      ...{ 'validFrom-day': '9', 'validFrom-month': '11', 'validFrom-year': '2026' },
      ...{ weekday: '1', reason: 'Agreed with the heads' },
    });
    expect(await desk.words()).toContain('The new terms hold from 9 November 2026');
  }, 60_000);

  it('has pages without a fault, on a phone too', () => {
    expect(desk.faults).toEqual([]);
  });
});
