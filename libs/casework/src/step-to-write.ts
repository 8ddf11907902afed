import { type Actor } from '@app/access';
import { type ClockChanges, type Pathway, type PathwayEvent, type Step } from '@app/pathways';
import { type Calendar } from '@app/statutory-calendar';
import { type NextDue } from './next-due';
import { type Holders } from './row-changes';

/** Everything one step writes; all of it in one statement, or none. */
export interface StepToWrite {
  readonly pathway: Pathway;
  readonly actor: Actor;
  readonly event: PathwayEvent;
  readonly step: Step;
  readonly changes: ClockChanges;
  readonly due: NextDue;
  readonly holders: Holders;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly commandKey: string | null;
  readonly bodyHash: Buffer;
  readonly subject: {
    readonly id: string;
    readonly version: number;
    readonly headHash: Buffer;
    readonly cohort: string | null;
    readonly childId: string;
  };
  /** Set when the case is opened by this step. */
  readonly opening?: {
    readonly reference: string;
    readonly teamId: string | null;
    readonly reopenOf: string | null;
    /** The referral that this case answers. */
    readonly referralId?: string | undefined;
  };
}
