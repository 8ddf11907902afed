import { type FastifyRequest } from 'fastify';
import { SecondStepMissing } from '../errors/refusals';

/** For the `onRequest` hook, where a second step is required: until it is set up, nothing else opens. @throws SecondStepMissing */
export function refuseWithoutSecondStep({ session, routeOptions }: FastifyRequest): void {
  const policy = routeOptions.config.policy;
  if (!session?.lacksSecondStep || !policy || policy.public || policy.anonymous) return;
  if (!policy.beforeSecondStep) throw new SecondStepMissing();
}
