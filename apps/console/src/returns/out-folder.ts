import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type Piece } from '@app/returns';
import { EXIT, Stop } from '../exit';

/** Files that grow in a folder beside their own, and move into it together when they are whole. */
export class OutFolder {
  private readonly streams = new Map<string, WriteStream>();

  private constructor(
    private readonly folder: string,
    private readonly unfinished: string,
  ) {}

  /** @throws Stop where the folder cannot be made */
  static async open(out: string): Promise<OutFolder> {
    const folder = resolve(out);
    const unfinished = join(folder, '.unfinished');
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    await mkdir(unfinished, { recursive: true, mode: 0o700 }).catch((error: Error) => {
      throw new Stop(`${folder} cannot be made: ${error.message}`, EXIT.usage);
    });
    return new OutFolder(folder, unfinished);
  }

  /** Adds to the files; waits where the disk is slower than we are. */
  async add(pieces: readonly Piece[]): Promise<void> {
    for (const { file, text } of pieces) {
      const stream = this.streams.get(file) ?? this.begin(file);
      if (!stream.write(text)) await once(stream, 'drain');
    }
  }

  /** Puts every file in its place. @returns their names */
  async finish(): Promise<string[]> {
    await this.close();
    const names = [...this.streams.keys()];
    for (const name of names) await rename(join(this.unfinished, name), join(this.folder, name));
    await rm(this.unfinished, { recursive: true });
    return names;
  }

  /** Leaves nothing behind. */
  async drop(): Promise<void> {
    await this.close();
    await rm(this.unfinished, { recursive: true, force: true });
  }

  private begin(file: string): WriteStream {
    const stream = createWriteStream(join(this.unfinished, file), { mode: 0o600 });
    this.streams.set(file, stream);
    return stream;
  }

  private async close(): Promise<void> {
    await Promise.all(
      [...this.streams.values()].map(async (stream) => {
        if (stream.writableFinished) return;
        stream.end();
        await once(stream, 'finish');
      }),
    );
  }
}
