import { type BoardFilter, LEGS, type StandingAssessment, STATUSES, WAITS } from '@app/reporting';
import { boardHref } from './board-asked';
import { type BoardSeen } from './boards-read.service';

interface Option {
  readonly value: string;
  readonly text: string;
}

interface Select {
  readonly name: keyof BoardFilter;
  readonly label: string;
  readonly nothing: string;
  readonly options: readonly Option[];
}

/** The filter form: what can be chosen, what is, and the same in words. */
export function filterModel({ all, shown, asked }: BoardSeen, path: string) {
  const { filter, on } = asked;
  const selects = selectsFor(all, filter).map((select) => ({
    ...select,
    options: select.options.map((option) => ({
      ...option,
      chosen: filter[select.name] === option.value,
    })),
  }));
  const active = selects.flatMap(({ label, options }) =>
    options.filter(({ chosen }) => chosen).map(({ text }) => `${label.toLowerCase()} “${text}”`),
  );
  const said = [...active, ...(filter.weeks ? [`week ${filter.weeks}`] : [])];
  return {
    action: path,
    selects,
    words: filterWords(said, shown.length),
    isOn: said.length > 0,
    offHref: boardHref(path, { filter: {}, on }),
    on,
  };
}

/** Only people, teams and services that have something open are offered. */
function selectsFor(all: readonly StandingAssessment[], filter: BoardFilter): Select[] {
  const [teams, areas, officers] = [new Map(), new Map(), new Map()] as [Known, Known, Known];
  const awaited = new Set<string>();
  for (const { teamId, teamName, area, ownerId, ownerName, waitsFor } of all) {
    teams.set(teamId ?? 'none', teamName ?? 'No team');
    areas.set(area ?? 'none', area ?? 'No school, or no postcode');
    officers.set(ownerId ?? 'none', ownerName ?? 'No officer');
    for (const who of waitsFor) awaited.add(who);
  }
  const services = among(WAITS).filter(({ value }) => awaited.has(value) || value === filter.waits);
  return [
    { name: 'leg', label: 'Leg', nothing: 'All legs', options: among(LEGS) },
    { name: 'team', label: 'Team', nothing: 'All teams', options: distinct(teams) },
    { name: 'area', label: 'Area', nothing: 'All areas', options: distinct(areas) },
    { name: 'officer', label: 'Officer', nothing: 'All officers', options: distinct(officers) },
    { name: 'waits', label: 'Waiting on', nothing: 'Any service', options: services },
    { name: 'status', label: 'Status', nothing: 'All', options: among(STATUSES) },
  ];
}

/** Names by their ids. */
type Known = Map<string, string>;

function distinct(known: Known): Option[] {
  return [...known]
    .filter(([, text]) => text)
    .sort((a, b) => a[1].localeCompare(b[1]))
    .map(([value, text]) => ({ value, text }));
}

function among(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}

function filterWords(active: readonly string[], count: number): string {
  const many = count === 1 ? '1 assessment' : `${count} assessments`;
  return active.length ? `Filters on: ${active.join(', ')}. ${many}.` : `No filters on. ${many}.`;
}
