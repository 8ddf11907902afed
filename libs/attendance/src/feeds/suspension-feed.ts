import { type Runner } from '@app/database';
import { readCells } from '@app/people';
import { type Calendar, type CalendarDay, shortDay } from '@app/statutory-calendar';
import { isVoid, type Suspension } from '../pure/suspensions';
import {
  type Compared,
  type Feed,
  FITS,
  type KnownLine,
  type LineToWrite,
  problem,
  SAME,
} from './feed';
import { overlaps } from './overlaps';
import { EXAMPLE_PUPIL, identityProblems } from './identity';
import { type SuspensionCells, SUSPENSION_COLUMNS } from './suspension-columns';
import { lineProblems } from './suspension-problems';
import { STORED_SUSPENSIONS_SQL, WRITE_SUSPENSIONS_SQL } from './suspension-sql';
import { markSuspensionTwins } from './suspension-twins';

/** One line of the feed of suspensions and exclusions. */
export interface SuspensionData extends Omit<Suspension, 'id'> {
  readonly startSession: 'AM' | 'PM' | null;
  readonly reasons: readonly string[];
  readonly careSaid: boolean;
  readonly educationFrom: CalendarDay | null;
  readonly examMissed: boolean | null;
  readonly notifiedOn: CalendarDay | null;
  readonly governorsOn: CalendarDay | null;
}

/** Suspensions and exclusions as they happen (annex d, D-3), with what else schools agree to share. */
export const suspensionFeed: Feed<SuspensionData> = {
  kind: 'suspensions',
  title: 'Suspensions and exclusions',
  columns: SUSPENSION_COLUMNS,
  limits: { bytes: 10_000_000, rows: 50_000 },
  example: {
    ...EXAMPLE_PUPIL,
    category: 'SUSP',
    startOn: '10/11/2026',
    startSession: 'AM',
    sessions: '4',
    endOn: '11/11/2026',
    reason1: 'DB',
    notifiedOn: '10/11/2026',
  },
  markTwins: markSuspensionTwins,
  read(cells, places, { today }) {
    const { row, problems } = readCells(SUSPENSION_COLUMNS, cells, places);
    const { school, upn, surname, forename, dob } = row;
    const pupil = { upn, surname, forename, dob };
    const all = [...problems, ...identityProblems(pupil, problems), ...lineProblems(row, today)];
    return { school, pupil, data: all.length ? undefined : dataOf(row), problems: all };
  },
  twinRemark: ({ line, column }): Compared => ({
    status: 'error',
    remarks: [
      column === 'same'
        ? problem(
            'Start date',
            `Row ${line} is the same: this child, this day, this category. Delete one of the two rows`,
            'duplicate',
          )
        : problem(
            'Start date',
            `Overlaps the suspension in row ${line}. Put the dates of one of them right`,
            'overlap',
          ),
    ],
  }),
  calendarProblem({ startOn }: SuspensionData, calendar: Calendar) {
    const inTerm = calendar.terms?.terms.some(([from, to]) => from <= startOn && startOn <= to);
    return inTerm
      ? undefined
      : problem(
          'Start date',
          `${shortDay(startOn)} is not in a term of this school. Check the date, or have the term dates put right`,
          'outside_terms',
        );
  },
  sameKey: ({ category, startOn }: SuspensionData) => `${category} ${startOn}`,
  daysOf: ({ startOn, endOn }: SuspensionData) => [startOn, endOn ?? startOn],
  async compare(tx: Runner, lines: readonly KnownLine<SuspensionData>[]) {
    const stored = await tx.run<StoredLine>('feed-suspensions', STORED_SUSPENSIONS_SQL, [
      [...new Set(lines.map(({ pupilId }) => pupilId))],
    ]);
    return new Map(
      lines.map((it) => [
        it.line,
        compared(
          it.data,
          stored.filter(({ pupilId }) => pupilId === it.pupilId),
        ),
      ]),
    );
  },
  async write(tx: Runner, lines: readonly LineToWrite<SuspensionData>[], at: Date) {
    const rows = lines.map(({ pupilId, urn, data }) => ({ pupilId, urn, ...data }));
    await tx.run('feed-write-suspensions', WRITE_SUSPENSIONS_SQL, [
      lines[0]?.authority,
      JSON.stringify(rows),
      at,
    ]);
  },
};

type StoredLine = SuspensionData & { readonly pupilId: string };

function dataOf(row: SuspensionCells): SuspensionData | undefined {
  const { category, startOn } = row;
  if (!category || !startOn) return undefined;
  return {
    category,
    startOn,
    endOn: row.endOn ?? null,
    startSession: row.startSession ?? null,
    halfDays: row.sessions ?? (category === 'LNCH' ? 1 : 0),
    reasons: [row.reason1, row.reason2, row.reason3].filter((it) => it !== undefined),
    careSaid: Boolean(row.inCare) || Boolean(row.socialWorker),
    educationFrom: row.educationFrom ?? null,
    examMissed: row.examMissed ?? null,
    notifiedOn: row.notifiedOn ?? null,
    governorsOn: row.governorsOn ?? null,
    outcome: row.outcome ?? null,
  };
}

function compared(data: SuspensionData, stored: readonly StoredLine[]): Compared {
  const known = stored.find(
    ({ category, startOn }) => category === data.category && startOn === data.startOn,
  );
  const over = stored.find((it) => it !== known && overlaps(it, data));
  if (over && !isVoid(data)) return { status: 'error', remarks: [overlapProblem(over)] };
  if (!known) return FITS;
  if (isSame(known, data)) return SAME;
  const text = `Replaces what came before about the ${shortDay(data.startOn)}`;
  return { status: 'new', remarks: [problem('Start date', text, 'corrects')] };
}

const overlapProblem = ({ startOn, endOn }: StoredLine) =>
  problem(
    'Start date',
    `Overlaps the suspension from ${shortDay(startOn)}${endOn ? ` to ${shortDay(endOn)}` : ''} that came before. If that one was wrong, send it again as cancelled`,
    'overlap',
  );

function isSame(stored: SuspensionData, data: SuspensionData): boolean {
  const fields = Object.keys(data) as (keyof SuspensionData)[];
  return fields.every((field) => JSON.stringify(stored[field]) === JSON.stringify(data[field]));
}
