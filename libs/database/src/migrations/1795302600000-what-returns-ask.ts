import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the SEN2 return asks and nothing else says: the number of a named college, and which designated officers there are. */
export class WhatReturnsAsk1795302600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE ehc_plan ADD COLUMN named_ukprn text,
  ADD CONSTRAINT ehc_plan_named_ukprn_check CHECK (named_ukprn ~ '^1[0-9]{7}$');

CREATE TABLE designated_officers (
  authority text PRIMARY KEY REFERENCES authority (code),
  dmo boolean NOT NULL, dco boolean NOT NULL, dsco boolean NOT NULL,
  said_by uuid NOT NULL REFERENCES officer (id), said_at timestamptz NOT NULL);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
