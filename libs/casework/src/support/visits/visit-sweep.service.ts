import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';

/** Visits that are not to be made any more. Running it again changes nothing. */
@Injectable()
export class VisitSweep {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Calls off planned visits of a case that has ended, and those with a child whose family has said no. */
  async run(): Promise<{ calledOff: number }> {
    const rows = await this.statements.run('visits-call-off', CALL_OFF, [this.clock.now()]);
    return { calledOff: rows.length };
  }
}

const CALL_OFF = `
UPDATE visit v SET state = 'cancelled', recorded_at = $1,
  note = CASE WHEN c.open THEN 'Called off: the family has said no to support.' ELSE 'Called off: the case has ended.' END
FROM send_case c
WHERE c.id = v.case_id AND v.state = 'planned'
  AND (NOT c.open OR (v.kind = 'direct_child' AND c.state->'value'->>'consent' IN ('refused', 'withdrawn')))
RETURNING v.id`;
