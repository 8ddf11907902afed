import { type CookieSerializeOptions } from '@fastify/cookie';
import { type FastifyReply, type FastifyRequest } from 'fastify';

/** The names and manners of our two cookies: one for a sign-in, one that guards the sign-in form itself. */
export class SessionCookies {
  private readonly sessionName: string;
  private readonly visitName: string;
  private readonly manners: CookieSerializeOptions;

  /** `secure`: https only and tied to this host, as in production. */
  constructor(secure: boolean) {
    const prefix = secure ? '__Host-' : '';
    this.sessionName = `${prefix}causeway`;
    this.visitName = `${prefix}causeway-visit`;
    this.manners = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  session(request: FastifyRequest): string | undefined {
    return request.cookies[this.sessionName];
  }

  visit(request: FastifyRequest): string | undefined {
    return request.cookies[this.visitName];
  }

  setVisit(reply: FastifyReply, value: string): void {
    reply.setCookie(this.visitName, value, this.manners);
  }

  /** The cookie ends with the browser; the server ends the session earlier. */
  setSession(reply: FastifyReply, token: string): void {
    reply
      .setCookie(this.sessionName, token, this.manners)
      .clearCookie(this.visitName, this.manners);
  }

  clearSession(reply: FastifyReply): void {
    reply.clearCookie(this.sessionName, this.manners);
  }
}
