import { type DateState, type StatedClock } from '@app/casework';
import { type Adviser } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';

/** A clock as it stood on the day of the figures. */
export interface BoardClock extends StatedClock {
  readonly code: string;
  readonly subject: string;
}

/** An open assessment as it was read, on the day of the figures. */
export interface AssessmentRow {
  readonly caseId: string;
  readonly reference: string;
  readonly version: number;
  readonly childId: string;
  readonly name: string;
  readonly schoolName: string | null;
  readonly receivedOn: CalendarDay;
  readonly stage: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly dispute: string;
  readonly awaiting: readonly string[];
  /** How often each adviser was chased. */
  readonly chased: Readonly<Record<string, number>>;
  /** Lawful grounds for delay that were recorded. */
  readonly grounds: readonly string[];
  readonly clocks: readonly BoardClock[];
}

/** Each open assessment is one of these, by its 6-week or its 20-week date. */
export type BoardStatus = 'breached' | 'at_risk' | 'on_time';

export type LegKey = 'decide_assess' | 'advice' | 'decide_plan' | 'draft' | 'final';

/** What an assessment waits for: a service whose advice is not in, or somebody else. */
export type WaitsFor = Adviser | 'panel' | 'officer' | 'family' | 'settings' | 'tribunal';

/** An open assessment, judged. */
export interface OpenAssessment extends AssessmentRow {
  readonly leg: LegKey;
  /** Days since the request came; the day it came is day 0. */
  readonly day: number;
  readonly week: number;
  readonly status: BoardStatus;
  /** The state of its legal date in words; undefined where an order of the Tribunal set other dates. */
  readonly state: DateState | undefined;
  readonly dueOn: CalendarDay | undefined;
  readonly waitsFor: readonly WaitsFor[];
  readonly held: string;
}

/** One service's advice for one child that is not in yet. */
export interface AwaitedAdvice {
  readonly assessment: OpenAssessment;
  readonly adviser: Adviser;
  readonly dueOn: CalendarDay;
  /** Working days left; below zero when late. */
  readonly days: number;
  readonly isLate: boolean;
  readonly chased: number;
}
