import { type PathwayState } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type ActionState } from '../support/actions/action-machine';

/** A clock that runs, as lists read it. */
export interface OpenClock {
  readonly code: string;
  readonly subject: string;
  readonly occurrence: number;
  readonly rule: string | null;
  readonly basis: 'statutory' | 'guidance' | 'local';
  readonly anchor: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly sends: string | null;
}

/** A task that waits, as lists read it. */
export interface OpenTask {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  readonly forRole: string | null;
  readonly officerId: string | null;
  readonly dueOn: CalendarDay | null;
  /** Events that do what is asked. */
  readonly doneBy: readonly string[];
}

/** An action of a case that still asks for something, as lists read it. */
export interface OpenAction {
  readonly id: string;
  readonly text: string;
  readonly state: Exclude<ActionState, 'done' | 'cancelled'>;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly dueOn: CalendarDay;
}

/** An open case with all that decides its next step: one row of one statement. */
export interface WorkCase {
  readonly id: string;
  readonly reference: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  readonly state: PathwayState;
  readonly stage: string;
  readonly openedOn: CalendarDay;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly coverId: string | null;
  readonly childName: string;
  readonly dob: CalendarDay;
  readonly childUrn: string | null;
  readonly ncYear: string | null;
  readonly schoolName: string | null;
  readonly isIdentityKnown: boolean;
  readonly hasContact: boolean;
  readonly clocks: readonly OpenClock[];
  readonly tasks: readonly OpenTask[];
  readonly actions: readonly OpenAction[];
}

/** 'Year 4', 'Reception', 'Nursery'; undefined where it is not known. */
export function yearInWords(ncYear: string | null): string | undefined {
  if (!ncYear) return undefined;
  if (ncYear === 'R') return 'Reception';
  return ncYear.startsWith('N') ? 'Nursery' : `Year ${ncYear}`;
}

/** 'Year 4, Larkfield Primary'. */
export function yearAndSchool({
  ncYear,
  schoolName,
}: Pick<WorkCase, 'ncYear' | 'schoolName'>): string {
  return [yearInWords(ncYear), schoolName ?? 'no school'].filter(Boolean).join(', ');
}
