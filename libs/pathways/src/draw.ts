import { type AnyStateNode } from 'xstate';
import { type ClockRule } from './clock-rule';
import { inLocalWords } from './local-names';
import { type Pathway } from './pathway';
import { ROLES } from './role';
import { settingsOf } from './settings';

/** A pathway as a page of Markdown, drawn from its machine, clocks and events: it cannot say what is not so. */
export function drawn(pathway: Pathway): string {
  const regions = Object.entries(pathway.machine.root.states as Record<string, AnyStateNode>);
  const parts = [
    `# ${pathway.title}`,
    `Drawn from the machine \`${pathway.name}\`, version ${pathway.version}. Do not edit: run \`npm run pathways:draw\`.`,
    ...regions.flatMap(([region, node]) => drawnRegion(pathway, region, node)),
    '## Clocks',
    table(
      ['Clock', 'What it asks', 'Basis', 'Source', 'When it runs out'],
      pathway.clocks.map(clockRow),
    ),
    '## Events',
    table(
      ['Event', 'In words', 'Who may record it'],
      Object.entries(pathway.events).map(([type, { title, roles }]) => [
        `\`${type}\``,
        title,
        roles.map((role) => ROLES[role]).join(', '),
      ]),
    ),
    '## Refusals',
    table(
      ['Guard', 'Words'],
      Object.entries(pathway.guards).map(([name, { text }]) => [
        `\`${name}\``,
        typeof text === 'string' ? text : 'Words made from the case',
      ]),
    ),
    '## Settings',
    table(
      ['Setting', 'What a council may set', 'Usual', 'From', 'To'],
      settingsOf(pathway).map(({ key, label, unit, usual, least, most }) => [
        `\`${key}\``,
        `${label}, ${unit}`,
        ...[usual, least, most].map(String),
      ]),
    ),
    '',
  ];
  return inLocalWords(parts.join('\n\n'), {});
}

function drawnRegion(pathway: Pathway, region: string, node: AnyStateNode): string[] {
  const words = pathway.copy.states[region] ?? {};
  const states = Object.values(node.states);
  const arrows = states.flatMap((state) => arrowsOf(state));
  const initial = node.initial?.target.map(({ key }) => `  [*] --> ${key}`) ?? [];
  const ends = states.filter(({ type }) => type === 'final').map(({ key }) => `  ${key} --> [*]`);
  const names = states.map(({ key }) => `  ${key} : ${words[key] ?? key}`);
  const everywhere = [...node.transitions.values()]
    .flat()
    .map(({ eventType, target }) => [
      `\`${eventType}\``,
      target?.map(({ key }) => words[key] ?? key).join(', ') ?? 'stays',
    ]);
  return [
    `## Region \`${region}\``,
    ['```mermaid', 'stateDiagram-v2', ...names, ...initial, ...arrows, ...ends, '```'].join('\n'),
    ...(everywhere.length
      ? ['From every open state:', table(['Event', 'Leads to'], everywhere)]
      : []),
  ];
}

function arrowsOf(state: AnyStateNode): string[] {
  return [...state.transitions.values()]
    .flat()
    .map(
      ({ eventType, target }) =>
        `  ${state.key} --> ${target?.[0]?.key ?? state.key} : ${eventType}`,
    );
}

function clockRow({ code, label, basis, source, sends }: ClockRule): string[] {
  return [`\`${code}\``, label, basis, source, sends ? `sends \`${sends}\`` : 'shown as late'];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
