import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a worker keeps beside a case: actions, visits, plans and their reviews, views, measures, documents. */
export class SupportAroundAChild1795300500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ACTIONS);
    await db.query(PLANS);
    await db.query(CONTACT_WITH_THE_CHILD);
    await db.query(DOCUMENTS);
    await db.query(NOTHING_IS_REWRITTEN);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}

const ACTIONS = `
CREATE TABLE action (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL REFERENCES authority (code),
  case_id     uuid NOT NULL REFERENCES send_case (id),
  text        text NOT NULL,
  source      text NOT NULL CHECK (source IN ('case','plan','meeting')),
  state       text NOT NULL CHECK (state IN ('open','overdue','blocked','done_unverified','done','cancelled')),
  version     integer NOT NULL,
  owner_id    uuid REFERENCES officer (id),
  owner_name  text,
  owner_email text,
  opened_on   date NOT NULL,
  due_on      date NOT NULL,
  evidence    text,
  owner_told_on   date,
  manager_told_on date,
  CHECK ((owner_id IS NULL) = (owner_name IS NOT NULL)),
  CHECK ((owner_name IS NULL) = (owner_email IS NULL))
);
CREATE INDEX action_case ON action (case_id);
CREATE INDEX action_owner ON action (owner_id, due_on) WHERE state NOT IN ('done','cancelled');
CREATE INDEX action_running ON action (authority, due_on) WHERE state IN ('open','overdue');

CREATE TABLE action_event (
  action_id  uuid NOT NULL REFERENCES action (id),
  version    integer NOT NULL,
  authority  text NOT NULL,
  type       text NOT NULL,
  state      text NOT NULL,
  owner      text NOT NULL,
  due_on     date NOT NULL,
  words      text,
  occurred_on date NOT NULL,
  actor_id   uuid,
  at         timestamptz NOT NULL,
  PRIMARY KEY (action_id, version)
);
`;

const PLANS = `
CREATE TABLE support_plan (
  case_id    uuid NOT NULL REFERENCES send_case (id),
  version    integer NOT NULL CHECK (version > 0),
  authority  text NOT NULL REFERENCES authority (code),
  cycle      integer NOT NULL CHECK (cycle > 0),
  needs      jsonb NOT NULL,
  strengths  jsonb NOT NULL,
  outcomes   jsonb NOT NULL,
  review_on  date NOT NULL,
  approval   text NOT NULL CHECK (approval IN ('asked','not_asked')),
  author_id  uuid NOT NULL REFERENCES officer (id),
  written_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, version)
);

CREATE TABLE support_plan_approval (
  case_id     uuid NOT NULL,
  version     integer NOT NULL,
  authority   text NOT NULL,
  approved_by uuid NOT NULL REFERENCES officer (id),
  approved_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, version),
  FOREIGN KEY (case_id, version) REFERENCES support_plan (case_id, version)
);

CREATE TABLE outcome_review (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id     uuid NOT NULL,
  version     integer NOT NULL,
  authority   text NOT NULL,
  outcome     integer NOT NULL,
  result      text NOT NULL CHECK (result IN ('achieved','part','not')),
  words       text NOT NULL,
  reviewed_on date NOT NULL,
  reviewed_by uuid NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  FOREIGN KEY (case_id, version) REFERENCES support_plan (case_id, version)
);
CREATE INDEX outcome_review_plan ON outcome_review (case_id, version);
`;

const CONTACT_WITH_THE_CHILD = `
CREATE TABLE visit (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL REFERENCES authority (code),
  case_id     uuid NOT NULL REFERENCES send_case (id),
  kind        text NOT NULL CHECK (kind IN ('direct_child','indirect_adult','family','meeting','observation','no_access')),
  state       text NOT NULL CHECK (state IN ('planned','done','cancelled')),
  on_day      date NOT NULL,
  place       text NOT NULL,
  minutes     integer CHECK (minutes BETWEEN 1 AND 1440),
  attended    boolean,
  note        text,
  planned_by  uuid REFERENCES officer (id),
  recorded_by uuid REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  CHECK (state <> 'done' OR recorded_by IS NOT NULL)
);
CREATE INDEX visit_case ON visit (case_id, on_day);

CREATE TABLE measure (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL REFERENCES authority (code),
  case_id     uuid NOT NULL REFERENCES send_case (id),
  instrument  text NOT NULL,
  point       text NOT NULL CHECK (point IN ('baseline','mid','exit','follow_up')),
  answered_by text NOT NULL,
  answers     jsonb NOT NULL,
  on_day      date NOT NULL,
  recorded_by uuid NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX measure_case ON measure (case_id, on_day);

CREATE TABLE view_sought (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL REFERENCES authority (code),
  case_id     uuid NOT NULL REFERENCES send_case (id),
  whose       text NOT NULL CHECK (whose IN ('child','parent','other_family')),
  person      text,
  how         text NOT NULL CHECK (how IN ('talk','draw','form','via_adult','not_yet')),
  said        text,
  why_not     text,
  on_day      date NOT NULL,
  recorded_by uuid NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  CHECK (said IS NOT NULL OR why_not IS NOT NULL)
);
CREATE INDEX view_sought_case ON view_sought (case_id, on_day);
`;

const DOCUMENTS = `
CREATE TABLE document (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL REFERENCES authority (code),
  case_id     uuid NOT NULL REFERENCES send_case (id),
  kind        text NOT NULL CHECK (kind IN ('ep_report','plan','chronology','risk','attendance','health','other')),
  format      text NOT NULL CHECK (format IN ('pdf','docx','jpeg','png','csv')),
  size        integer NOT NULL CHECK (size > 0),
  digest      bytea NOT NULL,
  dated_on    date NOT NULL,
  author_role text NOT NULL,
  scan        text NOT NULL CHECK (scan IN ('clean','not_scanned','waiting','infected')),
  added_by    uuid NOT NULL REFERENCES officer (id),
  added_at    timestamptz NOT NULL
);
CREATE INDEX document_case ON document (case_id, dated_on);

CREATE TABLE document_content (
  document_id uuid PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  bytes       bytea NOT NULL
);
ALTER TABLE document_content ALTER COLUMN bytes SET STORAGE EXTERNAL;
`;

const NOTHING_IS_REWRITTEN = [
  'action_event',
  'support_plan',
  'support_plan_approval',
  'outcome_review',
  'measure',
  'view_sought',
]
  .map(
    (table) => `
CREATE TRIGGER ${table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();`,
  )
  .join('\n');
