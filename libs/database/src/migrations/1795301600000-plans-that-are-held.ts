import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** EHC plans as they stand, kept by the steps that change them; and what the returns ask of a child. */
export class PlansThatAreHeld1795301600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE child
  ADD COLUMN ethnicity text,
  ADD COLUMN postcode text,
  ADD COLUMN upn_unknown text CHECK (upn_unknown ~ '^UN([1-9]|10)$'),
  ADD COLUMN disabled boolean,
  ADD COLUMN pupil_premium boolean,
  ADD COLUMN social_care_team text;
CREATE TABLE ehc_plan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority text NOT NULL REFERENCES authority (code),
  child_id uuid NOT NULL REFERENCES child (id),
  made_on date NOT NULL,
  from_case uuid REFERENCES send_case (id),
  transferred_from text CHECK (transferred_from ~ '^[0-9]{3}$'),
  transferred_in_on date,
  amended_on date,
  last_met_on date,
  last_concluded_on date,
  last_outcome text CHECK (last_outcome IN ('maintain', 'amend', 'cease')),
  named_urn text,
  named_setting text CHECK (named_setting IN ('OLA', 'OPA', 'EHE', 'EYP', 'OTH', 'NEET', 'NIEC', 'NIEO')),
  named_setting_other text,
  primary_need text,
  secondary_need text,
  residential text CHECK (residential IN ('A', 'B')),
  work_based text CHECK (work_based IN ('A', 'I', 'T')),
  personal_budget boolean NOT NULL DEFAULT false,
  organised_arrangements boolean NOT NULL DEFAULT false,
  direct_payments boolean NOT NULL DEFAULT false,
  ceased_on date,
  cease_reason text CHECK (cease_reason ~ '^[1-9]$'),
  moved_to text CHECK (moved_to ~ '^[0-9]{3}$'),
  CHECK (ceased_on >= made_on),
  CHECK (ceased_on IS NOT NULL OR (cease_reason IS NULL AND moved_to IS NULL))
);
CREATE UNIQUE INDEX one_plan_a_child ON ehc_plan (child_id) WHERE ceased_on IS NULL;
CREATE INDEX ehc_plan_child ON ehc_plan (child_id);
CREATE TABLE ehc_plan_placement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES ehc_plan (id),
  authority text NOT NULL REFERENCES authority (code),
  rank integer NOT NULL DEFAULT 1 CHECK (rank IN (1, 2)),
  urn text CHECK (urn ~ '^[0-9]{6}$'),
  ukprn text CHECK (ukprn ~ '^1[0-9]{7}$'),
  setting text CHECK (setting IN ('OLA', 'OPA', 'EHE', 'EYP', 'OTH', 'NEET', 'NIEC', 'NIEO')),
  setting_other text,
  entry_on date,
  left_on date,
  sen_unit boolean NOT NULL DEFAULT false,
  resourced boolean NOT NULL DEFAULT false,
  CHECK (left_on >= entry_on)
);
CREATE INDEX ehc_plan_placement_plan ON ehc_plan_placement (plan_id);
CREATE TABLE ehc_plan_change (
  plan_id uuid NOT NULL,
  number integer GENERATED ALWAYS AS IDENTITY,
  authority text NOT NULL,
  what text NOT NULL CHECK (what IN ('made', 'loaded', 'amended', 'reviewed', 'ceased', 'mended', 'taken_back')),
  on_day date NOT NULL,
  case_id uuid,
  version integer,
  officer_id uuid,
  at timestamptz NOT NULL,
  reason text,
  before jsonb,
  after jsonb,
  PRIMARY KEY (plan_id, number)
);
CREATE INDEX ehc_plan_change_step ON ehc_plan_change (case_id, version) WHERE case_id IS NOT NULL;
CREATE TRIGGER ehc_plan_change_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ehc_plan_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
