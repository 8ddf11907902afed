import { type Actor } from '@app/access';
import { type CaseworkService } from '@app/casework';
import { type Runner } from '@app/database';
import { inForce, pathwayNamed, priorityAnswers, priorityScore, tatsPolicy } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { answersFor } from './answers-for';
import { type CaseCandidate } from './candidates';
import { isChild, type PanelLine } from './panel-candidate';
import { type Sitting } from './sitting';

/** Puts one line of an agenda on record: the item, and in the case that it is listed; both or neither. */
export async function listItem(
  tx: Runner,
  casework: CaseworkService,
  actor: Actor,
  { sitting, line, today }: { sitting: Sitting; line: PanelLine; today: CalendarDay },
): Promise<void> {
  const { candidate, position, minutes, why } = line;
  if (candidate.itemId) {
    await tx.run('item-place', PLACE, [candidate.itemId, position, minutes, JSON.stringify(why)]);
    return;
  }
  if (!isChild(candidate)) return;
  await tx.run('item-list', LIST, [
    actor.authority,
    sitting.id,
    position,
    candidate.kind,
    candidate.id,
    minutes,
    JSON.stringify(why),
    candidate.score,
    JSON.stringify(partsOf(candidate)),
    candidate.pinned?.late ? candidate.pinned.reason : null,
    candidate.urgent?.reason ?? null,
    candidate.invited,
  ]);
  await listInCase(tx, casework, actor, { sitting, candidate, position, today });
}

/** Tells the case which sitting it is for, where its pathway has an event for that. */
async function listInCase(
  tx: Runner,
  casework: CaseworkService,
  actor: Actor,
  {
    sitting,
    candidate,
    position,
    today,
  }: { sitting: Sitting; candidate: CaseCandidate; position: number; today: CalendarDay },
): Promise<void> {
  const map = sitting.kind.decides[candidate.pathway];
  const usual = map?.lists?.[candidate.stage];
  const urgent = map?.listsUrgent;
  const type = candidate.urgent && urgent?.from === candidate.stage ? urgent.event : usual;
  if (!type) return;
  const { payload } = pathwayNamed(candidate.pathway).events[type]!;
  await casework.recordWithin(tx, asCoordinator(actor), candidate.reference, {
    type,
    occurredOn: today,
    payload: answersFor(payload, {
      sittingId: sitting.id,
      on: sitting.sitsOn,
      slot: Math.min(12, position),
      invitees: candidate.invited,
      pexRisk: candidate.pexRisk,
      ...(candidate.urgent && {
        reason: { code: 'urgent', words: candidate.urgent.reason },
      }),
    }),
  });
}

/** Those who run a panel list its cases; the chair's word on an urgent child is on the agenda's log. */
export const asCoordinator = (actor: Actor): Actor => ({
  ...actor,
  roles: [...actor.roles, 'panel_coordinator', 'panel_chair'],
});

function partsOf({ scoreAnswers, policy }: CaseCandidate) {
  const answers = priorityAnswers.safeParse(scoreAnswers ?? {});
  if (!answers.success || !scoreAnswers) return [];
  return priorityScore(answers.data, inForce(tatsPolicy, { policy }).priority).parts;
}

const LIST = `
INSERT INTO sitting_item (authority, sitting_id, position, kind, case_id, minutes, because, score, score_parts, late_why, urgent_why, invited, status)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'listed')`;

const PLACE = 'UPDATE sitting_item SET position = $2, minutes = $3, because = $4 WHERE id = $1';
