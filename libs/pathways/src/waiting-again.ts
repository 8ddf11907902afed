import { type PathwayEvent, said } from './event';
import { text } from './fields';

/** Who approved by name that a child waits beyond the usual limit (handbook 3.4, rule 4); asked with every deferral that is counted. */
export const approvedBy = text(
  'If it was put off as often as allowed: which head of service approved that it waits again?',
).optional();

/** Whether that was said. */
export const waitApproved = ({ event }: { event: PathwayEvent }): boolean =>
  Boolean(said(event, 'approvedBy')?.trim());

/** How often it may be put off: as the terms of the panel say, else as is usual. */
export const deferralLimit = ({ event }: { event: PathwayEvent }, usual: number): number =>
  event.facts.mostDeferrals ?? usual;
