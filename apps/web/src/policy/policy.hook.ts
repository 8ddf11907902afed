import { type FastifyRequest } from 'fastify';
import { NotSignedIn, RoleRefused } from '../errors/refusals';
import { admits } from './route-registry';

/**
 * A Fastify `onRequest` hook: lets nobody through whom the route's policy does not name.
 * @throws NotSignedIn, RoleRefused
 */
export async function policyHook(request: FastifyRequest): Promise<void> {
  if (request.is404) return;
  const policy = request.routeOptions.config.policy;
  if (!policy) throw new RoleRefused('use a page that says nothing about who may use it');
  if (policy.public || policy.anonymous) return;
  if (!request.session) throw new NotSignedIn();
  if (!admits(policy, request.session.actor.roles)) throw new RoleRefused(policy.action);
}
