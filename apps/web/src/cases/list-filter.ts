import { type CaseFilter } from '@app/casework';
import { type Pathway } from '@app/pathways';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The form over the list: what can be chosen, what is chosen, and that in words. */
export function filterModel(
  filter: CaseFilter,
  {
    pathways,
    officers,
    teams,
  }: { pathways: readonly Pathway[]; officers: readonly Named[]; teams: readonly Named[] },
) {
  const of = pathways.find(({ name }) => name === filter.pathway);
  const stages = (of?.copy.stages ?? []).map(({ label, states }) => ({
    value: states.join(','),
    text: label,
  }));
  const selects = [
    select(
      'pathway',
      'Pathway',
      pathways.map(({ name, title }) => ({ value: name, text: title })),
      filter.pathway,
    ),
    ...(of || filter.stage
      ? [select('stage', 'Where it is', withOther(stages, filter.stage), filter.stage)]
      : []),
    select(
      'owner',
      'Officer',
      [
        { value: 'none', text: 'Nobody yet' },
        ...officers.map(({ id, name }) => ({ value: id, text: name })),
      ],
      filter.owner,
    ),
    select(
      'team',
      'Team',
      teams.map(({ id, name }) => ({ value: id, text: name })),
      filter.team,
    ),
    select(
      'status',
      'Status',
      [
        { value: 'open', text: 'Open' },
        { value: 'closed', text: 'Closed' },
        { value: 'all', text: 'Open and closed' },
      ],
      filter.status,
      true,
    ),
  ];
  const on = selects
    .filter(({ isOn }) => isOn)
    .map(({ label, chosenText }) => `${label}: ${chosenText}`);
  return {
    selects,
    words: on.length ? `Filters on: ${on.join('; ')}.` : 'No filters on.',
    isOn: on.length > 0,
  };
}

/** A stage that a board linked to and the list does not offer by itself. */
function withOther(stages: readonly { value: string; text: string }[], chosen: string | undefined) {
  return !chosen || stages.some(({ value }) => value === chosen)
    ? stages
    : [...stages, { value: chosen, text: 'As chosen on the board' }];
}

function select(
  name: string,
  label: string,
  options: readonly { value: string; text: string }[],
  chosen: string | undefined,
  hasDefault = false,
) {
  const found = options.find(({ value }) => value === chosen);
  return {
    name,
    label,
    hasDefault,
    options: options.map(({ value, text }) => ({ value, text, chosen: value === chosen })),
    chosenText: found?.text ?? '',
    isOn: found !== undefined && !(hasDefault && found === options[0]),
  };
}

/** The filter as an address. */
export function queryOf(filter: CaseFilter, at = 0): string {
  const parts = Object.entries(filter).flatMap(([name, value]: [string, string | undefined]) =>
    value && !(name === 'status' && value === 'open') ? [[name, value] as [string, string]] : [],
  );
  if (at) parts.push(['page', String(at + 1)]);
  return new URLSearchParams(parts).toString();
}
