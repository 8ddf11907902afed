import { randomUUID } from 'node:crypto';
import { AccessDenied, type Actor, mayOpen } from '@app/access';
import { type Runner } from '@app/database';
import { begin, type Facts, type Pathway, type PathwayEvent, pathwayNamed } from '@app/pathways';
import { REPEATED, type RepeatedEvent } from './case-row';
import { checkedDay, checkedPayload } from './command-checks';
import { type OpenCommand, type Recorded, sameAnswer } from './commands';
import { BadPayload, CaseNotFound } from './errors';
import { mayDo } from './facts';
import { BEFORE_HISTORY, hashOf } from './history-hash';
import { type DoorParts, keepStep } from './keep-step';

/**
 * One try to open a case; undefined when somebody else was first.
 * @throws CaseNotFound for a child this authority does not have, AccessDenied, BadPayload, NotAllowedNow, KeyUsedDifferently, TermsNotLoaded
 */
export async function openCase(
  runner: Runner,
  door: DoorParts,
  actor: Actor,
  command: OpenCommand,
): Promise<Recorded | undefined> {
  const pathway = pathwayFor(command.pathway);
  const definition = pathway.events[pathway.opensWith]!;
  if (!command.reopenOf && !mayOpen(actor, definition)) throw new AccessDenied(definition.title);
  const noLimit =
    Boolean(command.goLive) || actor.roles.includes('system') || mayDo(actor).includes('case.void');
  const occurredOn = checkedDay({
    occurredOn: command.occurredOn,
    today: door.clock.today(),
    noLimit,
  });
  const payload = checkedPayload(definition, command.payload);
  const bodyHash = hashOf([pathway.name, command.childId, occurredOn, payload]);
  const place = await placeToOpen(runner, actor, command, pathway);
  if (place.repeated) return sameAnswer(place.repeated, bodyHash);

  const policy = await door.policies.overlay(actor.authority, pathway.name, occurredOn);
  const law = await door.laws.overlay(actor.authority, pathway.name);
  const facts: Facts = {
    actorMay: mayDo(actor),
    openCaseExists: place.hasOpenCase,
    ...(policy && { policy }),
    ...(law && { law }),
  };
  const event: PathwayEvent = { type: pathway.opensWith, occurredOn, payload, facts };
  const step = begin(pathway, event);
  const subject = {
    id: randomUUID(),
    version: 0,
    headHash: BEFORE_HISTORY,
    cohort: command.cohort ?? pathway.cohort?.(event) ?? null,
    childId: command.childId,
  };
  const opening = {
    reference: `${pathway.prefix}-${place.number}`,
    teamId: command.teamId ?? actor.teamId,
    reopenOf: command.reopenOf ?? null,
    referralId: command.referralId,
  };
  const none = { ownerId: null, coverId: null, coverUntil: null, restricted: place.restricted };
  const written = await keepStep(runner, door, {
    actor,
    pathway,
    event,
    step,
    before: {},
    clocks: [],
    urn: place.urn,
    holders: none,
    subject,
    opening,
    bodyHash,
    command,
  });
  if (!written) return undefined;
  return {
    caseId: subject.id,
    reference: opening.reference,
    version: 1,
    type: event.type,
    occurredOn,
    recordedAt: written.toISOString(),
    stages: step.state.value,
    repeated: false,
  };
}

async function placeToOpen(
  runner: Runner,
  actor: Actor,
  command: OpenCommand,
  pathway: Pathway,
): Promise<OpeningRow> {
  const key = command.commandKey ?? null;
  const [row] = await runner.run<OpeningRow>('case-opening', READ_OPENING, [
    actor.authority,
    command.childId,
    key,
    pathway.name,
  ]);
  if (!row || (!row.repeated && !row.number)) throw new CaseNotFound('child');
  return row;
}

interface OpeningRow {
  readonly number: string | null;
  readonly urn: string | null;
  readonly restricted: boolean;
  readonly hasOpenCase: boolean;
  readonly repeated: RepeatedEvent | null;
}

function pathwayFor(name: string): Pathway {
  try {
    return pathwayNamed(name);
  } catch {
    throw new BadPayload([{ path: ['pathway'], message: `There is no pathway called ${name}` }]);
  }
}

/** $1 authority, $2 child, $3 command key, $4 pathway */
const READ_OPENING = `
SELECT (SELECT lpad(n.next, greatest(4, length(n.next)), '0')
    FROM (SELECT nextval('case_reference')::text AS next FROM child WHERE authority = $1 AND id = $2 AND merged_into IS NULL AND ${REPEATED} IS NULL) n) AS number,
  (SELECT urn FROM child WHERE authority = $1 AND id = $2) AS urn,
  coalesce((SELECT restricted FROM child WHERE authority = $1 AND id = $2), false) AS restricted,
  EXISTS (SELECT 1 FROM send_case o WHERE o.authority = $1 AND o.child_id = $2 AND o.pathway = $4 AND o.open) AS "hasOpenCase",
  ${REPEATED} AS repeated`;
