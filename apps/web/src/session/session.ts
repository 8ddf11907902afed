import { type Actor } from '@app/access';
import { type Flash } from '../page';

/** Small things kept with a session between two requests. */
export interface SessionData {
  readonly flash?: Flash;
}

/** One sign-in of one officer in one browser. */
export interface Session {
  /** SHA-256 of the token in the cookie; the token itself is kept nowhere. */
  readonly tokenHash: Buffer;
  readonly actor: Actor;
  readonly csrfSecret: string;
  readonly data: SessionData;
  /** They have a password and no code after it. */
  readonly lacksSecondStep: boolean;
  /** They are a member of a panel today. */
  readonly sitsOnPanel: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null for a person who is not signed in. */
    session: Session | null;
    /** What form tokens are made from: the session's secret, or the visitor's cookie before sign-in. */
    formSecret: string;
  }
}
