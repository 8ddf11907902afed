/** One of the terms of reference of a panel on a day; before the first terms began, of the first. */
const termOn = (term: string, panel: string, day: string) => `
  (SELECT (t.terms #>> '${term}')::int FROM panel_terms t WHERE t.panel_id = ${panel}
   ORDER BY t.valid_from <= ${day} DESC, abs(t.valid_from - ${day}) LIMIT 1)`;

/**
 * $1 authority, $2 case, $4 pathway. Whether the Team Around the School has a slot for one more new child on that day, by
 * its terms of reference: a child whose place an agenda has found has one, and a council without terms sets no number.
 */
export const slotAvailable = (meetingOn: string) => `(
  EXISTS (SELECT 1 FROM sitting_item i WHERE i.case_id = $2::uuid AND i.status = 'listed')
  OR (SELECT count(*) FROM send_case o WHERE o.authority = $1 AND o.pathway = $4 AND o.open AND o.stage = 'listed'
    AND o.id <> $2::uuid AND o.state->'context'->>'meetingOn' = ${meetingOn}::text)
  < coalesce((SELECT ${termOn('{fresh,count}', 'p.id', `${meetingOn}::date`)} FROM panel p WHERE p.authority = $1 AND p.code = 'tats'), 'Infinity'::float8))`;

/** $2 case. How often its panel lets an item be put off, by the terms of the sitting on whose agenda the case stood last. */
export const mostDeferrals = `(
  SELECT ${termOn('{mostDeferrals}', 's.panel_id', 's.sits_on')} FROM sitting_item i JOIN sitting s ON s.id = i.sitting_id
  WHERE i.case_id = $2::uuid ORDER BY s.starts_at DESC LIMIT 1)`;
