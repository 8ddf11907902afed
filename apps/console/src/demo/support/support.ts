import { type CalendarDay } from '@app/statutory-calendar';

/** Something written down on a day by somebody, with the answers of its form. */
export interface Kept {
  readonly on: CalendarDay;
  readonly by: string;
  readonly form: Readonly<Record<string, unknown>>;
}

/** What a worker keeps beside a case: each with the answers of its own form; `@key` stands for an officer's id. */
export interface Support {
  readonly plans?: readonly Kept[];
  readonly visits?: readonly Kept[];
  readonly actions?: readonly Kept[];
  readonly measures?: readonly Kept[];
  readonly views?: readonly Kept[];
}
