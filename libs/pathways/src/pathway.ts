import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type AnyStateMachine } from 'xstate';
import { type ClockRule } from './clock-rule';
import { type EventDefinition, type FactName, type PathwayEvent } from './event';
import { type Missing } from './not-allowed-now';
import { type Setting } from './policy';
import { type Role } from './role';
import { type VersionMove } from './versions';

/** Everything a guard may look at: what the case remembers, and the event with its facts. */
export interface GuardInput<Context = Record<string, unknown>> {
  readonly context: Context;
  readonly event: PathwayEvent;
}

/** A condition with a name from the handbook. Reads its input and nothing else. */
export interface Guard<Context = Record<string, unknown>> {
  readonly test: (input: GuardInput<Context>) => boolean;
  /** Plain words for the refusal. */
  readonly text: string | ((input: GuardInput<Context>) => string);
  /** What would make it possible, and who can supply it. */
  readonly missing?: (input: GuardInput<Context>) => readonly Missing[];
  /** Other lawful ways to go on when this one says no. */
  readonly otherWays?: readonly string[];
  /** Facts the shell must look up before asking. */
  readonly needs?: readonly FactName[];
  /** True when it looks only at what is typed on the form: it cannot block the button. */
  readonly aboutAnswer?: boolean;
}

export interface PathwayCopy {
  /** Words for every state of every region. */
  readonly states: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The line of stages on the case page: each stands for one or more states of `work`. */
  readonly stages: readonly {
    readonly label: string;
    readonly states: readonly string[];
    readonly clock?: string;
  }[];
  /** Words for "not from here", by event: when it becomes possible. */
  readonly whenPossible?: Readonly<Record<string, string>>;
}

/** What the shell keeps: where every region stands, and what the machine remembers. */
export interface PathwayState {
  readonly value: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
}

/** How often a worker means to see a child in one part of the school year. */
interface PlannedContacts {
  /** 'from January to March'. */
  readonly part: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly contacts: number;
  /** Visits to the next school together, besides the contacts. */
  readonly accompanied: number;
  /** 'targeted support'. */
  readonly support: string;
}

/** One pathway, assembled from its folder. */
export interface Pathway {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  /** The link that opens a case by hand: 'Open an EHC request'. */
  readonly opening: string;
  /** Roles that see every case of this pathway in the authority (handbook annex b). */
  readonly seenBy: readonly Role[];
  /** Roles that can hold a case of this pathway, the usual one first. */
  readonly heldBy: readonly Role[];
  /** Starts every reference: 'Y6', 'EHC'. */
  readonly prefix: string;
  readonly opensWith: string;
  /** Guards on opening a case, asked of the opening event. */
  readonly opensIf?: readonly string[];
  readonly events: Readonly<Record<string, EventDefinition>>;
  readonly machine: AnyStateMachine;
  readonly guards: Readonly<Record<string, Guard>>;
  readonly clocks: readonly ClockRule[];
  readonly copy: PathwayCopy;
  /** The older versions whose cases this one can take over. */
  readonly moves?: readonly VersionMove[];
  /** Events with which somebody proposes what somebody else must decide: the fact `actorProposed` looks for them. */
  readonly proposals?: readonly string[];
  /** The cohort a new case joins, where a programme takes one each year: told from its opening event. */
  readonly cohort?: (event: PathwayEvent) => string;
  /** The numbers that a council may set, beside the time limits of its own. */
  readonly settings?: readonly Setting[];
  /** The setting that says which weights a whole post may hold; without one, the officer's own limit counts as it is. */
  readonly caseload?: string;
  /** How many contacts are planned at a time of the year, by the weight with which the case was given to its worker. */
  readonly plannedContacts?: (
    state: PathwayState,
    weight: string,
    day: CalendarDay,
    calendar: Calendar,
  ) => PlannedContacts | undefined;
  /** The setting that says how many places there are in each cohort or unit, where the programme has a hard limit: the database enforces it. */
  readonly places?: { readonly programme: string; readonly setting: string };
}
