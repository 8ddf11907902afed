import { createServer, type Server } from 'node:net';
import { type AddressInfo } from 'node:net';

/** What clamd would say of a file that holds this word. */
export const SIGNATURE_OF_A_TEST_VIRUS = 'INVENTED-TEST-VIRUS';

/** A virus scanner of the test's own that speaks clamd's INSTREAM: it finds one word, or says nothing at all. */
export async function aScanner(): Promise<{
  readonly port: number;
  silence(isSilent: boolean): void;
  close(): Promise<void>;
}> {
  let isSilent = false;
  const server: Server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      parts.push(part);
      const content = contentOf(Buffer.concat(parts));
      if (content === undefined) return;
      const found = content.includes(SIGNATURE_OF_A_TEST_VIRUS);
      socket.end(isSilent ? '' : `stream: ${found ? 'Invented.Test FOUND' : 'OK'}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    silence: (wanted) => void (isSilent = wanted),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The file inside the stream; undefined until its end has come. */
function contentOf(stream: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0');
  if (!stream.subarray(0, command.length).equals(command)) return undefined;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= stream.length;) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > stream.length) return undefined;
    pieces.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
