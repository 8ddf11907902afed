/** Nobody is signed in, and this page needs somebody. */
export class NotSignedIn extends Error {}

/** This person's roles do not open this page. */
export class RoleRefused extends Error {
  constructor(readonly action: string) {
    super(`Not among the roles that may ${action}`);
  }
}

/** A form came from another site, or without its token. */
export class FormNotOurs extends Error {}

/** Too many requests in a short time. Fastify sends the status it finds here. */
export class TooManyRequests extends Error {
  readonly statusCode = 429;
}

/** The request itself is malformed: names or characters that no form of ours sends. */
export class UnreadableRequest extends Error {
  constructor(readonly words: string) {
    super(words);
  }
}
