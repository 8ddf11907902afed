import { type Runner } from '@app/database';
import { type PathwayEvent } from '@app/pathways';
import { type Calendar, type CalendarDay, lastDayOf, londonDay } from '@app/statutory-calendar';
import { BACK_TO_PLACE, LEAVES_PLACE, TAKES_PLACE } from './ehc-plans/plan-places';
import { type StepToWrite } from './step-to-write';

/** For so many working days after the change the old school still sees the case (handbook 2.4). */
const OLD_SCHOOL_SEES = { unit: 'WD', n: 5 } as const;

export const SCHOOL_CHANGED = 'SCHOOL_CHANGED';

/** The columns of a move, as `f` in the statements below. */
const MOVE = 'f(child, urn, changed_on, registration, seen_until)';
const TYPES = ['uuid', 'text', 'date', 'text', 'date'] as const;

/** A second school takes no child away from the first; one that is not in the register moves nobody. */
const LEAVES = (from: string) => `
  INSERT INTO former_school (child_id, urn, left_on, authority, seen_until)
  SELECT k.id, k.urn, f.changed_on, $1, f.seen_until
  FROM ${from} JOIN child k ON k.id = f.child JOIN school s ON s.authority = $1 AND s.urn = f.urn
  WHERE f.registration <> 'dual_subsidiary' AND k.urn <> f.urn
  ON CONFLICT (child_id, urn, left_on) DO NOTHING`;

const FOLLOWS = (from: string) => `
  UPDATE child k SET registration = f.registration,
    urn = CASE WHEN f.registration = 'dual_subsidiary' THEN k.urn ELSE f.urn END,
    second_urn = CASE f.registration WHEN 'single' THEN NULL WHEN 'dual_subsidiary' THEN f.urn ELSE k.second_urn END
  FROM ${from} JOIN school s ON s.authority = $1 AND s.urn = f.urn
  WHERE k.id = f.child AND k.authority = $1`;

const IN_A_STEP = `moved, $rows AS ${MOVE}`;
const LEFT = { name: 'left_school', types: TYPES, sql: LEAVES(IN_A_STEP) };
const FOLLOWED = { name: 'followed', types: TYPES, sql: FOLLOWS(IN_A_STEP) };
const LEFT_PLACE = { name: 'left_place', types: TYPES, sql: LEAVES_PLACE(IN_A_STEP) };
const TOOK_PLACE = { name: 'took_place', types: TYPES, sql: TAKES_PLACE(IN_A_STEP) };

/** Rows by which the child's record follows a change of school in the step that records it; none while it is only announced. */
export function schoolMoveRows({ event, subject, calendar, now }: StepToWrite) {
  if (event.type !== SCHOOL_CHANGED) return [];
  const move = moveValues(subject.childId, event, calendar);
  if (move.changedOn > londonDay(now)) return [];
  const rows = [move.values];
  return [
    { ...LEFT, rows },
    { ...FOLLOWED, rows },
    { ...LEFT_PLACE, rows },
    { ...TOOK_PLACE, rows },
  ];
}

/** The day of a move, and its values in the order of the statements. */
export function moveValues(
  childId: string,
  { payload, occurredOn }: Pick<PathwayEvent, 'payload' | 'occurredOn'>,
  calendar: Calendar,
): { changedOn: CalendarDay; values: unknown[] } {
  const changedOn = typeof payload['changedOn'] === 'string' ? payload['changedOn'] : occurredOn;
  const seenUntil = lastDayOf(OLD_SCHOOL_SEES, changedOn, calendar);
  const { toUrn, registrationType } = payload;
  return { changedOn, values: [childId, toUrn, changedOn, registrationType, seenUntil] };
}

const ANNOUNCED = `(VALUES (${TYPES.map((type, at) => `$${at + 2}::${type}`).join(', ')})) AS ${MOVE}`;

/** $1 authority, then the values of one move that was announced before its day. */
export const ANNOUNCED_MOVE = `
WITH left_school AS (${LEAVES(ANNOUNCED)}), left_place AS (${LEAVES_PLACE(ANNOUNCED)}), took_place AS (${TAKES_PLACE(ANNOUNCED)})
${FOLLOWS(ANNOUNCED)} RETURNING k.id`;

/** $1 child, $2 the new school, $3 the day of the change: a change that was taken back never was. */
export const BACK_TO_SCHOOL = `
WITH stay AS (DELETE FROM former_school f USING child k
  WHERE f.child_id = $1 AND f.left_on = $3::date AND k.id = f.child_id AND k.urn = $2 RETURNING f.urn),${BACK_TO_PLACE}
UPDATE child k SET registration = NULL, second_urn = nullif(k.second_urn, $2), urn = coalesce((SELECT urn FROM stay LIMIT 1), k.urn)
WHERE k.id = $1 AND (k.urn = $2 OR k.second_urn = $2)`;

/** The child of a case and the school where the child is. */
export async function schoolOf(
  runner: Runner,
  authority: string,
  reference: string,
): Promise<{ childId: string; fromUrn: string | null } | undefined> {
  const [child] = await runner.run<{ childId: string; fromUrn: string | null }>(
    'school-of-case',
    SCHOOL_OF,
    [authority, reference],
  );
  return child;
}

const SCHOOL_OF = `
SELECT k.id AS "childId", k.urn AS "fromUrn" FROM send_case c JOIN child k ON k.id = c.child_id
WHERE c.authority = $1 AND c.reference = $2`;
