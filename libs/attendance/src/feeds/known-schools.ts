import { type Calendars } from '@app/casework';
import { type Runner } from '@app/database';
import { type RowProblem } from '@app/people';
import { type Calendar } from '@app/statutory-calendar';
import { problem } from './feed';

interface School {
  readonly urn: string;
  readonly laestab: string | null;
  readonly name: string;
  readonly status: string;
}

/** The schools of an authority by URN and by LAESTAB, with the calendar that each counts in. */
export class KnownSchools {
  private constructor(
    private readonly byNumber: ReadonlyMap<string, School>,
    private readonly calendars: ReadonlyMap<string, Calendar>,
  ) {}

  static async of(
    runner: Runner,
    calendars: Calendars,
    authority: string,
    numbers: readonly string[],
  ): Promise<KnownSchools> {
    const schools = await runner.run<School>('feed-schools', SCHOOLS_SQL, [authority, numbers]);
    const byLaestab = schools.flatMap((it) => (it.laestab ? [[it.laestab, it] as const] : []));
    const known = new Map<string, Calendar>();
    for (const { urn } of schools) known.set(urn, await calendars.forSchool(authority, urn));
    return new KnownSchools(
      new Map([...byLaestab, ...schools.map((it) => [it.urn, it] as const)]),
      known,
    );
  }

  /** The URN behind the number that was sent, or what is wrong with it. */
  urnOf(number: string): { urn: string; calendar: Calendar } | RowProblem {
    const school = this.byNumber.get(number);
    if (!school)
      return problem(
        'LAESTAB',
        `There is no school ${number} in the register. Check the number`,
        'unknown_school',
      );
    const calendar = this.calendars.get(school.urn);
    if (calendar && school.status.startsWith('Open')) return { urn: school.urn, calendar };
    return problem(
      'LAESTAB',
      `${school.name} is not open: the register says “${school.status}”. Check the number`,
      'closed_school',
    );
  }
}

const SCHOOLS_SQL = `
SELECT urn, laestab, name, status FROM school
WHERE authority = $1 AND (urn = ANY ($2::text[]) OR laestab = ANY ($2::text[])) ORDER BY status LIKE 'Open%', urn`;
