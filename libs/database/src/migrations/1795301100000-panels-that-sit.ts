import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Panels: a series with its terms of reference and members, the sittings it holds, the items on them, and what was said.
 * An item is a child's case or a whole school. What the panel decides about a child is an event of the case.
 */
export class PanelsThatSit1795301100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE panel (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  code text NOT NULL,
  name text NOT NULL,
  UNIQUE (authority, code)
);
CREATE TABLE panel_terms (
  panel_id uuid NOT NULL REFERENCES panel (id),
  number integer NOT NULL,
  authority text NOT NULL,
  valid_from date NOT NULL,
  terms jsonb NOT NULL,
  reason text NOT NULL,
  set_by uuid REFERENCES officer (id),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (panel_id, number),
  UNIQUE (panel_id, valid_from)
);
CREATE TABLE panel_member (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  panel_id uuid NOT NULL REFERENCES panel (id),
  officer_id uuid REFERENCES officer (id),
  name text NOT NULL,
  email text NOT NULL,
  service text NOT NULL,
  core boolean NOT NULL,
  deputy_of uuid REFERENCES panel_member (id),
  from_on date NOT NULL,
  until_on date,
  signed_on date,
  CHECK (until_on IS NULL OR until_on >= from_on),
  CHECK (deputy_of IS NULL OR deputy_of <> id)
);
CREATE INDEX panel_member_panel ON panel_member (panel_id, from_on);
CREATE INDEX panel_member_officer ON panel_member (officer_id) WHERE officer_id IS NOT NULL;
CREATE TABLE sitting (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  panel_id uuid NOT NULL REFERENCES panel (id),
  planned_for date NOT NULL,
  sits_on date NOT NULL,
  moved_because text,
  extra boolean NOT NULL DEFAULT false,
  starts_at timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  papers_due_at timestamptz NOT NULL,
  papers_out_at timestamptz NOT NULL,
  stage text NOT NULL,
  version integer NOT NULL,
  calendar_sequence integer NOT NULL DEFAULT 0,
  ended_at timestamptz,
  minutes_approved_at timestamptz,
  minutes_approved_by uuid REFERENCES officer (id),
  minutes_hash bytea,
  seen_until date,
  UNIQUE (panel_id, planned_for, extra)
);
CREATE INDEX sitting_ahead ON sitting (authority, sits_on) WHERE stage NOT IN ('closed', 'cancelled');
CREATE INDEX sitting_panel ON sitting (panel_id, sits_on);
CREATE TABLE sitting_event (
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  actor_id uuid NOT NULL,
  actor_role text NOT NULL,
  at timestamptz NOT NULL,
  command_key text,
  PRIMARY KEY (sitting_id, version)
);
CREATE UNIQUE INDEX sitting_event_command ON sitting_event (authority, command_key) WHERE command_key IS NOT NULL;
CREATE TRIGGER sitting_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sitting_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TABLE sitting_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('fresh', 'review', 'school')),
  case_id uuid REFERENCES send_case (id),
  school_urn text,
  concern text,
  minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 120),
  because jsonb NOT NULL,
  score integer NOT NULL,
  score_parts jsonb NOT NULL DEFAULT '[]',
  late_why text,
  urgent_why text,
  approved_by uuid REFERENCES officer (id),
  invited text[] NOT NULL DEFAULT '{}',
  status text NOT NULL CHECK (status IN ('listed', 'open', 'decided', 'deferred', 'moved', 'removed')),
  quorate boolean,
  version integer NOT NULL DEFAULT 1,
  outcome jsonb,
  case_version integer,
  carried_from uuid REFERENCES sitting_item (id),
  opened_at timestamptz,
  settled_at timestamptz,
  CHECK ((case_id IS NULL) = (kind = 'school')),
  CHECK ((kind = 'school') = (concern IS NOT NULL)),
  CHECK ((status IN ('decided', 'deferred')) = (outcome IS NOT NULL))
);
CREATE INDEX sitting_item_sitting ON sitting_item (sitting_id, position);
CREATE UNIQUE INDEX sitting_item_once ON sitting_item (case_id) WHERE status IN ('listed', 'open');
CREATE INDEX sitting_item_case ON sitting_item (case_id) WHERE case_id IS NOT NULL;
CREATE UNIQUE INDEX sitting_item_one_open ON sitting_item (sitting_id) WHERE status = 'open';
CREATE TABLE item_entry (
  item_id uuid NOT NULL REFERENCES sitting_item (id),
  field text NOT NULL,
  authority text NOT NULL,
  value jsonb NOT NULL,
  version integer NOT NULL,
  written_by uuid NOT NULL REFERENCES officer (id),
  written_at timestamptz NOT NULL,
  PRIMARY KEY (item_id, field)
);
CREATE TABLE sitting_register (
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  member_id uuid NOT NULL REFERENCES panel_member (id),
  authority text NOT NULL,
  answer text NOT NULL CHECK (answer IN ('coming', 'here', 'apologies', 'left')),
  deputy_name text,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (sitting_id, member_id)
);
CREATE TABLE item_interest (
  item_id uuid NOT NULL REFERENCES sitting_item (id),
  member_id uuid NOT NULL REFERENCES panel_member (id),
  authority text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('RELATED_CHILD', 'OWN_SCHOOL_BENEFITS', 'AUTHOR_OF_ADVICE', 'RECEIVING_SCHOOL')),
  said_by uuid NOT NULL REFERENCES officer (id),
  said_at timestamptz NOT NULL,
  PRIMARY KEY (item_id, member_id)
);
CREATE TABLE sitting_change (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  authority text NOT NULL,
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  item_id uuid REFERENCES sitting_item (id),
  what text NOT NULL,
  by_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sitting_change_sitting ON sitting_change (sitting_id, seq);
CREATE TABLE agenda_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  authority text NOT NULL,
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  case_id uuid REFERENCES send_case (id),
  what text NOT NULL CHECK (what IN ('accepted', 'dropped', 'reordered', 'late', 'urgent', 'added', 'removed')),
  reason text NOT NULL,
  to_position integer,
  by_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX agenda_log_sitting ON agenda_log (sitting_id, id);
CREATE TABLE minutes_addendum (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  item_id uuid REFERENCES sitting_item (id),
  text text NOT NULL,
  by_id uuid NOT NULL REFERENCES officer (id),
  at timestamptz NOT NULL
);
CREATE INDEX minutes_addendum_sitting ON minutes_addendum (sitting_id, at);
CREATE TABLE school_action (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  item_id uuid NOT NULL REFERENCES sitting_item (id),
  text text NOT NULL,
  owner_id uuid REFERENCES officer (id),
  owner_name text NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'blocked', 'done_unverified', 'done', 'cancelled')),
  evidence text,
  changed_by uuid REFERENCES officer (id),
  changed_at timestamptz NOT NULL
);
CREATE INDEX school_action_item ON school_action (item_id);
CREATE INDEX school_action_open ON school_action (authority, due_on) WHERE state NOT IN ('done', 'cancelled');
CREATE TABLE pack_download (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  officer_id uuid NOT NULL REFERENCES officer (id),
  what text NOT NULL CHECK (what IN ('pack', 'minutes', 'agenda')),
  format text NOT NULL CHECK (format IN ('pdf', 'docx', 'csv')),
  items integer NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX pack_download_sitting ON pack_download (sitting_id, at);
CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  officer_id uuid NOT NULL REFERENCES officer (id),
  panel_id uuid REFERENCES panel (id),
  token_hash bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX calendar_feed_one ON calendar_feed (officer_id, panel_id) NULLS NOT DISTINCT WHERE revoked_at IS NULL;
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
