/** The same words inside a sentence; names in capitals stay as they are. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z’ ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** 'one, two and three'. */
export function listed(items: readonly string[]): string {
  const [last, ...before] = [...items].reverse();
  if (!before.length) return last ?? '';
  return `${before.reverse().join(', ')} and ${last ?? ''}`;
}
