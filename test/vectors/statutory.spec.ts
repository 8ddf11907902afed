import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeRule, computeVectors, statutoryRules, UnknownRule } from '@app/statutory-calendar';

interface Vector {
  readonly id: string;
  readonly rule: string;
  readonly input: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
}

interface VectorFile {
  readonly vectors: readonly Vector[];
}

interface Vocabulary {
  readonly rules: Record<string, { readonly source: string; readonly output: Record<string, string[]> }>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
const file = read('statutory.json') as VectorFile;
const vocabulary = read('vocabulary.json') as Vocabulary;
const answers = new Map(computeVectors(file).map((answer) => [answer.id, answer]));

describe('the vectors of the rule book', () => {
  it('are 156', () => {
    expect(file.vectors).toHaveLength(156);
    expect(answers.size).toBe(156);
  });

  it.each(file.vectors.map((vector) => [vector.id, vector] as const))('%s', (id, vector) => {
    const answer = answers.get(id);
    expect(answer?.error).toBeUndefined();
    const got = answer?.got ?? {};
    for (const [key, value] of Object.entries(vector.expected)) {
      expect({ [key]: got[key] }).toEqual({ [key]: value });
    }
  });

  it('never change the facts they are given', () => {
    const frozen = JSON.stringify(file);
    computeVectors(file);
    expect(JSON.stringify(file)).toBe(frozen);
  });
});

describe('the vocabulary', () => {
  it('names the same rules, with the same sources', () => {
    const sources = Object.entries(vocabulary.rules).map(([code, { source }]) => [code, source]);
    const ours = statutoryRules().map(({ code, source }) => [code, source]);
    expect(ours.sort()).toEqual(sources.sort());
    expect(ours).toHaveLength(53);
  });

  it.each(file.vectors.map((vector) => [vector.id, vector] as const))(
    '%s gives values of the listed kinds',
    (id, { rule }) => {
      const kinds = vocabulary.rules[rule]?.output ?? {};
      const got = answers.get(id)?.got ?? {};
      for (const [key, value] of Object.entries(got)) {
        const allowed = kinds[key];
        if (allowed) expect([key, fits(value, allowed)]).toEqual([key, true]);
      }
    },
  );

  it('has no rule that is not in the book', () => {
    const context = { bankHolidays: [], calendar: () => { throw new Error('not asked'); } };
    expect(() => computeRule('EHCNA-NEVER', {}, context)).toThrow(UnknownRule);
  });
});

function fits(value: unknown, allowed: readonly string[]): boolean {
  if (value === null) return allowed.includes('null');
  if (typeof value === 'boolean') return allowed.includes('boolean');
  if (typeof value === 'number') return allowed.includes('number');
  if (typeof value !== 'string') return false;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return allowed.includes('date');
  const kinds = { weekday: /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/, time: /^\d\d:\d\d$/, letter: /^[A-Z]$/ };
  return (
    allowed.includes(value) ||
    Object.entries(kinds).some(([kind, shape]) => allowed.includes(kind) && shape.test(value))
  );
}
