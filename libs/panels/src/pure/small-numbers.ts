/** Columns of the check, in the order in which a child comes through. */
export const STEPS = {
  found: 'Found by rules',
  listed: 'On an agenda',
  accepted: 'Support agreed',
  declined: 'Not agreed',
} as const;
export type Step = keyof typeof STEPS;
export type Counts = Readonly<Record<Step, number>>;

/** A number that may be shown, or none because it would tell of single children. */
export type Shown = Readonly<Record<Step, number | null>>;

/** One way to group children, with every group of it: their counts add up to the whole. */
export interface Grouping {
  readonly title: string;
  readonly groups: readonly { readonly label: string; readonly counts: Counts }[];
}

export interface ShownGrouping {
  readonly title: string;
  readonly groups: readonly { readonly label: string; readonly counts: Shown }[];
}

/** Numbers from 1 to 4 are not shown (correction 2). */
const LEAST = 5;
const ALL = Object.keys(STEPS) as Step[];
/** Both are parts of the same whole: where one is hidden, the other would tell it. */
const PARTS: readonly Step[] = ['accepted', 'declined'];

const isSmall = (count: number) => count > 0 && count < LEAST;

/**
 * Hides small numbers, and further ones from which a hidden number could be worked out: the smallest other group of the
 * same column, and the other half of agreed and not agreed. Where no other group has a child, the whole is hidden too. Pure.
 */
export function withoutSmallNumbers(
  whole: Counts,
  groupings: readonly Grouping[],
): { whole: Shown; groupings: ShownGrouping[] } {
  const hidden = groupings.map(({ groups }) =>
    groups.map(({ counts }) => new Set(ALL.filter((step) => isSmall(counts[step])))),
  );
  const hiddenWhole = new Set(ALL.filter((step) => isSmall(whole[step])));
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    pairUp([hiddenWhole]);
    groupings.forEach(({ groups }, i) => {
      pairUp(hidden[i]!.filter((_, g) => PARTS.some((step) => groups[g]!.counts[step] > 0)));
      for (const step of ALL) hideSecond(step, groups, { hidden: hidden[i]!, hiddenWhole });
    });
    now = hiddenWhole.size + hidden.flat().reduce((sum, set) => sum + set.size, 0);
  }
  return {
    whole: shown(whole, hiddenWhole),
    groupings: groupings.map(({ title, groups }, i) => ({
      title,
      groups: groups.map(({ label, counts }, g) => ({
        label,
        counts: shown(counts, hidden[i]![g]!),
      })),
    })),
  };
}

/** What is hidden in a column is the whole less what is shown: it must be more than one number, and no small one. */
function hideSecond(
  step: Step,
  groups: Grouping['groups'],
  { hidden, hiddenWhole }: { hidden: readonly Set<Step>[]; hiddenWhole: Set<Step> },
): void {
  if (hiddenWhole.has(step)) return;
  const cells = groups.map(({ counts }, g) => ({ count: counts[step], set: hidden[g]! }));
  const kept = cells.filter(({ set }) => set.has(step));
  const together = kept.reduce((sum, { count }) => sum + count, 0);
  if (!kept.length || (kept.length > 1 && together >= LEAST)) return;
  const [next] = cells
    .filter(({ count, set }) => count > 0 && !set.has(step))
    .sort((a, b) => a.count - b.count);
  if (next) next.set.add(step);
  else hiddenWhole.add(step);
}

function pairUp(rows: readonly Set<Step>[]): void {
  for (const row of rows)
    if (PARTS.some((step) => row.has(step))) for (const step of PARTS) row.add(step);
}

const shown = (counts: Counts, hidden: ReadonlySet<Step>): Shown =>
  Object.fromEntries(
    ALL.map((step) => [step, hidden.has(step) ? null : counts[step]]),
  ) as unknown as Shown;
