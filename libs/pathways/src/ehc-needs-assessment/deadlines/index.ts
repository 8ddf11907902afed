import { type ClockRule } from '../../clock-rule';
import { commonClocks } from '../../regions';
import { adviceClocks } from './advice';
import { appealClocks } from './appeal';
import { mediationClocks } from './mediation';
import { orderClocks } from './orders';
import { planClocks } from './plan';
import { requestClocks } from './request';

/** Clocks of an EHC needs assessment: SEND Regulations 2014 (SI 2014/1530), and local aims beside them. When the law changes, close an entry and add one. */
export const ehcClocks: readonly ClockRule[] = [
  ...requestClocks,
  ...adviceClocks,
  ...planClocks,
  ...appealClocks,
  ...mediationClocks,
  ...orderClocks,
  ...commonClocks,
];
