import { type Runner } from '@app/database';
import { addDays, lastDayOf } from '@app/statutory-calendar';
import { freePlace } from './free-places';
import { type RowsToWrite, rowsToWrite, valueList } from './step-rows';
import { type StepToWrite } from './step-to-write';
import { caseValues, eventValues, openingValues } from './step-values';

/**
 * Writes a step: case, event, clocks, instructions, tasks and place, in one data-modifying statement with a version check.
 * @returns false when somebody else changed the case (or took the place) first: nothing was written
 */
export async function writeStep(runner: Runner, write: StepToWrite): Promise<boolean> {
  const place = placeChange(write);
  const parts = rowsToWrite(write);
  const given = [
    ...caseValues(write),
    ...eventValues(write),
    ...openingValues(write),
    ...place.values,
  ];
  const { name, text } = remembered(shapeOf(write, parts, place), () =>
    statement(write, parts, given.length, place),
  );
  const values = [...given, ...parts.flatMap(({ rows }) => rows.flat())];
  if ((await runner.run(name, text, values)).length === 1) return true;
  if (place.kind === 'claim') await runner.run('places-settle', SETTLE, claimsOf(write, place));
  return false;
}

/** The authority, the programme and the cohort or unit whose places were asked for. */
const claimsOf = ({ actor }: StepToWrite, { values }: PlaceChange) => [actor.authority, ...values];

interface PlaceChange {
  readonly kind: 'claim' | 'release' | 'keep';
  /** To claim: programme, then cohort or unit. To release: the first day on which the place is free. */
  readonly values: readonly unknown[];
}

function placeChange({ step, pathway, subject, event, calendar }: StepToWrite): PlaceChange {
  for (const instruction of step.instructions) {
    if (instruction.type === 'place.claim')
      return {
        kind: 'claim',
        values: [pathway.places?.programme, instruction.unit ?? subject.cohort],
      };
    if (instruction.type === 'place.release') {
      const { after } = instruction;
      const free = after
        ? addDays(lastDayOf(after, event.occurredOn, calendar), 1)
        : event.occurredOn;
      return { kind: 'release', values: [free] };
    }
  }
  return { kind: 'keep', values: [] };
}

/** Equal for steps that write the same number of rows to the same tables: they share a prepared statement. */
function shapeOf(
  { opening }: StepToWrite,
  parts: readonly RowsToWrite[],
  place: PlaceChange,
): string {
  const counts = parts.map(({ name, rows }) => `${name}${rows.length}`);
  return [opening ? 'open' : 'step', ...counts, place.kind].join('-');
}

interface Prepared {
  readonly name: string;
  readonly text: string;
}

const prepared = new Map<string, Prepared>();

/** Named by number: PostgreSQL cuts names after 63 characters, and two that are cut alike would be taken for one. */
function remembered(shape: string, make: () => string): Prepared {
  const known = prepared.get(shape) ?? { name: `step-${prepared.size}`, text: make() };
  prepared.set(shape, known);
  return known;
}

function statement(
  { opening }: StepToWrite,
  parts: readonly RowsToWrite[],
  given: number,
  { kind }: PlaceChange,
): string {
  let next = given + 1;
  const written = parts.map((part) => {
    const list = valueList(part, next);
    next += part.rows.length * part.types.length;
    return `${part.name} AS (${part.sql.replace('$rows', () => list)})`;
  });
  const claimed = kind === 'claim';
  const steps = [
    ...(claimed ? [`claimed AS (${claim(given - 1)})`] : []),
    `moved AS (${opening ? OPEN : MOVE}${claimed ? ' AND EXISTS (SELECT 1 FROM claimed)' : ''} RETURNING id)`,
    `recorded AS (${RECORD})`,
    ...written,
    ...(claimed ? [`held AS (${HOLD})`] : []),
    ...(kind === 'release' ? [`freed AS (${release(given)})`] : []),
  ];
  return `WITH ${steps.join(', ')} SELECT id FROM moved`;
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

/** The first free place; its programme is this parameter, the cohort the next. */
const claim = (programme: number) =>
  `SELECT p.id FROM place p WHERE ${freePlace({ programme: `$${programme}`, cohort: `$${programme + 1}`, day: '$4' })} ORDER BY p.number LIMIT 1 FOR UPDATE OF p SKIP LOCKED`;

/** Waits until those who are taking places now have done so: whoever reads next sees what is left. */
const SETTLE = `
  SELECT p.id FROM place p WHERE p.authority = $1 AND p.programme = $2 AND p.cohort = $3 ORDER BY p.id FOR SHARE`;

const HOLD = `
  INSERT INTO place_holding (place_id, case_id, during) SELECT claimed.id, moved.id, daterange($4::date, NULL) FROM claimed, moved`;

/** The parameter is the first day on which the place is free. */
const release = (from: number) => `
  UPDATE place_holding o SET during = daterange(lower(o.during), greatest(lower(o.during), $${from}::date))
  FROM moved WHERE o.case_id = moved.id AND upper_inf(o.during)`;
