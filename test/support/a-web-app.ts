import { randomUUID } from 'node:crypto';
import { type Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../apps/web/src/config';
import { createWebApp } from '../../apps/web/src/web-app';
import { WENDMOOR } from './given';

type Response = Awaited<ReturnType<NestFastifyApplication['inject']>>;
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The whole web process on a database of the test's own, without a port: requests go straight in. */
export function aWebApp(
  url: string,
  env: Readonly<Record<string, string>> = {},
): Promise<NestFastifyApplication> {
  return createWebApp(
    readConfig({
      DATABASE_URL: url,
      NODE_ENV: 'test',
      WAKEUP: 'poll',
      RATE_LIMIT: '100000',
      ...env,
    }),
  );
}

/** Somebody of the demonstration who signs in without a password. */
export async function aPersona(
  statements: Statements,
  persona: string,
  roles: readonly Role[],
  { name = `Person ${persona}`, authority = WENDMOOR } = {},
): Promise<string> {
  const id = randomUUID();
  const sql = `INSERT INTO officer (id, authority, name, email, roles, persona) VALUES ($1, $2, $3, $4, $5, $6)`;
  await statements.run('', sql, [id, authority, name, `${persona}@example.org`, roles, persona]);
  return id;
}

/** A browser without a window: keeps cookies, sends the token of the last form, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private token = '';

  constructor(private readonly app: NestFastifyApplication) {}

  async get(url: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.keep(await this.app.inject({ method: 'GET', url, headers: this.headers(headers) }));
  }

  async post(
    url: string,
    fields: Fields = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const form = new URLSearchParams({ _csrf: this.token });
    for (const [name, value] of Object.entries(fields)) {
      form.delete(name);
      for (const each of [value].flat()) form.append(name, each);
    }
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = {
      method: 'POST',
      url,
      payload: form.toString(),
      headers: this.headers({ ...type, ...headers }),
    } as const;
    return this.keep(await this.app.inject(sent));
  }

  /** Sends a form with one file. */
  async upload(url: string, name: string, text: string, fields: Record<string, string> = {}) {
    const part = (head: string, body: string) =>
      `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const parts = Object.entries({ _csrf: this.token, ...fields }).map(([key, value]) =>
      part(`name="${key}"`, value),
    );
    const file = part(`name="${name}"; filename="file.json"`, text);
    const headers = this.headers({ 'content-type': 'multipart/form-data; boundary=b' });
    const payload = `${parts.join('')}${file}--b--\r\n`;
    return this.keep(await this.app.inject({ method: 'POST', url, payload, headers }));
  }

  async signIn(persona: string): Promise<this> {
    await this.get('/sign-in');
    const answer = await this.post('/sign-in', { persona });
    if (answer.statusCode !== 303)
      throw new Error(`Signing in as ${persona} answered ${answer.statusCode}`);
    await this.get('/account');
    return this;
  }

  private headers(more: Record<string, string>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...(cookie && { cookie }), ...more };
  }

  private keep(answer: Response): Response {
    for (const { name, value, expires } of answer.cookies) {
      if (value && !(expires && expires.getTime() === 0)) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    this.token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.token;
    return answer;
  }
}
