import { addDays, type CalendarDay } from '../day/calendar-day';
import { plainDay } from '../day/day-words';
import { type PackFile } from './pack-shape';
import { type LawChange } from './rule-pack';

interface Found {
  readonly where: string;
  readonly what: string;
}

interface Span {
  readonly effectiveFrom?: CalendarDay | undefined;
  readonly effectiveTo?: CalendarDay | undefined;
}

/** Days that contradict each other: a stretch that ends before it begins, or lies outside the pack; a cohort of nobody. */
export function dayProblems(pack: PackFile): Found[] {
  const inChanges = pack.changes.flatMap((change, index) => {
    const where = `changes ${index + 1}`;
    const from = change.effectiveFrom ?? pack.effectiveFrom;
    const to = change.effectiveTo ?? pack.effectiveTo;
    return [
      ...backward(where, { effectiveFrom: from, effectiveTo: to }),
      ...outside(where, pack, change),
      ...nobody(where, change.cohort),
    ];
  });
  return [...backward('the pack', pack), ...nobody('the pack', pack.cohort), ...inChanges];
}

function backward(where: string, { effectiveFrom: from, effectiveTo: to }: Span): Found[] {
  if (!from || !to || from <= to) return [];
  return [
    { where, what: `it would end on ${plainDay(to)}, before it begins on ${plainDay(from)}` },
  ];
}

function outside(where: string, pack: PackFile, { effectiveFrom, effectiveTo }: Span): Found[] {
  const isEarly = effectiveFrom !== undefined && effectiveFrom < pack.effectiveFrom;
  const isLate =
    pack.effectiveTo !== undefined && effectiveTo !== undefined && effectiveTo > pack.effectiveTo;
  return isEarly || isLate
    ? [{ where, what: `it would stand outside the days of the pack, ${spanOf(pack)}` }]
    : [];
}

function nobody(where: string, cohort: PackFile['cohort']): Found[] {
  const { startedFrom, startedBefore } = cohort ?? {};
  if (cohort && !startedFrom && !startedBefore)
    return [{ where, what: 'the cohort needs startedFrom, startedBefore or both' }];
  if (!startedFrom || !startedBefore || startedFrom < startedBefore) return [];
  return [{ where, what: 'the cohort holds nobody: startedFrom must lie before startedBefore' }];
}

/** For each limit and each ground: stretches that overlap, and days of the pack that no stretch covers. */
export function coverProblems(pack: PackFile, changes: readonly LawChange[]): Found[] {
  const stretches = new Map<string, [at: number, change: LawChange][]>();
  changes.forEach((change, at) => {
    const topics = [...(change.limit ? [change.limit.name] : []), ...(change.grounds ?? [])];
    for (const topic of topics) {
      const key = `${change.rule} (${topic})`;
      stretches.set(key, [...(stretches.get(key) ?? []), [at, change]]);
    }
  });
  return [...stretches].flatMap(([topic, all]) => {
    const inOrder = all.toSorted(([, a], [, b]) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    return [...between(topic, inOrder), ...edges(topic, pack, inOrder)];
  });
}

function between(topic: string, stretches: readonly [number, LawChange][]): Found[] {
  return stretches.slice(1).flatMap(([at, next], index): Found[] => {
    const [earlierAt, earlier] = stretches[index] as [number, LawChange];
    const where = `changes ${at + 1}`;
    const end = earlier.effectiveTo;
    if (end === undefined || next.effectiveFrom <= end)
      return [
        { where, what: `${topic}: it overlaps changes ${earlierAt + 1}, ${spanOf(earlier)}` },
      ];
    if (next.effectiveFrom === addDays(end, 1)) return [];
    return [{ where, what: `${topic}: no law is given from ${gap(addDays(end, 1), next)}` }];
  });
}

const gap = (from: CalendarDay, { effectiveFrom }: LawChange) =>
  `${plainDay(from)} to ${plainDay(addDays(effectiveFrom, -1))}`;

function edges(topic: string, pack: PackFile, stretches: readonly [number, LawChange][]): Found[] {
  const [firstAt, first] = stretches[0] as [number, LawChange];
  const [lastAt, last] = stretches.at(-1) as [number, LawChange];
  const problems: Found[] = [];
  if (first.effectiveFrom > pack.effectiveFrom)
    problems.push({
      where: `changes ${firstAt + 1}`,
      what: `${topic}: no law is given from ${gap(pack.effectiveFrom, first)}`,
    });
  if (last.effectiveTo !== undefined && last.effectiveTo !== pack.effectiveTo)
    problems.push({
      where: `changes ${lastAt + 1}`,
      what: `${topic}: no law is given from ${plainDay(addDays(last.effectiveTo, 1))} to the end of the pack`,
    });
  return problems;
}

function spanOf({ effectiveFrom, effectiveTo }: Span): string {
  const from = effectiveFrom ? plainDay(effectiveFrom) : '';
  return effectiveTo ? `${from} to ${plainDay(effectiveTo)}` : `from ${from} on`;
}
