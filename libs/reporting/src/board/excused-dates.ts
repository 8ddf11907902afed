/**
 * Every date that a claim of a lawful reason names, with the reason, as cases remember it: `w20:absent`. A claim that
 * names none is for the 20 weeks; a missed appointment is for its adviser, a late view of the family for an order.
 */
export const excusedDates = (claim: string) => `
  SELECT d.date || CASE WHEN d.date = 'advice_due' THEN coalesce('.' || (${claim}.payload->>'adviser'), '') ELSE '' END
    || ':' || (${claim}.payload->>'category') AS excused
  FROM jsonb_array_elements_text(coalesce(nullif(${claim}.payload->'dates', '[]'),
    CASE ${claim}.payload->>'category' WHEN 'missed_appointment' THEN '["advice_due"]'::jsonb WHEN 'views_late' THEN '["order"]' ELSE '["w20"]' END)) d (date)`;
