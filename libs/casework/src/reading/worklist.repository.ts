import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { pathways, type Role } from '@app/pathways';
import { Inject, Injectable } from '@nestjs/common';
import { stagesToDecide } from './from-here';
import { type WorkCase } from './work-case';

/** Roles that give cases to workers: cases without one are theirs to see. */
export const GIVERS: readonly Role[] = [
  ...new Set(pathways.flatMap(({ events }) => events['ALLOCATED']?.roles ?? [])),
];

/** More than anyone works through; the rest waits behind the most urgent. */
export const MOST_CASES = 300;

/** Cases as My work reads them. */
@Injectable()
export class WorklistRepository {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** Open cases that may ask something of this officer: their own, covered, with a task for them, or waiting for their decision. */
  touching(actor: Actor): Promise<WorkCase[]> {
    const visible = visibleCases(actor);
    const values = [
      actor.authority,
      actor.id,
      actor.roles,
      stagesToDecide(pathways, actor.roles),
      actor.roles.some((role) => GIVERS.includes(role)),
    ];
    const sql = `${TOUCHING} ${COLUMNS} FROM mine JOIN send_case c USING (id) ${JOINS} WHERE c.authority = $1 AND (c.open OR ${HAS_TASK}) AND ${visible.sql(6)} ${URGENT_FIRST}`;
    return this.statements.run<WorkCase>('worklist-touching', sql, [...values, ...visible.values]);
  }

  /** Open cases of the officer's team; of everyone whom they may see when they have no team. */
  ofTeam(actor: Actor): Promise<WorkCase[]> {
    const visible = visibleCases(actor);
    const sql = `${COLUMNS} FROM send_case c ${JOINS} WHERE c.authority = $1 AND c.open AND ($2::uuid IS NULL OR c.team_id = $2) AND ${visible.sql(3)} ${URGENT_FIRST}`;
    return this.statements.run<WorkCase>('worklist-team', sql, [
      actor.authority,
      actor.teamId,
      ...visible.values,
    ]);
  }
}

/** Work that an ending leaves behind: it is done when the task is done. */
const HAS_TASK =
  'EXISTS (SELECT 1 FROM task a WHERE a.case_id = c.id AND a.done_on IS NULL AND (a.officer_id = $2::uuid OR a.for_role = ANY ($3::text[])))';

const TOUCHING = `
WITH mine AS (
  SELECT id FROM send_case WHERE owner_id = $2::uuid AND open
  UNION SELECT id FROM send_case WHERE cover_id = $2::uuid AND open
  UNION SELECT case_id FROM task WHERE officer_id = $2::uuid AND done_on IS NULL
  UNION SELECT case_id FROM action WHERE owner_id = $2::uuid AND state IN ('open', 'overdue')
  UNION SELECT case_id FROM task WHERE authority = $1 AND done_on IS NULL AND for_role = ANY ($3::text[])
  UNION SELECT id FROM send_case WHERE authority = $1 AND open AND pathway || ':' || stage = ANY ($4::text[])
  UNION SELECT id FROM send_case WHERE authority = $1 AND open AND owner_id IS NULL AND $5::boolean
)`;

/** The tasks of a case that wait. */
export const TASKS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'text', t.text, 'why', t.why, 'forRole', t.for_role,
     'officerId', t.officer_id, 'dueOn', t.due_on, 'doneBy', coalesce(to_jsonb(t.done_by_events), '[]')) ORDER BY t.due_on, t.id), '[]')
   FROM task t WHERE t.case_id = c.id AND t.done_on IS NULL) AS tasks`;

/** A case as lists read it: child, school, owner, the clocks that run and the tasks that wait. */
export const COLUMNS = `
SELECT c.id, c.reference, c.pathway, c.pathway_version AS "pathwayVersion", c.state, c.stage, c.opened_on AS "openedOn",
  c.owner_id AS "ownerId", o.name AS "ownerName", c.cover_id AS "coverId",
  coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS "childName", k.dob, k.urn AS "childUrn",
  k.nc_year AS "ncYear", s.name AS "schoolName",
  (k.upn IS NOT NULL OR k.urn IS NOT NULL) AS "isIdentityKnown",
  EXISTS (SELECT 1 FROM contact x WHERE x.child_id = k.id) AS "hasContact",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'subject', l.subject, 'occurrence', l.occurrence, 'rule', l.rule,
     'basis', l.basis, 'anchor', l.anchor, 'dueOn', l.due_on, 'sends', l.sends) ORDER BY l.due_on, l.code, l.subject), '[]')
   FROM clock l WHERE l.case_id = c.id AND l.status = 'open') AS clocks, ${TASKS},
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text, 'state', a.state, 'ownerId', a.owner_id,
     'ownerName', coalesce(w.name, a.owner_name), 'dueOn', a.due_on) ORDER BY a.due_on, a.id), '[]')
   FROM action a LEFT JOIN officer w ON w.id = a.owner_id
   WHERE a.case_id = c.id AND a.state NOT IN ('done', 'cancelled')) AS actions`;

export const JOINS = `
JOIN child k ON k.id = c.child_id
LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
LEFT JOIN officer o ON o.id = c.owner_id`;

const URGENT_FIRST = `ORDER BY c.next_due_at NULLS LAST, c.id LIMIT ${MOST_CASES}`;
