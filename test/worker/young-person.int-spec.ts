import { pathwayNamed } from '@app/pathways';
import { FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { aWorker } from './a-worker';

it('writes to a young person and not to their family, until they agree to copies', async () => {
  const db = await aTestDatabase();
  const { statements } = db;
  await anAuthority(statements);
  const kit = await anOfficer(statements, 'Kit Larwood', ['ehc_officer']);
  const childId = await aChild(statements, { forename: 'Noor', dob: '2009-10-01' });
  const own = `INSERT INTO contact (authority, child_id, name, relation, email) VALUES ('899', $1, 'Noor Marsh', 'Young person', 'noor@example.org')`;
  await statements.run('', own, [childId]);
  const door = aDoor(statements, '2026-11-03');
  const { reference } = await aCaseAt(door, kit, 'ehc_needs_assessment', childId, [
    ['2026-11-03', 'REQUEST_RECEIVED'],
    ['2026-11-03', 'CONSENT_REQUESTED'],
  ]);
  const clock = new FixedClock(londonInstant('2026-11-03', '09:30'));
  const worker = await aWorker(db, clock);
  const sent = async (notice: string) => {
    await worker.settle();
    const rows = await statements.run<{ address: string; body: string }>(
      '',
      `SELECT address, body FROM message WHERE notice = $1 AND recipient LIKE 'family:%' ORDER BY address <> 'noor@example.org'`,
      [notice],
    );
    return rows.map(({ address, body }) => [
      address,
      /You decide|it means you|too\./.exec(body)?.[0],
    ]);
  };
  expect(await sent('N-50')).toEqual([['noor@example.org', 'it means you']]);
  expect(await sent('N-01')).toEqual([['noor@example.org', 'You decide']]);

  const agreed = {
    giver: 'young_person',
    giverHasPR: true,
    how: 'email',
    scope: ['support', 'family_copies'],
  };
  const steps: [string, object][] = [
    ['CONSENT_GIVEN', agreed],
    ['PANEL_LISTED', {}],
    ['AGREED_TO_ASSESS', { advisers: ['school'] }],
  ];
  const { events } = pathwayNamed('ehc_needs_assessment');
  for (const [type, payload] of steps)
    await door.casework.record({ ...kit, roles: ['ehc_officer', 'send_manager'] }, reference, {
      type,
      occurredOn: '2026-11-03',
      payload: { ...events[type]!.example, ...payload },
    });
  expect(await sent('N-51')).toEqual([
    ['noor@example.org', 'it means you'],
    [`${childId}@family.example.org`, 'too.'],
  ]);
  await worker.stop();
  await db.drop();
}, 120_000);
