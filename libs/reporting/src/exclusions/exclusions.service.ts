import { type Actor, visibleOf } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

const EXCLUSION = 'exclusion';

/** The next date of law that an exclusion has. */
export interface NextDate {
  readonly code: string;
  readonly occurrence: number;
  readonly basis: 'statutory';
  readonly rule: string | null;
  readonly dueOn: CalendarDay;
  readonly sends: string | null;
}

/** One exclusion on the register. */
export interface RegisteredExclusion {
  readonly reference: string;
  readonly name: string;
  readonly schoolName: string | null;
  readonly kind: 'permanent' | 'suspension';
  readonly firstDay: CalendarDay;
  readonly stage: string;
  readonly open: boolean;
  /** False once it was cancelled, quashed or not upheld: it leaves the counts. */
  readonly standing: boolean;
  readonly educationOn: CalendarDay | null;
  readonly ownerName: string | null;
  readonly next: NextDate | null;
}

/** A permanent exclusion in a school’s data that nobody has recorded yet. */
export interface ReportedExclusion {
  readonly childId: string;
  readonly name: string;
  readonly schoolName: string | null;
  readonly firstDay: CalendarDay;
}

/** The register of exclusions: those that are open, and those that ended in the last 400 days. */
@Injectable()
export class Exclusions {
  constructor(private readonly statements: Statements) {}

  /** Those that this person may see, the open ones first and among them the one that is due first. */
  async registered(actor: Actor, today: CalendarDay): Promise<RegisteredExclusion[]> {
    const visible = visibleOf(EXCLUSION, actor);
    return this.statements.run<RegisteredExclusion>(
      `exclusions.registered.${visible.name}`,
      registeredSql(visible.sql(4)),
      [actor.authority, EXCLUSION, today, ...visible.values],
    );
  }

  /** Permanent exclusions that schools have sent and that still stand, without a record of our own. */
  async notRecorded(authority: string, today: CalendarDay): Promise<ReportedExclusion[]> {
    return this.statements.run<ReportedExclusion>('exclusions.not-recorded', NOT_RECORDED_SQL, [
      authority,
      EXCLUSION,
      today,
    ]);
  }
}

const NAME = `coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname`;

/** $1 authority, $2 pathway, $3 today, $4… who is looking. */
const registeredSql = (visible: string) => `
SELECT c.reference, ${NAME} AS name, s.name AS "schoolName", m.kind, m."firstDay", c.stage, c.open, m.standing,
  m."educationOn", o.name AS "ownerName", due.next
FROM send_case c
JOIN child k ON k.id = c.child_id
CROSS JOIN LATERAL (
  SELECT x->>'kind' AS kind, (x->>'firstDay')::date AS "firstDay", x->>'schoolUrn' AS urn,
    coalesce((x->>'standing')::boolean, true) AS standing, (x->>'educationOn')::date AS "educationOn"
  FROM (SELECT c.state->'context' AS x) remembered) m
LEFT JOIN school s ON s.authority = c.authority AND s.urn = coalesce(m.urn, k.urn)
LEFT JOIN officer o ON o.id = c.owner_id
LEFT JOIN LATERAL (
  SELECT jsonb_build_object('code', l.code, 'occurrence', l.occurrence, 'basis', l.basis, 'rule', l.rule,
    'dueOn', l.due_on, 'sends', l.sends) AS next, l.due_on
  FROM clock l WHERE l.case_id = c.id AND l.status = 'open' AND l.basis = 'statutory'
  ORDER BY l.due_on, l.code LIMIT 1) due ON true
WHERE c.authority = $1 AND c.pathway = $2 AND c.stage <> 'voided'
  AND (c.open OR c.closed_on > $3::date - 400) AND ${visible}
ORDER BY c.open DESC, due.due_on NULLS LAST, m."firstDay" DESC, c.reference`;

/** $1 authority, $2 pathway, $3 today. */
const NOT_RECORDED_SQL = `
SELECT DISTINCT k.id AS "childId", ${NAME} AS name, s.name AS "schoolName", x.start_on AS "firstDay"
FROM suspension x
JOIN pupil_on_record p ON p.pupil_id = x.pupil_id
JOIN child k ON k.id = p.child_id
LEFT JOIN school s ON s.authority = x.authority AND s.urn = x.urn
WHERE x.authority = $1 AND x.category = 'PERM' AND x.start_on BETWEEN $3::date - 400 AND $3
  AND (x.outcome IS NULL OR x.outcome NOT IN ('cancelled', 'quashed', 'reinstated'))
  AND NOT EXISTS (SELECT FROM send_case c WHERE c.child_id = k.id AND c.pathway = $2
    AND c.state->'context'->>'firstDay' = x.start_on::text)
ORDER BY x.start_on DESC, name`;
