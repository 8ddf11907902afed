import { type Protected } from '@app/access';
import { type PathwayState, type Regions } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type OpenTask } from './work-case';

/** A clock of a case, running or ended. */
export interface FileClock {
  readonly code: string;
  readonly subject: string;
  readonly occurrence: number;
  readonly rule: string | null;
  readonly basis: 'statutory' | 'guidance' | 'local';
  readonly anchor: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly sends: string | null;
  readonly status: 'open' | 'met' | 'void';
  readonly endedOn: CalendarDay | null;
  readonly startedVersion: number;
  readonly calendarVersion: string;
  /** How it was counted, as text; null for a clock whose rule is gone. */
  readonly counted: string | null;
  readonly ruleVersion: string | null;
  readonly endedVersion: number | null;
}

/** One event of a case's history. */
export interface FileEvent {
  readonly version: number;
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly stages: Regions;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorRole: string;
  readonly recordedAt: Date;
}

/** A person around the child. */
export interface FileContact {
  readonly name: string;
  readonly relation: string;
  readonly hasPr: 'yes' | 'no' | 'unknown';
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly language: string | null;
}

/** The child, as the bar over every page of the case names them. */
export interface FileChild {
  readonly childId: string;
  readonly name: string;
  readonly forename: string;
  readonly dob: CalendarDay;
  readonly ncYear: string | null;
  readonly schoolName: string | null;
  readonly flags: readonly string[];
  readonly restricted: boolean;
  readonly senco: string | null;
}

/** A case with everything its pages show, but for its history, notes and messages. */
export interface CaseFile extends Protected, FileChild {
  readonly id: string;
  readonly reference: string;
  readonly pathwayVersion: number;
  readonly version: number;
  readonly state: PathwayState;
  readonly stage: string;
  readonly open: boolean;
  readonly openedOn: CalendarDay;
  readonly closedOn: CalendarDay | null;
  readonly coverUntil: CalendarDay | null;
  readonly cohort: string | null;
  readonly headHash: Buffer;
  readonly ownerName: string | null;
  readonly coverName: string | null;
  readonly teamName: string | null;
  readonly deciderNames: readonly string[];
  readonly hasContact: boolean;
  readonly isIdentityKnown: boolean;
  readonly clocks: readonly FileClock[];
  readonly tasks: readonly OpenTask[];
  readonly contacts: readonly FileContact[];
  readonly noteCount: number;
}
