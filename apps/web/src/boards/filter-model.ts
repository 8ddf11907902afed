import { LEGS, type OpenAssessment, STATUSES, WAITS } from '@app/reporting';
import { boardHref } from './board-asked';
import { type BoardSeen } from './boards-read.service';

/** The filter form: what can be chosen, what is, and the same in words. */
export function filterModel({ all, shown, asked }: BoardSeen, path: string) {
  const { filter } = asked;
  const people = (of: (it: OpenAssessment) => [string | null, string | null], none?: string) => {
    const known = new Map(all.map(of).map(([id, name]) => [id ?? 'none', name ?? none ?? '']));
    return [...known]
      .filter(([, name]) => name)
      .sort((a, b) => a[1].localeCompare(b[1]))
      .map(([value, text]) => ({ value, text }));
  };
  const among = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text }));
  const used = new Set(all.flatMap(({ waitsFor }) => waitsFor as readonly string[]));
  const selects = [
    { name: 'leg', label: 'Leg', nothing: 'All legs', options: among(LEGS) },
    {
      name: 'team',
      label: 'Team',
      nothing: 'All teams',
      options: people(({ teamId, teamName }) => [teamId, teamName]),
    },
    {
      name: 'officer',
      label: 'Officer',
      nothing: 'All officers',
      options: people(({ ownerId, ownerName }) => [ownerId, ownerName], 'No officer'),
    },
    {
      name: 'waits',
      label: 'Waiting on',
      nothing: 'Any service',
      options: among(WAITS).filter(({ value }) => used.has(value) || value === filter.waits),
    },
    { name: 'status', label: 'Status', nothing: 'All', options: among(STATUSES) },
  ].map((select) => ({
    ...select,
    options: select.options.map((option) => ({
      ...option,
      chosen: filter[select.name as keyof typeof filter] === option.value,
    })),
  }));
  const active = selects.flatMap(({ label, options }) =>
    options.filter(({ chosen }) => chosen).map(({ text }) => `${label.toLowerCase()} “${text}”`),
  );
  const weeks = filter.weeks ? [`week ${filter.weeks}`] : [];
  return {
    action: path,
    selects,
    words: filterWords([...active, ...weeks], shown.length),
    isOn: active.length + weeks.length > 0,
    offHref: boardHref(path, { filter: {}, on: asked.on }),
    on: asked.on,
  };
}

function filterWords(active: readonly string[], count: number): string {
  const many = count === 1 ? '1 assessment' : `${count} assessments`;
  return active.length ? `Filters on: ${active.join(', ')}. ${many}.` : `No filters on. ${many}.`;
}
