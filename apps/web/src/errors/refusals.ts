import { type KeptForm } from '../sign-in/kept-form';

/** Nobody is signed in, and this page needs somebody. `kept`: the form they sent, to be sent after signing in. */
export class NotSignedIn extends Error {
  constructor(readonly kept?: KeptForm) {
    super('Not signed in');
  }
}

/** Signed in by password alone, where a code must be set up first. */
export class SecondStepMissing extends Error {}

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

/** Records of very many children in a short time: the next has to wait. */
export class TooManyRecords extends Error {
  readonly statusCode = 429;
}

/** The request itself is malformed: names or characters that no form of ours sends. */
export class UnreadableRequest extends Error {
  constructor(readonly words: string) {
    super(words);
  }
}
