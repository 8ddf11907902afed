import { type z } from 'zod';
import { schemaInWords } from '../api-docs/payload-schemas';

interface FormSchema {
  readonly properties: object;
  readonly required?: readonly string[];
}

const text = { type: 'string' } as const;

const missing = {
  type: 'array',
  items: { type: 'object', properties: { what: text, who: text, byEvent: text } },
} as const;

/** Parts of the OpenAPI document that several commands share. */
export const documented = {
  of: (schema: z.ZodType) => schemaInWords(schema) as never,
  withFile: (schema: z.ZodType) => {
    const { properties, required = [], ...form } = schemaInWords(schema) as FormSchema;
    const file = { type: 'string', format: 'binary' };
    return {
      ...form,
      properties: { ...properties, file },
      required: [...required, 'file'],
    } as never;
  },
  reference: { name: 'reference', example: 'EHC-000412' },
  key: {
    name: 'Idempotency-Key',
    required: false,
    description:
      'Your own key for this command. The same key with the same body gets the same answer and changes nothing twice.',
  },
  token: { name: 'x-csrf-token', required: true, description: 'The token from GET /api/session' },
  recorded: {
    type: 'object',
    properties: {
      reference: text,
      version: { type: 'integer' },
      type: text,
      occurredOn: { type: 'string', format: 'date' },
      recordedAt: { type: 'string', format: 'date-time' },
      stages: { type: 'object', additionalProperties: text },
    },
  },
  conflict: {
    status: 409,
    description: 'Somebody else changed the case first. Nothing was changed.',
    schema: {
      type: 'object',
      properties: {
        by: text,
        at: { type: 'string', format: 'date-time' },
        version: { type: 'integer' },
      },
    },
  },
  refused: {
    status: 422,
    description: 'Not possible now, or the body is not right. Nothing was changed.',
    schema: {
      type: 'object',
      properties: {
        reasons: {
          type: 'array',
          items: { type: 'object', properties: { guard: text, text, missing } },
        },
      },
    },
  },
} as const;
