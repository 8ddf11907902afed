import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { type PolicyOverlay } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { PROGRAMME } from '../places/programme';

/** A score as it was confirmed, with its sum. */
export interface ConfirmedScore {
  readonly reference: string;
  readonly caseId: string;
  readonly childId: string;
  readonly name: string;
  readonly confirmedOn: CalendarDay;
  readonly confirmedBy: string;
  readonly tvs: number;
  readonly completeness: number;
  readonly items: Readonly<Record<string, number>>;
  readonly override: string | null;
  readonly overrideReason: string | null;
  readonly overrideBy: string | null;
  /** What the council had set otherwise when the case began. */
  readonly policy?: PolicyOverlay;
}

/** Scores of Year 6 cases. */
@Injectable()
export class Scores {
  constructor(private readonly statements: Statements) {}

  /** The last score confirmed for a case that the actor may see; undefined when there is none. */
  async of(actor: Actor, reference: string): Promise<ConfirmedScore | undefined> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, PROGRAMME, reference, ...visible.values];
    const [row] = await this.statements.run<ConfirmedScore & Record<string, unknown>>(
      'score.of',
      scoreSql(visible.sql(4)),
      values,
    );
    return row;
  }
}

const scoreSql = (visible: string) => `
SELECT c.reference, c.id AS "caseId", c.child_id AS "childId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name,
  e.occurred_on AS "confirmedOn", coalesce(o.name, 'Causeway') AS "confirmedBy",
  (e.payload->>'tvs')::int AS tvs, (e.payload->>'completeness')::int AS completeness, coalesce(e.payload->'items', '{}') AS items,
  e.payload->>'override' AS override, e.payload->>'overrideReason' AS "overrideReason", e.payload->>'overrideBy' AS "overrideBy", c.state #> '{context,policy}' AS policy
FROM send_case c
JOIN child k ON k.id = c.child_id
JOIN effective_event e ON e.case_id = c.id AND e.type = 'SCORE_CONFIRMED'
LEFT JOIN officer o ON o.id = e.actor_id
WHERE c.authority = $1 AND c.pathway = $2 AND c.reference = $3 AND ${visible}
ORDER BY e.version DESC LIMIT 1`;
