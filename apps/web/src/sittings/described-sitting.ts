import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { type z } from 'zod';
import { documented } from '../api/documented';

const PARAMS = {
  id: 'The sitting',
  item: 'The item',
  reference: 'The case, as in the agenda',
} as const;

const NOT_THERE = { status: 404, description: 'There is no such sitting or item for you' } as const;

const params = (names: readonly (keyof typeof PARAMS)[]) =>
  names.map((name) => ApiParam({ name, description: PARAMS[name] }));

/** The description of a route that reads from a sitting. */
export const readsSitting = (summary: string, ...names: (keyof typeof PARAMS)[]) =>
  applyDecorators(
    ApiOperation({ summary }),
    ...params(['id', ...names]),
    ApiResponse({ status: 200, description: 'As it stands' }),
    ApiResponse(NOT_THERE),
  );

/** The description of a route that writes at a sitting. */
export const writesSitting = (
  summary: string,
  body: z.ZodType,
  ...names: (keyof typeof PARAMS)[]
) =>
  applyDecorators(
    ApiOperation({ summary }),
    ...params(['id', ...names]),
    ApiHeader(documented.token),
    ApiBody({ schema: documented.of(body) }),
    ApiResponse({ status: 201, description: 'Done: as it stands now' }),
    ApiResponse({
      ...documented.conflict,
      description: 'Somebody else changed it first. Nothing was changed.',
    }),
    ApiResponse(documented.refused),
    ApiResponse(NOT_THERE),
  );
