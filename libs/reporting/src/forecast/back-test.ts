import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { standingOf, type History, knownOn, startedOn, type Way } from './pure/history';
import { isEnough, learntOnce } from './pure/learning';
import { type Outlook } from './pure/outlook';
import { type Open } from './pure/present-leg';
import { type Band, brierScore, type Judged, meanGap, reliability } from './pure/scoring';

/** A history with the last day of its law. */
export interface Dated {
  readonly history: History;
  readonly dueOn: CalendarDay;
}

/** The day of a case on which its forecast is looked back at. */
export interface Landmark {
  readonly key: string;
  readonly label: string;
  readonly dayOf: (startedOn: CalendarDay, dueOn: CalendarDay) => CalendarDay;
}

/** A forecast that was made, two simple rules for the same case, and what happened. */
export interface LookedBack extends Judged {
  readonly landmark: string;
  readonly month: string;
  readonly leg: string;
  readonly baseRate: number;
  readonly rule: number;
}

/** How good the forecasts of one landmark were. */
export interface Score {
  readonly landmark: string;
  readonly label: string;
  readonly count: number;
  readonly happened: number;
  /** Null of nothing. */
  readonly brier: number | null;
  readonly baseRate: number | null;
  readonly rule: number | null;
  readonly gap: number | null;
  readonly bands: readonly Band[];
}

/** Past forecasts and their scores. */
export interface BackTest {
  readonly scores: readonly Score[];
  readonly lookedBack: readonly LookedBack[];
}

/** Looks back at this many months. */
const MONTHS = 12;

/**
 * Makes the forecasts of past months again, each from what had happened before its month began, for cases whose last day
 * has passed since. Nothing that came later is learned from.
 */
export function lookBack(
  way: Way,
  dated: readonly Dated[],
  landmarks: readonly Landmark[],
  today: CalendarDay,
): LookedBack[] {
  const histories = dated.map(({ history }) => history);
  const months = new Map<string, { outlook: Outlook; baseRate: number | undefined }>();
  const learnedBy = (month: string) => {
    const before = addDays(`${month}-01`, -1);
    const known = months.get(month) ?? {
      outlook: learntOnce(way, histories, before),
      baseRate: rateBy(dated, before),
    };
    months.set(month, known);
    return known;
  };
  const since = addDays(today, -31 * MONTHS);
  return dated.flatMap(({ history, dueOn }) => {
    const start = startedOn(history);
    if (!start || dueOn >= today) return [];
    return landmarks.flatMap(({ key, dayOf }) => {
      const day = dayOf(start, dueOn);
      const known = knownOn(history, day);
      const standing = standingOf(known);
      if (!standing || day < since || day > dueOn) return [];
      const month = day.slice(0, 7);
      const { outlook, baseRate } = learnedBy(month);
      if (baseRate === undefined || !isEnough(outlook.learned, standing.leg)) return [];
      const open: Open = { way, history: known, standing, startedOn: start, day };
      return {
        landmark: key,
        month,
        leg: way.legs[standing.leg] ?? '',
        chance: outlook.chanceOfBreach(open, dueOn),
        baseRate,
        rule: outlook.expected(open).middle > dueOn ? 1 : 0,
        happened: isBreached(history, dueOn),
      };
    });
  });
}

/** Scores them by landmark, beside the two simple rules. */
export function scoresOf(
  lookedBack: readonly LookedBack[],
  landmarks: readonly Landmark[],
): Score[] {
  return landmarks.map(({ key, label }) => {
    const judged = lookedBack.filter(({ landmark }) => landmark === key);
    const as = (chanceOf: (each: LookedBack) => number) =>
      brierScore(judged.map((each) => ({ chance: chanceOf(each), happened: each.happened })));
    const bands = reliability(judged);
    return {
      landmark: key,
      label,
      count: judged.length,
      happened: judged.filter(({ happened }) => happened).length,
      brier: brierScore(judged),
      baseRate: as(({ baseRate }) => baseRate),
      rule: as(({ rule }) => rule),
      gap: meanGap(bands),
      bands,
    };
  });
}

function isBreached({ over }: History, dueOn: CalendarDay): boolean {
  return !over || over.on > dueOn;
}

/** The share that was late among those whose last day had passed; undefined of none. */
function rateBy(dated: readonly Dated[], day: CalendarDay): number | undefined {
  const passed = dated.filter(({ dueOn }) => dueOn < day);
  if (!passed.length) return undefined;
  return passed.filter(({ history, dueOn }) => isBreached(history, dueOn)).length / passed.length;
}
