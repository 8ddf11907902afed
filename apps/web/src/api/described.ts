import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { type z } from 'zod';
import { documented } from './documented';

const NOT_THERE = { status: 404, description: 'There is no such record for you' } as const;

/** The description of a route that reads something kept beside a case. */
export const reads = (summary: string) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiParam(documented.reference),
    ApiResponse({ status: 200, description: 'As it stands' }),
    ApiResponse(NOT_THERE),
  );

/** The description of a route that writes something beside a case, once for each key. */
export const writes = (summary: string, body: z.ZodType) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiParam(documented.reference),
    ApiHeader(documented.key),
    ApiHeader(documented.token),
    ApiBody({ schema: documented.of(body) }),
    ApiResponse(documented.refused),
    ApiResponse(NOT_THERE),
  );
