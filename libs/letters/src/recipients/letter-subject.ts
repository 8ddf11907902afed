import { type CalendarDay } from '@app/statutory-calendar';

/** A case as letters see it: who it is about, who works on it, what happened. */
export interface LetterSubject {
  readonly caseId: string;
  readonly authority: string;
  readonly council: string;
  readonly settings: unknown;
  readonly reference: string;
  readonly pathway: string;
  readonly version: number;
  readonly open: boolean;
  readonly regions: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
  readonly child: {
    readonly firstName: string;
    /** Every name that the record has for the child. */
    readonly names?: readonly string[];
    readonly urn: string | null;
    readonly held: boolean;
    /** Past compulsory school age: letters for the family are then theirs (correction 1). */
    readonly isYoungPerson: boolean;
  };
  /** Who else has the letters of a young person: the family where they agreed to that, and who decides for them. */
  readonly standIns: {
    readonly family: boolean;
    readonly representative: string | null;
    /** The representative is a parent, and nobody was appointed. */
    readonly isParent: boolean;
  };
  readonly ownerId: string | null;
  readonly coverId: string | null;
  readonly teamId: string | null;
  /** What the opening event said about the family knowing; true unless it said no. */
  readonly familyAware: boolean;
  readonly openedBy: string | null;
  readonly event: {
    readonly type: string;
    readonly occurredOn: CalendarDay;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly byTimer: boolean;
    readonly stage: string;
  };
}

/** Someone who could be written to, with every address the record has. */
export interface FamilyContact {
  readonly id: string;
  readonly name: string;
  readonly hasPr: boolean;
  readonly relation: string;
  /** The young person themselves. */
  readonly isSelf: boolean;
  readonly email: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly format: string | null;
}

export interface OfficerCard {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly teamId: string | null;
  readonly schoolUrn: string | null;
}

export interface SchoolCard {
  readonly urn: string;
  readonly name: string;
  readonly email: string | null;
}

export interface ClockCard {
  readonly code: string;
  readonly subject: string;
  readonly dueOn: CalendarDay;
}

/** Everyone a case's letters may be for, and the dates they may name. */
export interface AddressBook {
  readonly family: readonly FamilyContact[];
  readonly officers: readonly OfficerCard[];
  readonly schools: ReadonlyMap<string, SchoolCard>;
  readonly clocks: readonly ClockCard[];
}
