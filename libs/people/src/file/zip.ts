import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_REMARK = 65_557;
const MOST_ENTRIES = 2_000;
const STORED = 0;
const DEFLATED = 8;

/** The archive is damaged, too large, or of a kind that is not read here. */
export class BadArchive extends Error {}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** The parts of a zip archive by name, unpacked one at a time and never beyond a limit. */
export class Zip {
  private readonly entries: ReadonlyMap<string, Entry>;

  constructor(
    private readonly bytes: Buffer,
    private readonly mostBytes: number,
  ) {
    this.entries = entriesOf(bytes);
  }

  /** The text of a part; undefined where there is none. @throws BadArchive */
  async text(name: string): Promise<string | undefined> {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    const packed = packedBytes(this.bytes, entry);
    if (entry.method === STORED) return packed.toString('utf8');
    if (entry.method !== DEFLATED) throw new BadArchive('An unknown way of packing');
    try {
      return (await inflate(packed, { maxOutputLength: this.mostBytes })).toString('utf8');
    } catch {
      throw new BadArchive('A part cannot be unpacked');
    }
  }
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  try {
    return readDirectory(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new BadArchive('The archive is cut off');
    throw error;
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new BadArchive('Too many parts');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new BadArchive('The list of parts is damaged');
    const [name, extra, remark] = [28, 30, 32].map((by) => bytes.readUInt16LE(at + by)) as [
      number,
      number,
      number,
    ];
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + remark;
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - LONGEST_REMARK);
  for (let at = bytes.length - 22; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  throw new BadArchive('The archive has no list of parts');
}

function packedBytes(bytes: Buffer, { offset, packed }: Entry): Buffer {
  if (offset + 30 > bytes.length) throw new BadArchive('The archive is cut off');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return bytes.subarray(start, start + packed);
}
