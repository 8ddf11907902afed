import { type Actor } from '@app/access';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../apps/web/src/config';
import { SessionCookies } from '../../apps/web/src/session/cookies';
import { SessionRepository } from '../../apps/web/src/session/session.repository';
import { createWebApp } from '../../apps/web/src/web-app';

/** A page as it came. */
export interface Seen {
  readonly status: number;
  readonly text: string;
  /** The same as it was sent: a file that is no text. */
  readonly bytes: Buffer;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Fields of a form; a list is sent as several fields of one name. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A file for a form. */
export interface TypedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The whole web process, without a port, and people who are signed in to it. */
export async function aWebsite(
  databaseUrl: string,
  today: string,
  env: Readonly<Record<string, string>> = {},
) {
  const app = await createWebApp(
    readConfig({
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'test',
      WAKEUP: 'poll',
      CAUSEWAY_TODAY: today,
      REQUEST_LOG: 'off',
      ...env,
    }),
  );
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    close: () => app.close(),
    signedIn: (officer: Pick<Actor, 'id'>) => signedIn(app, officer),
  };
}

/** One person at a browser. */
export type Person = Awaited<ReturnType<typeof signedIn>>;

async function signedIn(app: NestFastifyApplication, officer: Pick<Actor, 'id'>) {
  const { token } = await app.get(SessionRepository).start(officer.id);
  const cookie = cookieOf(app, token);
  let csrf = '';
  const seen = (answer: {
    statusCode: number;
    body: string;
    rawPayload: Buffer;
    headers: Record<string, unknown>;
  }): Seen => {
    csrf = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? csrf;
    return {
      status: answer.statusCode,
      text: answer.body,
      bytes: answer.rawPayload,
      location: answer.headers['location'] as string | undefined,
      headers: answer.headers,
    };
  };
  const get = async (url: string) =>
    seen(await app.inject({ method: 'GET', url, headers: { cookie } }));
  const withToken = async () => csrf || (await get('/account'), csrf);
  return {
    cookie,
    get,
    /** Posts a form with the token of the last page. */
    async post(url: string, typed: Typed = {}): Promise<Seen> {
      const body = new URLSearchParams([['_csrf', await withToken()]]);
      for (const [name, value] of Object.entries(typed))
        for (const each of [value].flat()) body.append(name, each);
      return seen(
        await app.inject({
          method: 'POST',
          url,
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          payload: body.toString(),
        }),
      );
    },
    /** Sends JSON as a program does. */
    async send(
      method: 'POST' | 'PUT',
      url: string,
      payload: object,
      headers: Record<string, string> = {},
    ): Promise<Seen> {
      const own = { cookie, 'x-csrf-token': await withToken() };
      return seen(await app.inject({ method, url, headers: { ...own, ...headers }, payload }));
    },
    /** Posts a form with a file. */
    async upload(
      url: string,
      file: TypedFile,
      typed: Typed = {},
      more: Record<string, string> = {},
    ): Promise<Seen> {
      const form = new FormData();
      form.append('_csrf', await withToken());
      for (const [name, value] of Object.entries(typed)) form.append(name, value);
      form.append(
        file.field,
        new Blob([new Uint8Array(file.bytes)], { type: 'text/csv' }),
        file.name,
      );
      const request = new Request('http://own.invalid/', { method: 'POST', body: form });
      const type = request.headers.get('content-type') ?? '';
      const headers = { cookie, 'content-type': type, ...more };
      return seen(
        await app.inject({
          method: 'POST',
          url,
          headers,
          payload: Buffer.from(await request.arrayBuffer()),
        }),
      );
    },
  };
}

function cookieOf(app: NestFastifyApplication, token: string): string {
  let cookie = '';
  const reply = {
    setCookie: (name: string, value: string) => ((cookie = `${name}=${value}`), reply),
    clearCookie: () => reply,
  };
  app.get(SessionCookies).setSession(reply as never, token);
  return cookie;
}

/** The words of a page without its tags. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<script[\s\S]*?<\/script>|<svg class="cw-marks"[\s\S]*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/\s+/g, ' ');
}

/** How many rows the bodies of the tables with this caption have. */
export function rowsUnder(html: string, caption: string): number {
  const tables = html.split('<table').filter((table) => table.includes(caption));
  return tables.reduce(
    (sum, table) =>
      sum + (table.split('</table>')[0]?.split('<tbody')[1]?.split('<tr').length ?? 1) - 1,
    0,
  );
}
