import { type Agenda, type AgendaMove } from '../pure/agenda-shape';
import { type Service } from '../pure/terms';

/** What a person did to an agenda, with their reason. */
export interface LogLine {
  readonly what:
    | 'accepted'
    | 'dropped'
    | 'reordered'
    | 'late'
    | 'urgent'
    | 'added'
    | 'removed'
    | 'asked'
    | 'not_asked'
    | 'may_wait';
  readonly reason: string;
  readonly caseId: string | null;
  readonly child: string | null;
  readonly to: number | null;
  readonly service: Service | null;
  readonly by: string;
  readonly at: Date;
}

/** One change of an agenda to be written. */
export interface LineToLog {
  readonly what: LogLine['what'];
  readonly reference: string;
  readonly reason: string;
  readonly to?: number | undefined;
  readonly service?: Service | undefined;
  /** The version of the agenda that the person saw. */
  readonly seen?: number | undefined;
}

/** Children who were taken off and not put back since. */
export function droppedOf(logged: readonly LogLine[]): Map<string, LogLine> {
  const dropped = new Map<string, LogLine>();
  for (const line of logged) {
    if (!line.caseId) continue;
    if (line.what === 'dropped') dropped.set(line.caseId, line);
    if (['added', 'urgent', 'late'].includes(line.what)) dropped.delete(line.caseId);
  }
  return dropped;
}

export function movesOf(logged: readonly LogLine[], { lines }: Agenda): AgendaMove[] {
  const on = new Set(lines.map(({ candidate }) => candidate.id));
  return logged.flatMap(({ what, caseId, to, reason, by }) =>
    what === 'reordered' && caseId && to && on.has(caseId)
      ? [{ candidateId: caseId, to: Math.min(to, lines.length), reason, by }]
      : [],
  );
}

export const LOG = `
SELECT l.what, l.reason, l.case_id AS "caseId", concat_ws(' ', coalesce(h.preferred_name, h.legal_forename), h.legal_surname) AS child,
  l.to_position AS "to", l.service, coalesce(o.name, 'Causeway') AS by, l.at
FROM agenda_log l LEFT JOIN send_case c ON c.id = l.case_id LEFT JOIN child h ON h.id = c.child_id LEFT JOIN officer o ON o.id = l.by_id
WHERE l.sitting_id = $1 ORDER BY l.id`;

/** $1 authority, $2 sitting, $3 case, $4 what, $5 reason, $6 place, $7 officer, $8 now, $9 service */
export const WRITE = `
INSERT INTO agenda_log (authority, sitting_id, case_id, what, reason, to_position, by_id, at, service) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** An item that stands already, carried over from another sitting. */
export const INVITED = `
UPDATE sitting_item SET version = version + 1, invited = array_remove(invited, $2) || CASE WHEN $3::boolean THEN ARRAY[$2::text] ELSE '{}' END
WHERE id = $1`;
