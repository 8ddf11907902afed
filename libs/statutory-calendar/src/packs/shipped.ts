import { type CalendarDay } from '../day/calendar-day';
import si2020471 from '../data/packs/si-2020-471.json';
import { reaches } from './applies';
import { readPack } from './read-pack';
import { type RulePack } from './rule-pack';

/** The law of the book itself, by the name it has beside every date. */
const MAIN = { name: 'ENG-SEND-2014', effectiveFrom: '2014-09-01' } as const;

let shipped: readonly RulePack[] | undefined;

/** The packs that come with the product: law that stood for a time and is over. */
export function shippedPacks(): readonly RulePack[] {
  shipped ??= [readPack(si2020471)];
  return shipped;
}

/** What stands beside a date as the law that gave it. */
export interface NamedPack {
  readonly name: string;
  readonly effectiveFrom: CalendarDay;
  readonly effectiveTo?: CalendarDay;
}

/** The shipped packs that reach a limit due on this day, the book first: 'ENG-SEND-2014', 'SI-2020-471'. */
export function packsOn(dueOn: CalendarDay, anchor = dueOn): readonly NamedPack[] {
  return [MAIN, ...shippedPacks().filter((pack) => isReached(pack, anchor, dueOn))];
}

const isReached = ({ changes }: RulePack, anchor: CalendarDay, dueOn: CalendarDay) =>
  changes.some((change) => reaches(change, { anchor, dueOn }));
