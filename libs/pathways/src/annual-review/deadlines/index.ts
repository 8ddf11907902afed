import { type ClockRule } from '../../clock-rule';
import { commonClocks } from '../../regions';
import { arrangingClocks } from './arranging';
import { concludingClocks } from './concluding';

/** Clocks of an annual review: the year, the meeting, the decision. When the law changes, close an entry and add one. */
export const reviewClocks: readonly ClockRule[] = [
  ...arrangingClocks,
  ...concludingClocks,
  ...commonClocks,
];
