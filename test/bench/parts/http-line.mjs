/** One kept connection that asks one thing after the other, as cheaply as may be: the asker shares the processors. */
import { createConnection } from 'node:net';

export async function httpLine(address) {
  const { hostname, port, host } = new URL(address);
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  await new Promise((done, failed) => socket.once('connect', done).once('error', failed));
  let waiting;
  let heard = '';
  socket.setEncoding('latin1');
  socket.on('data', (text) => {
    heard += text;
    const answer = wholeAnswer(heard);
    if (!answer) return;
    heard = '';
    waiting.done(answer);
  });
  for (const ending of ['error', 'close'])
    socket.on(ending, () => waiting?.failed(new Error('The web process hung up')));
  return {
    /** @returns {Promise<{status: number, body: string}>} */
    post(path, headers, body) {
      const all = {
        host,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...headers,
      };
      const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
      return new Promise((done, failed) => {
        waiting = { done, failed };
        socket.write(`POST ${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`);
      });
    },
    close() {
      waiting = undefined;
      socket.destroy();
    },
  };
}

function wholeAnswer(heard) {
  const end = heard.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(heard)?.[1]);
  const body = heard.slice(end + 4);
  return body.length < length ? undefined : { status: Number(heard.slice(9, 12)), body };
}
