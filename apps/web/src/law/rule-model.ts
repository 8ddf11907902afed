import {
  amountOf,
  bookEntry,
  GROUNDS,
  type Limit,
  plainDay,
  ruleBook,
  type RuleEntry,
} from '@app/statutory-calendar';
import { paths } from '../paths';

const STANDING = {
  law: 'Law',
  guidance: 'Guidance',
  planning: 'For planning',
  data: 'Counting and data',
} as const;
const CERTAINTY = {
  high: 'The text was read, or the point is settled',
  medium: 'From practice or guidance, or one reading of several',
  low: 'From memory: check before you rely on it',
  derived: 'Worked out from other rules',
} as const;
const DECIDES = {
  trigger: 'the day it starts',
  due: 'the day it is due',
  event: 'the day of the act',
} as const;

/** The rule book as the page lists it: binding law first, the rest below. */
export function bookModel() {
  const book = ruleBook();
  return Object.entries(STANDING).map(([standing, title]) => ({
    title,
    rows: book.filter((entry) => entry.standing === standing).map(ruleRow),
  }));
}

function ruleRow(entry: RuleEntry) {
  const { code, says, source, limits } = entry;
  return {
    code,
    says,
    source,
    href: paths.law.rule(code),
    time: Object.values(limits).map(inWords).slice(0, 2).join(', ') || 'None of its own',
    certainty: entry.certainty,
  };
}

/** One rule in plain English; undefined where the book has none of that code. */
export function ruleModel(code: string) {
  const entry = bookEntry(code);
  if (!entry) return undefined;
  const { limits, numbers, grounds = [], derivedFrom = [], effectiveTo } = entry;
  const rows = [
    ['Kind', STANDING[entry.standing]],
    ['What starts it', entry.trigger],
    ...Object.entries(limits).map(([name, limit]) => [
      name === 'due' ? 'Time' : `Time (${plainName(name)})`,
      inWords(limit),
    ]),
    ...Object.entries(numbers ?? {}).map(([name, n]) => [`Number (${plainName(name)})`, String(n)]),
    ['What meets it', entry.metBy],
    ['Reading taken', entry.reading],
    ['Source', entry.source],
    ['How sure', CERTAINTY[entry.certainty]],
    ['In force', inForce(entry.effectiveFrom, effectiveTo)],
    ['Which law governs is decided by', DECIDES[entry.appliesBy]],
  ].flatMap(([key, value]) => (value ? [{ key, value }] : []));
  return {
    code: entry.code,
    says: entry.says,
    rows,
    grounds: grounds.map((ground) => GROUNDS[ground]),
    from: derivedFrom.map((each) => ({ code: each, href: paths.law.rule(each) })),
  };
}

const inForce = (from: string, to: string | undefined) =>
  to ? `${plainDay(from)} to ${plainDay(to)}` : `Since ${plainDay(from)}`;

/** 'amend_plan_content' is 'amend plan content', 'overWithRepresentations' is 'over with representations'. */
const plainName = (name: string) =>
  name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const BEGINNING = { daysBeginning: true, monthsBeginning: true, workingDaysBeginning: true };

/** '6 weeks', '15 days, the day itself counted', '2 weeks before', 'the day itself'. */
export function inWords(limit: Limit): string {
  if (limit.unit in BEGINNING) return `${amountOf(limit)}, the day itself counted`;
  return 'n' in limit && limit.n < 0 ? `${amountOf(limit)} before` : amountOf(limit);
}
