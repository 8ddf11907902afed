import { deserialize, serialize } from 'node:v8';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** Raised when what is kept changes its shape: what an older version kept is then learned again. */
const SHAPE = 1;

const [pressed, unpressed] = [promisify(gzip), promisify(gunzip)];

/** What was learned in the night, kept for the day. Figures only: no case and no child is in it. */
@Injectable()
export class KeptForecasts {
  constructor(private readonly statements: Statements) {}

  /** What was kept for this day; undefined where nothing was. */
  async read<T>(authority: string, what: string, day: CalendarDay): Promise<T | undefined> {
    const [row] = await this.statements.run<{ body: Buffer }>('forecast.kept', READ, [
      authority,
      nameOf(what),
      day,
    ]);
    return row && (deserialize(await unpressed(row.body)) as T);
  }

  /** Takes the place of what was kept before. */
  async write(authority: string, what: string, day: CalendarDay, body: unknown): Promise<void> {
    const bytes = await pressed(serialize(body), { level: 1 });
    await this.statements.run('forecast.keep', WRITE, [authority, nameOf(what), day, bytes]);
  }
}

const nameOf = (what: string) => `${what} ${SHAPE}`;
const READ = 'SELECT body FROM forecast_kept WHERE authority = $1 AND what = $2 AND day = $3';
const WRITE = `
INSERT INTO forecast_kept (authority, what, day, body) VALUES ($1, $2, $3, $4)
ON CONFLICT (authority, what) DO UPDATE SET day = excluded.day, body = excluded.body`;
