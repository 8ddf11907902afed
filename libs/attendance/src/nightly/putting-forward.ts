import {
  addMonths,
  type Calendar,
  type CalendarDay,
  lastDayOf,
  plainDay,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type AttendancePolicy } from '../pure/policy';
import { type Route, type RuleCode } from '../pure/rule';
import { windowsOn } from '../pure/windows';

/** A child for whom a case is asked for. */
export interface ToOpen {
  readonly childId: string;
  readonly urn: string | null;
  readonly hasPlan: boolean;
  /** The most pressing first. */
  readonly hits: readonly HitOfChild[];
  readonly lastStage: string | null;
  readonly lastClosedOn: CalendarDay | null;
  readonly withinYear: number;
}

interface HitOfChild {
  readonly id: string;
  readonly rule: RuleCode;
  readonly route: Route;
  readonly words: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const SECOND_TIME = 2;
const LONGEST = 200;

/** Whether the school was given advice so lately that nothing is asked again yet. */
export function isQuiet(
  { lastStage, lastClosedOn }: Pick<ToOpen, 'lastStage' | 'lastClosedOn'>,
  on: CalendarDay,
  calendar: Calendar,
  { quietSchoolWeeks }: AttendancePolicy,
): boolean {
  if (lastStage !== 'signposted' || !lastClosedOn) return false;
  try {
    return on <= lastDayOf({ unit: 'SW', n: quietSchoolWeeks }, lastClosedOn, calendar);
  } catch (error) {
    if (error instanceof TermsNotLoaded) return true;
    throw error;
  }
}

/** The answers with which a child found in the data is put forward. */
export function putForward(child: ToOpen, on: CalendarDay, calendar: Calendar) {
  const [first] = child.hits;
  const isExclusion = first?.rule === 'T1';
  return {
    source: 'data_rule',
    rule: first?.rule,
    ruleValues: valuesOf(child.hits),
    pexRisk: isExclusion ? 'decided' : 'none',
    ehcBefore: child.hasPlan
      ? { outcome: 'plan_exists', on, parentTold: true, reason: 'The record says so.' }
      : { outcome: 'no', reason: 'Found in the data. The school has not been asked yet.' },
    ...beforeOf(child, on, calendar),
  };
}

/** What the most pressing rule found, and in which weeks; the others by their names. As long as the form takes. */
function valuesOf([first, ...others]: readonly HitOfChild[]): string {
  if (!first) return '';
  const { rule, words, from, to } = first;
  const also = others.length ? `. Also: ${others.map((it) => it.rule).join(', ')}` : '';
  return `${rule}: ${words} (${plainDay(from)} to ${plainDay(to)})${also}`.slice(0, LONGEST);
}

function beforeOf({ withinYear, lastClosedOn }: ToOpen, on: CalendarDay, calendar: Calendar) {
  if (withinYear >= SECOND_TIME)
    return {
      before: 'third_in_year',
      whyNotOther: 'Found in the data. The meeting answers this.',
    };
  const since = windowsOn(on, calendar).lastTwoTerms?.from ?? addMonths(on, -8);
  const isBack = lastClosedOn !== null && lastClosedOn >= since;
  return { before: isBack ? 'within_two_terms' : 'first' };
}
