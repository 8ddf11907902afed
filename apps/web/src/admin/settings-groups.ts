import { type Setting } from '@app/pathways';

/** Settings that belong together, under one heading that the page can be opened at. */
export interface SettingGroup<T> {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly T[];
}

const NUMBERS = 'Numbers';
const TASKS = 'Tasks';
const CLOCKS = 'Time limits of our own';

const headingOf = ({ key, group }: Setting) =>
  group ?? (key.startsWith('clock.') ? CLOCKS : NUMBERS);

/** Settings in their groups: single numbers first, then the tables, then tasks and time limits; each as `row` makes it. */
export function grouped<T>(
  settings: readonly Setting[],
  row: (setting: Setting) => T,
): SettingGroup<T>[] {
  const others = settings.map(headingOf).filter((it) => ![NUMBERS, TASKS, CLOCKS].includes(it));
  return [...new Set([NUMBERS, ...others, TASKS, CLOCKS])].flatMap((heading, at) => {
    const rows = settings.filter((it) => headingOf(it) === heading).map(row);
    return rows.length ? [{ id: `group-${at + 1}`, heading, rows }] : [];
  });
}
