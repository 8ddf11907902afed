import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Page, Redirect } from '../page';
import { SessionRepository } from '../session/session.repository';
import { Frames } from './frame';
import { ready, Views } from './views';

type Done = (error: Error | null, payload?: unknown) => void;

/** Turns what a controller returned into HTML or a redirect: one Fastify hook, no interceptors. */
@Injectable()
export class PageHook {
  constructor(
    private readonly views: Views,
    private readonly frames: Frames,
    private readonly sessions: SessionRepository,
  ) {}

  /** A Fastify `preSerialization` hook; anything else than a page goes on as it is. */
  preSerialization(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: Done,
  ): void {
    if (payload instanceof Page)
      this.show(request, reply, payload).then((html) => done(null, html), done);
    else if (payload instanceof Redirect)
      this.send(request, reply, payload).then((text) => done(null, text), done);
    else done(null, payload);
  }

  private async show(request: FastifyRequest, reply: FastifyReply, shown: Page): Promise<string> {
    const frame = await this.frames.around(request);
    const csrf = () => ready(`<input type="hidden" name="_csrf" value="${frame.csrfToken}">`);
    const html = this.views.render(shown.template, { ...shown.model, frame, csrf });
    if (request.session && frame.flash)
      await this.sessions.setFlash(request.session.tokenHash, undefined);
    asText(reply).code(shown.status).type('text/html; charset=utf-8');
    return html;
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { path, flash }: Redirect,
  ): Promise<string> {
    if (flash && request.session) await this.sessions.setFlash(request.session.tokenHash, flash);
    asText(reply).code(303).header('location', path).type('text/plain; charset=utf-8');
    return '';
  }
}

/** The payload is text from here on: it is not made into JSON. */
function asText(reply: FastifyReply): FastifyReply {
  return reply.serializer((text: string) => text);
}
