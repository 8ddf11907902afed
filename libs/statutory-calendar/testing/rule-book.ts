import {
  computeRule,
  englandBankHolidays,
  type RuleContext,
  type RulePack,
} from '@app/statutory-calendar';
import { office, wendmoor } from './wendmoor';

const context: RuleContext = {
  bankHolidays: englandBankHolidays.days,
  calendar: (names) => (names.includes('Wendmoor') ? wendmoor : office),
};

/** Names the reference calendar in a rule's input. */
export const school = { calendar: ['Wendmoor'] };

/** Applies one rule with the shipped bank holidays; the specs try boundaries the vectors leave out. */
export const rule = (code: string, input: Record<string, unknown>) =>
  computeRule(code, input, context);

/** The same under these packs of law. */
export const ruleUnder =
  (packs: readonly RulePack[]) => (code: string, input: Record<string, unknown>) =>
    computeRule(code, input, { ...context, packs });
