import { type Entry } from '@app/panels';
import { type FormBody, type Problem } from '../forms/form-body';
import { one } from '../safety/one-value';

/** What a box was when this page was made; a box that shows other words than those that stand there was not seen. */
export const versionsOf = (written: readonly Entry[], shown: FormBody) =>
  Object.fromEntries(
    written
      .filter(({ field, value }) => JSON.stringify(shown[field]) === JSON.stringify(value))
      .map(({ field, version }) => [field, version]),
  );

/** Longer texts that somebody typed into a form which is no longer there. */
export const textsOf = (typed: FormBody) =>
  Object.values(wordsOf(typed))
    .filter((value): value is string => typeof value === 'string')
    .filter((value) => /\s/.test(value.trim()));

/** What people typed, without the marks of the form. */
export function wordsOf(body: FormBody): FormBody {
  const marks = ['_csrf', 'version', 'commandKey', 'another', 'next'];
  return Object.fromEntries(Object.entries(body).filter(([name]) => !marks.includes(name)));
}

/** Who disagreed with a decision and with what; both or neither. */
export function dissentOf(body: FormBody): {
  lines: { name: string; text: string }[];
  problems: Problem[];
} {
  const name = one(body, 'dissentName')?.trim() ?? '';
  const text = one(body, 'dissentText')?.trim() ?? '';
  if (!name && !text) return { lines: [], problems: [] };
  if (!name)
    return { lines: [], problems: [{ field: 'dissentName', text: 'Enter who disagrees' }] };
  if (!text)
    return {
      lines: [],
      problems: [{ field: 'dissentText', text: 'Enter what they disagree with' }],
    };
  return { lines: [{ name, text }], problems: [] };
}
