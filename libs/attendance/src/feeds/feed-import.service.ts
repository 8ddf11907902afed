import { type Actor } from '@app/access';
import { Calendars } from '@app/casework';
import { Statements } from '@app/database';
import {
  bare,
  checkRows,
  csvFile,
  type Download,
  FileRefused,
  mustBeId,
  type OpenTable,
  receiveFile,
  type Received,
  type RowToStore,
  StagedFiles,
} from '@app/people';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { commitFeed, type FeedTools, ROWS_AT_ONCE } from './commit-feed';
import { type Feed, FEED_KINDS, type FeedKind } from './feed';
import { EXAMPLE_PUPIL } from './identity';
import { judgeFeed } from './judge-feed';
import { sessionFeed } from './session-feed';
import { summaryFeed } from './summary-feed';
import { suspensionFeed } from './suspension-feed';

const FEEDS: Readonly<Record<FeedKind, Feed<unknown>>> = {
  attendance_sessions: sessionFeed,
  attendance_summary: summaryFeed,
  suspensions: suspensionFeed,
};

/** What a kind of feed is called. */
export const feedTitle = (kind: FeedKind): string => FEEDS[kind].title;

/** Attendance and suspensions from files: receive, check without changing anything, then keep the good rows. */
@Injectable()
export class FeedImport extends StagedFiles {
  private readonly tools: FeedTools;

  constructor(
    @Inject(Statements) private readonly database: Statements,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Calendars) calendars: Calendars,
  ) {
    super(database, FEED_KINDS);
    this.tools = { statements: database, clock, calendars };
  }

  /** Stores a file to be checked; the same bytes again are the same file. @throws FileRefused */
  receive(actor: Actor, kind: FeedKind, bytes: Uint8Array): Promise<Received> {
    const { columns, limits } = FEEDS[kind];
    const readRows = (table: OpenTable<string>) => rowsFrom(FEEDS[kind], table);
    const by = { actor, at: this.clock.now() };
    return receiveFile(this.database, { kind, columns, limits, readRows }, by, bytes);
  }

  /** The dry run, from where it stopped to its end. */
  async check(fileId: string): Promise<void> {
    mustBeId(fileId);
    const { calendars } = this.tools;
    const today = this.clock.today();
    await checkRows(
      this.database,
      fileId,
      async (tx, file, rows) => {
        const feed = FEEDS[file.kind as FeedKind];
        const judged = await judgeFeed(feed, { tx, calendars, file, today }, rows);
        return judged.map(({ outcome }) => outcome);
      },
      ROWS_AT_ONCE,
    );
  }

  /** Keeps the good rows of a confirmed file, from where it stopped to its end. Running it again changes nothing. */
  async commit(actor: Actor, fileId: string): Promise<void> {
    mustBeId(fileId);
    const file = await this.progress(actor, fileId);
    if (file) await commitFeed(this.tools, FEEDS[file.kind as FeedKind], fileId);
  }

  /** An empty file with the headings and one example row, which an import leaves out. */
  template(kind: FeedKind): Download {
    const { columns, example } = FEEDS[kind];
    const headings = Object.values(columns).map(({ heading }) => heading);
    const cells = Object.keys(columns).map((key) => example[key] ?? '');
    return {
      fileName: `${kind.replaceAll('_', '-')}-template.csv`,
      bytes: csvFile([headings, cells]),
    };
  }
}

async function rowsFrom(
  feed: Feed<unknown>,
  { headings, rows: source, notices: opened }: OpenTable<string>,
) {
  const places = Object.fromEntries(headings.at);
  const rows: RowToStore[] = [];
  const notices = [...opened];
  for await (const { line, cells } of source) {
    if (isExample(cells, places))
      notices.push(`Row ${line} is the example of the empty file and was left out.`);
    else rows.push({ line, cells });
  }
  if (rows.length === 0)
    throw new FileRefused(['There are headings and no rows below them. Nothing was stored.']);
  return { rows: feed.markTwins(rows, places), notices };
}

const isExample = (cells: readonly string[], places: Readonly<Partial<Record<string, number>>>) =>
  ['surname', 'forename'].every(
    (key) => bare(cells[places[key] ?? -1] ?? '') === bare(EXAMPLE_PUPIL[key] ?? ''),
  );
