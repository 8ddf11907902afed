import { amountOf, type Limit } from '@app/statutory-calendar';
import { type ClockRule, type Start } from './clock-rule';
import { type Pathway } from './pathway';
import { type LawInForce, lawOf, underLaw } from './law-in-force';
import { overlayOf, type PolicyOverlay, type Setting } from './policy';

type Counted = Extract<Limit, { n: number }>;

const MOST: Partial<Record<Limit['unit'], number>> = { CW: 104, SW: 104, months: 36 };
const MOST_DAYS = 260;

/** The setting of a clock's own limit, and of the limit that one of its starts has instead. */
const keyOf = (code: string, start?: Start) =>
  `clock.${code}${start ? `.${(start.on ?? start.enters ?? [])[0] ?? ''}` : ''}`;

/** A council sets its own aims only: nothing that the law or guidance says, and nothing that a day names. */
function settable(rule: ClockRule, limit: Limit | undefined, fixed?: true): limit is Counted {
  return rule.basis === 'local' && !rule.rule && !fixed && !!limit && 'n' in limit && limit.n !== 0;
}

/** Every time limit of the council's own, as settings: a new one is a setting without another line. */
export function clockSettings(pathway: Pathway): Setting[] {
  return pathway.clocks.flatMap((rule) => [
    ...(settable(rule, rule.limit, rule.fixed)
      ? [setting(keyOf(rule.code), rule.label, rule.limit)]
      : []),
    ...rule.starts.flatMap((start) =>
      settable(rule, start.limit, start.fixed ?? rule.fixed)
        ? [
            setting(
              keyOf(rule.code, start),
              `${rule.label} (${whenOf(pathway, start)})`,
              start.limit,
            ),
          ]
        : [],
    ),
  ]);
}

function setting(key: string, label: string, limit: Counted): Setting {
  const usual = Math.abs(limit.n);
  const unit = amountOf({ ...limit, n: 2 }).replace(/^2 /, '');
  return {
    key,
    label,
    unit: limit.n < 0 ? `${unit} before` : unit,
    usual,
    least: 1,
    most: MOST[limit.unit] ?? MOST_DAYS,
  };
}

function whenOf({ events, copy }: Pathway, { on, enters }: Start): string {
  const definition = events[on?.[0] ?? ''];
  if (definition) return `after: ${definition.happened ?? definition.title}`;
  const [region = '', state = ''] = (enters?.[0] ?? '').split('.');
  return `when: ${copy.states[region]?.[state] ?? state}`;
}

const kept = new WeakMap<readonly ClockRule[], Map<string, readonly ClockRule[]>>();

/** The clocks as they count for this case. */
export function clocksInForce(rules: readonly ClockRule[], context: object): readonly ClockRule[] {
  const overlay = overlayOf(context);
  const law = lawOf(context);
  if (!overlay && !law) return rules;
  const known = kept.get(rules) ?? new Map<string, readonly ClockRule[]>();
  kept.set(rules, known);
  const key = JSON.stringify([overlay, law]);
  const found = known.get(key) ?? rules.map((rule) => ruleFor(rule, overlay, law));
  known.set(key, found);
  return found;
}

function ruleFor(rule: ClockRule, overlay?: PolicyOverlay, law?: LawInForce): ClockRule {
  const set = overlay ? ruleUnder(rule, overlay) : rule;
  return law ? underLaw(set, law) : set;
}

function ruleUnder(rule: ClockRule, { version, numbers }: PolicyOverlay): ClockRule {
  const limited = (limit: Limit, key: string): Limit => {
    const n = numbers[key];
    return n === undefined || !('n' in limit) ? limit : { ...limit, n: limit.n < 0 ? -n : n };
  };
  const limit = limited(rule.limit, keyOf(rule.code));
  const starts = rule.starts.map((start) =>
    start.limit ? { ...start, limit: limited(start.limit, keyOf(rule.code, start)) } : start,
  );
  const isAsBefore =
    limit === rule.limit && starts.every((start, i) => start.limit === rule.starts[i]?.limit);
  if (isAsBefore) return rule;
  const source = `Council settings, version ${version}: ${amountOf(limit)}`;
  return { ...rule, limit, starts, source };
}

/** How many of its unit a clock gives this case: for what must end on the same day as the clock. */
export const countOf = (code: string, usual: number, context: object): number =>
  overlayOf(context)?.numbers[keyOf(code)] ?? usual;
