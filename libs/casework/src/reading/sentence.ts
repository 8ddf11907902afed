/** The same words inside a sentence; names in capitals stay as they are. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z’ ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
