/** Values: pupils. Everything stored about them, as a line of the feed says it. */
export const STORED_SUSPENSIONS_SQL = `
SELECT pupil_id AS "pupilId", category, start_on AS "startOn", end_on AS "endOn", start_session AS "startSession",
  half_days AS "halfDays", reasons, care_said AS "careSaid", education_from AS "educationFrom", exam_missed AS "examMissed",
  notified_on AS "notifiedOn", governors_on AS "governorsOn", outcome
FROM suspension WHERE pupil_id = ANY ($1::uuid[])`;

/** Values: authority, lines, time. The same child, day and category is the same line, corrected. */
export const WRITE_SUSPENSIONS_SQL = `
INSERT INTO suspension (authority, pupil_id, urn, category, start_on, start_session, half_days, end_on, reasons, care_said,
  education_from, exam_missed, notified_on, governors_on, outcome, loaded_at)
SELECT $1, r."pupilId", r.urn, r.category, r."startOn", r."startSession", r."halfDays", r."endOn",
  ARRAY(SELECT jsonb_array_elements_text(r.reasons)), r."careSaid", r."educationFrom", r."examMissed", r."notifiedOn",
  r."governorsOn", r.outcome, $3
FROM jsonb_to_recordset($2::jsonb) AS r("pupilId" uuid, urn text, category text, "startOn" date, "startSession" text,
  "halfDays" int, "endOn" date, reasons jsonb, "careSaid" boolean, "educationFrom" date, "examMissed" boolean,
  "notifiedOn" date, "governorsOn" date, outcome text)
ON CONFLICT (pupil_id, category, start_on) DO UPDATE SET urn = excluded.urn, start_session = excluded.start_session,
  half_days = excluded.half_days, end_on = excluded.end_on, reasons = excluded.reasons, care_said = excluded.care_said,
  education_from = excluded.education_from, exam_missed = excluded.exam_missed, notified_on = excluded.notified_on,
  governors_on = excluded.governors_on, outcome = excluded.outcome, loaded_at = excluded.loaded_at`;
