import { type PathwayState } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Rankable } from '../places/rank';

/** A clock of a Year 6 case that still runs. */
export interface RunningClock {
  readonly code: string;
  readonly subject: string;
  readonly occurrence: number;
  readonly dueOn: CalendarDay;
}

/** One nominated child, as the cohort page needs it. */
export interface CohortChild extends Rankable {
  readonly caseId: string;
  readonly childId: string;
  readonly version: number;
  readonly open: boolean;
  readonly name: string;
  readonly restricted: boolean;
  readonly fromSchool: string | null;
  readonly toUrn: string | null;
  readonly toSchool: string | null;
  /** False while it is only what the school expects. */
  readonly hasSchool: boolean;
  readonly state: PathwayState;
  /** The state of the work region. */
  readonly work: string;
  readonly band: string | null;
  readonly workerId: string | null;
  readonly workerName: string | null;
  readonly placeNumber: number | null;
  readonly clocks: readonly RunningClock[];
  /** States of the work region that the case has ever been in. */
  readonly been: readonly string[];
  /** Types of events that have happened to it. */
  readonly had: readonly string[];
}

/** Where a place held is with the family: agreed, or waiting for an answer. */
export type Holding = 'agreed' | 'waiting';
