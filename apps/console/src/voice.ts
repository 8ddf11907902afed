/** Standard output carries the result and nothing else. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Progress, hints and errors go to standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
