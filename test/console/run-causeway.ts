import { runProgram } from '../../apps/console/src/program';

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function runCauseway(...args: string[]): Promise<Ran> {
  const [out, err] = [listenTo(process.stdout), listenTo(process.stderr)];
  try {
    const code = await runProgram(args);
    return { code, out: out.heard(), err: err.heard() };
  } finally {
    out.stop();
    err.stop();
  }
}

/** The lines of a result, as JSON. */
export const jsonLines = ({ out }: Ran) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function listenTo(stream: NodeJS.WriteStream) {
  let heard = '';
  const spy = jest.spyOn(stream, 'write').mockImplementation((chunk) => {
    heard += String(chunk);
    return true;
  });
  return { heard: () => heard, stop: () => spy.mockRestore() };
}
