import { type CalendarDay } from '@app/statutory-calendar';
import { type Correction } from './correction';
import { drawnAgain } from './drawn';
import { type History, knownOn, type Way } from './history';
import { type Learned, learned } from './learned';
import { Outlook } from './outlook';
import { spellsOf } from './spells';

/** Fewer finished than this in a leg are too few to say anything. */
export const ENOUGH = 30;
const TIMES_DRAWN = 20;

/** What was learned by a day, and the same from cases drawn again by chance: how far they differ is how sure it is. */
export interface Learning {
  readonly outlook: Outlook;
  readonly drawn: readonly Outlook[];
}

/** Learns from all that had happened by the end of a day; nothing later is looked at. */
export function learnt(way: Way, histories: readonly History[], day: CalendarDay): Learning {
  const spells = spellsOf(way, begunBy(histories, day), day);
  const whole = learned(spells);
  const { inStep } = whole;
  return {
    outlook: new Outlook(whole),
    drawn: Array.from({ length: TIMES_DRAWN }, (_, seed) => {
      const times = drawnAgain(spells.histories, seed);
      return new Outlook(learned(spells, { times, inStep }));
    }),
  };
}

/** The same with all its chances corrected by past forecasts. */
export function correctedBy(
  { outlook, drawn }: Learning,
  correction: Correction | undefined,
): Learning {
  if (!correction) return { outlook, drawn };
  return {
    outlook: outlook.correctedBy(correction),
    drawn: drawn.map((each) => each.correctedBy(correction)),
  };
}

/** The same without the draws, where only the chance itself is wanted. */
export function learntOnce(way: Way, histories: readonly History[], day: CalendarDay): Outlook {
  return new Outlook(learned(spellsOf(way, begunBy(histories, day), day)));
}

/** Whether enough cases have left each leg from this one on. */
export function isEnough({ legs }: Learned, fromLeg: number): boolean {
  return legs.slice(fromLeg).every(({ seen }) => seen >= ENOUGH);
}

function begunBy(histories: readonly History[], day: CalendarDay): History[] {
  return histories
    .map((history) => knownOn(history, day))
    .filter(({ entered }) => entered.some((on) => on !== null));
}
