import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What schools send about attendance and suspensions. A line belongs to a pupil of the feed, whether or not
 * that pupil is known to be a child on record: so nothing is lost while a person decides who it is.
 */
export class ChildrenFoundInTheData1795301200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE import_file DROP CONSTRAINT import_file_kind_check;
ALTER TABLE import_file ADD CONSTRAINT import_file_kind_check
  CHECK (kind IN ('nominations', 'schools', 'attendance_sessions', 'attendance_summary', 'suspensions'));
CREATE TABLE feed_pupil (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  key text NOT NULL,
  upn text,
  surname text,
  forename text,
  dob date,
  urn text NOT NULL,
  match text NOT NULL CHECK (match IN ('auto', 'waiting', 'decided', 'not_ours')),
  why text NOT NULL,
  child_id uuid REFERENCES child (id),
  decided_by uuid REFERENCES officer (id),
  decided_at timestamptz,
  seen_at timestamptz NOT NULL,
  UNIQUE (authority, key),
  FOREIGN KEY (authority, urn) REFERENCES school (authority, urn),
  CHECK ((match IN ('auto', 'decided')) = (child_id IS NOT NULL))
);
CREATE INDEX feed_pupil_child ON feed_pupil (child_id) WHERE child_id IS NOT NULL;
CREATE INDEX feed_pupil_waiting ON feed_pupil (authority, urn) WHERE match = 'waiting';
CREATE VIEW pupil_on_record AS
  SELECT p.id AS pupil_id, p.authority, coalesce(c.merged_into, c.id) AS child_id
  FROM feed_pupil p JOIN child c ON c.id = p.child_id;
CREATE TABLE attendance_session (
  pupil_id uuid NOT NULL REFERENCES feed_pupil (id),
  day date NOT NULL,
  session text NOT NULL CHECK (session IN ('AM', 'PM')),
  urn text NOT NULL,
  authority text NOT NULL,
  code text NOT NULL,
  minutes_late integer,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (pupil_id, day, session, urn)
);
CREATE TABLE attendance_summary (
  pupil_id uuid NOT NULL REFERENCES feed_pupil (id),
  term text NOT NULL,
  urn text NOT NULL,
  authority text NOT NULL,
  possible integer NOT NULL CHECK (possible >= 0),
  authorised integer NOT NULL CHECK (authorised >= 0),
  unauthorised integer NOT NULL CHECK (unauthorised >= 0 AND authorised + unauthorised <= possible),
  late integer NOT NULL,
  ill integer NOT NULL,
  part_time integer NOT NULL,
  last_present_on date,
  PRIMARY KEY (pupil_id, term, urn)
);
CREATE TABLE suspension (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  pupil_id uuid NOT NULL REFERENCES feed_pupil (id),
  urn text NOT NULL,
  category text NOT NULL CHECK (category IN ('SUSP', 'LNCH', 'PERM', 'PEXC', 'INTR', 'OSDE', 'MMVE')),
  start_on date NOT NULL,
  start_session text CHECK (start_session IN ('AM', 'PM')),
  end_on date CHECK (end_on >= start_on),
  half_days integer NOT NULL CHECK (half_days >= 0),
  reasons text[] NOT NULL DEFAULT '{}',
  care_said boolean NOT NULL DEFAULT false,
  education_from date,
  exam_missed boolean,
  notified_on date,
  governors_on date,
  outcome text CHECK (outcome IN ('upheld', 'reinstated', 'cancelled', 'review_upheld', 'recommended', 'quashed')),
  loaded_at timestamptz NOT NULL,
  UNIQUE (pupil_id, category, start_on)
);
CREATE TABLE feed_delivery (
  authority text NOT NULL REFERENCES authority (code),
  kind text NOT NULL,
  urn text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  content_hash bytea NOT NULL,
  rows integer NOT NULL,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (authority, kind, urn, content_hash)
);
CREATE TABLE rule_hit (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  child_id uuid NOT NULL REFERENCES child (id),
  rule text NOT NULL,
  key text NOT NULL,
  route text NOT NULL CHECK (route IN ('urgent', 'list', 'triage')),
  found jsonb NOT NULL,
  words text NOT NULL,
  window_from date NOT NULL,
  window_to date NOT NULL,
  hit_on date NOT NULL,
  ended_on date,
  case_id uuid REFERENCES send_case (id),
  opened_case boolean NOT NULL DEFAULT false,
  UNIQUE (child_id, rule, key)
);
CREATE INDEX rule_hit_standing ON rule_hit (authority, child_id) WHERE ended_on IS NULL;
CREATE INDEX rule_hit_case ON rule_hit (case_id) WHERE case_id IS NOT NULL;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
