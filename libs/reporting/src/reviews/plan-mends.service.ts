import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** Days of a plan on which the register rests, each as it was and as it is. */
export interface PlanMend {
  readonly childId: string;
  readonly name: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
  readonly before: Readonly<Record<MendedDay, CalendarDay | null>>;
  readonly after: Readonly<Record<MendedDay, CalendarDay | null>>;
}

/** A day of a plan that can be put right. */
export type MendedDay = 'made_on' | 'last_concluded_on' | 'transferred_in_on' | 'ceased_on';

/** Plans whose days were put right by a person: they change figures of days gone by. */
@Injectable()
export class PlanMends {
  constructor(private readonly statements: Statements) {}

  /** Those put right since a day, newest first. */
  since(actor: Actor, day: CalendarDay): Promise<PlanMend[]> {
    return this.statements.run<PlanMend & Record<string, unknown>>('reviews.mends', MENDED, [
      actor.authority,
      day,
      actor.roles.includes('send_manager'),
    ]);
  }
}

const DAYS: readonly MendedDay[] = [
  'made_on',
  'last_concluded_on',
  'transferred_in_on',
  'ceased_on',
];

/** $1 authority, $2 since, $3 whether restricted records are seen. */
const MENDED = `
SELECT p.child_id AS "childId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, l.at, l.reason, l.before, l.after,
  coalesce(o.name, 'Causeway') AS by
FROM ehc_plan_change l
JOIN ehc_plan p ON p.id = l.plan_id
JOIN child k ON k.id = p.child_id
LEFT JOIN officer o ON o.id = l.officer_id
WHERE l.authority = $1 AND l.what = 'mended' AND (l.at AT TIME ZONE 'Europe/London')::date >= $2 AND (NOT k.restricted OR $3::boolean)
  AND (${DAYS.map((day) => `l.before->>'${day}' IS DISTINCT FROM l.after->>'${day}'`).join(' OR ')})
ORDER BY l.at DESC LIMIT 500`;
