import { type CalendarDay } from '@app/statutory-calendar';
import { daysFrom } from './pure/day-counter';
import { type Curve } from './pure/curve';
import { HORIZON } from './pure/days';
import { isEnough, type Learning } from './pure/learning';
import { type Expected, type Outlook, type WhatIf } from './pure/outlook';
import { type Open, single } from './pure/present-leg';

/** What is likely to hold a case up the most: a leg, and where a service is waited for, the service. Never a person. */
export interface Driver {
  readonly leg: string;
  readonly service: string | null;
  /** Days it has taken so far; null for a leg that is still to come. */
  readonly sofar: number | null;
  /** Half are done within so many days, and nine in ten within so many; null where that is too far ahead to say. */
  readonly half: number | null;
  readonly most: number | null;
}

/** A forecast of one date in law of one case. */
export interface Forecast {
  /** The range of the chance when cases are drawn again by chance. */
  readonly low: number;
  readonly high: number;
  readonly expected: Expected;
  readonly driver: Driver;
}

/** The chance that a date passes first; undefined where too few have finished to say. */
export function chanceOf(
  open: Open,
  dueOn: CalendarDay,
  { outlook }: Learning,
): number | undefined {
  if (!isEnough(outlook.learned, open.standing.leg)) return undefined;
  return outlook.chanceOfBreach(open, dueOn);
}

/** All that is said about a case beside the chance. */
export function told(open: Open, dueOn: CalendarDay, { outlook, drawn }: Learning): Forecast {
  const chance = outlook.chanceOfBreach(open, dueOn);
  const isLate = dueOn < open.day;
  const others = isLate ? [] : drawn.map((each) => each.chanceOfBreach(open, dueOn));
  others.sort((a, b) => a - b);
  return {
    low: Math.min(chance, others[Math.floor(others.length / 10)] ?? chance),
    high: Math.max(chance, others[Math.ceil(others.length * 0.9) - 1] ?? chance),
    expected: outlook.expected(open),
    driver: driverOf(open, dueOn, outlook),
  };
}

interface Part {
  readonly leg: number;
  readonly service: string | null;
  readonly curve: Curve;
  readonly sofar: number | null;
  /** What would be if it went as fast as the fastest of four. */
  readonly faster: WhatIf;
}

/** The part that would change the forecast most if it went fast; where nothing can, the one that takes longest. */
function driverOf(open: Open, dueOn: CalendarDay, outlook: Outlook): Driver {
  const [worst] = partsOf(open, outlook)
    .map((part) => ({ part, left: outlook.chanceOfBreach(open, dueOn, part.faster) }))
    .sort((a, b) => a.left - b.left || daysOf(b.part) - daysOf(a.part));
  const { leg, service, curve, sofar } = worst!.part;
  return {
    leg: open.way.legs[leg] ?? '',
    service,
    sofar,
    half: curve.daysFor(0.5) ?? null,
    most: curve.daysFor(0.9) ?? null,
  };
}

/** The services that are awaited, or the leg itself, and the legs to come. */
function partsOf(open: Open, { learned }: Outlook): Part[] {
  const { way, standing, history, day } = open;
  const { leg } = standing;
  const awaited = leg === way.waitsIn ? history.asked.filter(({ inOn }) => inOn === null) : [];
  const services = awaited.map(({ service, askedOn }): Part => ({
    leg,
    service,
    curve: learned.services.get(service) ?? learned.anyService,
    sofar: Math.max(0, daysFrom(askedOn, day)),
    faster: { service: { name: service, to: 'fast' } },
  }));
  const now = single(open, learned);
  const present = {
    leg,
    service: null,
    curve: now.curve,
    sofar: Math.max(0, now.sofar),
    faster: { leg: 'fast' },
  } as const;
  const later = learned.legs.slice(leg + 1).map((next, at): Part => {
    const change = { leg: leg + 1 + at, to: 'fast' } as const;
    const curve = next.byArrival[1]!;
    return { leg: change.leg, service: null, curve, sofar: null, faster: { later: change } };
  });
  return [...(services.length ? services : [present]), ...later];
}

const daysOf = ({ curve }: Part) => curve.daysFor(0.5) ?? HORIZON;
