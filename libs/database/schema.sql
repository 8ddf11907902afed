-- What the migrations make. Written by `npm run db:dump`; never edited by hand.

CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;

CREATE SEQUENCE case_reference AS bigint INCREMENT 1 START 1;
CREATE SEQUENCE migrations_id_seq AS integer INCREMENT 1 START 1;

CREATE TABLE access_log (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  authority text NOT NULL,
  at timestamp with time zone NOT NULL,
  officer_id uuid,
  action text NOT NULL,
  child_id uuid,
  case_id uuid,
  page text,
  relation text,
  CONSTRAINT access_log_pkey PRIMARY KEY (id)
);
CREATE INDEX access_log_case ON public.access_log USING btree (case_id, id) WHERE (case_id IS NOT NULL);
CREATE INDEX access_log_child ON public.access_log USING btree (child_id, id) WHERE (child_id IS NOT NULL);
CREATE INDEX access_log_officer ON public.access_log USING btree (officer_id, at) WHERE (officer_id IS NOT NULL);
CREATE INDEX access_log_refused ON public.access_log USING btree (authority, at) WHERE (action = ANY (ARRAY['access.refused'::text, 'access.slowed'::text]));
CREATE TRIGGER access_log_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE action (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  case_id uuid NOT NULL,
  text text NOT NULL,
  source text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  owner_id uuid,
  owner_name text,
  owner_email text,
  opened_on date NOT NULL,
  due_on date NOT NULL,
  evidence text,
  owner_told_on date,
  manager_told_on date,
  from_version integer,
  CONSTRAINT action_pkey PRIMARY KEY (id),
  CONSTRAINT action_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT action_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES officer(id),
  CONSTRAINT action_check CHECK (((owner_id IS NULL) = (owner_name IS NOT NULL))),
  CONSTRAINT action_check1 CHECK (((owner_name IS NULL) = (owner_email IS NULL))),
  CONSTRAINT action_source_check CHECK ((source = ANY (ARRAY['case'::text, 'plan'::text, 'meeting'::text]))),
  CONSTRAINT action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'overdue'::text, 'blocked'::text, 'done_unverified'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX action_case ON public.action USING btree (case_id);
CREATE INDEX action_owner ON public.action USING btree (owner_id, due_on) WHERE (state <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX action_running ON public.action USING btree (authority, due_on) WHERE (state = ANY (ARRAY['open'::text, 'overdue'::text]));

CREATE TABLE action_event (
  action_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  words text,
  occurred_on date NOT NULL,
  actor_id uuid,
  at timestamp with time zone NOT NULL,
  CONSTRAINT action_event_pkey PRIMARY KEY (action_id, version),
  CONSTRAINT action_event_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id)
);
CREATE TRIGGER action_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.action_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE agenda_log (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  authority text NOT NULL,
  sitting_id uuid NOT NULL,
  case_id uuid,
  what text NOT NULL,
  reason text NOT NULL,
  to_position integer,
  by_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  service text,
  CONSTRAINT agenda_log_pkey PRIMARY KEY (id),
  CONSTRAINT agenda_log_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT agenda_log_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id),
  CONSTRAINT agenda_log_check CHECK (((service IS NOT NULL) = (what = ANY (ARRAY['asked'::text, 'not_asked'::text])))),
  CONSTRAINT agenda_log_what_check CHECK ((what = ANY (ARRAY['accepted'::text, 'dropped'::text, 'reordered'::text, 'late'::text, 'urgent'::text, 'added'::text, 'removed'::text, 'asked'::text, 'not_asked'::text, 'may_wait'::text])))
);
CREATE INDEX agenda_log_sitting ON public.agenda_log USING btree (sitting_id, id);

CREATE TABLE attendance_session (
  pupil_id uuid NOT NULL,
  day date NOT NULL,
  session text NOT NULL,
  urn text NOT NULL,
  authority text NOT NULL,
  code text NOT NULL,
  minutes_late integer,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT attendance_session_pkey PRIMARY KEY (pupil_id, day, session, urn),
  CONSTRAINT attendance_session_pupil_id_fkey FOREIGN KEY (pupil_id) REFERENCES feed_pupil(id),
  CONSTRAINT attendance_session_session_check CHECK ((session = ANY (ARRAY['AM'::text, 'PM'::text])))
);

CREATE TABLE attendance_summary (
  pupil_id uuid NOT NULL,
  term text NOT NULL,
  urn text NOT NULL,
  authority text NOT NULL,
  possible integer NOT NULL,
  authorised integer NOT NULL,
  unauthorised integer NOT NULL,
  late integer NOT NULL,
  ill integer NOT NULL,
  part_time integer NOT NULL,
  last_present_on date,
  CONSTRAINT attendance_summary_pkey PRIMARY KEY (pupil_id, term, urn),
  CONSTRAINT attendance_summary_pupil_id_fkey FOREIGN KEY (pupil_id) REFERENCES feed_pupil(id),
  CONSTRAINT attendance_summary_authorised_check CHECK ((authorised >= 0)),
  CONSTRAINT attendance_summary_check CHECK (((unauthorised >= 0) AND ((authorised + unauthorised) <= possible))),
  CONSTRAINT attendance_summary_possible_check CHECK ((possible >= 0))
);

CREATE TABLE authority (
  code text NOT NULL,
  name text NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT authority_pkey PRIMARY KEY (code)
);

CREATE TABLE bank_holiday_list (
  authority text NOT NULL,
  version text NOT NULL,
  holidays jsonb NOT NULL,
  source text NOT NULL,
  loaded_by uuid NOT NULL,
  loaded_at timestamp with time zone NOT NULL,
  CONSTRAINT bank_holiday_list_pkey PRIMARY KEY (authority, version),
  CONSTRAINT bank_holiday_list_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT bank_holiday_list_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES officer(id)
);
CREATE INDEX bank_holiday_list_newest ON public.bank_holiday_list USING btree (authority, loaded_at DESC);

CREATE TABLE calendar_change (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  kind text NOT NULL,
  content jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT calendar_change_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_change_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT calendar_change_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officer(id),
  CONSTRAINT calendar_change_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officer(id),
  CONSTRAINT calendar_change_check CHECK ((num_nonnulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT calendar_change_check1 CHECK (((decision IS DISTINCT FROM 'approved'::text) OR (decided_by <> proposed_by))),
  CONSTRAINT calendar_change_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text]))),
  CONSTRAINT calendar_change_kind_check CHECK ((kind = ANY (ARRAY['holidays'::text, 'closures'::text])))
);
CREATE INDEX calendar_change_newest ON public.calendar_change USING btree (authority, proposed_at DESC);
CREATE UNIQUE INDEX calendar_change_waiting ON public.calendar_change USING btree (authority) WHERE (decision IS NULL);

CREATE TABLE calendar_feed (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  officer_id uuid NOT NULL,
  panel_id uuid,
  token_hash bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feed_token_hash_key UNIQUE (token_hash),
  CONSTRAINT calendar_feed_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT calendar_feed_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  CONSTRAINT calendar_feed_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES panel(id)
);
CREATE UNIQUE INDEX calendar_feed_one ON public.calendar_feed USING btree (officer_id, panel_id) NULLS NOT DISTINCT WHERE (revoked_at IS NULL);

CREATE TABLE case_event (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  occurred_on date NOT NULL,
  payload jsonb NOT NULL,
  facts jsonb NOT NULL,
  stages jsonb NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  command_key text,
  body_hash bytea,
  definition_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT case_event_pkey PRIMARY KEY (case_id, version),
  CONSTRAINT case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id)
);
CREATE UNIQUE INDEX case_event_command ON public.case_event USING btree (authority, command_key) WHERE (command_key IS NOT NULL);
CREATE INDEX case_event_corrected ON public.case_event USING btree (case_id) WHERE (type = 'FACT_CORRECTED'::text);
CREATE INDEX case_event_undone ON public.case_event USING btree (case_id) WHERE (type = 'STEP_UNDONE'::text);
CREATE TRIGGER case_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE child (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  upn text,
  uln text,
  legal_surname text NOT NULL,
  legal_forename text NOT NULL,
  preferred_name text,
  dob date NOT NULL,
  sex text,
  nc_year text,
  urn text,
  sen_provision text NOT NULL DEFAULT 'N'::text,
  primary_need text,
  secondary_need text,
  care_status text NOT NULL DEFAULT 'none'::text,
  household_id uuid,
  flags jsonb NOT NULL DEFAULT '[]'::jsonb,
  restricted boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL,
  former_upns text[] NOT NULL DEFAULT '{}'::text[],
  merged_into uuid,
  registration text,
  second_urn text,
  ethnicity text,
  postcode text,
  upn_unknown text,
  disabled boolean,
  pupil_premium boolean,
  social_care_team text,
  CONSTRAINT child_pkey PRIMARY KEY (id),
  CONSTRAINT child_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT child_authority_second_urn_fkey FOREIGN KEY (authority, second_urn) REFERENCES school(authority, urn),
  CONSTRAINT child_authority_urn_fkey FOREIGN KEY (authority, urn) REFERENCES school(authority, urn),
  CONSTRAINT child_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(id),
  CONSTRAINT child_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES child(id),
  CONSTRAINT child_check CHECK (((merged_into IS NULL) OR (upn IS NULL))),
  CONSTRAINT child_registration_check CHECK ((registration = ANY (ARRAY['single'::text, 'dual_main'::text, 'dual_subsidiary'::text]))),
  CONSTRAINT child_sen_provision_check CHECK ((sen_provision = ANY (ARRAY['N'::text, 'K'::text, 'E'::text]))),
  CONSTRAINT child_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text, 'U'::text]))),
  CONSTRAINT child_upn_unknown_check CHECK ((upn_unknown ~ '^UN([1-9]|10)$'::text))
);
CREATE INDEX child_former_upn ON public.child USING gin (former_upns) WHERE (former_upns <> '{}'::text[]);
CREATE INDEX child_identity ON public.child USING btree (authority, dob, lower(legal_surname));
CREATE INDEX child_merged ON public.child USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX child_name ON public.child USING gin ((((((legal_forename || ' '::text) || legal_surname) || ' '::text) || COALESCE(preferred_name, ''::text))) gin_trgm_ops);
CREATE INDEX child_school ON public.child USING btree (authority, urn);
CREATE INDEX child_sounds ON public.child USING gin (name_sounds(((((legal_forename || ' '::text) || legal_surname) || ' '::text) || COALESCE(preferred_name, ''::text))));
CREATE UNIQUE INDEX child_upn ON public.child USING btree (authority, upn) WHERE (upn IS NOT NULL);

CREATE TABLE child_merge (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  survivor_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  reason text NOT NULL,
  moved jsonb NOT NULL,
  merged_on date NOT NULL,
  merged_by uuid NOT NULL,
  merged_at timestamp with time zone NOT NULL,
  undone_by uuid,
  undone_at timestamp with time zone,
  undone_why text,
  CONSTRAINT child_merge_pkey PRIMARY KEY (id),
  CONSTRAINT child_merge_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT child_merge_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES officer(id),
  CONSTRAINT child_merge_merged_id_fkey FOREIGN KEY (merged_id) REFERENCES child(id),
  CONSTRAINT child_merge_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES child(id),
  CONSTRAINT child_merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES officer(id),
  CONSTRAINT child_merge_check CHECK ((survivor_id <> merged_id)),
  CONSTRAINT child_merge_check1 CHECK (((undone_at IS NULL) = (undone_why IS NULL)))
);
CREATE UNIQUE INDEX child_merge_standing ON public.child_merge USING btree (merged_id) WHERE (undone_at IS NULL);
CREATE INDEX child_merge_survivor ON public.child_merge USING btree (survivor_id);

CREATE TABLE child_priority (
  child_id uuid NOT NULL,
  authority text NOT NULL,
  on_day date NOT NULL,
  points integer NOT NULL,
  answers jsonb NOT NULL,
  CONSTRAINT child_priority_pkey PRIMARY KEY (child_id),
  CONSTRAINT child_priority_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT child_priority_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT child_priority_points_check CHECK (((points >= 0) AND (points <= 100)))
);

CREATE TABLE clock (
  case_id uuid NOT NULL,
  code text NOT NULL,
  subject text NOT NULL DEFAULT ''::text,
  occurrence integer NOT NULL DEFAULT 1,
  authority text NOT NULL,
  rule text,
  basis text NOT NULL,
  anchor date NOT NULL,
  due_on date NOT NULL,
  fires_at timestamp with time zone,
  sends text,
  status text NOT NULL,
  ended_on date,
  started_version integer NOT NULL,
  ended_version integer,
  calendar_version text NOT NULL,
  counted text,
  rule_version text,
  work_to date,
  CONSTRAINT clock_pkey PRIMARY KEY (case_id, code, subject, occurrence),
  CONSTRAINT clock_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT clock_basis_check CHECK ((basis = ANY (ARRAY['statutory'::text, 'guidance'::text, 'local'::text]))),
  CONSTRAINT clock_status_check CHECK ((status = ANY (ARRAY['open'::text, 'met'::text, 'void'::text])))
);
CREATE INDEX clock_awaited ON public.clock USING btree (authority, case_id) INCLUDE (code, subject, due_on) WHERE ((status = 'open'::text) AND (code = ANY (ARRAY['advice_due'::text, 'consult_due'::text, 'reps_end'::text])));
CREATE INDEX clock_final ON public.clock USING btree (authority, status, ended_on) WHERE ((code = 'w20'::text) AND (occurrence = 1));
CREATE INDEX clock_firing ON public.clock USING btree (fires_at) WHERE ((status = 'open'::text) AND (sends IS NOT NULL));
CREATE INDEX clock_open ON public.clock USING btree (case_id) WHERE (status = 'open'::text);

CREATE TABLE contact (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  child_id uuid NOT NULL,
  name text NOT NULL,
  relation text NOT NULL,
  has_pr text NOT NULL DEFAULT 'unknown'::text,
  phone text,
  email text,
  address text,
  language text,
  format text,
  CONSTRAINT contact_pkey PRIMARY KEY (id),
  CONSTRAINT contact_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT contact_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT contact_has_pr_check CHECK ((has_pr = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])))
);
CREATE INDEX contact_child ON public.contact USING btree (child_id);

CREATE TABLE daily_tick (
  name text NOT NULL,
  day date NOT NULL,
  done_at timestamp with time zone NOT NULL,
  result jsonb NOT NULL,
  CONSTRAINT daily_tick_pkey PRIMARY KEY (name, day)
);

CREATE TABLE demo_clock (
  only_row boolean NOT NULL DEFAULT true,
  today date,
  CONSTRAINT demo_clock_pkey PRIMARY KEY (only_row),
  CONSTRAINT demo_clock_only_row_check CHECK (only_row)
);

CREATE TABLE designated_officers (
  authority text NOT NULL,
  dmo boolean NOT NULL,
  dco boolean NOT NULL,
  dsco boolean NOT NULL,
  said_by uuid NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT designated_officers_pkey PRIMARY KEY (authority),
  CONSTRAINT designated_officers_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT designated_officers_said_by_fkey FOREIGN KEY (said_by) REFERENCES officer(id)
);

CREATE TABLE document (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  format text NOT NULL,
  size integer NOT NULL,
  digest bytea NOT NULL,
  dated_on date NOT NULL,
  author_role text NOT NULL,
  scan text NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  removed_by uuid,
  removed_on date,
  removed_why text,
  CONSTRAINT document_pkey PRIMARY KEY (id),
  CONSTRAINT document_added_by_fkey FOREIGN KEY (added_by) REFERENCES officer(id),
  CONSTRAINT document_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT document_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT document_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES officer(id),
  CONSTRAINT document_check CHECK ((((removed_by IS NULL) = (removed_on IS NULL)) AND ((removed_by IS NULL) = (removed_why IS NULL)))),
  CONSTRAINT document_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'jpeg'::text, 'png'::text, 'csv'::text]))),
  CONSTRAINT document_kind_check CHECK ((kind = ANY (ARRAY['ep_report'::text, 'plan'::text, 'chronology'::text, 'risk'::text, 'attendance'::text, 'health'::text, 'other'::text]))),
  CONSTRAINT document_scan_check CHECK ((scan = ANY (ARRAY['clean'::text, 'not_scanned'::text, 'waiting'::text, 'infected'::text]))),
  CONSTRAINT document_size_check CHECK ((size > 0))
);
CREATE INDEX document_case ON public.document USING btree (case_id, dated_on);

CREATE TABLE document_content (
  document_id uuid NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT document_content_pkey PRIMARY KEY (document_id),
  CONSTRAINT document_content_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
);

CREATE TABLE draft (
  officer_id uuid NOT NULL,
  form text NOT NULL,
  answers jsonb NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT draft_pkey PRIMARY KEY (officer_id, form),
  CONSTRAINT draft_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id)
);

CREATE TABLE ehc_plan (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  child_id uuid NOT NULL,
  made_on date NOT NULL,
  from_case uuid,
  transferred_from text,
  transferred_in_on date,
  amended_on date,
  last_met_on date,
  last_concluded_on date,
  last_outcome text,
  named_urn text,
  named_setting text,
  named_setting_other text,
  primary_need text,
  secondary_need text,
  residential text,
  work_based text,
  personal_budget boolean NOT NULL DEFAULT false,
  organised_arrangements boolean NOT NULL DEFAULT false,
  direct_payments boolean NOT NULL DEFAULT false,
  ceased_on date,
  cease_reason text,
  moved_to text,
  named_ukprn text,
  CONSTRAINT ehc_plan_pkey PRIMARY KEY (id),
  CONSTRAINT ehc_plan_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT ehc_plan_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT ehc_plan_from_case_fkey FOREIGN KEY (from_case) REFERENCES send_case(id),
  CONSTRAINT ehc_plan_cease_reason_check CHECK ((cease_reason ~ '^[1-9]$'::text)),
  CONSTRAINT ehc_plan_check CHECK ((ceased_on >= made_on)),
  CONSTRAINT ehc_plan_check1 CHECK (((ceased_on IS NOT NULL) OR ((cease_reason IS NULL) AND (moved_to IS NULL)))),
  CONSTRAINT ehc_plan_last_outcome_check CHECK ((last_outcome = ANY (ARRAY['maintain'::text, 'amend'::text, 'cease'::text]))),
  CONSTRAINT ehc_plan_moved_to_check CHECK ((moved_to ~ '^[0-9]{3}$'::text)),
  CONSTRAINT ehc_plan_named_setting_check CHECK ((named_setting = ANY (ARRAY['OLA'::text, 'OPA'::text, 'EHE'::text, 'EYP'::text, 'OTH'::text, 'NEET'::text, 'NIEC'::text, 'NIEO'::text]))),
  CONSTRAINT ehc_plan_named_ukprn_check CHECK ((named_ukprn ~ '^1[0-9]{7}$'::text)),
  CONSTRAINT ehc_plan_residential_check CHECK ((residential = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT ehc_plan_transferred_from_check CHECK ((transferred_from ~ '^[0-9]{3}$'::text)),
  CONSTRAINT ehc_plan_work_based_check CHECK ((work_based = ANY (ARRAY['A'::text, 'I'::text, 'T'::text])))
);
CREATE INDEX ehc_plan_child ON public.ehc_plan USING btree (child_id);
CREATE UNIQUE INDEX one_plan_a_child ON public.ehc_plan USING btree (child_id) WHERE (ceased_on IS NULL);

CREATE TABLE ehc_plan_change (
  plan_id uuid NOT NULL,
  number integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  authority text NOT NULL,
  what text NOT NULL,
  on_day date NOT NULL,
  case_id uuid,
  version integer,
  officer_id uuid,
  at timestamp with time zone NOT NULL,
  reason text,
  before jsonb,
  after jsonb,
  CONSTRAINT ehc_plan_change_pkey PRIMARY KEY (plan_id, number),
  CONSTRAINT ehc_plan_change_what_check CHECK ((what = ANY (ARRAY['made'::text, 'loaded'::text, 'moved_in'::text, 'amended'::text, 'reviewed'::text, 'ceased'::text, 'mended'::text, 'taken_back'::text])))
);
CREATE INDEX ehc_plan_change_step ON public.ehc_plan_change USING btree (case_id, version) WHERE (case_id IS NOT NULL);
CREATE TRIGGER ehc_plan_change_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ehc_plan_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE ehc_plan_placement (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL,
  authority text NOT NULL,
  rank integer NOT NULL DEFAULT 1,
  urn text,
  ukprn text,
  setting text,
  setting_other text,
  entry_on date,
  left_on date,
  sen_unit boolean NOT NULL DEFAULT false,
  resourced boolean NOT NULL DEFAULT false,
  CONSTRAINT ehc_plan_placement_pkey PRIMARY KEY (id),
  CONSTRAINT ehc_plan_placement_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT ehc_plan_placement_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES ehc_plan(id),
  CONSTRAINT ehc_plan_placement_check CHECK ((left_on >= entry_on)),
  CONSTRAINT ehc_plan_placement_rank_check CHECK ((rank = ANY (ARRAY[1, 2]))),
  CONSTRAINT ehc_plan_placement_setting_check CHECK ((setting = ANY (ARRAY['OLA'::text, 'OPA'::text, 'EHE'::text, 'EYP'::text, 'OTH'::text, 'NEET'::text, 'NIEC'::text, 'NIEO'::text]))),
  CONSTRAINT ehc_plan_placement_ukprn_check CHECK ((ukprn ~ '^1[0-9]{7}$'::text)),
  CONSTRAINT ehc_plan_placement_urn_check CHECK ((urn ~ '^[0-9]{6}$'::text))
);
CREATE INDEX ehc_plan_placement_plan ON public.ehc_plan_placement USING btree (plan_id);

CREATE TABLE feed_delivery (
  authority text NOT NULL,
  kind text NOT NULL,
  urn text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  content_hash bytea NOT NULL,
  rows integer NOT NULL,
  loaded_at timestamp with time zone NOT NULL,
  CONSTRAINT feed_delivery_pkey PRIMARY KEY (authority, kind, urn, content_hash),
  CONSTRAINT feed_delivery_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code)
);

CREATE TABLE feed_pupil (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  key text NOT NULL,
  upn text,
  surname text,
  forename text,
  dob date,
  urn text NOT NULL,
  match text NOT NULL,
  why text NOT NULL,
  child_id uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT feed_pupil_pkey PRIMARY KEY (id),
  CONSTRAINT feed_pupil_authority_key_key UNIQUE (authority, key),
  CONSTRAINT feed_pupil_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT feed_pupil_authority_urn_fkey FOREIGN KEY (authority, urn) REFERENCES school(authority, urn),
  CONSTRAINT feed_pupil_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT feed_pupil_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officer(id),
  CONSTRAINT feed_pupil_check CHECK (((match = ANY (ARRAY['auto'::text, 'decided'::text])) = (child_id IS NOT NULL))),
  CONSTRAINT feed_pupil_match_check CHECK ((match = ANY (ARRAY['auto'::text, 'waiting'::text, 'decided'::text, 'not_ours'::text])))
);
CREATE INDEX feed_pupil_child ON public.feed_pupil USING btree (child_id) WHERE (child_id IS NOT NULL);
CREATE INDEX feed_pupil_waiting ON public.feed_pupil USING btree (authority, urn) WHERE (match = 'waiting'::text);

CREATE TABLE forecast_kept (
  authority text NOT NULL,
  what text NOT NULL,
  day date NOT NULL,
  body bytea NOT NULL,
  CONSTRAINT forecast_kept_pkey PRIMARY KEY (authority, what),
  CONSTRAINT forecast_kept_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code)
);

CREATE TABLE former_school (
  child_id uuid NOT NULL,
  urn text NOT NULL,
  left_on date NOT NULL,
  authority text NOT NULL,
  seen_until date NOT NULL,
  CONSTRAINT former_school_pkey PRIMARY KEY (child_id, urn, left_on),
  CONSTRAINT former_school_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT former_school_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id)
);
CREATE INDEX former_school_seen ON public.former_school USING btree (authority, urn, seen_until);

CREATE TABLE half_sign_in (
  visit_hash bytea NOT NULL,
  officer_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT half_sign_in_pkey PRIMARY KEY (visit_hash),
  CONSTRAINT half_sign_in_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE CASCADE
);

CREATE TABLE household (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  name text NOT NULL,
  CONSTRAINT household_pkey PRIMARY KEY (id),
  CONSTRAINT household_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code)
);

CREATE TABLE import_file (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  kind text NOT NULL,
  content_hash bytea NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  status text NOT NULL,
  headings jsonb NOT NULL DEFAULT '[]'::jsonb,
  row_count integer NOT NULL DEFAULT 0,
  rows_done integer NOT NULL DEFAULT 0,
  trouble text,
  CONSTRAINT import_file_pkey PRIMARY KEY (id),
  CONSTRAINT import_file_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT import_file_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES officer(id),
  CONSTRAINT import_file_kind_check CHECK ((kind = ANY (ARRAY['nominations'::text, 'schools'::text, 'attendance_sessions'::text, 'attendance_summary'::text, 'suspensions'::text]))),
  CONSTRAINT import_file_status_check CHECK ((status = ANY (ARRAY['checking'::text, 'checked'::text, 'committing'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX import_file_recent ON public.import_file USING btree (authority, uploaded_at);

CREATE TABLE import_row (
  file_id uuid NOT NULL,
  line integer NOT NULL,
  raw jsonb NOT NULL,
  status text NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb,
  case_id uuid,
  CONSTRAINT import_row_pkey PRIMARY KEY (file_id, line),
  CONSTRAINT import_row_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT import_row_file_id_fkey FOREIGN KEY (file_id) REFERENCES import_file(id) ON DELETE CASCADE,
  CONSTRAINT import_row_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'new'::text, 'same'::text, 'error'::text, 'done'::text])))
);
CREATE INDEX import_row_status ON public.import_row USING btree (file_id, status, line);

CREATE TABLE instruction (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  number integer NOT NULL,
  authority text NOT NULL,
  kind text NOT NULL,
  detail jsonb NOT NULL,
  not_before timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  trouble text,
  CONSTRAINT instruction_pkey PRIMARY KEY (case_id, version, number),
  CONSTRAINT instruction_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id)
);
CREATE INDEX instruction_waiting ON public.instruction USING btree (not_before) WHERE (done_at IS NULL);

CREATE TABLE item_entry (
  item_id uuid NOT NULL,
  field text NOT NULL,
  authority text NOT NULL,
  value jsonb NOT NULL,
  version integer NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT item_entry_pkey PRIMARY KEY (item_id, field),
  CONSTRAINT item_entry_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT item_entry_written_by_fkey FOREIGN KEY (written_by) REFERENCES officer(id)
);

CREATE TABLE item_interest (
  item_id uuid NOT NULL,
  member_id uuid NOT NULL,
  authority text NOT NULL,
  kind text NOT NULL,
  said_by uuid NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT item_interest_pkey PRIMARY KEY (item_id, member_id),
  CONSTRAINT item_interest_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT item_interest_member_id_fkey FOREIGN KEY (member_id) REFERENCES panel_member(id),
  CONSTRAINT item_interest_said_by_fkey FOREIGN KEY (said_by) REFERENCES officer(id),
  CONSTRAINT item_interest_kind_check CHECK ((kind = ANY (ARRAY['RELATED_CHILD'::text, 'OWN_SCHOOL_BENEFITS'::text, 'AUTHOR_OF_ADVICE'::text, 'RECEIVING_SCHOOL'::text])))
);

CREATE TABLE kept_answer (
  authority text NOT NULL,
  command_key text NOT NULL,
  body_hash bytea NOT NULL,
  answer jsonb,
  kept_at timestamp with time zone NOT NULL,
  CONSTRAINT kept_answer_pkey PRIMARY KEY (authority, command_key),
  CONSTRAINT kept_answer_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code)
);

CREATE TABLE law_pack (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  name text NOT NULL,
  content jsonb NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  judged_at timestamp with time zone,
  followed_at timestamp with time zone,
  follow_until timestamp with time zone,
  CONSTRAINT law_pack_pkey PRIMARY KEY (id),
  CONSTRAINT law_pack_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT law_pack_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officer(id),
  CONSTRAINT law_pack_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officer(id),
  CONSTRAINT law_pack_check CHECK ((num_nonnulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT law_pack_check1 CHECK (((decision IS DISTINCT FROM 'approved'::text) OR (decided_by <> proposed_by))),
  CONSTRAINT law_pack_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text])))
);
CREATE UNIQUE INDEX law_pack_name ON public.law_pack USING btree (authority, name) WHERE (decision IS DISTINCT FROM 'refused'::text);
CREATE INDEX law_pack_to_follow ON public.law_pack USING btree (follow_until) WHERE (decision = 'approved'::text);
CREATE INDEX law_pack_to_judge ON public.law_pack USING btree (id) WHERE ((judged_at IS NULL) AND (decision IS NULL));
CREATE UNIQUE INDEX law_pack_waiting ON public.law_pack USING btree (authority) WHERE (decision IS NULL);

CREATE TABLE measure (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  case_id uuid NOT NULL,
  instrument text NOT NULL,
  point text NOT NULL,
  answered_by text NOT NULL,
  answers jsonb NOT NULL,
  on_day date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measure_pkey PRIMARY KEY (id),
  CONSTRAINT measure_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT measure_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT measure_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officer(id),
  CONSTRAINT measure_point_check CHECK ((point = ANY (ARRAY['baseline'::text, 'mid'::text, 'exit'::text, 'follow_up'::text])))
);
CREATE INDEX measure_case ON public.measure USING btree (case_id, on_day);
CREATE TRIGGER measure_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.measure FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE member_link (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  member_id uuid NOT NULL,
  sitting_id uuid,
  token_hash bytea NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT member_link_pkey PRIMARY KEY (id),
  CONSTRAINT member_link_token_hash_key UNIQUE (token_hash),
  CONSTRAINT member_link_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT member_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES officer(id),
  CONSTRAINT member_link_member_id_fkey FOREIGN KEY (member_id) REFERENCES panel_member(id),
  CONSTRAINT member_link_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id),
  CONSTRAINT member_link_check CHECK ((ends_at > made_at))
);
CREATE UNIQUE INDEX member_link_live ON public.member_link USING btree (member_id, sitting_id) NULLS NOT DISTINCT WHERE ((used_at IS NULL) AND (revoked_at IS NULL));

CREATE TABLE message (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  key text NOT NULL,
  case_id uuid,
  case_version integer,
  notice text NOT NULL,
  recipient text NOT NULL,
  channel text NOT NULL,
  address text,
  subject text NOT NULL,
  body text NOT NULL,
  statutory boolean NOT NULL DEFAULT false,
  reason_clock text,
  due_at timestamp with time zone NOT NULL,
  status text NOT NULL,
  token uuid,
  lease_until timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamp with time zone,
  trouble text,
  officer_id uuid,
  released_by uuid,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_key_key UNIQUE (key),
  CONSTRAINT message_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT message_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  CONSTRAINT message_released_by_fkey FOREIGN KEY (released_by) REFERENCES officer(id),
  CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'letter'::text, 'sms'::text, 'in_app'::text]))),
  CONSTRAINT message_status_check CHECK ((status = ANY (ARRAY['due'::text, 'sending'::text, 'sent'::text, 'in_doubt'::text, 'failed'::text, 'cancelled'::text, 'for_release'::text])))
);
CREATE INDEX message_case ON public.message USING btree (case_id);
CREATE INDEX message_due ON public.message USING btree (due_at) WHERE (status = ANY (ARRAY['due'::text, 'sending'::text]));
CREATE INDEX message_officer ON public.message USING btree (officer_id, due_at) WHERE (officer_id IS NOT NULL);

CREATE TABLE migrations (
  id integer NOT NULL DEFAULT nextval('migrations_id_seq'::regclass),
  "timestamp" bigint NOT NULL,
  name character varying NOT NULL,
  CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id)
);

CREATE TABLE minutes_addendum (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  sitting_id uuid NOT NULL,
  item_id uuid,
  text text NOT NULL,
  by_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT minutes_addendum_pkey PRIMARY KEY (id),
  CONSTRAINT minutes_addendum_by_id_fkey FOREIGN KEY (by_id) REFERENCES officer(id),
  CONSTRAINT minutes_addendum_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT minutes_addendum_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id)
);
CREATE INDEX minutes_addendum_sitting ON public.minutes_addendum USING btree (sitting_id, at);

CREATE TABLE note (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  case_id uuid NOT NULL,
  author_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  text text NOT NULL,
  CONSTRAINT note_pkey PRIMARY KEY (id),
  CONSTRAINT note_author_id_fkey FOREIGN KEY (author_id) REFERENCES officer(id),
  CONSTRAINT note_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id)
);
CREATE INDEX note_case ON public.note USING btree (case_id, at);

CREATE TABLE officer (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  roles text[] NOT NULL,
  team_id uuid,
  school_urn text,
  caseload_max numeric(5,2) NOT NULL DEFAULT 12,
  persona text,
  password_hash text,
  active boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT officer_pkey PRIMARY KEY (id),
  CONSTRAINT officer_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT officer_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE UNIQUE INDEX officer_email ON public.officer USING btree (lower(email));
CREATE UNIQUE INDEX officer_persona ON public.officer USING btree (persona) WHERE (persona IS NOT NULL);

CREATE TABLE outbox_delivery (
  reference text NOT NULL,
  delivered_at timestamp with time zone NOT NULL,
  address text,
  subject text NOT NULL,
  body text NOT NULL,
  CONSTRAINT outbox_delivery_pkey PRIMARY KEY (reference)
);

CREATE TABLE outcome_review (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  outcome integer NOT NULL,
  result text NOT NULL,
  words text NOT NULL,
  reviewed_on date NOT NULL,
  reviewed_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT outcome_review_pkey PRIMARY KEY (id),
  CONSTRAINT outcome_review_case_id_version_fkey FOREIGN KEY (case_id, version) REFERENCES support_plan(case_id, version),
  CONSTRAINT outcome_review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES officer(id),
  CONSTRAINT outcome_review_result_check CHECK ((result = ANY (ARRAY['achieved'::text, 'part'::text, 'not'::text])))
);
CREATE INDEX outcome_review_plan ON public.outcome_review USING btree (case_id, version);
CREATE TRIGGER outcome_review_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outcome_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE pack_download (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  sitting_id uuid NOT NULL,
  officer_id uuid NOT NULL,
  what text NOT NULL,
  format text NOT NULL,
  items integer NOT NULL,
  at timestamp with time zone NOT NULL,
  item_id uuid,
  CONSTRAINT pack_download_pkey PRIMARY KEY (id),
  CONSTRAINT pack_download_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT pack_download_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  CONSTRAINT pack_download_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id),
  CONSTRAINT pack_download_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'csv'::text]))),
  CONSTRAINT pack_download_what_check CHECK ((what = ANY (ARRAY['pack'::text, 'minutes'::text, 'agenda'::text, 'school'::text, 'family'::text])))
);
CREATE INDEX pack_download_sitting ON public.pack_download USING btree (sitting_id, at);

CREATE TABLE panel (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  CONSTRAINT panel_pkey PRIMARY KEY (id),
  CONSTRAINT panel_authority_code_key UNIQUE (authority, code),
  CONSTRAINT panel_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code)
);

CREATE TABLE panel_member (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  panel_id uuid NOT NULL,
  officer_id uuid,
  name text NOT NULL,
  email text NOT NULL,
  service text NOT NULL,
  core boolean NOT NULL,
  deputy_of uuid,
  from_on date NOT NULL,
  until_on date,
  signed_on date,
  CONSTRAINT panel_member_pkey PRIMARY KEY (id),
  CONSTRAINT panel_member_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT panel_member_deputy_of_fkey FOREIGN KEY (deputy_of) REFERENCES panel_member(id),
  CONSTRAINT panel_member_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  CONSTRAINT panel_member_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES panel(id),
  CONSTRAINT panel_member_check CHECK (((until_on IS NULL) OR (until_on >= from_on))),
  CONSTRAINT panel_member_check1 CHECK (((deputy_of IS NULL) OR (deputy_of <> id)))
);
CREATE INDEX panel_member_officer ON public.panel_member USING btree (officer_id) WHERE (officer_id IS NOT NULL);
CREATE INDEX panel_member_panel ON public.panel_member USING btree (panel_id, from_on);

CREATE TABLE panel_terms (
  panel_id uuid NOT NULL,
  number integer NOT NULL,
  authority text NOT NULL,
  valid_from date NOT NULL,
  terms jsonb NOT NULL,
  reason text NOT NULL,
  set_by uuid,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT panel_terms_pkey PRIMARY KEY (panel_id, number),
  CONSTRAINT panel_terms_panel_id_valid_from_key UNIQUE (panel_id, valid_from),
  CONSTRAINT panel_terms_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES panel(id),
  CONSTRAINT panel_terms_set_by_fkey FOREIGN KEY (set_by) REFERENCES officer(id)
);
CREATE INDEX panel_terms_in_force ON public.panel_terms USING btree (panel_id, valid_from DESC);

CREATE TABLE paper_link (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  sitting_id uuid NOT NULL,
  item_id uuid,
  officer_id uuid NOT NULL,
  file text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  CONSTRAINT paper_link_pkey PRIMARY KEY (id),
  CONSTRAINT paper_link_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT paper_link_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT paper_link_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  CONSTRAINT paper_link_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id),
  CONSTRAINT paper_link_check CHECK ((ends_at > made_at))
);

CREATE TABLE place (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  programme text NOT NULL,
  cohort text NOT NULL,
  number integer NOT NULL,
  suspended_on date,
  suspended_why text,
  closed_on date,
  CONSTRAINT place_pkey PRIMARY KEY (id),
  CONSTRAINT place_authority_programme_cohort_number_key UNIQUE (authority, programme, cohort, number),
  CONSTRAINT place_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT place_check CHECK (((suspended_on IS NULL) = (suspended_why IS NULL)))
);

CREATE TABLE place_event (
  place_id uuid NOT NULL,
  number integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  why text NOT NULL,
  occurred_on date NOT NULL,
  actor_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT place_event_pkey PRIMARY KEY (place_id, number),
  CONSTRAINT place_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES officer(id),
  CONSTRAINT place_event_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT place_event_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  CONSTRAINT place_event_type_check CHECK ((type = ANY (ARRAY['OPEN'::text, 'SUSPEND'::text, 'RESUME'::text, 'DECOMMISSION'::text])))
);
CREATE TRIGGER place_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.place_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE place_holding (
  place_id uuid NOT NULL,
  case_id uuid NOT NULL,
  during daterange NOT NULL,
  CONSTRAINT place_holding_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT place_holding_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  CONSTRAINT place_holding_place_id_during_excl EXCLUDE USING gist (place_id WITH =, during WITH &&)
);
CREATE UNIQUE INDEX one_place_a_case ON public.place_holding USING btree (case_id) WHERE upper_inf(during);
CREATE INDEX place_holding_case ON public.place_holding USING btree (case_id);

CREATE TABLE policy_pack (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  pathway text NOT NULL,
  version integer NOT NULL,
  valid_from date NOT NULL,
  numbers jsonb NOT NULL DEFAULT '{}'::jsonb,
  words jsonb NOT NULL DEFAULT '{}'::jsonb,
  reason text NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT policy_pack_pkey PRIMARY KEY (id),
  CONSTRAINT policy_pack_authority_pathway_version_key UNIQUE (authority, pathway, version),
  CONSTRAINT policy_pack_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT policy_pack_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officer(id),
  CONSTRAINT policy_pack_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officer(id),
  CONSTRAINT policy_pack_check CHECK ((num_nonnulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT policy_pack_check1 CHECK (((decision IS DISTINCT FROM 'approved'::text) OR (decided_by <> proposed_by))),
  CONSTRAINT policy_pack_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text]))),
  CONSTRAINT policy_pack_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX policy_pack_waiting ON public.policy_pack USING btree (authority, pathway) WHERE (decision IS NULL);

CREATE TABLE recovery_code (
  officer_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (officer_id, code_hash),
  CONSTRAINT recovery_code_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES second_step(officer_id) ON DELETE CASCADE
);

CREATE TABLE referral (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  child_id uuid NOT NULL,
  from_case uuid NOT NULL,
  from_version integer NOT NULL,
  number integer NOT NULL,
  pathway text NOT NULL,
  reason text NOT NULL,
  answers jsonb NOT NULL DEFAULT '{}'::jsonb,
  made_on date NOT NULL,
  opened_case uuid,
  set_aside_on date,
  set_aside_by uuid,
  set_aside_why text,
  CONSTRAINT referral_pkey PRIMARY KEY (id),
  CONSTRAINT referral_from_case_from_version_number_key UNIQUE (from_case, from_version, number),
  CONSTRAINT referral_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT referral_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT referral_from_case_fkey FOREIGN KEY (from_case) REFERENCES send_case(id),
  CONSTRAINT referral_opened_case_fkey FOREIGN KEY (opened_case) REFERENCES send_case(id),
  CONSTRAINT referral_set_aside_by_fkey FOREIGN KEY (set_aside_by) REFERENCES officer(id)
);
CREATE INDEX referral_child ON public.referral USING btree (child_id);
CREATE INDEX referral_opened ON public.referral USING btree (opened_case) WHERE (opened_case IS NOT NULL);
CREATE INDEX referral_waiting ON public.referral USING btree (authority, pathway, made_on) WHERE ((opened_case IS NULL) AND (set_aside_on IS NULL));

CREATE TABLE rule_hit (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  child_id uuid NOT NULL,
  rule text NOT NULL,
  key text NOT NULL,
  route text NOT NULL,
  found jsonb NOT NULL,
  words text NOT NULL,
  window_from date NOT NULL,
  window_to date NOT NULL,
  hit_on date NOT NULL,
  ended_on date,
  case_id uuid,
  opened_case boolean NOT NULL DEFAULT false,
  settings integer NOT NULL DEFAULT 0,
  CONSTRAINT rule_hit_pkey PRIMARY KEY (id),
  CONSTRAINT rule_hit_child_id_rule_key_key UNIQUE (child_id, rule, key),
  CONSTRAINT rule_hit_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT rule_hit_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT rule_hit_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT rule_hit_route_check CHECK ((route = ANY (ARRAY['urgent'::text, 'list'::text, 'triage'::text])))
);
CREATE INDEX rule_hit_case ON public.rule_hit USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX rule_hit_standing ON public.rule_hit USING btree (authority, child_id) WHERE (ended_on IS NULL);

CREATE TABLE school (
  authority text NOT NULL,
  urn text NOT NULL,
  laestab text,
  name text NOT NULL,
  phase text NOT NULL,
  type text NOT NULL,
  status text NOT NULL,
  low_age integer,
  high_age integer,
  postcode text,
  head_name text,
  senco_name text,
  email text,
  phone text,
  calendar_id uuid,
  CONSTRAINT school_pkey PRIMARY KEY (authority, urn),
  CONSTRAINT school_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT school_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES school_calendar(id),
  CONSTRAINT school_laestab_check CHECK ((laestab ~ '^[0-9]{7}$'::text)),
  CONSTRAINT school_urn_check CHECK ((urn ~ '^[0-9]{6}$'::text))
);
CREATE INDEX school_name ON public.school USING gin (name gin_trgm_ops);

CREATE TABLE school_action (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  item_id uuid NOT NULL,
  text text NOT NULL,
  owner_id uuid,
  owner_name text NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL,
  evidence text,
  changed_by uuid,
  changed_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  owner_email text,
  done_by uuid,
  owner_told_on date,
  lead_told_on date,
  CONSTRAINT school_action_pkey PRIMARY KEY (id),
  CONSTRAINT school_action_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT school_action_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES officer(id),
  CONSTRAINT school_action_done_by_fkey FOREIGN KEY (done_by) REFERENCES officer(id),
  CONSTRAINT school_action_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT school_action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES officer(id),
  CONSTRAINT school_action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'overdue'::text, 'blocked'::text, 'done_unverified'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX school_action_item ON public.school_action USING btree (item_id);
CREATE INDEX school_action_open ON public.school_action USING btree (authority, due_on) WHERE (state <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX school_action_owner ON public.school_action USING btree (owner_id) WHERE ((owner_id IS NOT NULL) AND (state <> ALL (ARRAY['done'::text, 'cancelled'::text])));

CREATE TABLE school_action_event (
  action_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  words text,
  actor_id uuid,
  at timestamp with time zone NOT NULL,
  CONSTRAINT school_action_event_pkey PRIMARY KEY (action_id, version),
  CONSTRAINT school_action_event_action_id_fkey FOREIGN KEY (action_id) REFERENCES school_action(id)
);
CREATE TRIGGER school_action_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.school_action_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE school_asked (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  item_id uuid NOT NULL,
  lacks text NOT NULL,
  by_id uuid NOT NULL,
  asked_on date NOT NULL,
  CONSTRAINT school_asked_pkey PRIMARY KEY (id),
  CONSTRAINT school_asked_item_id_lacks_key UNIQUE (item_id, lacks),
  CONSTRAINT school_asked_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT school_asked_by_id_fkey FOREIGN KEY (by_id) REFERENCES officer(id),
  CONSTRAINT school_asked_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT school_asked_lacks_check CHECK ((lacks = ANY (ARRAY['papers'::text, 'person'::text])))
);

CREATE TABLE school_calendar (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  name text NOT NULL,
  terms jsonb NOT NULL,
  inset jsonb NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  CONSTRAINT school_calendar_pkey PRIMARY KEY (id),
  CONSTRAINT school_calendar_authority_name_key UNIQUE (authority, name),
  CONSTRAINT school_calendar_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code)
);
CREATE UNIQUE INDEX school_calendar_default ON public.school_calendar USING btree (authority) WHERE is_default;

CREATE TABLE second_step (
  officer_id uuid NOT NULL,
  secret bytea NOT NULL,
  confirmed_at timestamp with time zone,
  last_step bigint NOT NULL DEFAULT 0,
  CONSTRAINT second_step_pkey PRIMARY KEY (officer_id),
  CONSTRAINT second_step_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE CASCADE
);

CREATE TABLE send_case (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  reference text NOT NULL,
  child_id uuid NOT NULL,
  pathway text NOT NULL,
  pathway_version integer NOT NULL,
  version integer NOT NULL,
  state jsonb NOT NULL,
  stage text NOT NULL,
  open boolean NOT NULL,
  opened_on date NOT NULL,
  closed_on date,
  owner_id uuid,
  cover_id uuid,
  cover_until date,
  team_id uuid,
  cohort text,
  restricted boolean NOT NULL DEFAULT false,
  next_due_at timestamp with time zone,
  due_day date,
  reopen_of uuid,
  head_hash bytea NOT NULL,
  CONSTRAINT send_case_pkey PRIMARY KEY (id),
  CONSTRAINT send_case_authority_reference_key UNIQUE (authority, reference),
  CONSTRAINT send_case_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT send_case_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT send_case_cover_id_fkey FOREIGN KEY (cover_id) REFERENCES officer(id),
  CONSTRAINT send_case_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES officer(id),
  CONSTRAINT send_case_reopen_of_fkey FOREIGN KEY (reopen_of) REFERENCES send_case(id),
  CONSTRAINT send_case_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE UNIQUE INDEX one_open_case_a_pathway ON public.send_case USING btree (child_id, pathway) WHERE open;
CREATE INDEX send_case_board ON public.send_case USING btree (authority, pathway, stage, due_day, opened_on) WHERE open;
CREATE INDEX send_case_child ON public.send_case USING btree (child_id);
CREATE INDEX send_case_cohort ON public.send_case USING btree (authority, pathway, cohort) WHERE (cohort IS NOT NULL);
CREATE INDEX send_case_cover ON public.send_case USING btree (cover_id) WHERE (open AND (cover_id IS NOT NULL));
CREATE INDEX send_case_due ON public.send_case USING btree (next_due_at) WHERE open;
CREATE INDEX send_case_reopen ON public.send_case USING btree (reopen_of) WHERE (reopen_of IS NOT NULL);
CREATE INDEX send_case_worklist ON public.send_case USING btree (owner_id, next_due_at, id) WHERE open;

CREATE TABLE sibling_link (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  other_case_id uuid NOT NULL,
  CONSTRAINT sibling_link_pkey PRIMARY KEY (case_id, version),
  CONSTRAINT sibling_link_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT sibling_link_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT sibling_link_other_case_id_fkey FOREIGN KEY (other_case_id) REFERENCES send_case(id),
  CONSTRAINT sibling_link_check CHECK ((case_id <> other_case_id))
);
CREATE INDEX sibling_link_other ON public.sibling_link USING btree (other_case_id);

CREATE TABLE sign_in_attempt (
  subject text NOT NULL,
  failures integer NOT NULL,
  since timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (subject)
);

CREATE TABLE sitting (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  panel_id uuid NOT NULL,
  planned_for date NOT NULL,
  sits_on date NOT NULL,
  moved_because text,
  extra boolean NOT NULL DEFAULT false,
  starts_at timestamp with time zone NOT NULL,
  minutes integer NOT NULL,
  papers_due_at timestamp with time zone NOT NULL,
  papers_out_at timestamp with time zone NOT NULL,
  stage text NOT NULL,
  version integer NOT NULL,
  calendar_sequence integer NOT NULL DEFAULT 0,
  ended_at timestamp with time zone,
  minutes_approved_at timestamp with time zone,
  minutes_approved_by uuid,
  minutes_hash bytea,
  seen_until date,
  calendar_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  minutes_kept text,
  CONSTRAINT sitting_pkey PRIMARY KEY (id),
  CONSTRAINT sitting_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT sitting_minutes_approved_by_fkey FOREIGN KEY (minutes_approved_by) REFERENCES officer(id),
  CONSTRAINT sitting_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES panel(id),
  CONSTRAINT sitting_check CHECK (((minutes_kept IS NULL) = (minutes_hash IS NULL))),
  CONSTRAINT sitting_minutes_check CHECK (((minutes >= 5) AND (minutes <= 600)))
);
CREATE INDEX sitting_ahead ON public.sitting USING btree (authority, sits_on) WHERE (stage <> ALL (ARRAY['closed'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX sitting_of_series ON public.sitting USING btree (panel_id, planned_for) WHERE ((NOT extra) AND (stage <> 'cancelled'::text));
CREATE INDEX sitting_panel ON public.sitting USING btree (panel_id, sits_on);

CREATE TABLE sitting_change (
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  authority text NOT NULL,
  sitting_id uuid NOT NULL,
  item_id uuid,
  what text NOT NULL,
  by_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT sitting_change_pkey PRIMARY KEY (seq),
  CONSTRAINT sitting_change_item_id_fkey FOREIGN KEY (item_id) REFERENCES sitting_item(id),
  CONSTRAINT sitting_change_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id)
);
CREATE INDEX sitting_change_sitting ON public.sitting_change USING btree (sitting_id, seq);

CREATE TABLE sitting_event (
  sitting_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  actor_id uuid NOT NULL,
  actor_role text NOT NULL,
  at timestamp with time zone NOT NULL,
  command_key text,
  CONSTRAINT sitting_event_pkey PRIMARY KEY (sitting_id, version),
  CONSTRAINT sitting_event_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id)
);
CREATE UNIQUE INDEX sitting_event_command ON public.sitting_event USING btree (authority, command_key) WHERE (command_key IS NOT NULL);
CREATE TRIGGER sitting_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sitting_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE sitting_item (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  sitting_id uuid NOT NULL,
  "position" integer NOT NULL,
  kind text NOT NULL,
  case_id uuid,
  school_urn text,
  concern text,
  minutes integer NOT NULL,
  because jsonb NOT NULL,
  score integer NOT NULL,
  score_parts jsonb NOT NULL DEFAULT '[]'::jsonb,
  late_why text,
  urgent_why text,
  approved_by uuid,
  invited text[] NOT NULL DEFAULT '{}'::text[],
  status text NOT NULL,
  quorate boolean,
  version integer NOT NULL DEFAULT 1,
  outcome jsonb,
  case_version integer,
  carried_from uuid,
  opened_at timestamp with time zone,
  settled_at timestamp with time zone,
  CONSTRAINT sitting_item_pkey PRIMARY KEY (id),
  CONSTRAINT sitting_item_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES officer(id),
  CONSTRAINT sitting_item_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT sitting_item_carried_from_fkey FOREIGN KEY (carried_from) REFERENCES sitting_item(id),
  CONSTRAINT sitting_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT sitting_item_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id),
  CONSTRAINT sitting_item_check CHECK (((case_id IS NULL) = (kind = 'school'::text))),
  CONSTRAINT sitting_item_check1 CHECK (((kind = 'school'::text) = (concern IS NOT NULL))),
  CONSTRAINT sitting_item_check2 CHECK (((status = ANY (ARRAY['decided'::text, 'deferred'::text])) = (outcome IS NOT NULL))),
  CONSTRAINT sitting_item_kind_check CHECK ((kind = ANY (ARRAY['fresh'::text, 'review'::text, 'school'::text]))),
  CONSTRAINT sitting_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 120))),
  CONSTRAINT sitting_item_status_check CHECK ((status = ANY (ARRAY['listed'::text, 'open'::text, 'decided'::text, 'deferred'::text, 'moved'::text, 'removed'::text])))
);
CREATE INDEX sitting_item_case ON public.sitting_item USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE UNIQUE INDEX sitting_item_once ON public.sitting_item USING btree (case_id) WHERE (status = ANY (ARRAY['listed'::text, 'open'::text]));
CREATE UNIQUE INDEX sitting_item_one_open ON public.sitting_item USING btree (sitting_id) WHERE (status = 'open'::text);
CREATE INDEX sitting_item_sitting ON public.sitting_item USING btree (sitting_id, "position");

CREATE TABLE sitting_move (
  sitting_id uuid NOT NULL,
  number integer NOT NULL,
  authority text NOT NULL,
  from_on date,
  to_on date NOT NULL,
  because text NOT NULL,
  by_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT sitting_move_pkey PRIMARY KEY (sitting_id, number),
  CONSTRAINT sitting_move_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id)
);
CREATE TRIGGER sitting_move_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sitting_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE sitting_register (
  sitting_id uuid NOT NULL,
  member_id uuid NOT NULL,
  authority text NOT NULL,
  answer text NOT NULL,
  deputy_name text,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT sitting_register_pkey PRIMARY KEY (sitting_id, member_id),
  CONSTRAINT sitting_register_member_id_fkey FOREIGN KEY (member_id) REFERENCES panel_member(id),
  CONSTRAINT sitting_register_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id),
  CONSTRAINT sitting_register_answer_check CHECK ((answer = ANY (ARRAY['coming'::text, 'here'::text, 'apologies'::text, 'left'::text])))
);

CREATE TABLE sitting_told (
  sitting_id uuid NOT NULL,
  what text NOT NULL,
  authority text NOT NULL,
  told_at timestamp with time zone NOT NULL,
  CONSTRAINT sitting_told_pkey PRIMARY KEY (sitting_id, what),
  CONSTRAINT sitting_told_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sitting(id)
);

CREATE TABLE support_plan (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  cycle integer NOT NULL,
  needs jsonb NOT NULL,
  strengths jsonb NOT NULL,
  outcomes jsonb NOT NULL,
  review_on date NOT NULL,
  approval text NOT NULL,
  author_id uuid NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT support_plan_pkey PRIMARY KEY (case_id, version),
  CONSTRAINT support_plan_author_id_fkey FOREIGN KEY (author_id) REFERENCES officer(id),
  CONSTRAINT support_plan_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT support_plan_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT support_plan_approval_check CHECK ((approval = ANY (ARRAY['asked'::text, 'not_asked'::text]))),
  CONSTRAINT support_plan_cycle_check CHECK ((cycle > 0)),
  CONSTRAINT support_plan_version_check CHECK ((version > 0))
);
CREATE TRIGGER support_plan_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.support_plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE support_plan_approval (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  approved_by uuid NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  CONSTRAINT support_plan_approval_pkey PRIMARY KEY (case_id, version),
  CONSTRAINT support_plan_approval_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES officer(id),
  CONSTRAINT support_plan_approval_case_id_version_fkey FOREIGN KEY (case_id, version) REFERENCES support_plan(case_id, version)
);
CREATE TRIGGER support_plan_approval_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.support_plan_approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE suspension (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  pupil_id uuid NOT NULL,
  urn text NOT NULL,
  category text NOT NULL,
  start_on date NOT NULL,
  start_session text,
  end_on date,
  half_days integer NOT NULL,
  reasons text[] NOT NULL DEFAULT '{}'::text[],
  care_said boolean NOT NULL DEFAULT false,
  education_from date,
  exam_missed boolean,
  notified_on date,
  governors_on date,
  outcome text,
  loaded_at timestamp with time zone NOT NULL,
  CONSTRAINT suspension_pkey PRIMARY KEY (id),
  CONSTRAINT suspension_pupil_id_category_start_on_key UNIQUE (pupil_id, category, start_on),
  CONSTRAINT suspension_pupil_id_fkey FOREIGN KEY (pupil_id) REFERENCES feed_pupil(id),
  CONSTRAINT suspension_category_check CHECK ((category = ANY (ARRAY['SUSP'::text, 'LNCH'::text, 'PERM'::text, 'PEXC'::text, 'INTR'::text, 'OSDE'::text, 'MMVE'::text]))),
  CONSTRAINT suspension_check CHECK ((end_on >= start_on)),
  CONSTRAINT suspension_half_days_check CHECK ((half_days >= 0)),
  CONSTRAINT suspension_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'reinstated'::text, 'cancelled'::text, 'review_upheld'::text, 'recommended'::text, 'quashed'::text]))),
  CONSTRAINT suspension_start_session_check CHECK ((start_session = ANY (ARRAY['AM'::text, 'PM'::text])))
);

CREATE TABLE task (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  case_id uuid,
  source_key text NOT NULL,
  text text NOT NULL,
  why text NOT NULL,
  for_role text,
  officer_id uuid,
  opened_on date NOT NULL,
  due_on date,
  done_on date,
  done_by uuid,
  outcome text,
  done_by_events text[],
  done_version integer,
  CONSTRAINT task_pkey PRIMARY KEY (id),
  CONSTRAINT task_source_key_key UNIQUE (source_key),
  CONSTRAINT task_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT task_done_by_fkey FOREIGN KEY (done_by) REFERENCES officer(id),
  CONSTRAINT task_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id)
);
CREATE INDEX task_officer ON public.task USING btree (officer_id, due_on) WHERE (done_on IS NULL);
CREATE INDEX task_open ON public.task USING btree (case_id) WHERE (done_on IS NULL);
CREATE INDEX task_role ON public.task USING btree (authority, for_role) WHERE ((done_on IS NULL) AND (for_role IS NOT NULL));

CREATE TABLE team (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  name text NOT NULL,
  CONSTRAINT team_pkey PRIMARY KEY (id),
  CONSTRAINT team_authority_name_key UNIQUE (authority, name),
  CONSTRAINT team_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code)
);

CREATE TABLE ticker (
  name text NOT NULL,
  holder uuid,
  until timestamp with time zone NOT NULL,
  CONSTRAINT ticker_pkey PRIMARY KEY (name)
);

CREATE TABLE version_move (
  plan_id uuid NOT NULL,
  case_id uuid NOT NULL,
  from_version integer NOT NULL,
  decision text NOT NULL,
  why text,
  dates jsonb NOT NULL DEFAULT '[]'::jsonb,
  moved_at timestamp with time zone,
  moved_as integer,
  taken_back_at timestamp with time zone,
  CONSTRAINT version_move_pkey PRIMARY KEY (plan_id, case_id),
  CONSTRAINT version_move_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT version_move_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES version_plan(id),
  CONSTRAINT version_move_decision_check CHECK ((decision = ANY (ARRAY['moves'::text, 'person'::text])))
);
CREATE INDEX version_move_waiting ON public.version_move USING btree (plan_id, case_id) WHERE ((decision = 'moves'::text) AND (moved_at IS NULL));

CREATE TABLE version_plan (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  pathway text NOT NULL,
  to_version integer NOT NULL,
  planned_by text NOT NULL,
  planned_at timestamp with time zone NOT NULL,
  approved_by uuid,
  approved_at timestamp with time zone,
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  to_policy integer,
  to_law uuid,
  CONSTRAINT version_plan_pkey PRIMARY KEY (id),
  CONSTRAINT version_plan_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES officer(id),
  CONSTRAINT version_plan_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT version_plan_to_law_fkey FOREIGN KEY (to_law) REFERENCES law_pack(id),
  CONSTRAINT version_plan_check CHECK (((approved_by IS NULL) = (approved_at IS NULL)))
);
CREATE INDEX version_plan_law ON public.version_plan USING btree (to_law) WHERE (to_law IS NOT NULL);

CREATE TABLE view_sought (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  case_id uuid NOT NULL,
  whose text NOT NULL,
  person text,
  how text NOT NULL,
  said text,
  why_not text,
  on_day date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT view_sought_pkey PRIMARY KEY (id),
  CONSTRAINT view_sought_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT view_sought_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT view_sought_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officer(id),
  CONSTRAINT view_sought_check CHECK (((said IS NOT NULL) OR (why_not IS NOT NULL))),
  CONSTRAINT view_sought_how_check CHECK ((how = ANY (ARRAY['talk'::text, 'draw'::text, 'form'::text, 'via_adult'::text, 'not_yet'::text]))),
  CONSTRAINT view_sought_whose_check CHECK ((whose = ANY (ARRAY['child'::text, 'parent'::text, 'other_family'::text])))
);
CREATE INDEX view_sought_case ON public.view_sought USING btree (case_id, on_day);
CREATE TRIGGER view_sought_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.view_sought FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE visit (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  on_day date NOT NULL,
  place text NOT NULL,
  minutes integer,
  attended boolean,
  note text,
  planned_by uuid,
  recorded_by uuid,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT visit_pkey PRIMARY KEY (id),
  CONSTRAINT visit_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT visit_case_id_fkey FOREIGN KEY (case_id) REFERENCES send_case(id),
  CONSTRAINT visit_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES officer(id),
  CONSTRAINT visit_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officer(id),
  CONSTRAINT visit_check CHECK (((state <> 'done'::text) OR (recorded_by IS NOT NULL))),
  CONSTRAINT visit_kind_check CHECK ((kind = ANY (ARRAY['direct_child'::text, 'indirect_adult'::text, 'family'::text, 'meeting'::text, 'observation'::text, 'no_access'::text]))),
  CONSTRAINT visit_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  CONSTRAINT visit_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX visit_case ON public.visit USING btree (case_id, on_day);

CREATE TABLE watch_declined (
  child_id uuid NOT NULL,
  cohort text NOT NULL,
  declined_on date NOT NULL,
  authority text NOT NULL,
  reason text NOT NULL,
  by_id uuid NOT NULL,
  CONSTRAINT watch_declined_pkey PRIMARY KEY (child_id, cohort, declined_on),
  CONSTRAINT watch_declined_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT watch_declined_by_id_fkey FOREIGN KEY (by_id) REFERENCES officer(id),
  CONSTRAINT watch_declined_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id)
);

CREATE TABLE watch_entry (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  authority text NOT NULL,
  child_id uuid NOT NULL,
  cohort text NOT NULL,
  level text NOT NULL,
  entered_on date NOT NULL,
  entry_reason text NOT NULL,
  lead_id uuid NOT NULL,
  seen_on date,
  hours numeric(4,1),
  next_step text NOT NULL,
  confirmed_on date NOT NULL,
  left_on date,
  left_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT watch_entry_pkey PRIMARY KEY (id),
  CONSTRAINT watch_entry_authority_fkey FOREIGN KEY (authority) REFERENCES authority(code),
  CONSTRAINT watch_entry_child_id_fkey FOREIGN KEY (child_id) REFERENCES child(id),
  CONSTRAINT watch_entry_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES officer(id),
  CONSTRAINT watch_entry_check CHECK (((left_on IS NULL) = (left_reason IS NULL))),
  CONSTRAINT watch_entry_check1 CHECK (((left_on IS NULL) OR (left_on >= entered_on))),
  CONSTRAINT watch_entry_hours_check CHECK (((hours >= (0)::numeric) AND (hours <= (40)::numeric))),
  CONSTRAINT watch_entry_level_check CHECK ((level = ANY (ARRAY['watched'::text, 'stepped_up'::text])))
);
CREATE UNIQUE INDEX watch_entry_once ON public.watch_entry USING btree (child_id, cohort) WHERE (left_on IS NULL);
CREATE INDEX watch_entry_open ON public.watch_entry USING btree (authority, cohort) WHERE (left_on IS NULL);

CREATE TABLE watch_entry_event (
  entry_id uuid NOT NULL,
  version integer NOT NULL,
  authority text NOT NULL,
  type text NOT NULL,
  details jsonb NOT NULL,
  occurred_on date NOT NULL,
  actor_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT watch_entry_event_pkey PRIMARY KEY (entry_id, version),
  CONSTRAINT watch_entry_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES officer(id),
  CONSTRAINT watch_entry_event_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES watch_entry(id),
  CONSTRAINT watch_entry_event_type_check CHECK ((type = ANY (ARRAY['ADDED'::text, 'KEPT'::text, 'STEPPED_UP'::text, 'STEPPED_DOWN'::text, 'REMOVED'::text])))
);
CREATE TRIGGER watch_entry_event_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.watch_entry_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE TABLE web_session (
  token_hash bytea NOT NULL,
  officer_id uuid NOT NULL,
  csrf_secret text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT web_session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT web_session_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id)
);
CREATE INDEX web_session_officer ON public.web_session USING btree (officer_id);

CREATE VIEW effective_event AS
 SELECT case_id,
    version,
    authority,
    type,
    occurred_on,
    payload,
    facts,
    stages,
    actor_id,
    actor_role,
    recorded_at,
    command_key,
    body_hash,
    definition_hash,
    hash
   FROM case_event e
  WHERE type <> 'STEP_UNDONE'::text AND NOT (EXISTS ( SELECT 1
           FROM case_event u
          WHERE u.case_id = e.case_id AND u.type = 'STEP_UNDONE'::text AND ((u.payload ->> 'version'::text)::integer) = e.version));

CREATE VIEW pupil_on_record AS
 SELECT p.id AS pupil_id,
    p.authority,
    COALESCE(c.merged_into, c.id) AS child_id
   FROM feed_pupil p
     JOIN child c ON c.id = p.child_id;

CREATE OR REPLACE FUNCTION public.name_sounds(name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT coalesce(array_agg(DISTINCT left(sound, 8)), '{}') FROM (
    SELECT
      translate(left(skeleton, 1), 'eiou', 'aaaa') || regexp_replace(substr(skeleton, 2), '[aeiouyhw]', '', 'g') AS sound
    FROM (
      SELECT regexp_replace(translate(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
          word, '^(?:k(?=n)|g(?=n)|p(?=[ns])|w(?=r))', ''),
          '^g(?=[ei])', 'j'),
          'ph|v', 'f', 'g'),
          '^gh|gh(?=[aeiou])', 'g', 'g'),
          'gh', '', 'g'),
          'tch|sch|sh|ch', '1', 'g'),
          'c(?=[eiy])', 's', 'g'),
        'cqzx', 'kkss'), '(.)\1+', '\1', 'g') AS skeleton
      FROM (SELECT translate(lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')), 'øłđ', 'old') AS plain) AS letters,
        LATERAL (
          SELECT regexp_split_to_table(plain, '[^a-z]+')
          UNION SELECT regexp_split_to_table(regexp_replace(plain, '[''’ʼ‘`-]', '', 'g'), '[^a-z]+')
        ) AS words(word)
      WHERE word <> ''
    ) AS skeletons
  ) AS sounds WHERE sound <> ''
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_to_rewrite_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only: record a correcting event instead', TG_TABLE_NAME;
END $function$
;
