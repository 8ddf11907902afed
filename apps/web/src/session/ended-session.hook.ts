import { type FastifyRequest } from 'fastify';
import { NotSignedIn } from '../errors/refusals';
import { keptForm } from '../sign-in/kept-form';

declare module 'fastify' {
  interface FastifyRequest {
    /** A form of somebody whose session has ended: nothing is done with it, but what they typed is kept. */
    isAfterEnd: boolean;
  }
}

/**
 * A check before any handler: what was typed into a form is not lost with the session.
 * @throws NotSignedIn with the form
 */
export function refuseAfterEnd(request: FastifyRequest): void {
  if (request.isAfterEnd) throw new NotSignedIn(keptForm(request.url, request.body));
}
