import { type FastifyInstance, type RouteOptions } from 'fastify';
import { type RoutePolicy } from './policy.decorator';

/** One route as the server knows it. */
export interface KnownRoute {
  readonly method: string;
  readonly url: string;
  readonly policy: RoutePolicy | undefined;
}

/** Some routes say nothing about who may use them, so the server does not start. */
export class RoutesWithoutPolicy extends Error {
  constructor(readonly routes: readonly string[]) {
    super(
      `These routes have no @Policy, so nobody may use them:\n${routes.map((route) => `- ${route}`).join('\n')}`,
    );
  }
}

/** Every route of the server and who may use it. Deny by default starts here. */
export class RouteRegistry {
  private readonly known: KnownRoute[] = [];

  /** Notes every route that is added from now on. */
  listenTo(server: FastifyInstance): void {
    server.addHook('onRoute', (route: RouteOptions) => {
      for (const method of [route.method].flat()) {
        this.known.push({ method, url: route.url, policy: route.config?.policy });
      }
    });
  }

  /** @throws RoutesWithoutPolicy naming each one */
  refuseUnguarded(): void {
    const unguarded = this.known.filter(({ policy }) => !policy);
    if (unguarded.length) {
      throw new RoutesWithoutPolicy(unguarded.map(({ method, url }) => `${method} ${url}`));
    }
  }

  /** Whether there is a page at this address that people with these roles may open. */
  mayOpen(url: string, roles: readonly string[]): boolean {
    const route = this.known.find((known) => known.method === 'GET' && known.url === url);
    return route?.policy !== undefined && admits(route.policy, roles);
  }

  /** Every route with its policy, for the access table. */
  all(): readonly KnownRoute[] {
    return this.known;
  }
}

/** Whether a policy lets people with these roles in. */
export function admits(policy: RoutePolicy, roles: readonly string[]): boolean {
  return policy.roles === 'any' || policy.roles.some((role) => roles.includes(role));
}
