import { addDays, type CalendarDay, checkUpn, schoolYearOf } from '@app/statutory-calendar';
import { AUTHORITY } from '../authority';
import { type Dice } from '../dice';
import { type DemoSchool, PRIMARY_SCHOOLS, SECONDARY_SCHOOLS, SPECIAL_SCHOOL } from './schools';

export type Sex = 'F' | 'M';

/** A grown-up around a child. */
export interface DemoContact {
  readonly name: string;
  readonly relation: string;
  readonly hasPr: 'yes' | 'no' | 'unknown';
  readonly phone: string;
  readonly email: string | null;
  readonly address: string;
  readonly language: string | null;
}

/** An invented child, ready to be written. */
export interface DemoChild {
  readonly key: string;
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly preferredName: string | null;
  readonly dob: CalendarDay;
  readonly sex: Sex;
  readonly ncYear: string;
  readonly urn: string;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly primaryNeed: string | null;
  readonly secondaryNeed: string | null;
  readonly careStatus: string;
  readonly flags: readonly string[];
  readonly household: string;
  readonly contacts: readonly DemoContact[];
}

/** A year of school as a number: nursery is -1, Reception 0, Year 1 is 1. */
export type YearNumber = number;

/** A birthday of a child who is in this year group on this day. */
export function dobIn(year: YearNumber, on: CalendarDay, dice: Dice): CalendarDay {
  const first = `${schoolYearOf(on) - year - 5}-09-01`;
  return addDays(first, dice.whole(0, 364));
}

/** 'N2', 'R', '1' … as the register writes it. */
export function ncYearText(year: YearNumber): string {
  return year < 0 ? 'N2' : year === 0 ? 'R' : String(year);
}

/** A school that a child of this year goes to. */
export function schoolFor(year: YearNumber, dice: Dice): DemoSchool {
  if (dice.isLucky(0.04)) return SPECIAL_SCHOOL;
  const age = year + 5;
  const all = year >= 7 ? SECONDARY_SCHOOLS : PRIMARY_SCHOOLS;
  return dice.pick(all.filter(({ ages: [low, high] }) => low < age && age <= high));
}

/** A pupil number with its check letter, given out by the school in the year the child started there. */
export function upnOf(establishment: string, startYear: number, serial: number): string {
  const twelve = `${AUTHORITY}${establishment}${pad(startYear % 100, 2)}${pad(serial, 3)}`;
  return `${checkUpn(`A${twelve}`).checkLetter ?? ''}${twelve}`;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');
