import { type CalendarDay } from '@app/statutory-calendar';
import { type z } from 'zod';
import { type LawInForce } from './law-in-force';
import { type PolicyOverlay } from './policy';
import { type Permission, type Role } from './role';

/** Where each region of a case stands: `{ work: 'advice', consent: 'given' }`. */
export type Regions = Readonly<Record<string, string>>;

/** What the shell found in the records and put beside the event, so that a replay sees the same. */
export interface Facts {
  readonly actorMay?: readonly Permission[];
  readonly placeAvailable?: boolean;
  readonly topOfList?: boolean;
  readonly onRollAtDestination?: boolean;
  readonly openCaseExists?: boolean;
  readonly withinCaseload?: boolean;
  readonly contactExists?: boolean;
  readonly identityKnown?: boolean;
  readonly stillYear7?: boolean;
  /** Over compulsory school age and under 25 on the day of the event: decides for themselves. */
  readonly youngPerson?: boolean;
  readonly closedWithinYear?: boolean;
  /** Somebody of the service has room in their caseload. */
  readonly capacity?: boolean;
  /** The unit named in the payload has a place that nobody holds. */
  readonly placeVacant?: boolean;
  /** The child fits with those in the unit now; undefined while nobody keeps a matching sheet: the form's answer decides. */
  readonly matchOk?: boolean;
  /** The sitting on the day named in the payload has a slot free. */
  readonly slotAvailable?: boolean;
  /** What is still to be done on this case, in words: actions that are open, overdue or blocked. */
  readonly openActions?: readonly string[];
  /** The child’s item is open at a sitting that has its quorum; false while it only stands on an agenda; undefined where it stands on none. */
  readonly quorate?: boolean;
  /** How often the terms of the panel let this child’s item be put off; undefined where it stood on no agenda. */
  readonly mostDeferrals?: number;
  /** An officer who may not judge their own work: the one who proposed it acts again. */
  readonly actorProposed?: boolean;
  /** Whole years of age on the day of the event. */
  readonly age?: number;
  /** Pupils are in school on the day named in the payload; undefined where the school's terms are not loaded. */
  readonly schoolDay?: boolean;
  /** The level of need, where the records know more than the case. */
  readonly level?: number;
  /** The child has an open section 19 request that nobody holds. */
  readonly s19WithoutOwner?: boolean;
  /** School days after `startOn` (else the day of the event) up to `endOn` of the payload, by the school's calendar. */
  readonly schoolDaysPlanned?: number;
  /** Codes of clocks whose last day lies before the day of the event, with their subject: 'consult_due:199020'. */
  readonly passed?: readonly string[];
  /** What the council had set otherwise on the day on which the case began: on its opening event alone. */
  readonly policy?: PolicyOverlay;
  /** What packs of law change on this pathway: on its opening event alone. */
  readonly law?: LawInForce;
}

export type FactName = keyof Facts;

/** Something that happened to a case, as the machine sees it. */
export interface PathwayEvent {
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly facts: Facts;
  /** Where the case stood when the event came; put here by `advance`, so guards can look across regions. */
  readonly at?: Regions;
}

/** One thing that can happen: what must be said about it, who may say it, and an example. */
export interface EventDefinition {
  readonly title: string;
  /** The button: a verb phrase. Defaults to the title. */
  readonly verb?: string;
  readonly hint?: string;
  /** The hint where it says numbers that a council may set. */
  readonly hintFor?: (context: object) => string;
  /** The words on the timeline once it has happened. Defaults to the title. */
  readonly happened?: string;
  readonly payload: z.ZodObject;
  readonly example: Readonly<Record<string, unknown>>;
  /** Facts that a replay assumes when none are given. */
  readonly exampleFacts?: Facts;
  readonly roles: readonly Role[];
  /** 'hoped' events get the green button; 'other' ones stand in the line of links; 'rare' behind "More". */
  readonly prominence?: 'hoped' | 'usual' | 'other' | 'rare';
}

/** What an event says under the first of these names that it gives as text. */
export function said(
  { payload }: Pick<PathwayEvent, 'payload'>,
  ...names: string[]
): string | undefined {
  for (const name of names) {
    const value = payload[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
