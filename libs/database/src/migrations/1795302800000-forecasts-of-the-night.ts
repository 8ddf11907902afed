import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the forecasts learned by last night, so that nobody waits for the first of a day. It can be learned again at any time. */
export class ForecastsOfTheNight1795302800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE forecast_kept (
  authority text NOT NULL REFERENCES authority (code),
  what text NOT NULL,
  day date NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (authority, what)
);
`);
  }

  async down(): Promise<never> {
    throw new Error('Migrations go forward: write another');
  }
}
