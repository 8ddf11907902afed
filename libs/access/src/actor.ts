import { type Role } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';

/** Who is acting: an officer at the keyboard, or the system when a clock runs out. */
export interface Actor {
  readonly id: string;
  readonly authority: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamId: string | null;
  readonly schoolUrn: string | null;
  /** The day on which they act. Access that ends on a date is judged by it; without it that access is over. */
  readonly day?: CalendarDay;
}

/** The id under which the system acts; no officer has it. */
export const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

/** The actor for timers and other work that nobody waits for. */
export function systemActor(authority: string): Actor {
  return {
    id: SYSTEM_ID,
    authority,
    name: 'Causeway',
    roles: ['system'],
    teamId: null,
    schoolUrn: null,
  };
}

/** This person may not do this here. Nothing was changed. */
export class AccessDenied extends Error {
  constructor(readonly action: string) {
    super(`Not allowed: ${action}`);
  }
}
