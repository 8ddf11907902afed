import { type Actor, type Protected, relationColumns, visibleCases } from '@app/access';
import { carriedBy, mostCarried, wholePost } from '@app/casework';
import { Statements } from '@app/database';
import { type Clock as CaseClock, type PathwayState } from '@app/pathways';
import { Injectable } from '@nestjs/common';

/** A case that was chosen in a list, with what a forecast must know. */
export interface ChosenCase extends Protected {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly pathwayVersion: number;
  readonly name: string;
  readonly schoolName: string | null;
  readonly state: PathwayState;
  readonly cohort: string | null;
  readonly hasContact: boolean;
  readonly isIdentityKnown: boolean;
  readonly clocks: readonly CaseClock[];
}

/** At most so many cases at once: a person still has to look at each. */
export const MOST_CHOSEN = 200;

/** Chosen cases, read again each time: only those that the officer may see. */
@Injectable()
export class ChosenCases {
  constructor(private readonly statements: Statements) {}

  /** The cases with these references, in the order in which they were chosen. */
  async read(actor: Actor, references: readonly string[]): Promise<ChosenCase[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [
      actor.authority,
      [...new Set(references)].slice(0, MOST_CHOSEN),
      ...visible.values,
    ];
    return this.statements.run<ChosenCase & Record<string, unknown>>(
      'bulk.chosen',
      chosenSql(visible.sql(3)),
      values,
    );
  }

  /** How much weight of this kind of case an officer can still take on. */
  async roomOf(
    actor: Actor,
    officerId: string,
    { pathway, state }: Pick<ChosenCase, 'pathway' | 'state'>,
  ): Promise<number> {
    const [row] = await this.statements.run<{ room: number }>('bulk.room', ROOM, [
      actor.authority,
      officerId,
      pathway,
      wholePost(pathway, state.context),
    ]);
    return row?.room ?? 0;
  }

  /** Free places of a cohort. */
  async freePlaces(actor: Actor, cohort: string, day: string): Promise<number> {
    const [row] = await this.statements.run<{ free: number }>('bulk.free', FREE, [
      actor.authority,
      cohort,
      day,
    ]);
    return row?.free ?? 0;
  }
}

const chosenSql = (visible: string) => `
SELECT c.id, c.reference, c.version, c.pathway, c.pathway_version AS "pathwayVersion", c.state, c.cohort,
  c.owner_id AS "ownerId", c.cover_id AS "coverId", c.team_id AS "teamId", c.restricted, k.urn AS "childUrn", ${relationColumns()},
  k.care_status AS "careStatus", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, s.name AS "schoolName",
  EXISTS (SELECT 1 FROM contact t WHERE t.child_id = k.id) AS "hasContact", (k.upn IS NOT NULL OR k.urn IS NOT NULL) AS "isIdentityKnown",
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', x.code, 'subject', x.subject, 'occurrence', x.occurrence, 'status', x.status, 'dueOn', x.due_on))
    FROM clock x WHERE x.case_id = c.id), '[]') AS clocks
FROM send_case c
JOIN child k ON k.id = c.child_id
LEFT JOIN school s ON s.authority = c.authority AND s.urn = k.urn
WHERE c.authority = $1 AND c.reference = ANY ($2::text[]) AND ${visible}
ORDER BY array_position($2::text[], c.reference)`;

const ROOM = `
SELECT (${mostCarried('f', '$4')} - ${carriedBy('f.id', '$3')})::float8 AS room
FROM officer f WHERE f.authority = $1 AND f.id::text = $2 AND f.active`;

const FREE = `
SELECT count(*)::int AS free FROM place p
WHERE p.authority = $1 AND p.cohort = $2
  AND NOT EXISTS (SELECT 1 FROM place_holding h WHERE h.place_id = p.id AND h.during && daterange($3::date, NULL))`;
