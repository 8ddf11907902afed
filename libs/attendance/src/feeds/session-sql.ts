/** Values: lines, pupils, days, sessions and schools side by side. */
export const SESSIONS_SQL = `
SELECT a.line, s.code, s.minutes_late AS "minutesLate", s.updated_at AS "updatedAt"
FROM unnest($1::int[], $2::uuid[], $3::date[], $4::text[], $5::text[]) AS a(line, pupil, day, session, urn)
JOIN attendance_session s ON s.pupil_id = a.pupil AND s.day = a.day AND s.session = a.session AND s.urn = a.urn`;

/** The last change wins; what is there already is left alone. */
export const WRITE_SESSIONS_SQL = `
INSERT INTO attendance_session AS s (authority, pupil_id, day, session, urn, code, minutes_late, updated_at)
SELECT $1, * FROM unnest($2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::int[], $8::timestamptz[])
ON CONFLICT (pupil_id, day, session, urn) DO UPDATE SET
  code = excluded.code, minutes_late = excluded.minutes_late, updated_at = excluded.updated_at
WHERE s.updated_at <= excluded.updated_at`;
