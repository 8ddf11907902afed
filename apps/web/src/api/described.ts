import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
} from '@nestjs/swagger';
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
  writesBody(summary, ApiBody({ schema: documented.of(body) }));

/** As `writes`, for a form that brings a file. */
export const writesFile = (summary: string, form: z.ZodType) =>
  applyDecorators(
    writesBody(summary, ApiBody({ schema: documented.withFile(form) })),
    ApiConsumes('multipart/form-data'),
  );

const writesBody = (summary: string, body: MethodDecorator) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiParam(documented.reference),
    ApiHeader(documented.key),
    ApiHeader(documented.token),
    body,
    ApiResponse(documented.refused),
    ApiResponse(NOT_THERE),
  );
