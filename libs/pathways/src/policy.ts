import { type PathwayEvent } from './event';
import { type LawInForce } from './law-in-force';

/** What a council has set otherwise on one pathway, under the number of that version of its settings. */
export interface PolicyOverlay {
  readonly version: number;
  readonly numbers: Readonly<Record<string, number>>;
}

/** One number that a council may set. */
export interface Setting {
  readonly key: string;
  readonly label: string;
  /** What is counted: 'school days', 'per cent'. */
  readonly unit: string;
  /** The number where a council sets none. */
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** Parts of one are allowed: 1.5. */
  readonly parts?: true;
  /** Those that belong together stand in one table under this heading. */
  readonly group?: string;
  /** The key of a setting that must stay below this one. */
  readonly above?: string;
}

type Words = Omit<Setting, 'key' | 'usual'>;

/** The numbers of a pathway as they count for one case: any of them may differ from the usual ones. */
export type InForce<T> = T extends number
  ? number
  : T extends string | readonly unknown[]
    ? T
    : { readonly [Name in keyof T]: InForce<T[Name]> };

/** The name of every number in there: `threshold`, `weights.intensive`. */
type NumberIn<T> = {
  [Name in keyof T & string]: T[Name] extends number
    ? Name
    : T[Name] extends string | readonly unknown[]
      ? never
      : `${Name}.${NumberIn<T[Name]>}`;
}[keyof T & string];

/** A whole number that a council may set between two bounds; `above` names a setting that must stay below it. */
export const whole = (
  label: string,
  unit: string,
  least: number,
  most: number,
  above?: string,
): Words => ({ label, unit, least, most, ...(above && { above }) });

/** A number that may have parts of one. */
export const inParts = (...words: Parameters<typeof whole>): Words => ({
  ...whole(...words),
  parts: true,
});

/** The settings of a pathway: what its numbers are called, and how far they may go. A number without words stays as it is. */
export function settingsFor<const T extends object>(
  usual: T,
  words: Partial<Record<NumberIn<T>, Words>>,
  group?: string,
): readonly Setting[] {
  return Object.entries(words as Record<string, Words>).map(([key, said]) => ({
    key,
    ...said,
    ...(group && { group }),
    usual: numberAt(usual, key),
  }));
}

/** A table of points: one setting for each answer of a question. */
export const pointsFor = (
  usual: object,
  path: string,
  answers: Readonly<Record<string, string>>,
  group: string,
): readonly Setting[] =>
  Object.entries(answers).map(([name, answer]) => {
    const key = `${path}.${name}`;
    return { key, ...whole(answer, 'points', 0, 50), usual: numberAt(usual, key), group };
  });

function numberAt(usual: object, key: string): number {
  const found = key
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], usual);
  if (typeof found !== 'number') throw new Error(`There is no number called ${key}`);
  return found;
}

/** What the council had set when the case began; the case itself remembers it. */
export const overlayOf = (context: object): PolicyOverlay | undefined =>
  (context as { readonly policy?: PolicyOverlay }).policy;

/** What a case remembers of the settings, and of changed law, that it begins under. */
export const beginsUnder = ({
  facts: { policy, law },
}: Pick<PathwayEvent, 'facts'>): { policy?: PolicyOverlay; law?: LawInForce } => ({
  ...(policy && { policy }),
  ...(law && { law }),
});

const kept = new WeakMap<PolicyOverlay, WeakMap<object, object>>();

/** The numbers that count for this case: the usual ones, and what the council had set otherwise when it began. */
export function inForce<T extends object>(usual: T, context: object): InForce<T> {
  const overlay = overlayOf(context);
  if (!overlay) return usual as InForce<T>;
  const known = kept.get(overlay) ?? new WeakMap<object, object>();
  const numbers = known.get(usual) ?? withNumbers(usual, overlay.numbers);
  kept.set(overlay, known.set(usual, numbers));
  return numbers as InForce<T>;
}

function withNumbers(usual: object, numbers: PolicyOverlay['numbers'], path = ''): object {
  return Object.fromEntries(
    Object.entries(usual).map(([name, value]: [string, unknown]) => {
      const key = `${path}${name}`;
      if (typeof value === 'number') return [name, numbers[key] ?? value];
      const isInside = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [name, isInside ? withNumbers(value, numbers, `${key}.`) : value];
    }),
  );
}
