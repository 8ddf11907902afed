import { type Calendars } from '@app/casework';
import { type Runner, type Statements } from '@app/database';
import { lockFile, moveTo, nextRows, type Outcome, writeOutcomes } from '@app/people';
import { type Clock } from '@app/statutory-calendar';
import { type Feed } from './feed';
import { type GoodLine, judgeFeed } from './judge-feed';
import { writePupils } from './match-pupils';

/** What a commit works with. */
export interface FeedTools {
  readonly statements: Statements;
  readonly clock: Clock;
  readonly calendars: Calendars;
}

/** Rows judged or written in one short transaction. */
export const ROWS_AT_ONCE = 1_000;

/** Keeps the good rows of a confirmed file, batch by batch; cut off and run again it changes nothing twice. */
export async function commitFeed<Data>(
  tools: FeedTools,
  feed: Feed<Data>,
  fileId: string,
): Promise<void> {
  while (await tools.statements.together((tx) => commitBatch(tools, tx, feed, fileId)));
}

async function commitBatch<Data>(
  { clock, calendars }: FeedTools,
  tx: Runner,
  feed: Feed<Data>,
  fileId: string,
): Promise<boolean> {
  const file = await lockFile(tx, fileId);
  if (file?.status !== 'committing') return false;
  const rows = await nextRows(tx, fileId, 'new', 0, ROWS_AT_ONCE);
  if (rows.length === 0) {
    await moveTo(tx, fileId, 'done');
    return false;
  }
  await tx.run('feed-one-writer', ONE_WRITER_SQL, [file.authority]);
  const judged = await judgeFeed(feed, { tx, calendars, file, today: clock.today() }, rows);
  const good = judged.flatMap((line) => line.good ?? []);
  await keep(tx, feed, good, { authority: file.authority, hash: file.hash, at: clock.now() });
  await writeOutcomes(
    tx,
    fileId,
    judged.map(({ outcome }) => done(outcome)),
  );
  return true;
}

const done = (outcome: Outcome): Outcome =>
  outcome.status === 'new' ? { ...outcome, status: 'done' } : outcome;

interface From {
  readonly authority: string;
  readonly hash: string;
  readonly at: Date;
}

async function keep<Data>(
  tx: Runner,
  feed: Feed<Data>,
  good: readonly GoodLine<Data>[],
  { authority, hash, at }: From,
): Promise<void> {
  if (good.length === 0) return;
  const pupils = new Map(good.map(({ pupil, urn }) => [pupil.key, { ...pupil, urn }]));
  const ids = await writePupils(tx, authority, [...pupils.values()], at);
  const lines = new Map(
    good.map(({ line, urn, pupil, data }) => {
      const pupilId = ids.get(pupil.key) ?? '';
      const key = [pupilId, urn, feed.sameKey(data)].join('|');
      return [key, { line, urn, pupilId, data, authority }];
    }),
  );
  await feed.write(tx, [...lines.values()], at);
  await tx.run('feed-delivered', DELIVERED_SQL, [
    authority,
    feed.kind,
    hash,
    at,
    good.map(({ urn }) => urn),
    good.map(({ days }) => days[0]),
    good.map(({ days }) => days[1]),
  ]);
}

/** Two files at once must not make two of one pupil. */
const ONE_WRITER_SQL = `SELECT pg_advisory_xact_lock(hashtextextended('feed ' || $1, 0))`;

/** What came from which school, for which days. */
const DELIVERED_SQL = `
INSERT INTO feed_delivery AS d (authority, kind, urn, first_day, last_day, content_hash, rows, loaded_at)
SELECT $1, $2, r.urn, min(r.first), max(r.last), decode($3, 'hex'), count(*), $4::timestamptz
FROM unnest($5::text[], $6::date[], $7::date[]) AS r(urn, first, last) GROUP BY r.urn
ON CONFLICT (authority, kind, urn, content_hash) DO UPDATE SET first_day = least(d.first_day, excluded.first_day),
  last_day = greatest(d.last_day, excluded.last_day), rows = d.rows + excluded.rows, loaded_at = excluded.loaded_at`;
