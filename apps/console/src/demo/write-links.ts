import { type Statements } from '@app/database';
import { AUTHORITY } from './authority';
import { type TellingCase } from './recorder';

/** Joins a case with the one that asked for it, as the step would have done had it not been moved in as history. */
export async function writeLinks(
  statements: Statements,
  told: readonly TellingCase[],
): Promise<void> {
  const cases = new Map(told.map(({ journey, caseId }) => [journey, caseId]));
  for (const { journey, caseId } of told) {
    const { cameFrom } = journey;
    const from = cameFrom && cases.get(cameFrom.journey);
    if (!from) continue;
    const values = [AUTHORITY, from, caseId, cameFrom.step, journey.pathway, cameFrom.because];
    await statements.run('', ADD, values);
  }
}

const ADD = `
INSERT INTO referral (authority, child_id, from_case, from_version, number, pathway, reason, made_on, opened_case)
SELECT $1, c.child_id, c.id, e.version, 0, $5, $6, e.occurred_on, $3
FROM send_case c JOIN LATERAL (
  SELECT version, occurred_on FROM case_event WHERE case_id = c.id AND type = $4 ORDER BY version DESC LIMIT 1) e ON true
WHERE c.id = $2`;
