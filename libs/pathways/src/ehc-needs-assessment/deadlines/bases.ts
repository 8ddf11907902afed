export { dayOf, law } from '../../regions/dispute/bases';
import { type PastStep } from '../../clock-rule';
import { type EhcContext, type SparseEhcContext, whole } from '../memory';

const since = { from: '2014-09-01' } as const;

export const guidance = { basis: 'guidance', effective: since } as const;
export const aim = { basis: 'local', effective: since } as const;

export const REFUSED = ['REFUSED_TO_ASSESS', 'REFUSED_TO_ISSUE'];
/** What reopens a case that was refused or decided. */
export const REOPENED = [
  'ASSESSMENT_CONCEDED',
  'ASSESSMENT_ORDERED',
  'PLAN_CONCEDED',
  'PLAN_ORDERED',
  'PLAN_AMENDMENT_ORDERED',
];

/** What the assessment remembers after a step. */
export const memoryOf = ({ context }: PastStep): EhcContext =>
  whole(context as unknown as SparseEhcContext);

export const received = (step: PastStep) => memoryOf(step).receivedOn ?? step.event.occurredOn;
export const isFirst = (step: PastStep) => memoryOf(step).kind !== 'reassessment';
