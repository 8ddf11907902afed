import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Around a sitting: who was told what, schools that were asked for their part, actions agreed with a school with their
 * trail, and the watch list of the Vulnerable Learners group.
 */
export class AroundTheSitting1795301400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE sitting_told (
  sitting_id uuid NOT NULL REFERENCES sitting (id),
  what text NOT NULL,
  authority text NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (sitting_id, what)
);
CREATE TABLE school_asked (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  item_id uuid NOT NULL REFERENCES sitting_item (id),
  lacks text NOT NULL CHECK (lacks IN ('papers', 'person')),
  by_id uuid NOT NULL REFERENCES officer (id),
  asked_on date NOT NULL,
  UNIQUE (item_id, lacks)
);
ALTER TABLE school_action DROP CONSTRAINT school_action_state_check;
ALTER TABLE school_action ADD CONSTRAINT school_action_state_check
  CHECK (state IN ('open', 'overdue', 'blocked', 'done_unverified', 'done', 'cancelled'));
ALTER TABLE school_action ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN owner_email text,
  ADD COLUMN done_by uuid REFERENCES officer (id),
  ADD COLUMN owner_told_on date,
  ADD COLUMN lead_told_on date;
CREATE INDEX school_action_owner ON school_action (owner_id) WHERE owner_id IS NOT NULL AND state NOT IN ('done', 'cancelled');
CREATE TABLE school_action_event (
  action_id uuid NOT NULL REFERENCES school_action (id),
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  words text,
  actor_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (action_id, version)
);
CREATE TRIGGER school_action_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON school_action_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TABLE watch_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  child_id uuid NOT NULL REFERENCES child (id),
  cohort text NOT NULL,
  level text NOT NULL CHECK (level IN ('watched', 'stepped_up')),
  entered_on date NOT NULL,
  entry_reason text NOT NULL,
  lead_id uuid NOT NULL REFERENCES officer (id),
  seen_on date,
  hours numeric(4, 1) CHECK (hours BETWEEN 0 AND 40),
  next_step text NOT NULL,
  confirmed_on date NOT NULL,
  left_on date,
  left_reason text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((left_on IS NULL) = (left_reason IS NULL)),
  CHECK (left_on IS NULL OR left_on >= entered_on)
);
CREATE UNIQUE INDEX watch_entry_once ON watch_entry (child_id, cohort) WHERE left_on IS NULL;
CREATE INDEX watch_entry_open ON watch_entry (authority, cohort) WHERE left_on IS NULL;
CREATE TABLE watch_entry_event (
  entry_id uuid NOT NULL REFERENCES watch_entry (id),
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL CHECK (type IN ('ADDED', 'KEPT', 'STEPPED_UP', 'STEPPED_DOWN', 'REMOVED')),
  details jsonb NOT NULL,
  occurred_on date NOT NULL,
  actor_id uuid NOT NULL REFERENCES officer (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (entry_id, version)
);
CREATE TRIGGER watch_entry_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON watch_entry_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TABLE watch_declined (
  child_id uuid NOT NULL REFERENCES child (id),
  cohort text NOT NULL,
  declined_on date NOT NULL,
  authority text NOT NULL REFERENCES authority (code),
  reason text NOT NULL,
  by_id uuid NOT NULL REFERENCES officer (id),
  PRIMARY KEY (child_id, cohort, declined_on)
);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
