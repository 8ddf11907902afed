import { type ClockRule } from '../../clock-rule';
import { commonClocks } from '../../regions';
import { adviceClocks } from './advice';
import { challengeClocks } from '../../regions/dispute/challenge-clocks';
import { recommendationClocks } from '../../regions/dispute/recommendations';
import { REFUSED, REOPENED } from './bases';
import { mediationClocks } from '../../regions/dispute/mediation-clocks';
import { orderClocks } from './orders';
import { planClocks } from './plan';
import { requestClocks } from './request';

/** Clocks of an EHC needs assessment: SEND Regulations 2014 (SI 2014/1530), and local aims beside them. When the law changes, close an entry and add one. */
export const ehcClocks: readonly ClockRule[] = [
  ...requestClocks,
  ...adviceClocks,
  ...planClocks,
  ...challengeClocks({
    decided: { on: [...REFUSED, 'FINAL_ISSUED'] },
    settledBy: REOPENED,
    within: ['work.refused_to_assess', 'work.refused_to_issue', 'work.final_issued'],
  }),
  ...mediationClocks(REOPENED),
  ...orderClocks,
  ...recommendationClocks,
  ...commonClocks,
];
