import { connect } from 'node:net';
import { type ScanResult } from '@app/casework';

/** Where clamd listens. */
export interface Clamd {
  readonly host: string;
  readonly port: number;
}

const PATIENCE = 10_000;
const CHUNK = 64 * 1024;

/** Asks clamd about files, over its own protocol. Without an address nothing is scanned, and pages say so. */
export class VirusScan {
  constructor(private readonly clamd: Clamd | undefined) {}

  /** Never throws: a scanner that does not answer leaves the file waiting. */
  async of(bytes: Buffer): Promise<ScanResult> {
    if (!this.clamd) return 'not_scanned';
    const answer = await ask(this.clamd, bytes).catch(() => '');
    if (/\bOK\b/.test(answer)) return 'clean';
    return /\bFOUND\b/.test(answer) ? 'infected' : 'waiting';
  }
}

/** INSTREAM: each piece after its length, then a length of nothing; one line comes back. */
function ask({ host, port }: Clamd, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let answer = '';
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd is silent')));
    socket.on('error', reject);
    socket.on('data', (part) => (answer += part.toString('utf8')));
    socket.on('close', () => resolve(answer));
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const piece = bytes.subarray(at, at + CHUNK);
      socket.write(lengthOf(piece.length));
      socket.write(piece);
    }
    socket.write(lengthOf(0));
  });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
