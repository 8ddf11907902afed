import { type Multipart } from '@fastify/multipart';
import { type FastifyReply, type FastifyRequest, type HookHandlerDoneFunction } from 'fastify';
import { UnreadableRequest } from '../errors/refusals';
import { type UploadedFile } from './uploaded-file';

/** Limits of a form with a file. */
export const MULTIPART_LIMITS = {
  fileSize: 10 * 1024 * 1024,
  files: 1,
  fields: 50,
  fieldSize: 100_000,
  parts: 60,
};

/**
 * A Fastify `preValidation` hook: a form with a file becomes a plain body, on the routes that take one.
 * @throws UnreadableRequest on any other route
 */
export function multipartHook(
  request: FastifyRequest,
  _reply: FastifyReply,
  done: HookHandlerDoneFunction,
): void {
  if (!request.isMultipart()) return done();
  readForm(request).then(() => done(), done);
}

async function readForm(request: FastifyRequest): Promise<void> {
  if (!request.routeOptions.config.policy?.upload)
    throw new UnreadableRequest('This page takes no files.');
  const body: Record<string, string | string[] | UploadedFile> = Object.create(null) as Record<
    string,
    never
  >;
  for await (const part of request.parts({ limits: MULTIPART_LIMITS })) await put(body, part);
  request.body = body;
}

async function put(
  body: Record<string, string | string[] | UploadedFile>,
  part: Multipart,
): Promise<void> {
  if (part.type === 'file') {
    const bytes = await part.toBuffer();
    if (part.filename)
      body[part.fieldname] = { filename: part.filename, mimetype: part.mimetype, bytes };
    return;
  }
  const value = typeof part.value === 'string' ? part.value : '';
  const before = body[part.fieldname];
  body[part.fieldname] =
    typeof before === 'string'
      ? [before, value]
      : Array.isArray(before)
        ? [...before, value]
        : value;
}
