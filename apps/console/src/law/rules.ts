import {
  amountOf,
  type Limit,
  operatorOf,
  plainDay,
  ruleBook,
  type RuleEntry,
} from '@app/statutory-calendar';
import { EXIT, type ExitCode, Stop } from '../exit';
import { tell } from '../voice';

/** `rules list`: every rule of the book on one line. */
export function listRules(): ExitCode {
  for (const { code, says, limits, source } of ruleBook()) {
    const due = limits['due'];
    tell([code, due ? inWords(due) : '', says, source].join('\t'));
  }
  return EXIT.done;
}

/** `rules show CODE`: one rule as data. @throws Stop when the book has none of that code */
export function showRule(code: string): ExitCode {
  const entry = ruleBook().find((it) => it.code.toLowerCase() === code.toLowerCase());
  if (!entry)
    throw new Stop(`There is no rule ${code} in the book. See: causeway rules list`, EXIT.usage);
  tell(JSON.stringify(asData(entry), null, 2));
  return EXIT.done;
}

/** '6 weeks (withinWeeks)'. */
const inWords = (limit: Limit) => `${amountOf(limit)} (${operatorOf(limit).operator})`;

function asData(entry: RuleEntry) {
  const { code, says, standing, source, trigger, limits, effectiveFrom, effectiveTo } = entry;
  const { numbers, metBy, grounds, derivedFrom, reading, certainty, appliesBy, cohort } = entry;
  return {
    code,
    says,
    standing,
    source,
    trigger,
    limits: Object.fromEntries(
      Object.entries(limits).map(([name, limit]) => [
        name,
        { ...operatorOf(limit), words: amountOf(limit) },
      ]),
    ),
    numbers,
    metBy,
    grounds,
    derivedFrom,
    reading,
    certainty,
    effectiveFrom: plainDay(effectiveFrom),
    effectiveTo: effectiveTo && plainDay(effectiveTo),
    appliesBy,
    cohort,
  };
}
