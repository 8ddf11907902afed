import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { type SchoolCandidate } from './panel-candidate';
import { type Sitting } from './sitting';

interface SchoolRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly urn: string;
  readonly school: string;
  readonly concern: string;
  readonly position: number;
  readonly because: readonly string[];
  readonly addedOn: CalendarDay;
}

/** Whole schools that somebody put on this agenda (the panel sits around the school). */
export async function schoolCandidates(
  runner: Runner,
  sitting: Sitting,
): Promise<SchoolCandidate[]> {
  const rows = await runner.run<SchoolRow>('sitting-schools', SCHOOLS, [sitting.id]);
  return rows.map(({ id, urn, school, concern, because, position, addedOn }) => ({
    id,
    itemId: id,
    reference: `school-${urn}`,
    kind: 'school',
    schoolUrn: urn,
    school,
    concern,
    because,
    score: 0,
    referredOn: addedOn,
    deferrals: 0,
    pexRisk: false,
    inCareOrProtected: false,
    papersMissing: false,
    needs: [],
    hasPlan: false,
    money: false,
    pinned: { reason: concern, late: false, position },
  }));
}

const SCHOOLS = `
SELECT i.id, i.school_urn AS urn, s.name AS school, i.concern, i.position, i.because, t.sits_on AS "addedOn"
FROM sitting_item i JOIN sitting t ON t.id = i.sitting_id JOIN school s ON s.authority = i.authority AND s.urn = i.school_urn
WHERE i.sitting_id = $1 AND i.kind = 'school' AND i.status IN ('listed', 'open') ORDER BY i.position`;
