import { type Calendars } from '@app/casework';
import { type Runner } from '@app/database';
import {
  extraCells,
  type ImportFileRow,
  type Outcome,
  type RowProblem,
  type StoredRow,
} from '@app/people';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Compared, type Feed, FITS, problem, type ReadLine } from './feed';
import { keyOf } from './identity';
import { KnownSchools } from './known-schools';
import { type MatchedPupil, matchPupils } from './match-pupils';

/** What a batch of rows is judged with. */
export interface Judging {
  readonly tx: Runner;
  readonly calendars: Calendars;
  readonly file: ImportFileRow;
  readonly today: CalendarDay;
}

/** A row that can be kept. */
export interface GoodLine<Data> {
  readonly line: number;
  readonly urn: string;
  readonly pupil: MatchedPupil;
  readonly data: Data;
  readonly days: readonly [CalendarDay, CalendarDay];
}

/** A row with what is to become of it. */
export interface JudgedLine<Data> {
  readonly outcome: Outcome;
  readonly good: GoodLine<Data> | undefined;
}

/** Reads the rows and lays them beside register and records: a few questions for all of them together. */
export async function judgeFeed<Data>(
  feed: Feed<Data>,
  { tx, calendars, file, today }: Judging,
  rows: readonly StoredRow[],
): Promise<JudgedLine<Data>[]> {
  const { places, names } = file.layout;
  const rules = { today, uploadedAt: file.uploadedAt };
  const read = rows.map(({ line, raw }) => {
    const said = feed.read(raw.cells, places, rules);
    const problems = [...extraCells(raw.cells, names.length), ...said.problems];
    return { line, said, problems, twin: raw.twin && feed.twinRemark(raw.twin) };
  });
  const numbers = [...new Set(read.flatMap(({ said }) => said.school ?? []))];
  const schools = await KnownSchools.of(tx, calendars, file.authority, numbers);
  const placed = read.map(({ line, said, problems, twin }) => ({
    line,
    pupil: said.pupil,
    twin,
    ...atSchool(feed, said, problems, schools),
  }));
  const fit = placed.filter(({ good }) => good);
  const pupils = await matchPupils(
    tx,
    file.authority,
    fit.map(({ pupil }) => pupil),
  );
  const lines = fit.flatMap(({ line, pupil, good }) => {
    const match = pupils.get(keyOf(pupil));
    return good && match ? [{ line, pupil: match, ...good }] : [];
  });
  const known = lines.flatMap(({ pupil, ...line }) =>
    pupil.pupilId ? [{ ...line, pupilId: pupil.pupilId }] : [],
  );
  const compared = known.length ? await feed.compare(tx, known) : new Map<number, Compared>();
  const goodBy = new Map(lines.map((line) => [line.line, line]));
  return placed.map(({ line, problems, twin }) =>
    judged(line, problems, twin ?? compared.get(line) ?? FITS, goodBy.get(line)),
  );
}

function atSchool<Data>(
  feed: Feed<Data>,
  { school, data }: ReadLine<Data>,
  problems: readonly RowProblem[],
  schools: KnownSchools,
) {
  if (!school) return { problems, good: undefined };
  const found = schools.urnOf(school);
  if ('text' in found) return { problems: [...problems, found], good: undefined };
  const off = data && feed.calendarProblem(data, found.calendar);
  const all = off ? [...problems, off] : problems;
  if (!data || all.length) return { problems: all, good: undefined };
  return {
    problems: all,
    good: { urn: found.urn, data, days: feed.daysOf(data, found.calendar) },
  };
}

function judged<Data>(
  line: number,
  problems: readonly RowProblem[],
  { status, remarks }: Compared,
  good: GoodLine<Data> | undefined,
): JudgedLine<Data> {
  if (problems.length || !good || status === 'error') {
    const all = [...problems, ...(status === 'error' ? remarks : [])];
    return { outcome: { line, status: 'error', problems: all }, good: undefined };
  }
  if (status === 'same')
    return { outcome: { line, status: 'same', problems: remarks }, good: undefined };
  const waits =
    good.pupil.match === 'waiting'
      ? [problem('UPN', `${good.pupil.why}. A person decides who it is`, 'to_match')]
      : [];
  return { outcome: { line, status: 'new', problems: [...remarks, ...waits] }, good };
}
