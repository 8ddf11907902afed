import { makeCalendar } from '../calendar/make-calendar';
import { type Calendar } from '../calendar/calendar';
import { type CalendarDay } from '../day/calendar-day';
import { lastDayOf } from '../limit/limit';
import { reaches } from '../packs/applies';
import { limitUnder } from '../packs/limit-under';
import { shippedPacks } from '../packs/shipped';
import { bookEntry, ruleNamed } from './book';
import { type RuleContext, type RuleResult, type RuleTools, UnknownRule, type Which } from './rule';
import { RuleInput } from './rule-input';

const offices = new WeakMap<readonly CalendarDay[], Calendar>();

/**
 * Applies one rule to its facts; the answer has every key that the rule can give for them. Throws
 * UnknownRule, BadRuleInput for facts that are missing or wrong, and TermsNotLoaded.
 */
export function computeRule(
  code: string,
  input: Record<string, unknown>,
  context: RuleContext,
): RuleResult {
  const rule = ruleNamed(code);
  if (!rule) throw new UnknownRule(code);
  return rule.compute(new RuleInput(code, input), toolsFor(code, context));
}

function toolsFor(code: string, context: RuleContext): RuleTools {
  const office = officeOf(context);
  const packs = context.packs ?? shippedPacks();
  const limit = (from: CalendarDay, which: Which = {}) => {
    const { rule = code, limit: name = 'due', calendar = office } = which;
    const usual = bookEntry(rule)?.limits[name];
    if (!usual) throw new UnknownRule(`${rule}, ${name}`);
    return limitUnder(packs, { rule, name, usual }, from, calendar);
  };
  return {
    office,
    context,
    limit,
    last: (from, which = {}) => lastDayOf(limit(from, which), from, which.calendar ?? office),
    packs: (rule, governed) =>
      packs.filter(({ changes }) =>
        changes.some((change) => change.rule === rule && reaches(change, governed)),
      ),
  };
}

function officeOf({ bankHolidays }: RuleContext): Calendar {
  const known = offices.get(bankHolidays);
  if (known) return known;
  const office = makeCalendar({ bankHolidays });
  offices.set(bankHolidays, office);
  return office;
}
