import { type CalendarDay, daysBetween } from '../day/calendar-day';
import { schoolYearOf } from '../day/school-year';
import { type SchoolTerms } from '../calendar/calendar';

/** First and last day of a run of teaching weeks. */
export type Block = readonly [CalendarDay, CalendarDay];

/** A term of the school year. */
export type Season = 'autumn' | 'spring' | 'summer';

/** Half-terms of one term, in order; `isWhole` is false while later dates are not loaded. */
export interface Term {
  readonly season: Season;
  readonly schoolYear: number;
  readonly blocks: readonly Block[];
  readonly isWhole: boolean;
}

/** A half-term is never this long: a single longer block is a whole term. */
const LONGEST_HALF_TERM = 70;

/** Groups a school's half-terms into terms, by the time of the year in which they start. */
export function termsOf(school: SchoolTerms): readonly Term[] {
  const blocks = [...school.terms].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const groups = new Map<string, Block[]>();
  for (const block of blocks) {
    const key = `${yearOfBlock(block)} ${seasonOf(block)}`;
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  return [...groups.values()].map((group, index) => term(group, index < groups.size - 1));
}

/** The longest break inside a term: its half-term holiday, as the blocks before and after it. */
export function halfTermOf({ blocks }: Term): readonly [before: Block, after: Block] | undefined {
  let longest: readonly [Block, Block] | undefined;
  blocks.slice(1).forEach((after, index) => {
    const before = blocks[index] as Block;
    if (!longest || gap(before, after) > gap(...longest)) longest = [before, after];
  });
  return longest;
}

function term(blocks: readonly Block[], hasLater: boolean): Term {
  const first = blocks[0] as Block;
  const isLong = daysBetween(...first) > LONGEST_HALF_TERM;
  return {
    season: seasonOf(first),
    schoolYear: yearOfBlock(first),
    blocks,
    isWhole: hasLater || blocks.length > 1 || isLong,
  };
}

function gap(before: Block, after: Block): number {
  return daysBetween(before[1], after[0]);
}

/** Which term a block belongs to. Some schools go back in the last week of August, and some start summer in late March. */
export function seasonOf([start]: Block): Season {
  const monthAndDay = start.slice(5);
  if (monthAndDay >= '08-10') return 'autumn';
  return monthAndDay < '03-20' ? 'spring' : 'summer';
}

function yearOfBlock(block: Block): number {
  return seasonOf(block) === 'autumn' ? Number(block[0].slice(0, 4)) : schoolYearOf(block[0]);
}
