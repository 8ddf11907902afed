import { type GuardInput } from '../../pathway';

/** What is recommended, being agreed, or agreed already. */
export const choiceOf = ({ context, event }: GuardInput) =>
  event.payload['recommended'] ?? event.payload['agreed'] ?? context['agreed'];

/** Somebody who may decide without the panel, and without what a paper usually has. */
export const mayDecideAlone = ({ event }: GuardInput) =>
  event.facts.actorMay?.includes('decision.make') ?? false;
