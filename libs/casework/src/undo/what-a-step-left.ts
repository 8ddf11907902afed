import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { type Instruction } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type CaseRow } from '../case-row';
import { planBack } from '../ehc-plans/plan-again';
import { type HistoryRow } from '../history';
import { BACK_TO_SCHOOL, SCHOOL_CHANGED } from '../school-move';

/** Somebody who has had a message about the step. */
export interface ToldPerson {
  /** 'family:<contact>', 'school:199001': as the ledger keys it. */
  readonly who: string;
  readonly subject: string;
  readonly statutory: boolean;
}

/** What a step left behind, beside its clocks. */
export interface Left {
  readonly told: readonly ToldPerson[];
  /** Messages and other instructions that have not left. */
  readonly waiting: number;
  /** Tasks that are still open, in their words. */
  readonly tasks: readonly string[];
  /** Referrals to other pathways that wait. */
  readonly referrals: readonly string[];
  /** Cases that were opened from it. */
  readonly openedCases: readonly string[];
  readonly place: 'claimed' | 'given back' | 'untouched';
  /** A place that the step gave back is held by another child since. */
  readonly placeIsGone: boolean;
}

/** Reads what the step left. `instructions` are those that it gave. */
export async function leftBy(
  runner: Runner,
  caseId: string,
  version: number,
  instructions: readonly Instruction[],
): Promise<Left> {
  const place = placeOf(instructions);
  const [row] = await runner.run<Left>('undo-left', LEFT, [caseId, version]);
  return { ...row!, place, placeIsGone: place === 'given back' && row!.placeIsGone };
}

function placeOf(instructions: readonly Instruction[]): Left['place'] {
  if (instructions.some(({ type }) => type === 'place.claim')) return 'claimed';
  return instructions.some(({ type }) => type === 'place.release') ? 'given back' : 'untouched';
}

interface TakenBack {
  readonly actor: Actor;
  readonly subject: Pick<CaseRow, 'id' | 'childId' | 'version' | 'ownerId'>;
  readonly last: HistoryRow;
  readonly left: Left;
  readonly tellThem: boolean;
  readonly today: CalendarDay;
}

/** Stops what has not left, closes the tasks and referrals of the step, opens again the tasks that it did, turns its place back, and asks to tell those who were told. */
export async function takeBack(
  runner: Runner,
  { actor, subject, last, left, tellThem, today }: TakenBack,
): Promise<void> {
  const values = [subject.id, last.version, today, actor.id];
  await runner.run('undo-stop', STOP, values);
  if (last.type === SCHOOL_CHANGED)
    await runner.run('undo-school', BACK_TO_SCHOOL, [
      subject.childId,
      last.payload['toUrn'],
      last.payload['changedOn'],
    ]);
  await planBack(runner, { caseId: subject.id, version: last.version, officerId: actor.id });
  if (left.place === 'claimed') await runner.run('undo-place', GIVE_BACK, [subject.id]);
  if (left.place === 'given back') await runner.run('undo-hold', HOLD_AGAIN, [subject.id]);
  if (tellThem && left.told.length)
    await runner.run('undo-tell', TELL, [
      actor.authority,
      subject.id,
      subject.version + 1,
      left.told.map(({ who, subject: about }) => `${who}: ${about}`).join('; '),
      subject.ownerId,
      today,
    ]);
}

/** Key of the tasks of one step, as the door writes it. */
const OF_STEP = `$1::text || ':' || $2::int || ':%'`;

const LAST_HELD = `SELECT place_id, during FROM place_holding WHERE case_id = $1 AND NOT isempty(during) ORDER BY lower(during) DESC LIMIT 1`;

const LEFT = `
SELECT
  coalesce((SELECT json_agg(json_build_object('who', m.recipient, 'subject', m.subject, 'statutory', m.statutory))
    FROM message m WHERE m.case_id = $1 AND m.case_version = $2 AND m.status IN ('sent', 'sending', 'in_doubt')), '[]') AS told,
  (SELECT count(*)::int FROM message m WHERE m.case_id = $1 AND m.case_version = $2 AND m.status IN ('due', 'for_release'))
    + (SELECT count(*)::int FROM instruction i WHERE i.case_id = $1 AND i.version = $2 AND i.done_at IS NULL) AS waiting,
  coalesce((SELECT json_agg(t.text ORDER BY t.id) FROM task t WHERE t.case_id = $1 AND t.source_key LIKE ${OF_STEP} AND t.done_on IS NULL), '[]') AS tasks,
  coalesce((SELECT json_agg(r.pathway) FROM referral r WHERE r.from_case = $1 AND r.from_version = $2 AND r.opened_case IS NULL AND r.set_aside_on IS NULL), '[]') AS referrals,
  coalesce((SELECT json_agg(c.reference) FROM referral r JOIN send_case c ON c.id = r.opened_case
    WHERE r.from_case = $1 AND r.from_version = $2), '[]') AS "openedCases",
  EXISTS (SELECT 1 FROM place_holding o JOIN (${LAST_HELD}) h ON h.place_id = o.place_id
    WHERE o.case_id <> $1 AND o.during && daterange(upper(h.during), NULL)) AS "placeIsGone"`;

const STOP = `
WITH messages AS (
  UPDATE message SET status = 'cancelled', trouble = 'Stopped: the step was taken back'
  WHERE case_id = $1 AND case_version = $2 AND status IN ('due', 'for_release')
), instructions AS (
  UPDATE instruction SET done_at = clock_timestamp(), trouble = 'Stopped: the step was taken back'
  WHERE case_id = $1 AND version = $2 AND done_at IS NULL
), actions AS (
  UPDATE action SET state = 'cancelled', version = version + 1
  WHERE case_id = $1 AND from_version = $2 AND state NOT IN ('done', 'cancelled')
  RETURNING id, authority, version, state, due_on, owner_id
), cancelled AS (
  INSERT INTO action_event (action_id, version, authority, type, state, owner, due_on, words, occurred_on, actor_id, at)
  SELECT a.id, a.version, a.authority, 'CANCELLED', a.state, coalesce(o.name, ''), a.due_on, 'The step was taken back', $3::date, $4::uuid, clock_timestamp()
  FROM actions a LEFT JOIN officer o ON o.id = a.owner_id
), referrals AS (
  UPDATE referral SET set_aside_on = $3, set_aside_by = $4, set_aside_why = 'The step was taken back'
  WHERE from_case = $1 AND from_version = $2 AND opened_case IS NULL AND set_aside_on IS NULL
), siblings AS (
  DELETE FROM sibling_link WHERE case_id = $1 AND version = $2
), asked_again AS (
  UPDATE task SET done_on = NULL, done_by = NULL, done_version = NULL, outcome = NULL WHERE case_id = $1 AND done_version = $2
)
UPDATE task SET done_on = $3, done_by = $4, outcome = 'The step was taken back'
WHERE case_id = $1 AND source_key LIKE ${OF_STEP} AND done_on IS NULL`;

const GIVE_BACK = `UPDATE place_holding SET during = 'empty' WHERE case_id = $1 AND upper_inf(during)`;

const HOLD_AGAIN = `
UPDATE place_holding o SET during = daterange(lower(h.during), NULL) FROM (${LAST_HELD}) h
WHERE o.case_id = $1 AND o.place_id = h.place_id AND o.during = h.during`;

const TELL = `
INSERT INTO task (authority, case_id, source_key, text, why, for_role, officer_id, opened_on, due_on)
SELECT $1, $2::uuid, $2::text || ':' || $3::int || ':tell', 'Tell those who had heard that a step was taken back', left($4, 2000),
  CASE WHEN $5::uuid IS NULL THEN 'send_manager' END, $5::uuid, $6::date, $6::date`;
