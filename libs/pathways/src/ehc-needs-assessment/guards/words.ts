import { type GuardInput } from '../../pathway';

/** Whether whoever acts may decide for the council. */
export const mayDecide = ({ event }: GuardInput) =>
  event.facts.actorMay?.includes('decision.make') ?? false;

/** Small numbers as a sentence begins with them. */
export const COUNT = [
  'None',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
];
