import { ask, pathways } from '@app/pathways';
import { z } from 'zod';

/** What each event of each pathway takes, by name: 'placement_request.SUBMITTED'. */
export function payloadSchemas(): Record<string, object> {
  return Object.fromEntries(
    pathways.flatMap(({ name, events }) =>
      Object.entries(events).map(([type, { payload }]) => [
        `${name}.${type}`,
        schemaInWords(payload),
      ]),
    ),
  );
}

/** The schema with the words of the form beside each field. */
export function schemaInWords(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const asked = ask.askOf(zodSchema as unknown as z.ZodType);
      if (asked) jsonSchema.title = asked.label;
      if (asked?.kind === 'money') jsonSchema.description = 'Whole pence';
    },
  });
}
