import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Places of a unit can be suspended and closed. Two records of one child become one, and can be parted again.
 * A child changes school, and the former school sees the case for a few days more.
 */
export class PlacesThatCloseAndChildrenWhoMove1795300800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PLACES);
    await db.query(MERGED_RECORDS);
    await db.query(SCHOOL_MOVES);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}

const PLACES = `
ALTER TABLE place
  ADD COLUMN suspended_on date,
  ADD COLUMN suspended_why text,
  ADD COLUMN closed_on date,
  ADD CHECK ((suspended_on IS NULL) = (suspended_why IS NULL));

CREATE TABLE place_event (
  place_id    uuid NOT NULL REFERENCES place (id),
  number      integer NOT NULL,
  authority   text NOT NULL REFERENCES authority (code),
  type        text NOT NULL CHECK (type IN ('OPEN','SUSPEND','RESUME','DECOMMISSION')),
  why         text NOT NULL,
  occurred_on date NOT NULL,
  actor_id    uuid NOT NULL REFERENCES officer (id),
  at          timestamptz NOT NULL,
  PRIMARY KEY (place_id, number)
);
CREATE TRIGGER place_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON place_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
`;

const MERGED_RECORDS = `
ALTER TABLE child
  ADD COLUMN former_upns text[] NOT NULL DEFAULT '{}',
  ADD COLUMN merged_into uuid REFERENCES child (id),
  ADD CHECK (merged_into IS NULL OR upn IS NULL);
CREATE INDEX child_former_upn ON child USING gin (former_upns) WHERE former_upns <> '{}';
CREATE INDEX child_merged ON child (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE child_merge (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority   text NOT NULL REFERENCES authority (code),
  survivor_id uuid NOT NULL REFERENCES child (id),
  merged_id   uuid NOT NULL REFERENCES child (id),
  reason      text NOT NULL,
  moved       jsonb NOT NULL,
  merged_on   date NOT NULL,
  merged_by   uuid NOT NULL REFERENCES officer (id),
  merged_at   timestamptz NOT NULL,
  undone_by   uuid REFERENCES officer (id),
  undone_at   timestamptz,
  undone_why  text,
  CHECK (survivor_id <> merged_id),
  CHECK ((undone_at IS NULL) = (undone_why IS NULL))
);
CREATE UNIQUE INDEX child_merge_standing ON child_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX child_merge_survivor ON child_merge (survivor_id);
`;

const SCHOOL_MOVES = `
ALTER TABLE child
  ADD COLUMN registration text CHECK (registration IN ('single','dual_main','dual_subsidiary')),
  ADD COLUMN second_urn text,
  ADD FOREIGN KEY (authority, second_urn) REFERENCES school (authority, urn);

CREATE TABLE former_school (
  child_id   uuid NOT NULL REFERENCES child (id),
  urn        text NOT NULL,
  left_on    date NOT NULL,
  authority  text NOT NULL REFERENCES authority (code),
  seen_until date NOT NULL,
  PRIMARY KEY (child_id, urn, left_on)
);
CREATE INDEX former_school_seen ON former_school (authority, urn, seen_until);
`;
