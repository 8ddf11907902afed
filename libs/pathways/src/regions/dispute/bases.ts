import { type PastStep } from '../../clock-rule';
import { said } from '../../event';

export const law = { basis: 'statutory', effective: { from: '2014-09-01' } } as const;

/** The day named in the event, else the day of the event. */
export const dayOf =
  (...names: string[]) =>
  ({ event }: PastStep) =>
    said(event, ...names) ?? event.occurredOn;
