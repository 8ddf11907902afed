import {
  type FastifyReply,
  type FastifyRequest,
  type HookHandlerDoneFunction as Done,
} from 'fastify';

/** Checks, one after the other, as one Fastify hook: what the first of them throws is the answer. */
export function hookOf(...checks: readonly ((request: FastifyRequest) => void)[]) {
  return (request: FastifyRequest, _reply: FastifyReply, done: Done): void => {
    try {
      for (const check of checks) check(request);
    } catch (error) {
      return done(error as Error);
    }
    done();
  };
}
