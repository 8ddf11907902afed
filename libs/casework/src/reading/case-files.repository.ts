import { type Actor, maySee, type Relation, relationColumns, relationTo } from '@app/access';
import { Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseNotFound } from '../errors';
import { type CaseFile, type FileEvent } from './case-file';
import { TASKS } from './worklist.repository';

/** Cases as their pages read them. */
@Injectable()
export class CaseFiles {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** A case that this person may open. @throws CaseNotFound also when they may not know that it exists */
  async open(actor: Actor, reference: string): Promise<CaseFile & { relation: Relation }> {
    const [found] = await this.statements.run<CaseFile>('case-file', FILE, [
      actor.authority,
      reference,
    ]);
    if (!found || !maySee(actor, found)) throw new CaseNotFound(reference);
    return { ...found, relation: relationTo(actor, found) };
  }

  /** The whole history of a case, newest first. */
  async history(authority: string, caseId: string): Promise<FileEvent[]> {
    return this.statements.run<FileEvent>('case-history', HISTORY, [authority, caseId]);
  }
}

const CLOCKS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'subject', l.subject, 'occurrence', l.occurrence, 'rule', l.rule,
     'basis', l.basis, 'anchor', l.anchor, 'dueOn', l.due_on, 'sends', l.sends, 'status', l.status, 'endedOn', l.ended_on,
     'calendarVersion', l.calendar_version, 'counted', l.counted, 'ruleVersion', l.rule_version, 'startedVersion', l.started_version, 'endedVersion', l.ended_version) ORDER BY l.due_on, l.code, l.subject), '[]')
   FROM clock l WHERE l.case_id = c.id) AS clocks`;

const CONTACTS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', x.name, 'relation', x.relation, 'hasPr', x.has_pr, 'phone', x.phone,
     'email', x.email, 'address', x.address, 'language', x.language) ORDER BY x.has_pr <> 'yes', x.name), '[]')
   FROM contact x WHERE x.child_id = k.id) AS contacts`;

const DECIDERS = `
  (SELECT coalesce(jsonb_agg(d.name ORDER BY d.team_id IS DISTINCT FROM c.team_id, d.name), '[]')
   FROM officer d WHERE d.authority = c.authority AND d.active AND 'send_manager' = ANY (d.roles)) AS "deciderNames"`;

const FILE = `
SELECT c.id, c.reference, c.child_id AS "childId", c.pathway, c.pathway_version AS "pathwayVersion", c.version, c.state, c.stage,
  c.open, c.opened_on AS "openedOn", c.closed_on AS "closedOn", c.owner_id AS "ownerId", o.name AS "ownerName",
  c.cover_id AS "coverId", v.name AS "coverName", c.cover_until AS "coverUntil", c.team_id AS "teamId", t.name AS "teamName",
  c.cohort, c.restricted OR k.restricted AS restricted, c.head_hash AS "headHash", ${relationColumns()},
  k.care_status AS "careStatus", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, coalesce(k.preferred_name, k.legal_forename) AS forename,
  k.dob, k.nc_year AS "ncYear", k.urn AS "childUrn", s.name AS "schoolName", s.senco_name AS senco, k.flags,
  (k.upn IS NOT NULL OR k.urn IS NOT NULL) AS "isIdentityKnown",
  EXISTS (SELECT 1 FROM contact x WHERE x.child_id = k.id) AS "hasContact",
  (SELECT count(*)::int FROM note n WHERE n.case_id = c.id) AS "noteCount",
  ${DECIDERS}, ${CLOCKS}, ${TASKS}, ${CONTACTS}
FROM send_case c
JOIN child k ON k.id = c.child_id
LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
LEFT JOIN officer o ON o.id = c.owner_id
LEFT JOIN officer v ON v.id = c.cover_id
LEFT JOIN team t ON t.id = c.team_id
WHERE c.authority = $1 AND c.reference = $2`;

const HISTORY = `
SELECT e.version, e.type, e.occurred_on AS "occurredOn", e.payload, e.stages, e.actor_id AS "actorId",
  coalesce(o.name, 'Causeway') AS "actorName", e.actor_role AS "actorRole", e.recorded_at AS "recordedAt"
FROM case_event e LEFT JOIN officer o ON o.id = e.actor_id
WHERE e.authority = $1 AND e.case_id = $2
ORDER BY e.version DESC`;
