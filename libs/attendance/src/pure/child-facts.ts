import { type PolicyOverlay } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Attendance } from './attendance';
import { type Suspension } from './suspensions';
import { type Window, type WindowName, type Windows } from './windows';

/** An open case of the Team Around the School, as the priority counts it. */
export interface OpenTats {
  readonly reference: string;
  readonly openedOn: CalendarDay;
  /** Working days for which the child has waited to be talked about. */
  readonly waitedDays: number;
  /** Times put off that the school did not cause. */
  readonly deferrals: number;
  /** The school or the meeting said that permanent exclusion is likely or decided. */
  readonly exclusionLikely: boolean;
  readonly backWithinTwoTerms: boolean;
  /** What the council had set otherwise when the case began. */
  readonly policy?: PolicyOverlay | undefined;
}

/** All that rules and priority may look at. Ethnicity, address, free school meals and youth justice are not among it. */
export interface ChildFacts {
  readonly childId: string;
  readonly phase: 'primary' | 'secondary';
  readonly ncYear: string | null;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly careStatus: string;
  /** The school says that a social worker or a care order is involved. */
  readonly careSaidBySchool: boolean;
  readonly windows: Windows;
  /** So many school weeks up to the day, as the settings count them. */
  readonly lastWeeks: (n: number) => Window | undefined;
  readonly attendance: Readonly<Partial<Record<WindowName, Attendance>>>;
  readonly suspensions: readonly Suspension[];
  /** Pathways on which the child has an open case. */
  readonly openOn: readonly string[];
  /** A part-time timetable in force beyond its last day, and by how many school days. */
  readonly timetable: { readonly endedOn: CalendarDay; readonly daysOver: number } | null;
  /** The latest check-in of the Year 6 transition, where it was red. */
  readonly redCheckIn: CalendarDay | null;
  /** Came to this school in the middle of the school year. */
  readonly midYearEntry: boolean;
  readonly season: 'autumn' | 'spring' | 'summer' | null;
  readonly tats: OpenTats | null;
}
