import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EXIT, Stop } from '../exit';

const manifest = z.object({
  product: z.literal('causeway'),
  /** `files`: PostgreSQL's own files with their log; `dump`: what pg_dump wrote. */
  kind: z.enum(['files', 'dump']),
  takenAt: z.string(),
  /** Major version of PostgreSQL that wrote it. */
  postgres: z.number().int(),
  /** The installations in it, for whoever finds it in a cupboard. */
  councils: z.array(z.string()),
});

/** What a backup says about itself. */
export type Manifest = z.output<typeof manifest>;

const NAME = 'causeway-backup.json';

/** Written last: a backup without it was cut off and is no backup. */
export function writeManifest(folder: string, described: Manifest): Promise<void> {
  return writeFile(join(folder, NAME), `${JSON.stringify(described, null, 2)}\n`, { mode: 0o600 });
}

/** @throws Stop with exit 2 when the folder holds no complete backup */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => undefined);
  const read = manifest.safeParse(text === undefined ? undefined : parsed(text));
  if (read.success) return read.data;
  throw new Stop(
    `${folder} holds no complete backup of Causeway: ${NAME} is ${text === undefined ? 'missing' : 'damaged'}.`,
    EXIT.usage,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
