import { type FigureName, PUBLISHED_YEAR, type Published, surveyDayAfter } from '@app/reporting';
import { addDays, addMonths, type CalendarDay } from '@app/statutory-calendar';

/** The year that is told, and the day on which the telling ends. */
export interface ToldYear {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly survey: CalendarDay;
  /** A plan held from this day or earlier has a review to be expected. */
  readonly yearBeforeSurvey: CalendarDay;
}

/** The year of the release. */
export const TOLD: ToldYear = {
  first: `${PUBLISHED_YEAR}-01-01`,
  last: `${PUBLISHED_YEAR}-12-31`,
  survey: surveyDayAfter(PUBLISHED_YEAR),
  yearBeforeSurvey: addMonths(surveyDayAfter(PUBLISHED_YEAR), -12),
};

/** A day of the year before the told one: `before('11-19')`. */
export const before = (monthAndDay: string): CalendarDay => `${PUBLISHED_YEAR - 1}-${monthAndDay}`;
/** A day of the told year. */
export const within = (monthAndDay: string): CalendarDay => `${PUBLISHED_YEAR}-${monthAndDay}`;
/** So many days before survey day. */
export const beforeSurvey = (days: number): CalendarDay => addDays(TOLD.survey, -days);

/** Counts to be reproduced. */
export class Targets {
  constructor(private readonly published: Published) {}

  /** A published count; none for a figure that is not given. */
  count(name: FigureName): number {
    return this.published.values.get(name) ?? 0;
  }

  isGiven(name: FigureName): boolean {
    return (this.published.values.get(name) ?? null) !== null;
  }
}

/** So many things, made one by one. */
export function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: Math.max(0, count) }, (_, n) => make(n));
}
