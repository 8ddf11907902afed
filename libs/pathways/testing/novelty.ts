import { type PathwayState } from '../src/pathway';

/**
 * Which places are worth going on from: those where something stands as it never stood before. What "something" is,
 * grows with need: each region alone at first, then the regions and memories that one guard looks at together.
 */
export class Novelty {
  private readonly groups = new Map<string, readonly string[]>();
  private seen = new Map<string, Set<string>>();

  /** @returns whether this group was not watched before */
  watch(dimensions: readonly string[]): boolean {
    const sorted = [...new Set(dimensions)].sort();
    const key = sorted.join('+');
    if (this.groups.has(key)) return false;
    this.groups.set(key, sorted);
    return true;
  }

  /** Begins again with nothing seen. */
  forget(): void {
    this.seen = new Map();
  }

  /** Notes where a case stands. */
  isNew({ value, context }: PathwayState): boolean {
    let found = false;
    for (const [key, dimensions] of this.groups) {
      const tuple = dimensions.map((name) => standing(name, value, context)).join('|');
      const tuples = this.seen.get(key) ?? new Set<string>();
      this.seen.set(key, tuples);
      if (tuples.has(tuple) || tuples.size >= MOST) continue;
      tuples.add(tuple);
      found = true;
    }
    return found;
  }
}

const MOST = 1500;

function standing(
  name: string,
  value: PathwayState['value'],
  context: PathwayState['context'],
): string {
  const [kind, key = ''] = name.split(' ');
  return kind === 'region' ? (value[key] ?? '') : told(context[key]);
}

/** A memory, coarse enough that dates and lists do not make every place a new one. */
function told(memory: unknown): string {
  if (Array.isArray(memory)) return `${memory.length} items`;
  if (typeof memory === 'object' && memory !== null) return `${Object.keys(memory).length} parts`;
  if (typeof memory === 'string' && /^\d{4}-\d\d-\d\d$/.test(memory)) return 'a day';
  return String(memory).slice(0, 40);
}
