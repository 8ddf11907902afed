import { termsAsTyped, type TypedTerms } from '@app/panels';
import { londonInstant, weekdayOf } from '@app/statutory-calendar';
import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { panelsAt, putItemOn, sittingsOf } from './a-panel';

const FIRST = '2026-09-01';
const LAST = '2027-08-31';

let db: TestDatabase;
let at: ReturnType<typeof panelsAt>;
let manager: Actor;

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
  at = panelsAt(db.statements, FIRST);
  await at.panels.setUp(WENDMOOR);
});
afterEach(() => db.drop());

const tats = () => sittingsOf(db.statements, 'tats');
const panel = async (code = 'tats') => (await at.panels.on(WENDMOOR, code, at.clock.today()))!;
const changed = async (
  code: string,
  terms: Partial<TypedTerms>,
  validFrom: string,
  by: Actor = manager,
) => {
  const before = await panel(code);
  const [newest] = await at.terms.history(before);
  const typed = { ...termsAsTyped(newest!.terms), ...terms, validFrom, reason: 'Agreed in June' };
  await at.terms.change(by, before, typed, newest!.number);
};

describe('the sittings of a school year', () => {
  it('are planned for all seven panels, away from holidays and weekends', async () => {
    await at.ahead.generate(WENDMOOR, LAST);
    const list = await at.panels.list(manager);
    expect(list.map(({ code }) => code)).toEqual([
      ...['tats', 'eip', 'ehc_decision', 'pp', 'hd_admissions', 'y6_moderation', 'vlg'],
    ]);
    const calendar = await at.calendars.forAuthority(WENDMOOR);
    for (const { code, terms } of list) {
      const sittings = await sittingsOf(db.statements, code);
      expect([code, sittings.length > 0]).toEqual([code, true]);
      for (const { sitsOn, papersDueAt } of sittings) {
        expect([code, sitsOn, calendar.isWorkingDay(sitsOn)]).toEqual([code, sitsOn, true]);
        if (terms.cadence.termOnly)
          expect([sitsOn, calendar.whyNotSchoolDay(sitsOn)?.kind]).not.toContain('holiday');
        expect(papersDueAt < londonInstant(sitsOn, '00:00')).toBe(true);
      }
    }
  });

  it('are every Wednesday of term for the Team Around the School', async () => {
    await at.ahead.generate(WENDMOOR, LAST);
    const days = (await tats()).map(({ sitsOn }) => sitsOn);
    expect(days).toHaveLength(40);
    expect(days.every((day) => weekdayOf(day) === 'Wed')).toBe(true);
    expect(days).not.toContain('2026-10-28');
    expect(days).toContain('2026-11-04');
  });

  it('are the same when they are planned again, and at the same moment', async () => {
    await at.ahead.generate(WENDMOOR, LAST);
    const before = await db.statements.run('', 'SELECT * FROM sitting ORDER BY id', []);
    const again = await Promise.all([1, 2, 3].map(() => at.ahead.generate(WENDMOOR, LAST)));
    expect(again).toEqual(Array(3).fill({ added: 0, moved: 0, calledOff: 0 }));
    expect(await db.statements.run('', 'SELECT * FROM sitting ORDER BY id', [])).toEqual(before);
  });

  it('begin at once for two workers that plan together', async () => {
    await Promise.all([1, 2].map(() => at.ahead.generate(WENDMOOR, LAST)));
    expect(await tats()).toHaveLength(40);
  });

  it('end where the term dates end, and go on when more are loaded', async () => {
    const [row] = await db.statements.run<{ terms: string[][] }>(
      '',
      'SELECT terms FROM school_calendar',
      [],
    );
    const load = async (terms: string[][]) => {
      await db.statements.run('', 'UPDATE school_calendar SET terms = $1', [JSON.stringify(terms)]);
      at.calendars.forget();
      await at.ahead.generate(WENDMOOR, '2027-12-31');
      return (await tats()).at(-1)?.sitsOn;
    };
    expect(await load(row!.terms.filter(([first]) => first! < '2027-09-01'))).toBe('2027-07-21');
    expect(await load(row!.terms)).toBe('2027-12-15');
  });

  it('are planned by the night for every council, half a year ahead, panels and all', async () => {
    await anAuthority(db.statements, '900');
    const { added } = await at.ahead.everywhere();
    expect(added).toBeGreaterThan(100);
    const own = await db.statements.run<{ authority: string; panels: number }>(
      '',
      'SELECT authority, count(DISTINCT panel_id)::int AS panels, max(sits_on) <= $1::date AS "isNear" FROM sitting GROUP BY authority ORDER BY authority',
      ['2027-03-02'],
    );
    expect(own).toEqual([
      { authority: WENDMOOR, panels: 7, isNear: true },
      { authority: '900', panels: 7, isNear: true },
    ]);
  });
});

describe('a panel that meets on Mondays (TA-2)', () => {
  const onMondays = () => changed('tats', { weekday: '1' }, '2026-09-02');

  it('sits on Tuesday 4 May 2027 instead of the bank holiday, and its papers are due on 27 April', async () => {
    await onMondays();
    await at.ahead.generate(WENDMOOR, LAST);
    const sitting = (await tats()).find(({ plannedFor }) => plannedFor === '2027-05-03');
    expect(sitting).toMatchObject({ sitsOn: '2027-05-04', because: 'BANK_HOLIDAY' });
    expect(sitting?.papersDueAt).toEqual(londonInstant('2027-04-27', '17:00'));
  });

  it('moves when the council closes on that day as well, and calendars hear of it', async () => {
    await onMondays();
    await at.ahead.generate(WENDMOOR, LAST);
    await db.statements.run(
      '',
      `UPDATE authority SET settings = '{"closures":["2027-05-04"]}'`,
      [],
    );
    at.calendars.forget();
    expect(await at.ahead.generate(WENDMOOR, LAST)).toMatchObject({ added: 0, calledOff: 0 });
    const sitting = (await tats()).find(({ plannedFor }) => plannedFor === '2027-05-03');
    expect(sitting).toMatchObject({ sitsOn: '2027-05-05', because: 'BANK_HOLIDAY', sequence: 1 });
  });
});

describe('new terms of reference', () => {
  beforeEach(() => at.ahead.generate(WENDMOOR, '2026-12-18').then(() => undefined));

  it('move the sittings that nobody has prepared, which stay the same sittings', async () => {
    const before = await tats();
    await changed('tats', { weekday: '1' }, '2026-11-01');
    const after = await tats();
    const idsOf = (rows: typeof after, from: string, to: string) =>
      rows.filter(({ sitsOn }) => sitsOn >= from && sitsOn <= to).map(({ id }) => id);
    expect(idsOf(after, FIRST, '2026-10-31')).toEqual(idsOf(before, FIRST, '2026-10-31'));
    expect(idsOf(after, '2026-11-02', '2026-12-18')).toEqual(
      idsOf(before, '2026-11-02', '2026-12-18'),
    );
    const moved = after.filter(({ sitsOn }) => sitsOn >= '2026-11-02' && sitsOn <= '2026-12-18');
    expect(
      moved.every(({ sitsOn, sequence }) => weekdayOf(sitsOn) === 'Mon' && sequence === 1),
    ).toBe(true);
    expect(await at.sittings.daysSet(await panel(), moved[0]!.id)).toMatchObject([
      { fromOn: '2026-11-04', toOn: '2026-11-02', because: 'TERMS_CHANGED', by: null },
    ]);
  });

  it('leave a sitting with items where it is, and plan no second one beside it', async () => {
    const busy = (await tats()).find(({ sitsOn }) => sitsOn === '2026-11-11')!;
    await putItemOn(db.statements, busy.id);
    await changed('tats', { weekday: '1' }, '2026-11-01');
    const week = (await tats()).filter(
      ({ sitsOn }) => sitsOn >= '2026-11-09' && sitsOn <= '2026-11-13',
    );
    expect(week).toMatchObject([{ id: busy.id, sitsOn: '2026-11-11', sequence: 0 }]);
  });

  it('call off what no longer belongs to the series, and plan it again when it does', async () => {
    await changed('tats', { every: 'fortnight', countedFrom: '2026-11-04' }, '2026-11-01');
    const all = await tats();
    const off = all.filter(({ stage }) => stage === 'cancelled').map(({ sitsOn }) => sitsOn);
    expect(off).toEqual(expect.arrayContaining(['2026-11-11', '2026-11-25', '2026-12-09']));
    expect(all.find(({ sitsOn }) => sitsOn === '2026-11-11')?.sequence).toBe(1);
    at.moveTo('2026-09-03');
    await changed('tats', { every: 'week' }, '2026-11-02');
    const days = (await tats())
      .filter(({ stage }) => stage === 'scheduled')
      .map(({ sitsOn }) => sitsOn);
    expect(days).toContain('2026-11-11');
    expect(new Set(days).size).toBe(days.length);
  });

  it('never bring back what a person called off', async () => {
    const gone = (await tats()).find(({ sitsOn }) => sitsOn === '2026-11-11')!;
    await db.statements.run(
      '',
      `UPDATE sitting SET stage = 'cancelled', version = 1 WHERE id = $1`,
      [gone.id],
    );
    await db.statements.run(
      '',
      `INSERT INTO sitting_event VALUES ($1, 1, $2, 'MEETING_CANCELLED', '{}', $3, 'panel_chair', now())`,
      [gone.id, WENDMOOR, manager.id],
    );
    await at.ahead.generate(WENDMOOR, '2026-12-18');
    expect((await tats()).filter(({ sitsOn }) => sitsOn === '2026-11-11')).toHaveLength(1);
  });

  it('are refused whole when they do not fit, and nothing is written', async () => {
    const refused = (typed: Partial<TypedTerms>, validFrom: string) =>
      changed('tats', typed, validFrom).then(
        () => [],
        ({ problems }: { problems: { path: string[]; message: string }[] }) =>
          problems.map(({ path, message }) => `${path[0]}: ${message}`),
      );
    expect(await refused({ minutes: 90, quorum: ['a witch'] }, '2026-11-01')).toEqual([
      'quorum: Line 1: “a witch” is not one of the services below',
    ]);
    expect(await refused({ minutes: 90, papersOutDays: 6 }, FIRST)).toEqual([
      expect.stringContaining('minutes: The items and the opening need 117 minutes'),
      expect.stringContaining('papersOutDays: Papers go out after they are due'),
      expect.stringContaining('validFrom: New terms hold from tomorrow'),
    ]);
    await at.members.add(manager, await panel(), {
      ...{ officerId: manager.id, service: 'chair', comesTo: 'every', fromOn: FIRST },
    });
    expect(await refused({ quorum: ['chair', 'finance'] }, '2026-11-01')).toEqual([
      expect.stringContaining(
        'quorum: Nobody on the panel could make this quorum, even if all came. Missing: finance',
      ),
    ]);
    expect(await at.terms.history(await panel())).toHaveLength(1);
  });

  it('are set once for a day, and not over the change of somebody else', async () => {
    await changed('tats', { mostDeferrals: 3 }, '2026-11-01');
    await expect(changed('tats', { mostDeferrals: 1 }, '2026-11-01')).rejects.toMatchObject({
      problems: [{ path: ['validFrom'] }],
    });
    const typed = {
      ...termsAsTyped((await panel()).terms),
      validFrom: '2026-12-01',
      reason: 'Late',
    };
    await expect(at.terms.change(manager, await panel(), typed, 1)).rejects.toMatchObject({
      problems: [
        { message: expect.stringContaining('Marguerite Osei changed the terms while') as string },
      ],
    });
  });
});

describe('a sitting that is moved by hand', () => {
  const seat = async () => (await at.panels.find(manager, 'tats'))!;
  const next = async () => {
    const row = (await tats()).find(({ sitsOn }) => sitsOn === '2026-09-16')!;
    return (await at.sittings.find(await seat(), row.id))!;
  };
  const move = async (to: string, because = 'The hall is being painted') =>
    at.days.move(manager, await panel(), await next(), { to, because });

  beforeEach(() => at.ahead.generate(WENDMOOR, '2026-12-18').then(() => undefined));

  it('keeps the day for which it was planned and why, and stays there in the night', async () => {
    const { id } = await next();
    await move('2026-09-17');
    await at.ahead.generate(WENDMOOR, '2026-12-18');
    const row = (await tats()).find((each) => each.id === id);
    expect(row).toMatchObject({
      ...{
        plannedFor: '2026-09-16',
        sitsOn: '2026-09-17',
        because: 'The hall is being painted',
        sequence: 1,
      },
      papersDueAt: londonInstant('2026-09-11', '17:00'),
    });
    expect(await at.sittings.daysSet(await panel(), id)).toMatchObject([
      { fromOn: '2026-09-16', toOn: '2026-09-17', by: 'Marguerite Osei' },
    ]);
  });

  it.each([
    ['2026-08-31', 'is over'],
    ['2026-12-25', 'Nobody works on 25 December 2026 (Christmas Day)'],
    ['2026-09-19', 'Nobody works on 19 September 2026'],
    ['2026-09-23', 'Team Around the School sits on 23 September 2026 already'],
    ['2026-09-16', 'It sits on 16 September 2026 already'],
  ])('does not move to %s', async (to, words) => {
    const before = await tats();
    await expect(move(to)).rejects.toMatchObject({
      problems: [{ path: ['to'], message: expect.stringContaining(words) as string }],
    });
    expect(await tats()).toEqual(before);
  });

  it('does not move with items on it', async () => {
    await putItemOn(db.statements, (await next()).id);
    await expect(move('2026-09-17')).rejects.toMatchObject({ problems: [{ path: ['to'] }] });
  });

  it('does not collide with an extra sitting', async () => {
    const more = { startsAt: '10:00', minutes: 60, because: 'Two urgent children' };
    await at.days.add(manager, await panel(), { on: '2026-09-17', ...more });
    await expect(move('2026-09-17')).rejects.toMatchObject({ problems: [{ path: ['to'] }] });
    await expect(
      at.days.add(manager, await panel(), { on: '2026-09-17', ...more }),
    ).rejects.toMatchObject({ problems: [{ path: ['on'] }] });
    await at.ahead.generate(WENDMOOR, '2026-12-18');
    expect((await tats()).filter(({ sitsOn }) => sitsOn === '2026-09-17')).toHaveLength(1);
  });

  it('goes to one day only when two people move it to the same day as another', async () => {
    const other = (await tats()).find(({ sitsOn }) => sitsOn === '2026-09-30')!;
    const found = (await at.sittings.find(await seat(), other.id))!;
    const done = await Promise.allSettled([
      move('2026-09-18'),
      at.days.move(manager, await panel(), found, { to: '2026-09-18', because: 'Also' }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await tats()).filter(({ sitsOn }) => sitsOn === '2026-09-18')).toHaveLength(1);
  });
});
