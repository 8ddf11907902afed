import { Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SessionCookies } from './cookies';
import { SessionRepository } from './session.repository';
import { randomToken } from './tokens';

/** Finds out who is at the keyboard, before anything else looks at a request. */
@Injectable()
export class SessionHook {
  constructor(
    private readonly sessions: SessionRepository,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  /** A Fastify `onRequest` hook. Asks the database once, and only when there is a cookie. */
  async onRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const policy = request.routeOptions.config.policy;
    if (policy?.anonymous) return;
    const token = this.cookies.session(request);
    if (token) request.session = await this.sessions.find(token);
    if (request.session) {
      request.formSecret = request.session.csrfSecret;
      return;
    }
    request.formSecret = this.cookies.visit(request) ?? '';
    const isAsked = policy?.public === true && request.method === 'GET';
    if (!request.formSecret && (isAsked || token)) {
      request.formSecret = randomToken();
      this.cookies.setVisit(reply, request.formSecret);
    }
  }
}
