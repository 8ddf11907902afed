import { type Actor } from '@app/access';
import { NotAllowedNow, pathwayNamed } from '@app/pathways';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  aCaseAt,
  aChild,
  anAuthority,
  anOfficer,
  type JourneyStep,
} from '../../../../test/support/given';
import { aPanelRoom, type PanelRoom } from '../../../../test/support/panel-given';
import { SittingNotFound } from './sitting';

let db: TestDatabase;
let room: PanelRoom;
let sitting: string;

const WEDNESDAY = '2026-10-21';
const QUORUM = ['chair', 'psychology', 'attendance', 'mental_health'] as const;
const EHC = { answer: 'not_now', parentTold: true, reason: 'The plan at school is new' };

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  room = await aPanelRoom(db.statements, '2026-10-12');
  sitting = await room.sittingOn(WEDNESDAY);
});
afterEach(() => db.drop());

const triaged: JourneyStep[] = [['2026-10-13', 'TRIAGE_STARTED']];

const aPupil = (forename: string, ...steps: JourneyStep[]) => aPupilAtRisk({ forename }, ...steps);

async function aPupilAtRisk(
  { forename, ...risk }: { forename: string; pexRisk?: 'none' | 'likely' },
  ...steps: JourneyStep[]
): Promise<string> {
  const child = await aChild(db.statements, { forename, dob: '2014-03-09', urn: '199020' });
  return (
    await aCaseAt(room, room.chair, 'tats_case', child, [
      ['2026-10-12', 'CHILD_IDENTIFIED', risk],
      ...steps,
    ])
  ).reference;
}

async function standing(reference: string): Promise<{ stage: string; open: boolean }> {
  const [row] = await db.statements.run<{ stage: string; open: boolean }>(
    '',
    'SELECT stage, open FROM send_case WHERE reference = $1',
    [reference],
  );
  return row!;
}

async function locked(): Promise<void> {
  room.at('2026-10-14');
  await room.steps.openAgenda(room.coordinator, sitting);
  room.at('2026-10-16');
  await room.steps.lock(room.coordinator, sitting);
}

async function inSession(): Promise<void> {
  await locked();
  room.at(WEDNESDAY);
  await room.here(sitting, ...QUORUM);
  await room.steps.start(room.coordinator, sitting);
}

async function itemOf(reference: string): Promise<{ id: string; status: string; version: number }> {
  const [row] = await db.statements.run<{ id: string; status: string; version: number }>(
    '',
    'SELECT i.id, i.status, i.version FROM sitting_item i JOIN send_case c ON c.id = i.case_id WHERE c.reference = $1 AND i.status <> $2 ORDER BY i.status',
    [reference, 'moved'],
  );
  return row!;
}

async function refusal(act: Promise<unknown>): Promise<string> {
  const error: unknown = await act.then(
    () => new Error('It was allowed'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotAllowedNow);
  return (error as NotAllowedNow).reasons.map(({ text }) => text).join(' ');
}

it('takes a child from the agenda through the room to actions that are on the list, and the minutes to the chair’s approval', async () => {
  const ava = await aPupil('Ava', ...triaged);
  await inSession();
  expect(await standing(ava)).toMatchObject({ stage: 'listed' });

  const { id } = await itemOf(ava);
  await room.items.open(room.coordinator, sitting, id);
  expect(await standing(ava)).toMatchObject({ stage: 'in_discussion' });
  await room.items.decide(room.chair, {
    sittingId: sitting,
    itemId: id,
    event: 'DECISION_ACTIONS',
    payload: {
      reasons: 'The quiet start helped before',
      ehcQuestion: EHC,
      actions: [{ what: 'Outreach three mornings a week', owner: 'Specialist teacher' }],
      leadPractitioner: 'Pastoral lead',
    },
    dissent: [{ name: 'Member for attendance', text: 'Wanted a later review' }],
  });
  expect(await standing(ava)).toMatchObject({ stage: 'actions_live' });
  await room.steps.end(room.chair, sitting);

  const { model } = await room.minutes.of(room.chair, sitting);
  expect(model.items).toMatchObject([
    {
      subject: { name: 'Ava Ashby', school: 'Thornmere High' },
      isQuorate: true,
      outcome: { kind: 'decided', decision: 'Actions agreed', by: 'Imogen Farrow' },
      dissent: [{ name: 'Member for attendance' }],
      actions: [
        {
          what: 'Outreach three mornings a week',
          owner: 'Specialist teacher (Imogen Farrow sees to it)',
        },
      ],
    },
  ]);
  await room.minutes.approve(room.chair, sitting);
  await db.statements.run('', "UPDATE child SET legal_forename = 'Anna'", []);
  const approved = await room.minutes.of(room.chair, sitting);
  expect(approved.model.items[0]!.subject.name).toBe('Ava Ashby');
  expect(await room.minutes.isUnchanged(room.chair, sitting)).toBe(true);
  expect(await refusal(room.minutes.approve(room.chair, sitting))).toContain('approved already');
  await room.minutes.addendum(room.coordinator, sitting, { text: 'The school is in Thornmere' });
  expect((await room.minutes.of(room.chair, sitting)).model.addenda).toHaveLength(1);
});

it('says of everybody why they are on the agenda, or why not and what would put them on', async () => {
  const ava = await aPupil('Ava', ...triaged);
  const untriaged = await aPupil('Kofi');
  room.at('2026-10-14');
  const agenda = await room.agendas.of(room.coordinator, sitting);
  expect(agenda.lines.map(({ candidate }) => candidate.reference)).toEqual([ava]);
  expect(agenda.lines[0]!.why.join(' ')).toContain('Put forward by the school on 12 October 2026');
  expect(agenda.left).toMatchObject([
    { candidate: { reference: untriaged }, wouldPutOn: ['Start triage'] },
  ]);

  await room.agendas.drop(room.coordinator, sitting, ava, 'The school asked for a week');
  const without = await room.agendas.of(room.coordinator, sitting);
  expect(without.lines).toEqual([]);
  expect(without.left.flatMap(({ whyNot }) => whyNot).join(' ')).toContain(
    'Taken off by Petra Lindqvist: The school asked for a week',
  );
  await room.agendas.put(room.coordinator, sitting, ava, 'The school is ready after all');
  expect((await room.agendas.of(room.coordinator, sitting)).lines).toHaveLength(1);
});

it('keeps the papers back until their deadline has passed', async () => {
  await aPupil('Ava', ...triaged);
  room.at('2026-10-14');
  await room.steps.openAgenda(room.coordinator, sitting);
  expect(await refusal(room.steps.lock(room.coordinator, sitting))).toContain('papers');
  expect((await db.statements.run('', 'SELECT id FROM sitting_item', [])).length).toBe(0);
});

it('decides nothing without a quorum, and only the one who chairs decides', async () => {
  const ava = await aPupil('Ava', ...triaged);
  await locked();
  room.at(WEDNESDAY);
  await room.here(sitting, 'chair', 'psychology', 'attendance');
  await room.steps.start(room.coordinator, sitting);
  const { id } = await itemOf(ava);
  expect(await refusal(room.items.open(room.chair, sitting, id))).toContain('quorum');
  await room.here(sitting, 'mental_health');
  await room.steps.quorumRestored(room.coordinator, sitting);
  await room.items.open(room.chair, sitting, id);

  const signpost = (actor: Actor) =>
    room.items.decide(actor, {
      sittingId: sitting,
      itemId: id,
      event: 'DECISION_SIGNPOST',
      payload: { reasons: 'The school can do this', ehcQuestion: EHC, towards: 'outreach' },
    });
  expect(await refusal(signpost(room.coordinator))).toContain('Imogen Farrow chairs this item');
  await room.register.answer(room.chair, sitting, room.members['attendance']!, { answer: 'left' });
  expect(await refusal(signpost(room.chair))).toContain('Not here: attendance');
  await room.here(sitting, 'attendance');
  await signpost(room.chair);
  expect(await standing(ava)).toEqual({ stage: 'signposted', open: false });
});

it('lets the deputy decide where the chair has an interest, and shows the chair nothing of a related child', async () => {
  const ava = await aPupil('Ava', ...triaged);
  await inSession();
  const { id } = await itemOf(ava);
  await room.here(sitting, 'deputy_chair');
  await room.register.declare(
    room.coordinator,
    { sittingId: sitting, itemId: id, memberId: room.members['chair']! },
    'RELATED_CHILD',
  );
  await room.items.open(room.coordinator, sitting, id);
  await expect(room.entries.of(room.chair, sitting, id)).rejects.toThrow(SittingNotFound);
  await room.items.decide(room.deputy, {
    sittingId: sitting,
    itemId: id,
    event: 'DECISION_SIGNPOST',
    payload: { reasons: 'The school can do this', ehcQuestion: EHC, towards: 'outreach' },
  });
  expect(await standing(ava)).toMatchObject({ stage: 'signposted' });
});

it('puts a child off as often as the terms of the panel allow and no more, always to the next sitting', async () => {
  const ava = await aPupil('Ava', ...triaged);
  await inSession();
  const days = [WEDNESDAY, '2026-11-04', '2026-11-11'];
  for (const [turn, day] of days.entries()) {
    if (turn) {
      sitting = await room.sittingOn(day);
      room.at(day);
      await room.steps.openAgenda(room.coordinator, sitting);
      await room.steps.lock(room.coordinator, sitting);
      await room.here(sitting, ...QUORUM);
      await room.steps.start(room.coordinator, sitting);
    }
    const [item] = await db.statements.run<{ id: string }>(
      '',
      "SELECT id FROM sitting_item WHERE sitting_id = $1 AND status = 'listed'",
      [sitting],
    );
    const putOff = room.items.defer(room.chair, {
      sittingId: sitting,
      itemId: item!.id,
      reason: 'PROFESSIONAL_ABSENT',
    });
    if (turn < 2) await putOff;
    else {
      expect(await refusal(putOff)).toContain('put off twice already');
      await db.statements.run('', THREE_TIMES, [room.panelId]);
      await room.items.defer(room.chair, {
        ...{ sittingId: sitting, itemId: item!.id, reason: 'PROFESSIONAL_ABSENT' },
      });
    }
    await room.steps.end(room.chair, sitting);
  }
  expect(await standing(ava)).toMatchObject({ stage: 'listed', open: true });
});

const THREE_TIMES = `UPDATE panel_terms SET terms = jsonb_set(terms, '{mostDeferrals}', '3') WHERE panel_id = $1`;

it('lets a child wait beyond the limit only when a head of service who does not chair says so by name', async () => {
  const ava = await aPupil('Ava', ...triaged);
  for (const on of [WEDNESDAY, '2026-11-04', '2026-11-11']) {
    sitting = await room.sittingOn(on);
    room.at(on, '08:00');
    await room.steps.openAgenda(room.coordinator, sitting);
    await room.steps.lock(room.coordinator, sitting);
    room.at(on);
    await room.here(sitting, ...QUORUM);
    await room.steps.start(room.coordinator, sitting);
    const [item] = await db.statements.run<{ id: string }>(
      '',
      'SELECT i.id FROM sitting_item i JOIN send_case c ON c.id = i.case_id WHERE c.reference = $1 AND i.sitting_id = $2',
      [ava, sitting],
    );
    const { id } = item!;
    const defer = () =>
      room.items.defer(room.chair, {
        sittingId: sitting,
        itemId: id,
        reason: 'PROFESSIONAL_ABSENT',
      });
    if (on !== '2026-11-11') await defer();
    else {
      expect(await refusal(defer())).toContain('put off twice already');
      expect(await refusal(room.agendas.mayWait(room.chair, sitting, ava, 'One week'))).toContain(
        'does not chair',
      );
      const head = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
      await room.agendas.mayWait(head, sitting, ava, 'The psychologist was taken ill');
      await defer();
      const [row] = await db.statements.run<{ outcome: { approvedBy: string } }>(
        '',
        "SELECT outcome FROM sitting_item WHERE id = $1 AND status = 'deferred'",
        [id],
      );
      expect(row!.outcome.approvedBy).toBe('Marguerite Osei');
    }
    await room.steps.end(room.chair, sitting);
  }
  expect(await standing(ava)).toMatchObject({ stage: 'listed', open: true });
});

it('asks the police to one child’s item, with a reason, and leaves a service out again', async () => {
  const ava = await aPupil('Ava', ...triaged);
  const asked = async () => {
    const { lines } = await room.agendas.of(room.coordinator, sitting);
    return (lines[0]!.candidate as { invited?: readonly string[] }).invited;
  };
  room.at('2026-10-14');
  const about = { reference: ava, reason: 'The family asked them to help' };
  expect(await asked()).toEqual(['school_lead']);
  await room.agendas.ask(room.coordinator, sitting, {
    ...about,
    service: 'police',
    isAsked: true,
  });
  expect(await asked()).toEqual(['school_lead', 'police']);
  expect(
    await refusal(
      room.agendas.ask(room.coordinator, sitting, { ...about, service: undefined, isAsked: true }),
    ),
  ).toContain('Select which service');
  await locked();
  const [item] = await db.statements.run<{ invited: string[] }>(
    '',
    'SELECT invited FROM sitting_item',
    [],
  );
  expect(item!.invited).toEqual(['school_lead', 'police']);
});

it('carries the items of a cancelled sitting to the next one, in their order, and counts no deferral', async () => {
  const ava = await aPupil('Ava', ...triaged);
  const kofi = await aPupil('Kofi', ...triaged);
  await locked();
  await room.steps.cancel(room.coordinator, sitting, 'Snow');
  const next = await room.sittingOn('2026-11-04');
  const agenda = await room.agendas.of(room.coordinator, next);
  expect(agenda.lines.map(({ candidate }) => candidate.reference).sort()).toEqual(
    [ava, kofi].sort(),
  );
  expect(agenda.lines[0]!.candidate.deferrals).toBe(0);
  expect(await standing(ava)).toMatchObject({ stage: 'listed' });
});

it('shows an item to those it is for: police only where the child calls for them, and nobody before the papers are out', async () => {
  await aPupil('Ava', ...triaged);
  const { police, psychology } = room.officers as { police: Actor; psychology: Actor };
  const seen = async (actor: Actor) => {
    const { comeTo } = await import('./at-sitting');
    return (await comeTo(db.statements, actor, sitting, room.clock.today())).items.length;
  };
  await locked();
  expect(await seen(psychology)).toBe(1);
  expect(await seen(police)).toBe(0);
  await expect(seen({ ...room.deputy, id: room.panelId })).rejects.toThrow(SittingNotFound);
});

it('keeps what two people type in the same box, and tells the second whose words stand there', async () => {
  const ava = await aPupil('Ava', ...triaged);
  await inSession();
  const { id } = await itemOf(ava);
  const at = { sittingId: sitting, itemId: id };
  await room.entries.write(room.coordinator, at, {
    field: 'reasons',
    value: 'First words',
    seen: 0,
  });
  await expect(
    room.entries.write(room.chair, at, { field: 'reasons', value: 'Other words', seen: 0 }),
  ).rejects.toMatchObject({ theirs: { value: 'First words', by: 'Petra Lindqvist' } });
  await room.entries.write(room.chair, at, { field: 'reasons', value: 'Both words', seen: 1 });
  expect(await room.entries.of(room.chair, sitting, id)).toMatchObject([
    { field: 'reasons', value: 'Both words', version: 2, by: 'Imogen Farrow' },
  ]);
});

it('takes a whole school as an item, and a child added in the room with the chair’s reason', async () => {
  await aPupil('Ava', ...triaged);
  await inSession();
  const kofi = await aPupil('Kofi', ...triaged);
  room.at(WEDNESDAY);
  expect(
    await refusal(
      room.late.addChild(room.coordinator, sitting, { reference: kofi, reason: 'Sent home today' }),
    ),
  ).toContain('Only the chair');
  await room.late.addChild(room.chair, sitting, { reference: kofi, reason: 'Sent home today' });
  expect(await standing(kofi)).toMatchObject({ stage: 'listed' });
  await room.late.addSchool(room.chair, sitting, {
    urn: '199020',
    concern: 'Four children of one year group',
    reason: 'Asked by the head',
  });
  const [{ count }] = (await db.statements.run<{ count: number }>(
    '',
    'SELECT count(*)::int AS count FROM sitting_item WHERE sitting_id = $1 AND late_why IS NOT NULL',
    [sitting],
  )) as [{ count: number }];
  expect(count).toBe(2);
  expect(await refusal(room.steps.end(room.chair, sitting))).toContain('no outcome yet');
});

it('names a child with a restricted record to SEND managers only, on the agenda as in the room', async () => {
  await aPupil('Ava', ...triaged);
  await db.statements.run('', 'UPDATE child SET restricted = true', []);
  room.at('2026-10-14');
  const coordinated = await room.agendas.of(room.coordinator, sitting);
  expect(coordinated.lines).toEqual([]);
  expect(coordinated.left).toEqual([]);
  expect(coordinated.restricted).toBe(1);
  expect((await room.agendas.of(room.chair, sitting)).lines).toHaveLength(1);
});

it('orders by what the night found in the data, and says which rules found the child', async () => {
  const ava = await aPupil('Ava', ...triaged);
  const kofi = await aPupil('Kofi', ...triaged);
  const ofKofi = 'FROM send_case c WHERE c.reference = $1';
  await db.statements.run(
    '',
    `INSERT INTO child_priority (child_id, authority, on_day, points, answers) SELECT c.child_id, c.authority, '2026-10-13', 90, '{"lastFourWeeks": 2}' ${ofKofi}`,
    [kofi],
  );
  await db.statements.run(
    '',
    `INSERT INTO rule_hit (authority, child_id, rule, key, route, found, words, window_from, window_to, hit_on)
     SELECT c.authority, c.child_id, 'T3', '2026', 'list', '{}', '3 suspensions in 6 school weeks', '2026-09-02', '2026-10-13', '2026-10-13' ${ofKofi}`,
    [kofi],
  );
  room.at('2026-10-14');
  const { lines } = await room.agendas.of(room.coordinator, sitting);
  expect(lines.map(({ candidate }) => candidate.reference)).toEqual([kofi, ava]);
  expect(lines[0]!.why).toContain('T3: 3 suspensions in 6 school weeks');
  expect(lines[0]!.candidate.score).toBe(90);
});

it('leaves a child off whom somebody needed cannot attend for, or whose psychologist wrote the advice, and shows a relative nothing again', async () => {
  const ava = await aPupilAtRisk({ forename: 'Ava', pexRisk: 'none' }, ...triaged);
  await inSession();
  const { id } = await itemOf(ava);
  const about = (seat: string) => ({
    sittingId: sitting,
    itemId: id,
    memberId: room.members[seat]!,
  });
  await room.register.declare(room.coordinator, about('psychology'), 'AUTHOR_OF_ADVICE');
  await room.register.declare(room.coordinator, about('mental_health'), 'RELATED_CHILD');
  await room.items.defer(room.chair, { sittingId: sitting, itemId: id, reason: 'PAPERS_MISSING' });
  const next = await room.sittingOn('2026-11-04');
  const off = async () => (await room.agendas.of(room.coordinator, next)).left[0]?.whyNot ?? [];
  expect(await off()).toContain(
    'There would be no quorum for it. Missing: psychology: Member for psychology cannot be counted for this item',
  );
  const psychologist = room.members['psychology']!;
  const answers = { answer: 'apologies', deputyName: 'Ruth Amari' } as const;
  await room.register.answer(room.coordinator, next, psychologist, answers);
  expect(await off()).toEqual([]);

  await room.agendas.ask(room.coordinator, next, {
    ...{ reference: ava, service: 'police', isAsked: true, reason: 'They know the family' },
  });
  const police = room.members['police']!;
  await room.register.answer(room.coordinator, next, police, { answer: 'apologies' });
  expect(await off()).toContain('Police is needed for it and is not expected');
  await room.agendas.ask(room.coordinator, next, {
    ...{ reference: ava, service: 'police', isAsked: false, reason: 'They send their view' },
  });
  expect(await off()).toEqual([]);

  room.at('2026-11-04', '08:00');
  await room.steps.openAgenda(room.coordinator, next);
  await room.steps.lock(room.coordinator, next);
  const { comeTo } = await import('./at-sitting');
  const seen = async (seat: string) =>
    (await comeTo(db.statements, room.officers[seat]!, next, room.clock.today())).items.length;
  expect([await seen('mental_health'), await seen('attendance')]).toEqual([0, 1]);
});

it('takes what it does not keep off the agenda, so that the child comes to the next sitting', async () => {
  const ava = await aPupil('Ava', ...triaged);
  await locked();
  await room.steps.cancel(room.coordinator, sitting, 'Snow');
  const next = await room.sittingOn('2026-11-04');
  room.at('2026-11-03');
  await room.agendas.drop(room.coordinator, next, ava, 'The school asked for a week');
  await room.steps.openAgenda(room.coordinator, next);
  await room.steps.lock(room.coordinator, next);
  expect((await itemOf(ava)).status).toBe('removed');
  const after = await room.sittingOn('2026-11-11');
  const { lines } = await room.agendas.of(room.coordinator, after);
  expect(lines.map(({ candidate }) => candidate.reference)).toEqual([ava]);
});

it('lets only a SEND manager who says why decide outside the sitting, and clears the agenda of what is decided', async () => {
  const ava = await aPupil('Ava', ...triaged);
  await inSession();
  const { id } = await itemOf(ava);
  await room.items.open(room.coordinator, sitting, id);
  await room.items.leave(room.coordinator, sitting, id);
  const { events } = pathwayNamed('tats_case');
  const alone = (actor: Actor, more: Record<string, unknown>) =>
    room.casework.record(actor, ava, {
      type: 'DECISION_SIGNPOST',
      occurredOn: WEDNESDAY,
      payload: { ...events['DECISION_SIGNPOST']!.example, ...more },
    });
  const why = { withoutPanelReason: 'The chair was called away' };
  const chair = { ...room.deputy, roles: ['panel_chair'] as const };
  expect(await refusal(alone(room.chair, {}))).toContain('Decide it in the sitting');
  expect(await refusal(alone(chair, why))).toContain('Decide it in the sitting');
  await alone(room.chair, why);
  expect(await standing(ava)).toEqual({ stage: 'signposted', open: false });
  await room.steps.end(room.chair, sitting);
  expect((await itemOf(ava)).status).toBe('removed');
});

it('lists a child at risk of permanent exclusion without the papers, and nobody else', async () => {
  const steps: JourneyStep[] = [...triaged, ['2026-10-13', 'MORE_INFO_REQUESTED']];
  const zac = await aPupilAtRisk({ forename: 'Zac', pexRisk: 'likely' }, ...steps);
  const ava = await aPupilAtRisk({ forename: 'Ava', pexRisk: 'none' }, ...steps);
  room.at('2026-10-14');
  const { lines, left, warnings } = await room.agendas.of(room.coordinator, sitting);
  expect(lines.map(({ candidate }) => candidate.reference)).toEqual([zac]);
  expect(left.map(({ candidate }) => candidate.reference)).toEqual([ava]);
  expect(warnings.map(({ text }) => text).join(' ')).toContain('Papers that were asked for');
  await locked();
  expect(await standing(zac)).toMatchObject({ stage: 'listed' });
});
