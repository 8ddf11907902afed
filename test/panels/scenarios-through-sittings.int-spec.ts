import { type Actor, systemActor } from '@app/access';
import { Panels, SittingDays } from '@app/panels';
import { Calendars } from '@app/casework';
import { hdPolicy, pathwayNamed, type Role } from '@app/pathways';
import { addDays, type CalendarDay, londonInstant } from '@app/statutory-calendar';
import { panelKinds } from '../../libs/panels/src/kinds/panel-kinds';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aChild, anAuthority, anOfficer, places, WENDMOOR } from '../support/given';
import { aPanelRoom, type PanelRoom } from '../support/panel-given';
import scenarios from '../vectors/scenarios.json';

interface Step {
  readonly on: CalendarDay;
  readonly region: string;
  readonly event: string | null;
  readonly state: string;
  readonly due: Readonly<Record<string, CalendarDay>> | null;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly facts?: { readonly capacity?: boolean };
}

let db: TestDatabase;
beforeEach(async () => void (db = await aTestDatabase()));
afterEach(() => db.drop());

/** The panel that decides this event of this pathway. */
const panelOf = (pathway: string, event: string) =>
  panelKinds.find(({ decides }) => decides[pathway]?.decisions.includes(event));

const isPanels = (pathway: string, { event }: Step) =>
  event !== null && panelOf(pathway, event) !== undefined;

const EVERYTHING: readonly Role[] = [
  ...['send_manager', 'ehc_officer', 'saso', 'y6_worker', 'transition_lead'],
  ...['unit_lead', 'placement_officer', 'panel_coordinator', 'review_officer'],
] as readonly Role[];

/** Scenarios up to the last step that a panel causes. */
const PLAYED = scenarios.scenarios.flatMap(({ id, machine, steps }) => {
  const all = steps as readonly Step[];
  const last = all.findLastIndex((step) => isPanels(machine, step));
  return last < 0 ? [] : [{ id, pathway: machine, steps: all.slice(0, last + 1) }];
});

/** A child, a case, a panel that sits on the days of the scenario, and somebody who may do everything else. */
class Played {
  private reference = '';
  private sitting: string | undefined;

  constructor(
    private readonly pathway: string,
    private readonly room: PanelRoom,
    private readonly officer: Actor,
    private readonly childId: string,
  ) {}

  async take(step: Step): Promise<void> {
    const { event, on, payload = {}, facts = {} } = step;
    if (facts.capacity !== undefined)
      await db.statements.run('', CASELOAD, [facts.capacity ? 12 : 0]);
    if (event === 'REVIEW_LISTED') await db.statements.run('', ACTIONS_DONE, []);
    if (event === null) return this.open(on, payload);
    const decides = panelOf(this.pathway, event);
    if (decides) return this.decide(step);
    const map = panelKinds.flatMap(({ decides: all }) => all[this.pathway] ?? []);
    const listed = map.some(({ lists = {} }) => Object.values(lists).includes(event));
    if (listed || map.some(({ opens }) => opens?.event === event)) return; // the sitting does it
    this.room.at(on);
    const { events } = pathwayNamed(this.pathway);
    const timer = events[event]!.roles.includes('system');
    await this.room.casework.record(timer ? systemActor(WENDMOOR) : this.officer, this.reference, {
      type: event,
      occurredOn: on,
      payload: { ...events[event]!.example, ...payload },
    });
  }

  private async open(on: CalendarDay, payload: object): Promise<void> {
    this.room.at(on);
    const { events, opensWith } = pathwayNamed(this.pathway);
    const opened = await this.room.casework.open(this.officer, {
      pathway: this.pathway,
      childId: this.childId,
      occurredOn: on,
      payload: { ...events[opensWith]!.example, ...payload },
    });
    this.reference = opened.reference;
  }

  private async decide({ event, on, payload = {} }: Step): Promise<void> {
    const { room } = this;
    this.sitting = await sits(room, on);
    room.at(on, '08:00');
    await room.steps.openAgenda(room.coordinator, this.sitting);
    await room.steps.lock(room.coordinator, this.sitting);
    room.at(on, '14:00');
    await room.here(this.sitting, ...Object.keys(room.members));
    await room.steps.start(room.coordinator, this.sitting);
    const [item] = await db.statements.run<{ id: string }>('', ITEM, [
      this.sitting,
      this.reference,
    ]);
    await room.items.open(room.coordinator, this.sitting, item!.id);
    await room.items.decide(room.chair, {
      sittingId: this.sitting,
      itemId: item!.id,
      event: event!,
      payload: { ...pathwayNamed(this.pathway).events[event!]!.example, ...payload },
    });
    await room.steps.end(room.chair, this.sitting);
  }

  async standing() {
    const [row] = await db.statements.run<{ stage: string; due: Record<string, string> }>(
      '',
      STANDING,
      [this.reference],
    );
    return row!;
  }
}

/** The sitting of that day; one more is called where the series has none. */
async function sits(room: PanelRoom, on: CalendarDay): Promise<string> {
  const planned = await room.sittingOn(on).catch(() => undefined);
  if (planned) return planned;
  const panels = new Panels(db.statements, room.clock);
  const days = new SittingDays(db.statements, room.clock, new Calendars(db.statements), panels);
  room.clock.set(londonInstant(addDays(on, -14), '09:00'));
  const panel = await panels.on(WENDMOOR, room.code, on);
  return days.add(room.coordinator, panel!, {
    on,
    startsAt: '13:30',
    minutes: 120,
    because: 'The scenario sits on this day',
  });
}

const ITEM = `
SELECT i.id FROM sitting_item i JOIN send_case c ON c.id = i.case_id WHERE i.sitting_id = $1 AND c.reference = $2`;
/** The owners did what was agreed, between the two sittings. */
const ACTIONS_DONE =
  "UPDATE action SET state = 'done', version = version + 1 WHERE state <> 'done'";
const CASELOAD = 'UPDATE officer SET caseload_max = $1';
const STANDING = `
SELECT c.stage, (SELECT jsonb_object_agg(k.code, k.due_on ORDER BY k.occurrence) FROM clock k WHERE k.case_id = c.id) AS due
FROM send_case c WHERE c.reference = $1`;

it.each(PLAYED)(
  '$id, a case of $pathway, is decided in its sittings as written',
  async (scenario) => {
    const { pathway, steps } = scenario;
    await anAuthority(db.statements);
    const decided = steps.find((step) => isPanels(pathway, step))!;
    const { code } = panelOf(pathway, decided.event!)!;
    const room = await aPanelRoom(db.statements, addDays(steps[0]!.on, -1), { code });
    const officer = await anOfficer(db.statements, 'Marguerite Osei', EVERYTHING);
    const wanted = steps.some(({ state }) => state === 'waitlisted') ? 0 : 1;
    if (wanted) await places(db.statements, 1, '2026');
    await places(db.statements, hdPolicy.placesPerUnit, '199020', {
      programme: hdPolicy.programme,
    });
    const childId = await aChild(db.statements);
    const played = new Played(pathway, room, officer, childId);
    for (const step of steps) {
      await played.take(step);
      if (!isPanels(pathway, step)) continue;
      const { stage, due } = await played.standing();
      expect([step.event, stage]).toEqual([step.event, step.state]);
      expect(due).toMatchObject(step.due ?? {});
    }
  },
);

it('TA-3, a permanent exclusion while the actions of a sitting run, sets the days that the law counts', async () => {
  await anAuthority(db.statements);
  const room = await aPanelRoom(db.statements, '2026-10-06', { code: 'tats' });
  const officer = await anOfficer(db.statements, 'Marguerite Osei', EVERYTHING);
  const played = new Played('tats_case', room, officer, await aChild(db.statements));
  const step = (on: CalendarDay, event: string | null): Step => ({
    ...{ on, event, region: 'work', state: '', due: null },
  });
  for (const [on, event] of [
    ['2026-10-07', null],
    ['2026-10-08', 'TRIAGE_STARTED'],
    ['2026-10-14', 'DECISION_ACTIONS'],
    ['2026-11-11', 'PERMANENTLY_EXCLUDED'],
  ] as const)
    await played.take(step(on, event));
  const { stage, due } = await played.standing();
  expect(stage).toBe('permanently_excluded');
  expect(due).toMatchObject({ sixth_school_day: '2026-11-18', governing_board_by: '2026-12-02' });
});

it('brings a stay to be ratified and a waiting list to be looked through to the admissions panel, with the reason', async () => {
  await anAuthority(db.statements);
  const room = await aPanelRoom(db.statements, '2026-09-09', { code: 'hd_admissions' });
  const officer = await anOfficer(db.statements, 'Marguerite Osei', EVERYTHING);
  const at = (on: CalendarDay, event: string | null): Step => ({
    ...{ on, event, region: 'work', state: '', due: null },
  });
  const referred = [
    at('2026-09-10', null),
    at('2026-09-10', 'REFERRAL_SUBMITTED'),
    at('2026-09-11', 'ELIGIBILITY_PASSED'),
  ];
  const taken = async (...steps: readonly Step[]) => {
    const played = new Played('hd_referral', room, officer, await aChild(db.statements));
    for (const step of [...referred, ...steps]) await played.take(step);
    return played;
  };
  await taken(at('2026-09-16', 'PANEL_WAITLIST'));
  await places(db.statements, 1, '199020', { programme: hdPolicy.programme });
  const stays = await taken(
    at('2026-09-18', 'PANEL_OFFER'),
    at('2026-09-21', 'CONSENT_GIVEN'),
    at('2026-09-21', 'OFFER_ACCEPTED'),
    at('2026-09-22', 'ADMITTED'),
    at('2026-11-02', 'ASSESSMENT_REVIEW_STARTED'),
  );
  const sitting = await sits(room, '2026-11-05');
  room.at('2026-11-04');
  const { lines } = await room.agendas.of(room.coordinator, sitting);
  expect(lines.map(({ candidate, why }) => [candidate.kind, why[0]])).toEqual([
    ['fresh', 'The assessment place is over: only the panel ratifies a longer stay'],
    ['review', 'The panel looks through its waiting list from time to time'],
  ]);
  const looked = lines[1]!.candidate.reference;
  await room.agendas.drop(room.coordinator, sitting, looked, 'Nothing new is known');
  await stays.take(at('2026-11-05', 'CONTINUE_SUBSTANTIVE'));
  expect((await stays.standing()).stage).toBe('substantive_place');
});
