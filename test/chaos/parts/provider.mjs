/**
 * A provider of messages in the place of GOV.UK Notify, with a log of its own: what it has taken, by reference.
 * It fails now and then: refuses for a moment, takes a message and loses the answer, or never answers.
 */
import { createServer } from 'node:http';

export async function provider({ random }) {
  const taken = new Map();
  const counts = { unwilling: 0, answerLost: 0, silent: 0 };
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://provider');
    if (request.method === 'GET')
      return answer(response, 200, listed(url.searchParams.get('reference')));
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => take(JSON.parse(text), request.socket, response));
  });

  function listed(reference) {
    const notifications = taken.has(reference) ? [{ reference }] : [];
    return { notifications, links: {} };
  }

  function take({ reference }, socket, response) {
    const dice = random();
    if (dice < 0.03) {
      counts.unwilling += 1;
      return answer(response, 500, {
        errors: [{ error: 'Exception', message: 'Internal server error' }],
      });
    }
    taken.set(reference, (taken.get(reference) ?? 0) + 1);
    if (dice < 0.1) {
      counts.answerLost += 1;
      return socket.destroy();
    }
    if (dice < 0.12) {
      counts.silent += 1;
      return undefined;
    }
    return answer(response, 201, { id: reference, reference });
  }

  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    taken,
    counts,
    address: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
