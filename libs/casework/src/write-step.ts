import { type Actor, SYSTEM_ID } from '@app/access';
import { type Runner } from '@app/database';
import {
  type Clock,
  type ClockChanges,
  type Instruction,
  type Pathway,
  type PathwayEvent,
  type Step,
} from '@app/pathways';
import { type Calendar, lastDayOf, londonInstant } from '@app/statutory-calendar';
import { definitionHash, sealOf } from './history-hash';
import { type NextDue } from './next-due';
import { type Holders } from './row-changes';
import { freePlace } from './facts';

/** Everything one step writes; all of it in one statement, or none. */
export interface StepToWrite {
  readonly pathway: Pathway;
  readonly actor: Actor;
  readonly event: PathwayEvent;
  readonly step: Step;
  readonly changes: ClockChanges;
  readonly due: NextDue;
  readonly holders: Holders;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly commandKey: string | null;
  readonly bodyHash: Buffer;
  readonly subject: {
    readonly id: string;
    readonly version: number;
    readonly headHash: Buffer;
    readonly cohort: string | null;
  };
  /** Set when the case is opened by this step. */
  readonly opening?: {
    readonly reference: string;
    readonly childId: string;
    readonly teamId: string | null;
    readonly reopenOf: string | null;
  };
}

type Part = readonly [name: string, sql: string, rows: string];

/**
 * Writes a step: case, event, clocks, instructions, tasks and place, in one data-modifying statement with a version check.
 * @returns false when somebody else changed the case (or took the place) first: nothing was written
 */
export async function writeStep(runner: Runner, write: StepToWrite): Promise<boolean> {
  const place = placeChange(write.step.instructions);
  const given = [...caseValues(write), ...eventValues(write), ...endValues(write, place)];
  const parts = [...clockParts(write), ...followUps(write)];
  const name = [write.opening ? 'open' : 'step', ...parts.map(([part]) => part), place].join('-');
  const text = statement(write, parts, given.length, place);
  const rows = await runner.run<{ id: string }>(name, text, [
    ...given,
    ...parts.map(([, , value]) => value),
  ]);
  return rows.length === 1;
}

type Place = 'claim' | 'release' | 'keep';

function placeChange(instructions: readonly Instruction[]): Place {
  if (instructions.some(({ type }) => type === 'place.claim')) return 'claim';
  return instructions.some(({ type }) => type === 'place.release') ? 'release' : 'keep';
}

function statement(
  write: StepToWrite,
  parts: readonly Part[],
  given: number,
  place: Place,
): string {
  const steps = [
    ...(place === 'claim' ? [`claimed AS (${CLAIM})`] : []),
    `moved AS (${write.opening ? OPEN : MOVE}${place === 'claim' ? ' AND EXISTS (SELECT 1 FROM claimed)' : ''} RETURNING id)`,
    `recorded AS (${RECORD})`,
    ...parts.map(
      ([name, sql], index) =>
        `${name} AS (${sql.replaceAll('$rows', `$${given + index + 1}::jsonb`)})`,
    ),
    ...(place === 'claim' ? [`held AS (${HOLD})`] : []),
    ...(place === 'release' ? [`freed AS (${RELEASE})`] : []),
  ];
  return `WITH ${steps.join(', ')} SELECT id FROM moved`;
}

/** $1 to $14 */
function caseValues({ actor, subject, step, event, holders, due }: StepToWrite): unknown[] {
  return [
    actor.authority,
    subject.id,
    subject.version,
    event.occurredOn,
    JSON.stringify(step.state),
    step.state.value['work'],
    !step.closed,
    step.closed ? event.occurredOn : null,
    holders.ownerId,
    holders.coverId,
    holders.coverUntil,
    holders.restricted,
    due.nextDueAt,
    due.dueDay,
  ];
}

/** $15 to $25 */
function eventValues({
  pathway,
  actor,
  event,
  step,
  now,
  commandKey,
  bodyHash,
  subject,
}: StepToWrite): unknown[] {
  const definition = definitionHash(pathway);
  const actorId = actor.id === SYSTEM_ID ? null : actor.id;
  const actorRole = actingAs(pathway, event.type, actor);
  const hash = sealOf(subject.headHash, {
    caseId: subject.id,
    version: subject.version + 1,
    type: event.type,
    occurredOn: event.occurredOn,
    payload: event.payload,
    facts: event.facts,
    stages: step.state.value,
    actorId,
    actorRole,
    recordedAt: now,
    definitionHash: definition,
  });
  return [
    event.type,
    JSON.stringify(event.payload),
    JSON.stringify(event.facts),
    JSON.stringify(step.state.value),
    actorId,
    actorRole,
    now,
    commandKey,
    bodyHash,
    definition,
    hash,
  ];
}

/** From $26: what only an opening or a claim needs. */
function endValues({ opening, pathway, subject }: StepToWrite, place: Place): unknown[] {
  if (opening)
    return [
      pathway.name,
      subject.cohort,
      opening.reference,
      opening.childId,
      opening.teamId,
      opening.reopenOf,
      pathway.version,
    ];
  return place === 'claim' ? [pathway.places?.programme, subject.cohort] : [];
}

/** The role under which this actor may send this event. */
function actingAs(pathway: Pathway, type: string, actor: Actor): string {
  return (
    pathway.events[type]?.roles.find((role) => actor.roles.includes(role)) ??
    actor.roles[0] ??
    'system'
  );
}

const OPEN = `
  INSERT INTO send_case (authority, id, version, pathway, cohort, opened_on, state, stage, open, closed_on, owner_id, cover_id, cover_until,
    restricted, next_due_at, due_day, reference, child_id, team_id, reopen_of, pathway_version, head_hash)
  VALUES ($1, $2, $3::int + 1, $26, $27, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $28, $29, $30, $31, $32, $25)`;

const MOVE = `
  UPDATE send_case SET version = $3::int + 1, state = $5, stage = $6, open = $7, closed_on = $8, owner_id = $9, cover_id = $10,
    cover_until = $11, restricted = $12, next_due_at = $13, due_day = $14, head_hash = $25
  WHERE authority = $1 AND id = $2 AND version = $3::int`;

const RECORD = `
  INSERT INTO case_event (case_id, version, authority, occurred_on, type, payload, facts, stages, actor_id, actor_role, recorded_at, command_key, body_hash, definition_hash, hash)
  SELECT id, $3::int + 1, $1, $4, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25 FROM moved`;

const CLAIM = `SELECT p.id FROM place p WHERE ${freePlace({ programme: '$26', cohort: '$27', day: '$4' })} ORDER BY p.number LIMIT 1 FOR UPDATE OF p SKIP LOCKED`;

const HOLD = `
  INSERT INTO place_holding (place_id, case_id, during) SELECT claimed.id, moved.id, daterange($4::date, NULL) FROM claimed, moved`;

const RELEASE = `
  UPDATE place_holding o SET during = daterange(lower(o.during), greatest(lower(o.during), $4::date))
  FROM moved WHERE o.case_id = moved.id AND upper_inf(o.during)`;

function clockParts({ changes, subject }: StepToWrite): Part[] {
  const version = subject.version + 1;
  const rows = (clocks: readonly Clock[]) =>
    JSON.stringify(clocks.map((clock) => clockJson(clock, version)));
  return [
    ...(changes.ended.length ? [['ended', ENDED, rows(changes.ended)] as const] : []),
    ...(changes.opened.length ? [['opened', OPENED, rows(changes.opened)] as const] : []),
  ];
}

function clockJson({ firesOn, ...clock }: Clock, version: number) {
  return { ...clock, version, firesAt: firesOn ? londonInstant(firesOn, '00:05') : null };
}

const ENDED = `
  UPDATE clock k SET status = e.status, ended_on = e."endedOn", ended_version = e.version
  FROM moved, jsonb_to_recordset($rows) AS e(code text, subject text, occurrence int, status text, "endedOn" date, version int)
  WHERE k.case_id = moved.id AND k.code = e.code AND k.subject = e.subject AND k.occurrence = e.occurrence`;

const OPENED = `
  INSERT INTO clock (case_id, code, subject, occurrence, authority, rule, basis, anchor, due_on, fires_at, sends, status, started_version, calendar_version)
  SELECT moved.id, n.code, n.subject, n.occurrence, $1, n.rule, n.basis, n.anchor, n."dueOn", n."firesAt", n.sends, n.status, n.version, n."calendarVersion"
  FROM moved, jsonb_to_recordset($rows) AS n(code text, subject text, occurrence int, rule text, basis text, anchor date, "dueOn" date,
    "firesAt" timestamptz, sends text, status text, version int, "calendarVersion" text)`;

/** Tasks are written as rows at once, so that they are seen at once; the rest waits for the worker. */
function followUps(write: StepToWrite): Part[] {
  const tasks = write.step.instructions.flatMap((it, index) =>
    it.type === 'task.open' ? [taskRow(it, index, write)] : [],
  );
  const others = write.step.instructions.flatMap((it, index) =>
    forWorker(it) ? [instructionRow(it, index, write)] : [],
  );
  return [
    ...(tasks.length ? [['tasked', TASKED, JSON.stringify(tasks)] as const] : []),
    ...(others.length ? [['instructed', INSTRUCTED, JSON.stringify(others)] as const] : []),
  ];
}

const forWorker = ({ type }: Instruction) =>
  type !== 'task.open' && type !== 'place.claim' && type !== 'place.release';

function taskRow(
  task: Extract<Instruction, { type: 'task.open' }>,
  index: number,
  { subject, holders, event, calendar }: StepToWrite,
) {
  const forOwner = task.for === 'owner';
  return {
    key: `${subject.id}:${subject.version + 1}:${index}`,
    text: task.task,
    why: task.why,
    officer: forOwner ? holders.ownerId : null,
    role: forOwner ? null : task.for === 'manager' ? 'send_manager' : task.for,
    due: task.due ? lastDayOf(task.due, event.occurredOn, calendar) : null,
  };
}

function instructionRow(
  { type, ...detail }: Instruction,
  index: number,
  { subject, now }: StepToWrite,
) {
  return { version: subject.version + 1, number: index, kind: type, detail, after: now };
}

const TASKED = `
  INSERT INTO task (authority, case_id, source_key, text, why, for_role, officer_id, opened_on, due_on)
  SELECT $1, moved.id, t.key, t.text, t.why, t.role, t.officer, $4::date, t.due
  FROM moved, jsonb_to_recordset($rows) AS t(key text, text text, why text, role text, officer uuid, due date)`;

const INSTRUCTED = `
  INSERT INTO instruction (case_id, version, number, authority, kind, detail, not_before)
  SELECT moved.id, i.version, i.number, $1, i.kind, i.detail, i.after
  FROM moved, jsonb_to_recordset($rows) AS i(version int, number int, kind text, detail jsonb, after timestamptz)`;
