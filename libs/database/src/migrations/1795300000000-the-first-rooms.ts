import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Everything the first release keeps: who works here, children and schools, cases and their history, messages and tasks. */
export class TheFirstRooms1795300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PEOPLE_WHO_WORK_HERE);
    await db.query(CHILDREN_AND_SCHOOLS);
    await db.query(CASES);
    await db.query(WORK_THAT_FOLLOWS);
    await db.query(IMPORTS);
    await db.query(NOTHING_IS_REWRITTEN);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}

const PEOPLE_WHO_WORK_HERE = `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE authority (
  code       text PRIMARY KEY,
  name       text NOT NULL,
  is_demo    boolean NOT NULL DEFAULT false,
  settings   jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE team (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority  text NOT NULL REFERENCES authority (code),
  name       text NOT NULL,
  UNIQUE (authority, name)
);

CREATE TABLE officer (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority     text NOT NULL REFERENCES authority (code),
  name          text NOT NULL,
  email         text NOT NULL,
  roles         text[] NOT NULL,
  team_id       uuid REFERENCES team (id),
  school_urn    text,
  caseload_max  numeric(5,2) NOT NULL DEFAULT 12,
  persona       text,
  password_hash text,
  active        boolean NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX officer_email ON officer (lower(email));
CREATE UNIQUE INDEX officer_persona ON officer (persona) WHERE persona IS NOT NULL;

CREATE TABLE web_session (
  token_hash  bytea PRIMARY KEY,
  officer_id  uuid NOT NULL REFERENCES officer (id),
  csrf_secret text NOT NULL,
  data        jsonb NOT NULL DEFAULT '{}',
  created_at  timestamptz NOT NULL,
  seen_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL
);
CREATE INDEX web_session_officer ON web_session (officer_id);

CREATE TABLE sign_in_attempt (
  subject     text PRIMARY KEY,
  failures    integer NOT NULL,
  since       timestamptz NOT NULL,
  locked_until timestamptz
);

CREATE TABLE access_log (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  authority   text NOT NULL,
  at          timestamptz NOT NULL,
  officer_id  uuid,
  action      text NOT NULL,
  child_id    uuid,
  case_id     uuid,
  page        text,
  relation    text
);
CREATE INDEX access_log_child ON access_log (child_id, id) WHERE child_id IS NOT NULL;
CREATE INDEX access_log_case ON access_log (case_id, id) WHERE case_id IS NOT NULL;
`;

const CHILDREN_AND_SCHOOLS = `
CREATE TABLE school_calendar (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority  text NOT NULL REFERENCES authority (code),
  name       text NOT NULL,
  terms      jsonb NOT NULL,
  inset      jsonb NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  UNIQUE (authority, name)
);
CREATE UNIQUE INDEX school_calendar_default ON school_calendar (authority) WHERE is_default;

CREATE TABLE school (
  authority    text NOT NULL REFERENCES authority (code),
  urn          text NOT NULL CHECK (urn ~ '^[0-9]{6}$'),
  laestab      text CHECK (laestab ~ '^[0-9]{7}$'),
  name         text NOT NULL,
  phase        text NOT NULL,
  type         text NOT NULL,
  status       text NOT NULL,
  low_age      integer,
  high_age     integer,
  postcode     text,
  head_name    text,
  senco_name   text,
  email        text,
  phone        text,
  calendar_id  uuid REFERENCES school_calendar (id),
  PRIMARY KEY (authority, urn)
);
CREATE INDEX school_name ON school USING gin (name gin_trgm_ops);

CREATE TABLE household (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority  text NOT NULL REFERENCES authority (code),
  name       text NOT NULL
);

CREATE TABLE child (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority      text NOT NULL REFERENCES authority (code),
  upn            text,
  uln            text,
  legal_surname  text NOT NULL,
  legal_forename text NOT NULL,
  preferred_name text,
  dob            date NOT NULL,
  sex            text CHECK (sex IN ('F','M','U')),
  nc_year        text,
  urn            text,
  sen_provision  text NOT NULL DEFAULT 'N' CHECK (sen_provision IN ('N','K','E')),
  primary_need   text,
  secondary_need text,
  care_status    text NOT NULL DEFAULT 'none',
  household_id   uuid REFERENCES household (id),
  flags          jsonb NOT NULL DEFAULT '[]',
  restricted     boolean NOT NULL DEFAULT false,
  created_at     timestamptz NOT NULL,
  FOREIGN KEY (authority, urn) REFERENCES school (authority, urn)
);
CREATE UNIQUE INDEX child_upn ON child (authority, upn) WHERE upn IS NOT NULL;
CREATE INDEX child_identity ON child (authority, dob, lower(legal_surname));
CREATE INDEX child_name ON child USING gin ((legal_forename || ' ' || legal_surname || ' ' || coalesce(preferred_name, '')) gin_trgm_ops);
CREATE INDEX child_school ON child (authority, urn);

CREATE TABLE contact (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority  text NOT NULL REFERENCES authority (code),
  child_id   uuid NOT NULL REFERENCES child (id),
  name       text NOT NULL,
  relation   text NOT NULL,
  has_pr     text NOT NULL DEFAULT 'unknown' CHECK (has_pr IN ('yes','no','unknown')),
  phone      text,
  email      text,
  address    text,
  language   text,
  format     text
);
CREATE INDEX contact_child ON contact (child_id);
`;

const CASES = `
CREATE SEQUENCE case_reference;

CREATE TABLE send_case (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority       text NOT NULL REFERENCES authority (code),
  reference       text NOT NULL,
  child_id        uuid NOT NULL REFERENCES child (id),
  pathway         text NOT NULL,
  pathway_version integer NOT NULL,
  version         integer NOT NULL,
  state           jsonb NOT NULL,
  stage           text NOT NULL,
  open            boolean NOT NULL,
  opened_on       date NOT NULL,
  closed_on       date,
  owner_id        uuid REFERENCES officer (id),
  cover_id        uuid REFERENCES officer (id),
  cover_until     date,
  team_id         uuid REFERENCES team (id),
  cohort          text,
  restricted      boolean NOT NULL DEFAULT false,
  next_due_at     timestamptz,
  due_day         date,
  reopen_of       uuid REFERENCES send_case (id),
  head_hash       bytea NOT NULL,
  UNIQUE (authority, reference)
);
CREATE INDEX send_case_worklist ON send_case (owner_id, next_due_at, id) WHERE open;
CREATE INDEX send_case_due ON send_case (next_due_at) WHERE open;
CREATE INDEX send_case_board ON send_case (authority, pathway, stage, due_day) WHERE open;
CREATE INDEX send_case_child ON send_case (child_id);
CREATE INDEX send_case_cohort ON send_case (authority, pathway, cohort) WHERE cohort IS NOT NULL;
CREATE UNIQUE INDEX one_open_case_a_pathway ON send_case (child_id, pathway) WHERE open;

CREATE TABLE case_event (
  case_id         uuid NOT NULL REFERENCES send_case (id),
  version         integer NOT NULL,
  authority       text NOT NULL,
  type            text NOT NULL,
  occurred_on     date NOT NULL,
  payload         jsonb NOT NULL,
  facts           jsonb NOT NULL,
  stages          jsonb NOT NULL,
  actor_id        uuid,
  actor_role      text NOT NULL,
  recorded_at     timestamptz NOT NULL,
  command_key     text,
  body_hash       bytea,
  definition_hash bytea NOT NULL,
  hash            bytea NOT NULL,
  PRIMARY KEY (case_id, version)
);
CREATE UNIQUE INDEX case_event_command ON case_event (authority, command_key) WHERE command_key IS NOT NULL;

CREATE TABLE clock (
  case_id          uuid NOT NULL REFERENCES send_case (id),
  code             text NOT NULL,
  subject          text NOT NULL DEFAULT '',
  occurrence       integer NOT NULL DEFAULT 1,
  authority        text NOT NULL,
  rule             text,
  basis            text NOT NULL CHECK (basis IN ('statutory','guidance','local')),
  anchor           date NOT NULL,
  due_on           date NOT NULL,
  fires_at         timestamptz,
  sends            text,
  status           text NOT NULL CHECK (status IN ('open','met','void')),
  ended_on         date,
  started_version  integer NOT NULL,
  ended_version    integer,
  calendar_version text NOT NULL,
  PRIMARY KEY (case_id, code, subject, occurrence)
);
CREATE INDEX clock_firing ON clock (fires_at) WHERE status = 'open' AND sends IS NOT NULL;
CREATE INDEX clock_due ON clock (authority, due_on) WHERE status = 'open';

CREATE TABLE place (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority  text NOT NULL REFERENCES authority (code),
  programme  text NOT NULL,
  cohort     text NOT NULL,
  number     integer NOT NULL,
  UNIQUE (authority, programme, cohort, number)
);

CREATE TABLE place_holding (
  place_id   uuid NOT NULL REFERENCES place (id),
  case_id    uuid NOT NULL REFERENCES send_case (id),
  during     daterange NOT NULL,
  EXCLUDE USING gist (place_id WITH =, during WITH &&)
);
CREATE INDEX place_holding_case ON place_holding (case_id);
CREATE UNIQUE INDEX one_place_a_case ON place_holding (case_id) WHERE upper_inf(during);
`;

const WORK_THAT_FOLLOWS = `
CREATE TABLE instruction (
  case_id     uuid NOT NULL REFERENCES send_case (id),
  version     integer NOT NULL,
  number      integer NOT NULL,
  authority   text NOT NULL,
  kind        text NOT NULL,
  detail      jsonb NOT NULL,
  not_before  timestamptz NOT NULL,
  done_at     timestamptz,
  attempts    integer NOT NULL DEFAULT 0,
  trouble     text,
  PRIMARY KEY (case_id, version, number)
);
CREATE INDEX instruction_waiting ON instruction (not_before) WHERE done_at IS NULL;

CREATE TABLE task (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL,
  case_id     uuid NOT NULL REFERENCES send_case (id),
  source_key  text NOT NULL UNIQUE,
  text        text NOT NULL,
  why         text NOT NULL,
  for_role    text,
  officer_id  uuid REFERENCES officer (id),
  opened_on   date NOT NULL,
  due_on      date,
  done_on     date,
  done_by     uuid REFERENCES officer (id),
  outcome     text
);
CREATE INDEX task_open ON task (case_id) WHERE done_on IS NULL;
CREATE INDEX task_officer ON task (officer_id, due_on) WHERE done_on IS NULL;

CREATE TABLE message (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority    text NOT NULL,
  key          text NOT NULL UNIQUE,
  case_id      uuid NOT NULL REFERENCES send_case (id),
  case_version integer NOT NULL,
  notice       text NOT NULL,
  recipient    text NOT NULL,
  channel      text NOT NULL CHECK (channel IN ('email','letter','sms','in_app')),
  address      text,
  subject      text NOT NULL,
  body         text NOT NULL,
  statutory    boolean NOT NULL DEFAULT false,
  reason_clock text,
  due_at       timestamptz NOT NULL,
  status       text NOT NULL CHECK (status IN ('due','sending','sent','in_doubt','failed','cancelled','for_release')),
  token        uuid,
  lease_until  timestamptz,
  attempts     integer NOT NULL DEFAULT 0,
  sent_at      timestamptz,
  trouble      text
);
CREATE INDEX message_due ON message (due_at) WHERE status IN ('due','sending');
CREATE INDEX message_case ON message (case_id);

CREATE TABLE outbox_delivery (
  reference    text PRIMARY KEY,
  delivered_at timestamptz NOT NULL,
  address      text,
  subject      text NOT NULL,
  body         text NOT NULL
);

CREATE TABLE note (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority  text NOT NULL,
  case_id    uuid NOT NULL REFERENCES send_case (id),
  author_id  uuid NOT NULL REFERENCES officer (id),
  at         timestamptz NOT NULL,
  text       text NOT NULL
);
CREATE INDEX note_case ON note (case_id, at);

CREATE TABLE draft (
  officer_id uuid NOT NULL REFERENCES officer (id),
  form       text NOT NULL,
  answers    jsonb NOT NULL,
  saved_at   timestamptz NOT NULL,
  PRIMARY KEY (officer_id, form)
);

CREATE TABLE ticker (
  name    text PRIMARY KEY,
  holder  uuid,
  until   timestamptz NOT NULL
);

CREATE TABLE daily_tick (
  name    text NOT NULL,
  day     date NOT NULL,
  done_at timestamptz NOT NULL,
  result  jsonb NOT NULL,
  PRIMARY KEY (name, day)
);

CREATE TABLE demo_clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  today    date
);
`;

const IMPORTS = `
CREATE TABLE import_file (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL REFERENCES authority (code),
  kind        text NOT NULL CHECK (kind IN ('nominations','schools')),
  content_hash bytea NOT NULL,
  uploaded_by uuid NOT NULL REFERENCES officer (id),
  uploaded_at timestamptz NOT NULL,
  status      text NOT NULL CHECK (status IN ('checking','checked','committing','done','refused')),
  headings    jsonb NOT NULL DEFAULT '[]',
  row_count   integer NOT NULL DEFAULT 0,
  rows_done   integer NOT NULL DEFAULT 0,
  trouble     text
);
CREATE INDEX import_file_recent ON import_file (authority, uploaded_at);

CREATE TABLE import_row (
  file_id   uuid NOT NULL REFERENCES import_file (id) ON DELETE CASCADE,
  line      integer NOT NULL,
  raw       jsonb NOT NULL,
  status    text NOT NULL CHECK (status IN ('waiting','new','same','error','done')),
  problems  jsonb NOT NULL DEFAULT '[]',
  case_id   uuid REFERENCES send_case (id),
  PRIMARY KEY (file_id, line)
);
CREATE INDEX import_row_status ON import_row (file_id, status, line);
`;

const NOTHING_IS_REWRITTEN = `
CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: record a correcting event instead', TG_TABLE_NAME;
END $$;

CREATE TRIGGER case_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER access_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
`;
