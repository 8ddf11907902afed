import { type RuleContext, type RuleResult } from '../rules/rule';
import { computeRule } from '../rules/statutory-rules';
import { BadVectorFile, isRecord, readVectorFile } from './vector-file';

/** What a rule made of one vector, or why it could not. */
export interface VectorAnswer {
  readonly id: string;
  readonly rule: string;
  readonly got?: RuleResult;
  readonly error?: string;
}

/**
 * Computes every vector of a file in the format of test/vectors/statutory.json, with that file's
 * own bank holidays and calendars. A vector that cannot be computed has an error in plain words;
 * a file that cannot be read as vectors throws BadVectorFile.
 */
export function computeVectors(file: unknown): VectorAnswer[] {
  const { vectors, context } = readVectorFile(file);
  return vectors.map((vector, index) => answer(vector, index, context));
}

function answer(vector: unknown, index: number, context: RuleContext): VectorAnswer {
  if (!isRecord(vector) || typeof vector['rule'] !== 'string') {
    throw new BadVectorFile(`Vector ${index + 1} does not name its rule.`);
  }
  const { rule, input } = vector;
  const id = typeof vector['id'] === 'string' ? vector['id'] : `${rule}#${index + 1}`;
  const named = { id, rule: rule };
  if (!isRecord(input)) return { ...named, error: `${id} has no input: give an object of facts.` };
  try {
    return { ...named, got: computeRule(named.rule, input, context) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ...named, error: error.message };
  }
}
