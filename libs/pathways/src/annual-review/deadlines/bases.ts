import { type PastStep } from '../../clock-rule';
import { type ReviewContext } from '../dates';

const since = { from: '2014-09-01' } as const;

export const law = { basis: 'statutory', effective: since } as const;
export const guidance = { basis: 'guidance', effective: since } as const;
export const aim = { basis: 'local', effective: since } as const;

export const OPENED = 'REVIEW_OPENED';

/** What the review remembers after a step. */
export const memoryOf = ({ context }: PastStep) => context as unknown as ReviewContext;
