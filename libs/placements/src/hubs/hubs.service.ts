import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Hub, type HubChild } from './hub';

interface PlaceRow {
  readonly [column: string]: unknown;
  readonly urn: string;
  readonly hubName: string;
  readonly number: number;
  readonly reference: string | null;
  readonly name: string | null;
  readonly since: CalendarDay | null;
  readonly startYear: number | null;
}

/** What the early years pathway calls the places of its hubs. */
const PROGRAMME = pathwayNamed('ey_transition').places?.programme ?? '';

/** Early years inclusion hubs as they stand today. */
@Injectable()
export class Hubs {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Every hub with a place in use, by name. */
  async all(actor: Actor): Promise<Hub[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, this.clock.today(), PROGRAMME, ...visible.values];
    const rows = await this.statements.run<PlaceRow>('hubs.places', places(visible.sql(4)), values);
    return [...new Set(rows.map(({ urn }) => urn))].map((urn) => hubOf(urn, rows));
  }

  /** Children at the enhanced level before their start at school who have no place: the next start first, then the longest wait. */
  waiting(actor: Actor): Promise<HubChild[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, this.clock.today(), PROGRAMME, ...visible.values];
    return this.statements.run<HubChild & Record<string, unknown>>(
      'hubs.waiting',
      waiting(visible.sql(4)),
      values,
    );
  }

  /** Adds places to a hub, or makes a school one. @returns how many it has then */
  async addPlaces(actor: Actor, urn: string, count: number): Promise<number> {
    const values = [actor.authority, PROGRAMME, urn, count];
    const [hub] = await this.statements.run<{ places: number }>('hubs.add', ADD, values);
    return hub?.places ?? count;
  }
}

function hubOf(urn: string, rows: readonly PlaceRow[]): Hub {
  const own = rows.filter((row) => row.urn === urn);
  return { urn, name: own[0]?.hubName ?? urn, places: own.map(placeOf) };
}

function placeOf({ number, reference, name, since, startYear }: PlaceRow) {
  const holder = reference && since && startYear ? { reference, name, since, startYear } : null;
  return { number, holder };
}

const NAME = `coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname`;
const START_YEAR = `(c.state->'context'->>'moveYear')::int AS "startYear"`;

/** $1 authority, $2 today, $3 programme, $4… who is looking. */
const places = (visible: string) => `
SELECT p.cohort AS urn, coalesce(s.name, 'School ' || p.cohort) AS "hubName", p.number, c.reference,
  CASE WHEN ${visible} THEN ${NAME} END AS name, lower(o.during) AS since, ${START_YEAR}
FROM place p
LEFT JOIN school s ON s.authority = p.authority AND s.urn = p.cohort
LEFT JOIN place_holding o ON o.place_id = p.id AND o.during @> $2::date
LEFT JOIN send_case c ON c.id = o.case_id
LEFT JOIN child k ON k.id = c.child_id
WHERE p.authority = $1 AND p.programme = $3 AND p.closed_on IS NULL AND p.suspended_on IS NULL
ORDER BY "hubName", p.cohort, p.number`;

const waiting = (visible: string) => `
SELECT c.reference, CASE WHEN ${visible} THEN ${NAME} END AS name, l.since, ${START_YEAR}
FROM send_case c JOIN child k ON k.id = c.child_id
CROSS JOIN LATERAL (
  SELECT max(e.occurred_on) AS since FROM effective_event e WHERE e.case_id = c.id AND e.type = 'LEVEL_SET') l
WHERE c.authority = $1 AND c.pathway = 'ey_transition' AND c.open AND c.stage IN ('screened', 'planning', 'meeting_held', 'visits')
  AND c.state->'context'->>'level' = 'enhanced' AND l.since IS NOT NULL
  AND NOT EXISTS (SELECT FROM place_holding o JOIN place p ON p.id = o.place_id
    WHERE o.case_id = c.id AND p.programme = $3 AND o.during @> $2::date)
ORDER BY "startYear", l.since, c.reference LIMIT 500`;

const ADD = `
WITH last AS (
  SELECT coalesce(max(number), 0) AS number, count(*) FILTER (WHERE closed_on IS NULL) AS open
  FROM place WHERE authority = $1 AND programme = $2 AND cohort = $3),
added AS (
  INSERT INTO place (authority, programme, cohort, number)
  SELECT $1, $2, $3, last.number + n FROM last, generate_series(1, $4::int) n RETURNING number)
SELECT (last.open + (SELECT count(*) FROM added))::int AS places FROM last`;
