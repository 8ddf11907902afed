import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { standingOf, type History, knownOn, startedOn, type Way } from './pure/history';
import { corrected, type Correction, learnedCorrection } from './pure/correction';
import { ENOUGH, isEnough, learntOnce } from './pure/learning';
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
  readonly dueOn: CalendarDay;
  readonly baseRate: number;
  readonly rule: number;
  /** The chance as the forecasts would have corrected it whose end was known before that month; null before enough were. */
  readonly corrected: number | null;
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
  /** Of those that could be corrected: their number, and their score with the correction and without. */
  readonly corrected: {
    readonly count: number;
    readonly brier: number;
    readonly plain: number;
  } | null;
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
  const said = dated.flatMap(({ history, dueOn }) => {
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
        dueOn,
        chance: outlook.chanceOfBreach(open, dueOn),
        baseRate,
        rule: outlook.expected(open).middle > dueOn ? 1 : 0,
        happened: isBreached(history, dueOn),
      };
    });
  });
  return withCorrections(said);
}

function withCorrections(said: readonly Omit<LookedBack, 'corrected'>[]): LookedBack[] {
  const months = new Map<string, Correction | undefined>();
  const taughtBefore = (month: string) => {
    if (!months.has(month)) months.set(month, learnedCorrection(knownBy(said, `${month}-01`)));
    return months.get(month);
  };
  return said.map((each) => {
    const correction = taughtBefore(each.month);
    return { ...each, corrected: correction ? corrected(each.chance, correction) : null };
  });
}

/** Those whose end was known before a day. */
export const knownBy = <Each extends { readonly dueOn: CalendarDay }>(
  said: readonly Each[],
  day: CalendarDay,
): Each[] => said.filter(({ dueOn }) => dueOn < day);

/** What forecasts whose end is known teach; undefined where correcting by them has not helped so far. */
export function correctionOf(known: readonly LookedBack[]): Correction | undefined {
  const tried = correctedScore(known);
  const hasHelped = tried && tried.count >= ENOUGH && tried.brier < tried.plain;
  return hasHelped ? learnedCorrection(known) : undefined;
}

function correctedScore(judged: readonly LookedBack[]): Score['corrected'] {
  const could = judged.flatMap((each) =>
    each.corrected === null ? [] : [{ ...each, again: each.corrected }],
  );
  const brier = brierScore(could.map(({ again, happened }) => ({ chance: again, happened })));
  const plain = brierScore(could);
  return brier === null || plain === null ? null : { count: could.length, brier, plain };
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
      corrected: correctedScore(judged),
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
