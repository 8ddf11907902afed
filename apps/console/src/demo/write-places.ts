import { type Statements } from '@app/database';
import { pathwayNamed, settingIn } from '@app/pathways';
import { type CalendarDay, schoolYearOf } from '@app/statutory-calendar';
import { AUTHORITY } from './authority';
import { schoolNamed } from './people/schools';

/** Schools with a high dependency unit. */
export const UNITS = {
  thornmere: schoolNamed('Thornmere High').urn,
  saltmarsh: schoolNamed('Saltmarsh Community School').urn,
} as const;

/** The school with an inclusion hub for the youngest. */
export const HUB = schoolNamed('Little Ferns Infant and Nursery').urn;

interface Places {
  readonly programme: string;
  /** The year of the cohort, or the unit by the URN of its school. */
  readonly of: string;
  readonly count: number;
}

/** The places of three Year 6 cohorts, of the units and of the hub: one row each, so that none is given twice. */
export async function writePlaces(statements: Statements, today: CalendarDay): Promise<void> {
  for (const { programme, of, count } of allPlaces(schoolYearOf(today) + 1))
    await statements.run('', ADD, [AUTHORITY, programme, of, count]);
}

function allPlaces(movesIn: number): Places[] {
  const cohorts = [movesIn - 1, movesIn, movesIn + 1];
  return [
    ...cohorts.map((year) => placesOf('y6_transition', String(year))),
    ...Object.values(UNITS).map((urn) => placesOf('hd_referral', urn)),
    placesOf('ey_transition', HUB),
  ];
}

function placesOf(name: string, of: string): Places {
  const pathway = pathwayNamed(name);
  const { programme, setting } = pathway.places!;
  return { programme, of, count: settingIn(pathway, setting, {}) };
}

const ADD = `
INSERT INTO place (authority, programme, cohort, number) SELECT $1, $2, $3, n FROM generate_series(1, $4::int) n`;
