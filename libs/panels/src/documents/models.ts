/**
 * What the papers of a panel are made from. A model holds only what its reader may see: whoever builds
 * it leaves the rest out, so that nothing has to be covered up later. Labels are ready to print.
 */
import { type CalendarDay } from '@app/statutory-calendar';

/** The sitting that a document belongs to. Times are London times in words: '1:30pm'. */
export interface SittingFacts {
  council: string;
  panel: string;
  day: CalendarDay;
  startsAt: string;
  endsAt: string;
  room?: string;
  /** Demo mode: the foot of every page says that the data is made up. */
  isMadeUp: boolean;
}

/** Who took this copy and when: the watermark on every page. */
export interface CopyOf {
  name: string;
  role: string;
  takenAt: Date;
  /** The last day on which the product opens this item to the reader. Absent while the minutes are not approved. */
  accessEndsOn?: CalendarDay;
}

export interface ChildSubject {
  kind: 'child';
  name: string;
  yearGroup: string;
  school: string;
  /** 'SEN support', 'EHC plan', 'No SEN support'. */
  sen: string;
  /** 'Child in need', 'Child in care': only where the reader may know. */
  flags: readonly string[];
}

export interface SchoolSubject {
  kind: 'school';
  name: string;
  concerns: readonly string[];
  supportAgreed: readonly string[];
  trainingOffered: readonly string[];
  reviewOn?: CalendarDay;
}

export type Subject = ChildSubject | SchoolSubject;

/** One reason why an item is on the agenda: 'T3', '3 suspensions in 6 school weeks', '30 November 2026 to 12 January 2027'. */
export interface AgendaReason {
  /** The code of the rule, where a rule found the child. */
  rule?: string;
  text: string;
  values?: string;
  window?: string;
}

/** Never in a paper for a school. */
export interface ScoreFacts {
  total: number;
  /** 'Third of the six new items'. */
  rank?: string;
  parts: readonly { label: string; points: number; because?: string }[];
}

export interface AttendanceWeek {
  /** The Monday. */
  from: CalendarDay;
  /** Of possible sessions. Absent where too few sessions were possible. */
  percent?: number;
  suspendedDays: number;
}

export interface AttendanceFacts {
  /** 'Autumn term'. */
  term: string;
  weeks: readonly AttendanceWeek[];
  /** '88% over the last 6 weeks, 12 points lower than summer term.' */
  sentence: string;
  /** Against an agreed part-time timetable, where there is one. */
  partTimeSentence?: string;
}

export interface ActionFacts {
  what: string;
  owner: string;
  dueOn: CalendarDay;
  /** 'Open', 'Overdue', 'Done, to verify' … */
  state?: string;
  /** Why it is blocked, or what showed that it is done. */
  note?: string;
}

/** Whether an EHC needs assessment has been considered. */
export interface EhcAnswer {
  outcome: string;
  on?: CalendarDay;
  /** 'Parent told', 'Parent not told yet: the school will by 15 January'. */
  parentTold?: string;
}

/** An item of a pack. What a panel does not ask for is absent; what it asks for and has not got is null. */
export interface PackItem {
  number: number;
  startsAt: string;
  minutes: number;
  /** 'New', 'Review', 'Whole school', 'Brother of item 3'. */
  kind: string;
  subject: Subject;
  /** Why the chair took it after the papers were out. */
  lateBecause?: string;
  why: readonly AgendaReason[];
  score?: ScoreFacts;
  attendance?: AttendanceFacts | null;
  schoolAsks?: string | null;
  tried?: readonly { what: string; effect?: string }[];
  /** What people say, each under its heading: the worry, the family, the child. */
  told?: readonly { heading: string; text: string }[];
  ehcQuestion?: EhcAnswer | null;
  lastActions: readonly ActionFacts[];
  services: readonly { service: string; person?: string }[];
  /** What an interest means for this reader: 'Own school: you may speak, you do not decide.' */
  yourPart?: string;
}

/** The papers of one sitting for one member. */
export interface Pack {
  sitting: SittingFacts;
  copy: CopyOf;
  items: readonly PackItem[];
  /** How many items this member is not invited to. Nothing else of them enters the model. */
  notForYou: number;
}

export interface PersonThere {
  name: string;
  role: string;
  /** 'Deputy for Marta Okello', 'Spoke, did not decide', 'Left for this item'. */
  note?: string;
}

export interface Addendum {
  on: CalendarDay;
  by: string;
  text: string;
}

/** How an item ended. A recommendation is not a decision and stands apart from it. */
export type Outcome =
  | {
      kind: 'decided';
      decision: string;
      reasons: string;
      by: string;
      role: string;
      on: CalendarDay;
      options: readonly string[];
      evidence: readonly string[];
      /** How the decision can be challenged: appeal or complaint. */
      challenge?: string;
    }
  | { kind: 'deferred'; because: string; to?: CalendarDay; approvedBy?: string }
  /** Cancelled, inquorate or not reached: it goes to the next sitting and this counts as no deferral. */
  | { kind: 'carried'; because: string; to?: CalendarDay };

export interface MinutedItem {
  number: number;
  subject: Subject;
  lateBecause?: string;
  there: readonly PersonThere[];
  apologies: readonly PersonThere[];
  interests: readonly string[];
  /** Absent where nobody has looked: the item was not opened. */
  isQuorate?: boolean;
  summary?: string;
  /** Absent at a panel that does not ask it. */
  ehcQuestion?: EhcAnswer | null;
  recommendation?: { text: string; by: string };
  outcome: Outcome;
  dissent: readonly { name: string; text: string }[];
  actions: readonly ActionFacts[];
  reviewOn?: CalendarDay;
  toldFamilyOn?: CalendarDay;
  toldSchoolOn?: CalendarDay;
  /** Chair and safeguarding lead only: the builder leaves it out for everybody else. */
  restrictedNote?: string;
  addenda: readonly Addendum[];
}

/** The minutes of a sitting for one reader. Draft until `approved`. */
export interface Minutes {
  sitting: SittingFacts;
  copy: CopyOf;
  approved?: { by: string; on: CalendarDay };
  items: readonly MinutedItem[];
  notForYou: number;
  addenda: readonly Addendum[];
}

/** What a school hears of its own item: what was agreed, who rings, when we look again. No score, no minutes. */
export interface SchoolFeedback {
  sitting: SittingFacts;
  copy: CopyOf;
  school: string;
  /** A child's name, or the school itself. */
  about: string;
  agreed: readonly string[];
  actions: readonly ActionFacts[];
  lookAgainOn?: CalendarDay;
  ring: { name: string; role: string; phone: string };
}

/** What a family or young person hears: plain words, no other family, no other child. It is theirs: no watermark. */
export interface FamilySummary {
  sitting: SittingFacts;
  writtenAt: Date;
  /** 'Dear Ms Thornbury' without the 'Dear'. */
  to: string;
  childFirstName: string;
  decided: string;
  because: string;
  helps: readonly { what: string; who: string; by: CalendarDay }[];
  lookAgainOn?: CalendarDay;
  ifYouDisagree: string;
  ring: { name: string; role: string; phone: string };
}
