import { ebsnaPolicy } from './policy';

/** What not going to school does for a child: four functions, in the order of the scale. */
export const FUNCTIONS = [
  'Keeps away from what causes distress',
  'Keeps away from being judged by others',
  'Brings closeness to a trusted adult',
  'Brings something better outside school',
] as const;

/** Mean score of each function, by who answered: four numbers from 0 to 6. */
interface FunctionScale {
  readonly child?: readonly number[];
  readonly parent?: readonly number[];
}

/** Child's and parent's means, averaged where both answered. */
export function functionMeans({ child, parent }: FunctionScale): number[] {
  const both = [child, parent].filter((it) => it?.length === FUNCTIONS.length);
  if (!both.length) return [];
  return FUNCTIONS.map(
    (_, i) => both.reduce((sum, answers) => sum + (answers?.[i] ?? 0), 0) / both.length,
  );
}

/** Numbers (from 1) of the main function, and of those too close to it to tell apart. */
export function mainFunctions(
  scale: FunctionScale,
  tie: number = ebsnaPolicy.functionTie,
): number[] {
  const means = functionMeans(scale);
  const highest = Math.max(...means);
  return means.flatMap((mean, i) => (highest - mean <= tie + Number.EPSILON ? [i + 1] : []));
}
