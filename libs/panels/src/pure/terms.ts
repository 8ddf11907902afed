import { type CalendarDay } from '@app/statutory-calendar';

/** The seven panels of the handbook (3.2). A council names and times each as it likes. */
export const PANELS = [
  'tats',
  'y6_moderation',
  'eip',
  'vlg',
  'hd_admissions',
  'ehc_decision',
  'pp',
] as const;
export type PanelCode = (typeof PANELS)[number];

/** Services that sit on panels, in the words of the register. */
export const SERVICES = {
  chair: 'Chair',
  deputy_chair: 'Deputy chair',
  coordinator: 'Coordinator',
  psychology: 'Psychology',
  attendance: 'Attendance',
  specialist_teacher: 'Specialist teacher',
  mental_health: 'Mental health',
  nursing: 'School nursing',
  early_help: 'Early help',
  send: 'SEND',
  finance: 'Finance',
  commissioning: 'Commissioning',
  data: 'Data analyst',
  advisory: 'Advisory lead',
  host_lead: 'Host school lead',
  school_rep: 'School representative',
  school_lead: 'School',
  social_worker: 'Social worker',
  police: 'Police',
  youth_justice: 'Youth justice',
  virtual_school: 'Virtual school',
  case_officer: 'Case officer',
} as const;
export type Service = keyof typeof SERVICES;

/** When a panel sits. */
export interface Cadence {
  readonly every: 'week' | 'fortnight' | 'month' | 'six_school_weeks' | 'dates';
  /** 1 is Monday. For a month: the first such weekday of it. */
  readonly weekday: 1 | 2 | 3 | 4 | 5;
  /** London time. */
  readonly startsAt: string;
  readonly minutes: number;
  /** In school holidays it does not sit. */
  readonly termOnly: boolean;
  /** A day of the series, from which fortnights and six school weeks are counted. */
  readonly from: CalendarDay;
  /** The days themselves, where it sits on named days only. */
  readonly dates?: readonly CalendarDay[];
}

/** So many working or school days before the sitting, at this time in London. */
export interface Before {
  readonly n: number;
  readonly unit: 'WD' | 'SD';
  readonly at: string;
}

/** Somebody of one of these services must be there. */
export interface QuorumRule {
  readonly anyOf: readonly Service[];
  /** As read out: 'psychology', 'one of specialist teacher, mental health, nursing'. */
  readonly label: string;
  readonly count?: number;
  /** Each of them from another of these services. */
  readonly different?: true;
  /** Wanted only for such an item. */
  readonly when?: 'has_plan' | 'money';
}

/** So many items of one kind at so many minutes each. */
export interface Slots {
  readonly count: number;
  readonly minutes: number;
}

/** Terms of reference of a panel: all that a council may set about it (handbook 3.2). */
export interface Terms {
  readonly cadence: Cadence;
  readonly papersDue: Before;
  readonly papersOut: Before;
  readonly quorum: readonly QuorumRule[];
  /** Minutes for welcome, interests and last time's actions, and for the close. */
  readonly opening: number;
  readonly fresh: Slots;
  readonly review: Slots;
  readonly mostDeferrals: number;
  /** Minutes are wanted this many working days after the sitting. */
  readonly minutesWorkingDays: number;
}

/** What a person with an interest in a child may still do (handbook 3.4, rule 5). */
export type InterestKind =
  'RELATED_CHILD' | 'OWN_SCHOOL_BENEFITS' | 'AUTHOR_OF_ADVICE' | 'RECEIVING_SCHOOL';

export type DeferralReason =
  'PAPERS_MISSING' | 'PROFESSIONAL_ABSENT' | 'FAMILY_REQUEST' | 'TIME_RAN_OUT';

/** Somebody of the register as they count for one item. */
export interface Attending {
  readonly memberId: string;
  readonly name: string;
  readonly service: Service;
  readonly present: boolean;
  readonly interest?: InterestKind;
  /** Comes only to items that call for the service; somebody of a school only to those of that school. */
  readonly onlyAsked?: { readonly schoolUrn: string | null };
}

/** One who may come onto an agenda, with everything its place is judged by. */
export interface Candidate {
  /** The case, or the school for a whole-school item. */
  readonly id: string;
  readonly kind: 'fresh' | 'review' | 'school';
  readonly childId?: string;
  /** Children of one household have the same. */
  readonly householdId?: string;
  readonly schoolUrn?: string;
  /** Why: rules, referral, review due, deferral, actions overdue; plain words. */
  readonly because: readonly string[];
  readonly score: number;
  readonly referredOn: CalendarDay;
  readonly deferrals: number;
  /** The deferral beyond the limit was approved by this named person (head of service). */
  readonly approvedBy?: string;
  readonly urgent?: { readonly by: string; readonly reason: string };
  /** Permanent exclusion is possible, likely or decided. */
  readonly pexRisk: boolean;
  /** In care, or on a child protection plan. */
  readonly inCareOrProtected: boolean;
  /** Papers asked for and not here yet. */
  readonly papersMissing: boolean;
  /** Services asked to it beside those who come to every item; where it is not said, everybody counts. */
  readonly invited?: readonly Service[];
  /** Services without whom the child should not be talked about. */
  readonly needs: readonly Service[];
  readonly hasPlan: boolean;
  readonly money: boolean;
  /** The last day that the law allows for the decision. */
  readonly statutoryBy?: CalendarDay;
  readonly reviewDue?: CalendarDay;
  /** Placed there by a person for this sitting already. */
  readonly pinned?: { readonly position?: number; readonly reason: string; readonly late: boolean };
}
