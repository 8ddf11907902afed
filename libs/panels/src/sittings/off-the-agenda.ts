import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { statesOf } from './candidates';
import { isChild, type PanelLeftOff } from './panel-candidate';
import { type Sitting } from './sitting';

/** A step that somebody takes at a moment. */
interface Moment {
  readonly actor: Actor;
  readonly sitting: Sitting;
  readonly at: Date;
}

/** Children whose place on this agenda the built one does not keep: their cases come to the next sitting, with the reason on the log. */
export async function takeOff(
  tx: Runner,
  left: readonly PanelLeftOff[],
  { actor, sitting, at }: Moment,
): Promise<void> {
  for (const { candidate, whyNot } of left)
    if (isChild(candidate) && candidate.itemId)
      await tx.run('item-taken-off', TAKE_OFF, [
        ...[candidate.itemId, actor.authority, sitting.id, candidate.id],
        ...[whyNot.join('. '), actor.id, at],
      ]);
}

/** Items whose case ended or went on without the panel: nothing is left to decide. */
export async function takeOffGone(tx: Runner, { actor, sitting, at }: Moment): Promise<void> {
  await tx.run('items-gone', GONE, [
    ...[sitting.id, JSON.stringify(statesOf(sitting)), actor.authority],
    ...['The case went on without the panel', actor.id, at],
  ]);
}

const TAKE_OFF = `
WITH off AS (UPDATE sitting_item SET status = 'removed', version = version + 1 WHERE id = $1 AND status = 'listed' RETURNING id)
INSERT INTO agenda_log (authority, sitting_id, case_id, what, reason, by_id, at) SELECT $2, $3, $4, 'removed', $5, $6, $7 FROM off`;

const GONE = `
WITH off AS (
  UPDATE sitting_item i SET status = 'removed', quorate = NULL, version = i.version + 1 FROM send_case c
  WHERE i.sitting_id = $1 AND i.status IN ('listed', 'open') AND c.id = i.case_id AND NOT (c.open AND EXISTS (
    SELECT FROM jsonb_to_recordset($2::jsonb) AS w(pathway text, stage text) WHERE w.pathway = c.pathway AND w.stage = c.stage))
  RETURNING i.case_id)
INSERT INTO agenda_log (authority, sitting_id, case_id, what, reason, by_id, at) SELECT $3, $1, case_id, 'removed', $4, $5, $6 FROM off`;
