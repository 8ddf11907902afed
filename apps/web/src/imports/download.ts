import { type FastifyReply } from 'fastify';

/** Sends a CSV file to be kept; its name is ours and names nobody. */
export function download(
  reply: FastifyReply,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Buffer {
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header(
      'content-disposition',
      `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '-')}"`,
    );
  return Buffer.from(bytes);
}
