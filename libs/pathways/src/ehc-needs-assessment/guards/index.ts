import { type Guard } from '../../pathway';
import { commonGuards } from '../../regions';
import { adviceGuards } from './advice';
import { disputeGuards } from './dispute';
import { exceptionGuards } from './exception';
import { planGuards } from './plan';

/** Conditions of handbook 10 with corrections 8; each with the words of its refusal. */
export const ehcGuards = {
  ...commonGuards,
  ...adviceGuards,
  ...planGuards,
  ...exceptionGuards,
  ...disputeGuards,
} satisfies Record<string, Guard>;
