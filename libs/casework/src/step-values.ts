import { type Actor, SYSTEM_ID } from '@app/access';
import { type Pathway } from '@app/pathways';
import { definitionHash, sealOf } from './history-hash';
import { type StepToWrite } from './step-to-write';

/** The values of the case row, $1 to $14. */
export function caseValues({ actor, subject, step, event, holders, due }: StepToWrite): unknown[] {
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

/** The values of the line of history, $15 to $25. */
export function eventValues(write: StepToWrite): unknown[] {
  const { pathway, actor, event, step, now, commandKey, bodyHash, subject } = write;
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

/** From $26: what only an opening needs. */
export function openingValues({ opening, pathway, subject }: StepToWrite): unknown[] {
  if (!opening) return [];
  return [
    pathway.name,
    subject.cohort,
    opening.reference,
    subject.childId,
    opening.teamId,
    opening.reopenOf,
    pathway.version,
  ];
}

/** The role under which this actor may send this event. */
function actingAs(pathway: Pathway, type: string, actor: Actor): string {
  return (
    pathway.events[type]?.roles.find((role) => actor.roles.includes(role)) ??
    actor.roles[0] ??
    'system'
  );
}
