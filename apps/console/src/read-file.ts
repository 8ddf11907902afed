import { readFile } from 'node:fs/promises';
import { EXIT, Stop } from './exit';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check the name and the folder.',
  EISDIR: 'This is a folder. Give the name of a file.',
  EACCES: 'This user may not read it.',
};

/** The bytes of a file. @throws Stop with exit 2 when it cannot be read */
export async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Stop(`${file} cannot be read. ${REASONS[code] ?? message}`, EXIT.usage);
  }
}

/** What a JSON file holds. @throws Stop with exit 2 when it cannot be read or is not JSON */
export async function jsonOf(file: string): Promise<unknown> {
  const text = (await bytesOf(file)).toString('utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Stop(`${file} is not JSON: ${(error as Error).message}`, EXIT.usage);
  }
}
