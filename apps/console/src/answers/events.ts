import { type EventDefinition, pathways } from '@app/pathways';
import { z } from 'zod';
import { EXIT, type ExitCode, Stop } from '../exit';
import { tell } from '../voice';

/** `events PATHWAY`: every event of a pathway with the schema of its payload, an example, and who may record it. */
export function events(name: string): ExitCode {
  const pathway = pathways.find((each) => each.name === name);
  if (!pathway) {
    const known = pathways.map((each) => each.name).join(', ');
    throw new Stop(`There is no pathway “${name}”. There are: ${known}.`, EXIT.usage);
  }
  const described = Object.entries(pathway.events).map(
    ([type, definition]) => [type, describe(definition)] as const,
  );
  const answer = { opensWith: pathway.opensWith, events: Object.fromEntries(described) };
  tell(JSON.stringify(answer, null, 2));
  return EXIT.done;
}

function describe({ payload, example, roles }: EventDefinition) {
  return { schema: z.toJSONSchema(payload, { io: 'input' }), example, roles };
}
