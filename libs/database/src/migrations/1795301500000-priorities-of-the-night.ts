import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The priority of a child as the night found it: agendas order by it without counting registers again. */
export class PrioritiesOfTheNight1795301500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE child_priority (
  child_id uuid PRIMARY KEY REFERENCES child (id),
  authority text NOT NULL REFERENCES authority (code),
  on_day date NOT NULL,
  points integer NOT NULL CHECK (points BETWEEN 0 AND 100),
  answers jsonb NOT NULL
);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
