import { pathways, replayScenarios, type Replayed } from '@app/pathways';
import { z } from 'zod';
import { EXIT, type ExitCode, Stop } from '../exit';
import { jsonOf } from '../read-file';
import { tell } from '../voice';

/** `replay FILE`: dated scenarios through the machines and clocks, one line a step. */
export async function replay(file: string): Promise<ExitCode> {
  const steps = replayed(file, await jsonOf(file));
  for (const { scenario, step, state, due, refused, error } of steps)
    tell(JSON.stringify({ scenario, step, state, due, refused, ...(error && { error }) }));
  return steps.some(({ error }) => error) ? EXIT.refused : EXIT.done;
}

function replayed(name: string, file: unknown): Replayed[] {
  try {
    return replayScenarios(file, pathways);
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new Stop(`${name} is not a file of scenarios.\n${listed(error)}`, EXIT.usage);
    if (error instanceof RangeError) throw new Stop(`${name}: ${error.message}`, EXIT.usage);
    throw error;
  }
}

const MOST = 10;

function listed({ issues }: z.ZodError): string {
  const lines = issues.map(({ path, message }) => `- ${path.join('.') || 'the file'}: ${message}`);
  const more = lines.length > MOST ? [`- and ${lines.length - MOST} more`] : [];
  return [...lines.slice(0, MOST), ...more].join('\n');
}
