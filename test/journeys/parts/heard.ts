import { type CDPSession } from 'playwright-core';

/** One thing that a screen reader comes to. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  /** Of a heading. */
  readonly level: number | undefined;
  readonly isLive: boolean;
  readonly isWithinMain: boolean;
}

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** What the browser tells a screen reader of a page, in the order in which it is read. */
export async function treeOf(cdp: CDPSession): Promise<readonly Heard[]> {
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found: Heard[] = [];
  const walk = (node: Node | undefined, isWithinMain: boolean): void => {
    if (!node) return;
    const role = node.role?.value ?? '';
    const property = (name: string) => node.properties?.find((it) => it.name === name)?.value.value;
    const isInside = isWithinMain || role === 'main';
    if (!node.ignored)
      found.push({
        role,
        name: node.name?.value?.trim() ?? '',
        level: property('level') as number | undefined,
        isLive: property('live') === 'polite' || property('live') === 'assertive',
        isWithinMain: isInside,
      });
    for (const id of node.childIds ?? []) walk(byId.get(id), isInside);
  };
  walk(nodes[0], false);
  return found;
}

const NAMED = [
  ...['button', 'link', 'textbox', 'searchbox', 'combobox', 'radio', 'checkbox'],
  ...['group', 'navigation', 'region', 'image', 'table'],
];
/** Foldings are groups to the browser, named by what unfolds them. */
const isFolding = (tree: readonly Heard[], at: number) =>
  tree[at]?.role === 'group' && tree[at + 1]?.role === 'DisclosureTriangle';

/** What somebody who only listens would stumble over: things without a name, headings out of order. */
export function faultsHeard(tree: readonly Heard[]): string[] {
  const nameless = tree
    .filter(({ role, name }, at) => NAMED.includes(role) && !name && !isFolding(tree, at))
    .map(({ role }) => `a ${role} without a name`);
  const levels = tree.flatMap(({ level, role }) => (role === 'heading' && level ? [level] : []));
  const skipped = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
  const firsts = levels.filter((level) => level === 1).length;
  const mains = tree.filter(({ role }) => role === 'main').length;
  return [
    ...nameless,
    ...skipped.map((level) => `a heading of level ${level} that follows none above it`),
    ...(firsts === 1 && levels[0] === 1
      ? []
      : ['a first heading that is not the only one of level 1']),
    ...(mains === 1 ? [] : [`${mains} main parts`]),
  ];
}

/** The main part as lines: 'heading 2: Agenda', 'button: Save'. */
export function heard(tree: readonly Heard[]): readonly string[] {
  const said = ['heading', 'group', 'status', 'navigation', ...NAMED];
  return tree
    .filter(({ isWithinMain, role }) => isWithinMain && said.includes(role))
    .map(({ role, level, name, isLive }) => {
      if (isLive) return `${role}, read out when it changes`;
      return level && role === 'heading' ? `heading ${level}: ${name}` : `${role}: ${name}`;
    });
}
