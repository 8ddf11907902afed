import { type Role } from '@app/pathways';
import { RouteConfig } from '@nestjs/platform-fastify';

/** Who may use a route. A route without one stops the server from starting. */
export interface RoutePolicy {
  /** What the person does there, in words: "see my work". */
  readonly action: string;
  /** Roles that may; 'any' is everyone who is signed in. */
  readonly roles: 'any' | readonly Role[];
  /** What the controller still checks: the person's relation to this case or child. */
  readonly relation?: 'case' | 'child';
  /** Also for people who are not signed in. Say so here or it is not. */
  readonly public?: boolean;
  /** Open to people who must set up the code after their password first. */
  readonly beforeSecondStep?: boolean;
  /** Never looks for a session: files of the browser, and health. */
  readonly anonymous?: boolean;
  /** The only routes that take files: a form of type multipart, read into the body. */
  readonly upload?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: RoutePolicy;
  }
}

/** Declares who may use a route: `@Policy({ action: 'see my work', roles: 'any' })`. */
export const Policy = (policy: RoutePolicy): MethodDecorator => RouteConfig({ policy });
