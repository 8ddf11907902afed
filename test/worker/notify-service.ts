import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** How the service treats one message. 'lost' and 'silent' take it, and the sender never hears so. */
export type Treatment = 'well' | 'lost' | 'silent' | 429 | 400 | 500;

interface Taken {
  readonly reference: string;
  readonly email_address: string;
  readonly personalisation: { readonly body: string };
}

/** As much of GOV.UK Notify as we use: it takes messages, and can be asked about a reference. */
export class NotifyService {
  readonly taken: Taken[] = [];
  answer: Treatment | (() => Treatment) = 'well';
  private readonly server: Server = createServer((request, response) => {
    void this.serve(request, response);
  });

  /** @returns its address */
  start(): Promise<string> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`),
      );
    });
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request).catch(() => undefined);
    if (body === undefined) return; // the sender died in the middle of a word
    if (request.method === 'GET') {
      const reference = new URL(request.url ?? '', 'http://notify').searchParams.get('reference');
      return reply(response, 200, {
        notifications: this.taken.filter((it) => it.reference === reference),
      });
    }
    const treatment = typeof this.answer === 'function' ? this.answer() : this.answer;
    if (typeof treatment === 'number') return reply(response, treatment, { errors: [] });
    this.taken.push(JSON.parse(body) as Taken);
    if (treatment === 'well') reply(response, 201, { id: 'x' });
    if (treatment === 'lost') response.destroy();
  }
}

function reply(response: ServerResponse, status: number, data: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

const ID = '00000000-0000-4000-8000-000000000000';

/** What a worker must be told to use it. */
export const notifyEnv = (address: string) => ({
  NOTIFY_API_KEY: `test-${ID}-${ID}`,
  NOTIFY_EMAIL_TEMPLATE: 'words',
  NOTIFY_URL: address,
});
