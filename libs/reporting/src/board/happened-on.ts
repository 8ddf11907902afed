/**
 * SQL for the day on which an event happened, as it is known now: a mistyped date that was corrected counts as corrected.
 * `alias` is the name of the `case_event` row; with `before`, as it was known at that moment.
 */
export const happenedOn = (alias: string, before?: string) => `coalesce((
    SELECT (f.payload->'occurredOn'->>'to')::date FROM case_event f
    WHERE f.case_id = ${alias}.case_id AND f.type = 'FACT_CORRECTED' AND f.payload ? 'occurredOn'
      AND (f.payload->>'version')::int = ${alias}.version${before ? ` AND f.recorded_at < ${before}` : ''}
    ORDER BY f.version DESC LIMIT 1), ${alias}.occurred_on)`;
