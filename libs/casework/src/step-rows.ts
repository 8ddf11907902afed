import { type Clock, type Instruction } from '@app/pathways';
import { lastDayOf, londonInstant } from '@app/statutory-calendar';
import { agreedActionRows } from './agreed-actions';
import { derivations } from './derivation';
import { planRows } from './ehc-plans/plan-rows';
import { schoolMoveRows } from './school-move';
import { siblingRows } from './sibling-link';
import { type StepToWrite } from './step-to-write';

/**
 * Rows that a step writes to one table. `$rows` in the statement stands for the list of values: PostgreSQL
 * then plans for exactly so many rows and finds each by its key, where JSON would have to be taken apart first.
 */
export interface RowsToWrite {
  readonly name: string;
  readonly sql: string;
  readonly types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The rows beside the case and its history: clocks, tasks that are seen at once, and what waits for the worker. */
export function rowsToWrite(write: StepToWrite): RowsToWrite[] {
  const { changes, step } = write;
  const numbered = step.instructions.map((instruction, number) => ({ instruction, number }));
  const all: RowsToWrite[] = [
    { ...ENDED, rows: changes.ended.map(endedRow) },
    { ...OPENED, rows: openedRows(write) },
    { ...CLOSED, rows: write.opening ? [] : [[]] },
    { ...TASKED, rows: numbered.flatMap((it) => taskRow(it, write)) },
    { ...INSTRUCTED, rows: numbered.flatMap(instructionRow) },
    { ...REFERRED, rows: numbered.flatMap((it) => referralRow(it, write)) },
    ...agreedActionRows(write),
    ...schoolMoveRows(write),
    ...siblingRows(write),
    ...planRows(write),
    { ...TAKEN_UP, rows: write.opening?.referralId ? [[write.opening.referralId]] : [] },
  ];
  return all.filter(({ rows }) => rows.length);
}

/** The list of values of these rows, their parameters numbered from `first`. */
export function valueList({ types, rows }: RowsToWrite, first: number): string {
  const row = (at: number) =>
    types.map((type, column) => `$${first + at * types.length + column}::${type}`).join(', ');
  return `(VALUES ${rows.map((_, at) => `(${row(at)})`).join(', ')})`;
}

const ENDED = {
  name: 'ended',
  types: ['text', 'text', 'int', 'text', 'date'],
  sql: `
  UPDATE clock k SET status = e.status, ended_on = e.ended_on, ended_version = $3::int + 1
  FROM moved, $rows AS e(code, subject, occurrence, status, ended_on)
  WHERE k.case_id = moved.id AND k.code = e.code AND k.subject = e.subject AND k.occurrence = e.occurrence`,
};

const endedRow = ({ code, subject, occurrence, status, endedOn }: Clock) => [
  code,
  subject,
  occurrence,
  status,
  endedOn,
];

/** Counted here, since a step has read only what is open. */
const NEXT_OCCURRENCE =
  '(SELECT coalesce(max(o.occurrence), 0) + 1 FROM clock o WHERE o.case_id = moved.id AND o.code = n.code AND o.subject = n.subject)';

const OPENED = {
  name: 'opened',
  types: [
    'text',
    'text',
    'text',
    'text',
    'date',
    'date',
    'timestamptz',
    'text',
    'text',
    'text',
    'text',
    'date',
  ],
  sql: `
  INSERT INTO clock (case_id, code, subject, occurrence, authority, rule, basis, anchor, due_on, fires_at, sends, status, ended_on, started_version, calendar_version,
    counted, rule_version, work_to)
  SELECT moved.id, n.code, n.subject, ${NEXT_OCCURRENCE}, $1, n.rule, n.basis, n.anchor, n.due_on, n.fires_at, n.sends,
    CASE WHEN $7::boolean THEN 'open' ELSE 'void' END, CASE WHEN $7::boolean THEN NULL ELSE $4::date END, $3::int + 1, n.calendar_version,
    n.counted, n.rule_version, n.work_to
  FROM moved, $rows AS n(code, subject, rule, basis, anchor, due_on, fires_at, sends, calendar_version, counted, rule_version, work_to)`,
};

function openedRows({ changes, pathway, step, calendar }: StepToWrite): unknown[][] {
  if (!changes.opened.length) return [];
  const derive = derivations(pathway, step.state.context, calendar);
  return changes.opened.map((clock) => {
    const { counted, ruleVersion, workTo } = derive(clock);
    return [...openedRow(clock), counted, ruleVersion, workTo];
  });
}

function openedRow({ firesOn, ...clock }: Clock): unknown[] {
  const { code, subject, rule, basis, anchor, dueOn, sends, calendarVersion } = clock;
  const firesAt = firesOn ? londonInstant(firesOn, '00:05') : null;
  return [code, subject, rule, basis, anchor, dueOn, firesAt, sends, calendarVersion];
}

type Numbered = { readonly instruction: Instruction; readonly number: number };

/** One row without values: this event closes the tasks that ask for it, however many they are. */
const CLOSED = {
  name: 'closed',
  types: [],
  sql: `
  UPDATE task t SET done_on = $4::date, done_by = $19, done_version = $3::int + 1, outcome = 'The step was recorded'
  FROM moved WHERE t.case_id = moved.id AND t.done_on IS NULL AND $15 = ANY (t.done_by_events)`,
};

const TASKED = {
  name: 'tasked',
  types: ['text', 'text', 'text', 'text', 'uuid', 'date', 'text[]'],
  sql: `
  INSERT INTO task (authority, case_id, source_key, text, why, for_role, officer_id, opened_on, due_on, done_by_events)
  SELECT $1, moved.id, t.key, t.text, t.why, t.role, t.officer, $4::date, t.due, t.done_by_events
  FROM moved, $rows AS t(key, text, why, role, officer, due, done_by_events)`,
};

function taskRow({ instruction, number }: Numbered, write: StepToWrite): unknown[][] {
  if (instruction.type !== 'task.open') return [];
  const { subject, holders, event, calendar } = write;
  const { task, why, for: whose, due, doneBy } = instruction;
  const forOwner = whose === 'owner';
  return [
    [
      `${subject.id}:${subject.version + 1}:${number}`,
      task,
      why,
      forOwner ? null : whose === 'manager' ? 'send_manager' : whose,
      forOwner ? holders.ownerId : null,
      due ? lastDayOf(due, event.occurredOn, calendar) : null,
      doneBy ?? null,
    ],
  ];
}

const INSTRUCTED = {
  name: 'instructed',
  types: ['int', 'text', 'jsonb'],
  sql: `
  INSERT INTO instruction (case_id, version, number, authority, kind, detail, not_before)
  SELECT moved.id, $3::int + 1, i.number, $1, i.kind, i.detail, $21
  FROM moved, $rows AS i(number, kind, detail)`,
};

/** Referrals to other pathways wait for a person from the same commit on. */
const REFERRED = {
  name: 'referred',
  types: ['uuid', 'int', 'text', 'text', 'jsonb'],
  sql: `
  INSERT INTO referral (authority, child_id, from_case, from_version, number, pathway, reason, answers, made_on)
  SELECT $1, r.child, moved.id, $3::int + 1, r.number, r.pathway, r.reason, r.answers, $4::date
  FROM moved, $rows AS r(child, number, pathway, reason, answers)`,
};

function referralRow({ instruction, number }: Numbered, { subject }: StepToWrite): unknown[][] {
  if (instruction.type !== 'case.open') return [];
  const { pathway, reason, answers = {} } = instruction;
  return [[subject.childId, number, pathway, reason, JSON.stringify(answers)]];
}

const TAKEN_UP = {
  name: 'taken_up',
  types: ['uuid'],
  sql: `
  UPDATE referral r SET opened_case = moved.id FROM moved, $rows AS g(id) WHERE r.id = g.id AND r.opened_case IS NULL`,
};

/** Tasks, places and referrals are settled in the step itself. */
const AT_ONCE = ['task.open', 'actions.open', 'place.claim', 'place.release', 'case.open'];

/** Whether the worker carries this instruction out, after the step. */
export const isForWorker = ({ type }: Instruction): boolean => !AT_ONCE.includes(type);

function instructionRow({ instruction, number }: Numbered): unknown[][] {
  const { type, ...detail } = instruction;
  return isForWorker(instruction) ? [[number, type, JSON.stringify(detail)]] : [];
}
