import { type DateState, type StatedClock } from '@app/casework';
import { type Adviser } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';

/** A clock as it stood on the day of the figures. */
export interface BoardClock extends StatedClock {
  readonly code: string;
  readonly subject: string;
}

/** What decides how an open assessment stands: read of all of them at once, without names of children. */
export interface StandingRow {
  readonly caseId: string;
  readonly reference: string;
  readonly receivedOn: CalendarDay;
  readonly stage: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  /** Where the child’s school is: the first half of its postcode. */
  readonly area: string | null;
  readonly dispute: string;
  readonly awaiting: readonly string[];
  /** Dates for which a lawful ground was recorded, each with the ground. */
  readonly grounds: readonly string[];
  readonly clocks: readonly BoardClock[];
}

/** An open assessment as it was read, on the day of the figures. */
export interface AssessmentRow extends StandingRow {
  readonly version: number;
  readonly childId: string;
  readonly name: string;
  readonly schoolName: string | null;
  /** How often each adviser was chased. */
  readonly chased: Readonly<Record<string, number>>;
}

/** Each open assessment is one of these, by its 6-week or its 20-week date. */
export type BoardStatus = 'breached' | 'at_risk' | 'on_time';

export type LegKey = 'decide_assess' | 'advice' | 'decide_plan' | 'draft' | 'final';

/** What an assessment waits for: a service whose advice is not in, or somebody else. */
export type WaitsFor = Adviser | 'panel' | 'officer' | 'family' | 'settings' | 'tribunal';

/** An open assessment as it stands, judged. */
export interface StandingAssessment extends StandingRow {
  readonly leg: LegKey;
  /** Days since the request came; the day it came is day 0. */
  readonly day: number;
  readonly week: number;
  readonly status: BoardStatus;
  /** The state of its legal date in words; undefined where an order of the Tribunal set other dates. */
  readonly state: DateState | undefined;
  readonly dueOn: CalendarDay | undefined;
  readonly waitsFor: readonly WaitsFor[];
}

/** The same with all that a line of a list says. */
export interface OpenAssessment extends StandingAssessment, AssessmentRow {
  readonly held: string;
}

/** One service's advice for one child that is not in yet. */
export interface AwaitedAdvice {
  readonly assessment: StandingAssessment;
  readonly adviser: Adviser;
  readonly dueOn: CalendarDay;
  /** Working days left; below zero when late. */
  readonly days: number;
  readonly isLate: boolean;
}
