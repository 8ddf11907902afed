import { type CalendarDay, daysBetween } from '../day/calendar-day';
import { type DayOff, type SchoolTerms, TermsNotLoaded } from './calendar';
import { seasonOf } from '../terms/school-year-terms';
import { isWeekend, type WorkingDays } from './working-days';

/** A longer gap than any summer holiday means that a year of dates is missing in between. */
const LONGEST_HOLIDAY = 100;

const HOLIDAY_BEFORE = {
  autumn: 'summer holiday',
  spring: 'Christmas holiday',
  summer: 'Easter holiday',
} as const;

/** Knows the pupil days of one school, and refuses to guess outside its loaded terms. */
export class SchoolDays {
  private readonly inset: ReadonlySet<CalendarDay>;
  readonly blocks: readonly (readonly [CalendarDay, CalendarDay])[];

  constructor(
    readonly schoolName: string,
    terms: SchoolTerms | undefined,
    private readonly office: WorkingDays,
  ) {
    this.inset = new Set(terms?.inset ?? []);
    this.blocks = [...(terms?.terms ?? [])].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }

  get loadedTo(): CalendarDay | undefined {
    return this.blocks.at(-1)?.[1];
  }

  whyNot(day: CalendarDay): DayOff | undefined {
    const holiday = this.holidayOn(day);
    if (isWeekend(day)) return { kind: 'weekend', title: 'weekend' };
    if (holiday) return { kind: 'holiday', title: holiday };
    const bankHoliday = this.office.bankHoliday(day);
    if (bankHoliday) return { kind: 'bankHoliday', title: bankHoliday };
    return this.inset.has(day) ? { kind: 'inset', title: 'training day' } : undefined;
  }

  private holidayOn(day: CalendarDay): string | undefined {
    const next = this.blocks.findIndex(([, end]) => day <= end);
    const block = this.blocks[next];
    if (!block) throw new TermsNotLoaded(this.schoolName, day, this.loadedTo);
    if (day >= block[0]) return undefined;
    const before = this.blocks[next - 1];
    if (!before || daysBetween(before[1], block[0]) > LONGEST_HOLIDAY) {
      throw new TermsNotLoaded(this.schoolName, day, before?.[1]);
    }
    return seasonOf(before) === seasonOf(block) ? 'half term' : HOLIDAY_BEFORE[seasonOf(block)];
  }
}
