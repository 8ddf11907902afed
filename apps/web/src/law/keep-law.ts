import { PlanRefused } from '@app/casework';
import { BadRulePack } from '@app/statutory-calendar';
import { type Problem } from '../forms/form-body';

/** Who reads the law in force, loads packs and decides on them. */
export const KEEP_LAW = {
  action: 'look after the law that dates count by',
  roles: ['administrator', 'send_manager'],
} as const;

/** A request looks after this many cases itself; the worker goes on with the rest. */
export const AT_ONCE = 100;

/** What stands against a pack, in words; anything unexpected rises. */
export function problemsIn(error: unknown): Problem[] {
  if (error instanceof PlanRefused) return [{ field: '', text: error.message }];
  if (!(error instanceof BadRulePack)) throw error;
  return error.problems.map(({ where, what }) => ({ field: 'pack', text: `${where}: ${what}` }));
}
