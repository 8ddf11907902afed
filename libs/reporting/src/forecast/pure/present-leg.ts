import { type CalendarDay } from '@app/statutory-calendar';
import { daysFrom } from './day-counter';
import { type Curve } from './curve';
import { allDone, type ByDay, type Pace, paced } from './days';
import { type History, type Standing, type Way } from './history';
import { arrivalThird, type Learned } from './learned';
import { type Rest } from './rest';
import { lastAnswer } from './spells';

/** A case on a day, as far as it matters to its forecast. */
export interface Open {
  readonly way: Way;
  readonly history: History;
  readonly standing: Standing;
  /** The day from which the days of its law count. */
  readonly startedOn: CalendarDay;
  readonly day: CalendarDay;
}

/** What is changed in the present leg to see what it weighs: the leg, or one service in it. */
export interface Supposed {
  readonly leg?: Pace;
  readonly service?: { readonly name: string; readonly to: Pace };
}

/** What a case waits for now: by when it comes, and what follows it. */
export interface Present {
  /** The chance that it has come within so many days. */
  readonly by: ByDay;
  readonly followedBy: (rest: Rest) => ByDay;
}

/** What the case waits for in its present leg, told for so many days. */
export function presentOf(
  open: Open,
  learned: Learned,
  upTo: number,
  { leg, service }: Supposed = {},
): Present {
  const { standing, way } = open;
  const left = (rest: Rest) => rest.left[standing.leg]!;
  if (leg === 'at_once') return { by: byDay(upTo, () => 1), followedBy: left };
  const awaited = standing.leg === way.waitsIn ? awaitedFor(open, learned) : [];
  if (awaited.length) {
    const each = awaited.map(() => 0);
    const by = byDay(upTo, (more) => {
      awaited.forEach(({ name, curve, sofar }, at) => {
        const pace = service?.name === name ? service.to : undefined;
        each[at] = paced(curve.doneWithin(more, sofar), pace);
      });
      return paced(allDone(each, learned.inStep), leg);
    });
    return { by, followedBy: ({ answered }) => answered };
  }
  const { curve, sofar } = single(open, learned);
  const ahead = Math.max(0, -sofar);
  const by = byDay(upTo, (more) => paced(curve.doneWithin(more - ahead, Math.max(0, sofar)), leg));
  return { by, followedBy: left };
}

/** The services that are waited for, and for how long each has been. */
function awaitedFor({ history, day }: Open, { services, anyService }: Learned) {
  return history.asked
    .filter(({ inOn }) => inOn === null)
    .map(({ service, askedOn }) => ({
      name: service,
      curve: services.get(service) ?? anyService,
      sofar: Math.max(0, daysFrom(askedOn, day)),
    }));
}

/** The one thing a leg is made of; a day set ahead makes the days so far negative. */
export function single(open: Open, learned: Learned): { curve: Curve; sofar: number } {
  const { way, standing, history, startedOn, day } = open;
  if (standing.leg === way.waitsIn) {
    const last = lastAnswer(history, standing.since, null) ?? standing.since;
    return { curve: learned.afterAnswers, sofar: daysFrom(last, day) };
  }
  const set = standing.leg === way.plannedIn ? history.planned.at(-1)?.forOn : undefined;
  if (set) return { curve: learned.afterPlan, sofar: daysFrom(set, day) };
  const leg = learned.legs[standing.leg]!;
  const third = arrivalThird(leg, daysFrom(startedOn, standing.since));
  return { curve: leg.byArrival[third]!, sofar: daysFrom(standing.since, day) };
}

function byDay(upTo: number, chanceBy: (more: number) => number): ByDay {
  const by = new Float64Array(upTo + 1);
  for (let more = 0; more <= upTo; more += 1) by[more] = chanceBy(more);
  return by;
}
