import { type Actor } from '@app/access';
import { Calendars, PolicyPacks } from '@app/casework';
import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { schoolDaysAfter } from '../facts/school-days';
import { type FeedKind } from '../feeds/feed';
import { numbersOn } from '../facts/numbers-in-force';
import { type AttendancePolicy, MOST_DAYS_IN_YEAR } from '../pure/policy';
import { windowsOn } from '../pure/windows';

/** A school whose attendance is missing, or older than it should be. */
export interface SilentSchool {
  readonly urn: string;
  readonly name: string;
  /** The last day that came; null where none ever did. */
  readonly lastDay: CalendarDay | null;
  /** School days since. */
  readonly daysSince: number | null;
}

/** A file with rows that were set aside. */
export interface SetAside {
  readonly fileId: string;
  readonly kind: FeedKind;
  readonly uploadedAt: Date;
  readonly rows: number;
}

/** What keeps the picture of attendance and suspensions from being whole. */
export interface DataQuality {
  readonly schools: number;
  readonly silent: readonly SilentSchool[];
  readonly unmatched: readonly {
    readonly schoolName: string;
    readonly pupils: number;
    readonly suspensions: number;
  }[];
  readonly setAside: readonly SetAside[];
  /** Children suspended for more days this school year than the law allows. */
  readonly overYearCap: number;
}

const MOST_DAYS = 200;

/** The list that tells whose data is missing, stale or unclear. */
@Injectable()
export class DataQualityReader {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(PolicyPacks) private readonly policies: PolicyPacks,
  ) {}

  /** The numbers that count today, as schools may read them. */
  async numbers({ authority }: Pick<Actor, 'authority'>): Promise<AttendancePolicy> {
    return (await numbersOn(this.policies, authority, this.clock.today())).finding;
  }

  async read({ authority }: Pick<Actor, 'authority'>): Promise<DataQuality> {
    const on = this.clock.today();
    const schools = await this.statements.run<SchoolRow>('quality-schools', SCHOOLS_SQL, [
      authority,
    ]);
    const { finding } = await numbersOn(this.policies, authority, on);
    const silent: SilentSchool[] = [];
    for (const { urn, name, lastDay } of schools) {
      const calendar = await this.calendars.forSchool(authority, urn);
      const daysSince = lastDay && schoolDaysAfter(lastDay, on, calendar, MOST_DAYS);
      if (daysSince === null || Number(daysSince) > finding.staleSchoolDays)
        silent.push({ urn, name, lastDay, daysSince: lastDay ? Number(daysSince) : null });
    }
    const year = windowsOn(on, await this.calendars.forAuthority(authority)).year?.from ?? on;
    const run = <Row extends object>(name: string, sql: string, ...values: unknown[]) =>
      this.statements.run<Row & Record<string, unknown>>(name, sql, [authority, ...values]);
    const [unmatched, setAside, [over]] = await Promise.all([
      run<DataQuality['unmatched'][number]>('quality-unmatched', UNMATCHED_SQL),
      run<SetAside>('quality-set-aside', SET_ASIDE_SQL),
      run<{ children: number }>('quality-over', OVER_SQL, year, MOST_DAYS_IN_YEAR * 2),
    ]);
    return {
      schools: schools.length,
      silent,
      unmatched,
      setAside,
      overYearCap: over?.children ?? 0,
    };
  }
}

interface SchoolRow {
  [column: string]: unknown;
  urn: string;
  name: string;
  lastDay: CalendarDay | null;
}

const SCHOOLS_SQL = `
SELECT s.urn, s.name, max(d.last_day) AS "lastDay"
FROM school s LEFT JOIN feed_delivery d ON d.authority = s.authority AND d.urn = s.urn AND d.kind <> 'suspensions'
WHERE s.authority = $1 AND s.status LIKE 'Open%' GROUP BY s.urn, s.name ORDER BY max(d.last_day) NULLS FIRST, s.name`;

const UNMATCHED_SQL = `
SELECT s.name AS "schoolName", count(DISTINCT p.id)::int AS pupils, count(x.id)::int AS suspensions
FROM feed_pupil p JOIN school s ON s.authority = p.authority AND s.urn = p.urn LEFT JOIN suspension x ON x.pupil_id = p.id
WHERE p.authority = $1 AND p.match = 'waiting' GROUP BY s.name ORDER BY suspensions DESC, pupils DESC, s.name`;

const SET_ASIDE_SQL = `
SELECT f.id AS "fileId", f.kind, f.uploaded_at AS "uploadedAt", count(*)::int AS rows
FROM import_file f JOIN import_row r ON r.file_id = f.id AND r.status = 'error'
WHERE f.authority = $1 AND f.kind IN ('attendance_sessions', 'attendance_summary', 'suspensions')
GROUP BY f.id ORDER BY f.uploaded_at DESC LIMIT 50`;

const OVER_SQL = `
SELECT count(*)::int AS children FROM (
  SELECT p.child_id FROM suspension x JOIN pupil_on_record p ON p.pupil_id = x.pupil_id
  WHERE x.authority = $1 AND x.start_on >= $2::date AND x.category IN ('SUSP', 'LNCH') AND x.outcome IS DISTINCT FROM 'cancelled'
    AND x.outcome IS DISTINCT FROM 'quashed'
  GROUP BY p.child_id HAVING sum(x.half_days) > $3::int) AS over`;
