import { type Actor } from '@app/access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

/** The officer at the keyboard. Only on routes that are not public: there the session is always present. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { session } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!session) throw new Error('@SignedIn stands on a route that is public');
  return session.actor;
});
