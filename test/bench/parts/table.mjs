/** A plain table of what was measured. */
import { middleOf } from './rounds.mjs';

const HEAD = [
  '',
  'events/s',
  'from',
  'to',
  'ratio',
  'middle ms',
  '95 % ms',
  'app CPU ms',
  'database CPU ms',
  'CPU ratio',
];

export function table(results, reference) {
  const base = reference && results.get(reference);
  const lines = [...results].map(([{ name }, runs]) => {
    const rates = runs.map(({ rate }) => rate);
    const both = ({ app, database }) => 1 / (app + database);
    return [
      name,
      middleOf(runs, ({ rate }) => rate).toFixed(0),
      Math.min(...rates).toFixed(0),
      Math.max(...rates).toFixed(0),
      base ? middleOf(runs, ({ rate }) => rate, base).toFixed(2) : '–',
      middleOf(runs, ({ middle }) => middle).toFixed(1),
      middleOf(runs, ({ slow }) => slow).toFixed(1),
      middleOf(runs, ({ app }) => app).toFixed(2),
      middleOf(runs, ({ database }) => database).toFixed(2),
      base ? middleOf(runs, both, base).toFixed(2) : '–',
    ];
  });
  return aligned([HEAD, ...lines]);
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const padded = (text, column) =>
    column ? text.padStart(widths[column]) : text.padEnd(widths[column]);
  return rows.map((row) => row.map(padded).join('  ')).join('\n');
}
