import { type Actor } from '@app/access';
import { type Ahead, type Forecast, told, type WayForward } from '@app/reporting';
import { type Calendar, type CalendarDay, shortDay } from '@app/statutory-calendar';
import { stepHref } from '../cases/step-address';
import { paths } from '../paths';
import {
  actionWords,
  betweenWords,
  chanceWords,
  driverWords,
  effectWords,
  inHundred,
  legWords,
  rangeWords,
  usualWords,
  workingDays,
} from './forecast-words';

/** Whom a row is about. */
export interface Whose {
  readonly reference: string;
  readonly name: string;
  readonly ownerName: string | null;
}

/** A case with what lies ahead of it. */
export interface CaseAhead {
  readonly whose: Whose;
  readonly ahead: Ahead;
  readonly way: WayForward | undefined;
}

/** What each date in law of a forecast asks for. */
const ASKED: Readonly<Record<string, string>> = {
  w20: 'Final plan',
  ar_conclude_by: 'Review concluded',
  decision: 'Decision, 4 weeks from the meeting',
  final: 'Changed plan',
  final_longstop: 'Changed plan, 12 weeks from the meeting',
};

/** A row of the list in words. */
export function forecastRow(
  { whose, ahead, way }: CaseAhead,
  { actor, calendar }: { readonly actor: Actor; readonly calendar: Calendar },
) {
  const { reference, name, ownerName } = whose;
  const [date] = ahead.dates;
  const known =
    date.chance === undefined ? undefined : told(ahead.open, date.dueOn, ahead.learning);
  return {
    reference,
    name,
    href: paths.case(reference),
    officer: ownerName ?? 'No officer',
    leg: legWords(ahead.leg),
    asked: ASKED[date.code] ?? '',
    due: shortDay(date.dueOn),
    dueOn: date.dueOn,
    isLate: date.isLate,
    chance: date.chance === undefined ? undefined : inHundred(date.chance),
    ...(known && knownWords(known, date.chance ?? 1, calendar)),
    ...(way && wayWords(way, ahead, reference, actor)),
  };
}

function knownWords(known: Forecast, chance: number, calendar: Calendar) {
  const [early, late]: readonly [CalendarDay, CalendarDay] = workingDays(known.expected, calendar);
  return {
    chanceText: chanceWords(chance),
    range: rangeWords(known),
    low: inHundred(known.low),
    high: inHundred(known.high),
    between: betweenWords(known, calendar),
    early,
    late,
    driver: driverWords(known.driver),
    usual: usualWords(known.driver),
  };
}

function wayWords(way: WayForward, { dates: [date] }: Ahead, reference: string, { roles }: Actor) {
  const isDecision = way.type === 'DECISION_MAINTAIN';
  const mayTake = way.roles.some((role) => roles.includes(role));
  return {
    action: actionWords(way),
    effect: effectWords(way, date),
    actionHref: !mayTake
      ? undefined
      : isDecision
        ? paths.case(reference)
        : stepHref(reference, way.type, way.service),
  };
}
