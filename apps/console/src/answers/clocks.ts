import { BadVectorFile, computeVectors } from '@app/statutory-calendar';
import { EXIT, type ExitCode, Stop } from '../exit';
import { jsonOf } from '../read-file';
import { tell } from '../voice';

/** `clocks FILE`: one line a vector with all that its rule yields, computed with the file's own calendars. */
export async function clocks(file: string): Promise<ExitCode> {
  const answers = computed(file, await jsonOf(file));
  for (const { id, rule, got, error } of answers)
    tell(JSON.stringify(error === undefined ? { id, rule, got } : { id, rule, error }));
  return answers.some(({ error }) => error !== undefined) ? EXIT.refused : EXIT.done;
}

function computed(name: string, file: unknown) {
  try {
    return computeVectors(file);
  } catch (error) {
    if (error instanceof BadVectorFile) throw new Stop(`${name}: ${error.message}`, EXIT.usage);
    throw error;
  }
}
