import { type PolicyPacks } from '@app/casework';
import { inForce, type PolicyOverlay, tatsPolicy } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type AttendancePolicy } from '../pure/policy';

/** The numbers by which children are found and put in order on a day. */
export interface NumbersInForce {
  /** The version of the settings; 0 stands for the usual numbers. */
  readonly version: number;
  readonly finding: AttendancePolicy;
  /** What the council has set otherwise; a child with an open case keeps what that case began under. */
  readonly policy: PolicyOverlay | undefined;
}

/** What counts for this council on this day. */
export async function numbersOn(
  policies: PolicyPacks,
  authority: string,
  day: CalendarDay,
): Promise<NumbersInForce> {
  const policy = await policies.overlay(authority, 'tats_case', day);
  const { finding } = inForce(tatsPolicy, { policy });
  return { version: policy?.version ?? 0, finding, policy };
}
