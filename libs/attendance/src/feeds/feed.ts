import { type Runner } from '@app/database';
import { type Column, type RowProblem, type RowToStore, type TableLimits } from '@app/people';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type PupilSaid } from './identity';

/** The feeds that schools send (annex d, D-1 to D-3). */
export const FEED_KINDS = ['attendance_sessions', 'attendance_summary', 'suspensions'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

export type Places = Readonly<Partial<Record<string, number>>>;

/** What the reading of a row depends on besides its cells. */
export interface ReadingRules {
  readonly today: CalendarDay;
  readonly uploadedAt: Date;
}

/** A row as it was read: whom it is about, and what it says where nothing is wrong. */
export interface ReadLine<Data> {
  readonly school: string | undefined;
  readonly pupil: PupilSaid;
  readonly data: Data | undefined;
  readonly problems: readonly RowProblem[];
}

/** A row that fits, of a pupil who has been in the feed before. */
export interface KnownLine<Data> {
  readonly line: number;
  readonly pupilId: string;
  readonly urn: string;
  readonly data: Data;
}

/** A row that is about to be written. */
export interface LineToWrite<Data> extends KnownLine<Data> {
  readonly authority: string;
}

/** What the records say of a row: the same is there, or it fits, perhaps with a remark. */
export interface Compared {
  readonly status: 'new' | 'same' | 'error';
  readonly remarks: readonly RowProblem[];
}

/** One kind of feed: its columns, how a row is read and checked, and how it is kept. */
export interface Feed<Data> {
  readonly kind: FeedKind;
  readonly title: string;
  readonly columns: Readonly<Record<string, Column<unknown>>>;
  readonly limits: TableLimits;
  /** An invented row for the empty file, by column. */
  readonly example: Readonly<Record<string, string>>;
  /** Marks rows of one file that are about the same thing. */
  markTwins(rows: readonly RowToStore[], places: Places): RowToStore[];
  read(cells: readonly string[], places: Places, rules: ReadingRules): ReadLine<Data>;
  /** What an earlier row of the file about the same thing means for this one. */
  twinRemark(twin: { readonly line: number; readonly column: string }): Compared;
  /** What is wrong with its days in the calendar of the school. */
  calendarProblem(data: Data, calendar: Calendar): RowProblem | undefined;
  /** Rows of one pupil at one school with the same key are about the same thing. */
  sameKey(data: Data): string;
  /** The days that a row is about, for the record of deliveries. */
  daysOf(data: Data, calendar: Calendar): readonly [first: CalendarDay, last: CalendarDay];
  /** Lays rows beside what is stored. */
  compare(tx: Runner, lines: readonly KnownLine<Data>[]): Promise<ReadonlyMap<number, Compared>>;
  write(tx: Runner, lines: readonly LineToWrite<Data>[], at: Date): Promise<void>;
}

/** A problem in the words of a column. */
export const problem = (column: string, text: string, code: string): RowProblem => ({
  column,
  text,
  code,
});

export const FITS: Compared = { status: 'new', remarks: [] };
export const SAME: Compared = { status: 'same', remarks: [] };
