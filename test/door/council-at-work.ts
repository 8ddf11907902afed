import { type Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aPersona, Browser } from '../support/a-web-app';

/** Somebody at a program: signed in, with the token that commands must carry. */
export interface SignedIn {
  readonly officerId: string;
  readonly cookie: string;
  readonly token: string;
}

/** Sees every case of the authority, and may record nothing. */
const SEES_ALL: Role = 'dpo';

/** One or two people of every role, who use the API as programs do. */
export class CouncilAtWork {
  private readonly people = new Map<string, Promise<SignedIn>>();
  requests = 0;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly statements: Statements,
  ) {}

  /** The person of this role and name; signs in the first time. */
  person(role: Role, name: 'first' | 'second' = 'first'): Promise<SignedIn> {
    const key = `${role}-${name}`;
    const found = this.people.get(key) ?? this.signedIn(role, key);
    this.people.set(key, found);
    return found;
  }

  /** POST as this person. */
  async post({ cookie, token }: SignedIn, url: string, body: object) {
    this.requests += 1;
    const headers = { cookie, 'x-csrf-token': token };
    const answer = await this.app.inject({ method: 'POST', url, headers, payload: body });
    return { status: answer.statusCode, body: answer.json<Answered>() };
  }

  private async signedIn(role: Role, persona: string): Promise<SignedIn> {
    const officerId = await aPersona(this.statements, persona, [role, SEES_ALL]);
    const browser = await new Browser(this.app).signIn(persona);
    const session = await browser.get('/api/session');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { officerId, cookie, token: session.json<{ csrfToken: string }>().csrfToken };
  }
}

/** What the API answers: the step, or the reasons against it. */
export interface Answered {
  readonly reference: string;
  readonly version: number;
  readonly stages: Readonly<Record<string, string>>;
  readonly reasons?: readonly { readonly guard: string; readonly text: string }[];
}
