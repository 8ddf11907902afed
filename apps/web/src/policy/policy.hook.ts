import { type FastifyRequest } from 'fastify';
import { NotSignedIn, RoleRefused } from '../errors/refusals';
import { admits } from './route-registry';

const FORM = 'application/x-www-form-urlencoded';

/**
 * For the `onRequest` hook: lets nobody through whom the route's policy does not name.
 * @throws NotSignedIn, RoleRefused
 */
export function refuseByPolicy(request: FastifyRequest): void {
  if (request.is404) return;
  const policy = request.routeOptions.config.policy;
  if (!policy) throw new RoleRefused('use a page that says nothing about who may use it');
  if (policy.public || policy.anonymous) return;
  if (!request.session) {
    request.isAfterEnd = isFormAfterEnd(request);
    if (request.isAfterEnd) return; // read first, refused before anything is done
    throw new NotSignedIn();
  }
  if (!admits(policy, request.session.actor.roles)) throw new RoleRefused(policy.action);
}

/** A cookie comes with a form of another site never, so such a form is the person's own. */
function isFormAfterEnd({ method, headers, url }: FastifyRequest): boolean {
  const isForm = headers['content-type']?.startsWith(FORM) ?? false;
  return method === 'POST' && isForm && headers.cookie !== undefined && !url.startsWith('/api/');
}
