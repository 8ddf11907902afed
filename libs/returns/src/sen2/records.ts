import { type CalendarDay } from '@app/statutory-calendar';

/**
 * The return as a tree: a person has requests, a request an assessment with the plan it led to, and the plan that is
 * active on survey day. Fields carry the names of the collection's own columns.
 */
export interface Person {
  /** Where a person can mend it; never written to a file. */
  readonly childId: string;
  readonly surname: string;
  readonly forename: string;
  readonly personbirthdate: CalendarDay;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly postcode: string | null;
  readonly upn: string | null;
  readonly uniquelearnernumber: string | null;
  readonly upnunknown: string | null;
  readonly requests: readonly Request[];
}

/** Module 2. */
export interface Request {
  /** The case; null where the plan came from a go-live load or from another council. */
  readonly reference: string | null;
  readonly planId: string | null;
  readonly receiveddate: CalendarDay | null;
  readonly requestsource: string | null;
  readonly rya: boolean;
  readonly requestoutcomedate: CalendarDay | null;
  readonly requestoutcome: Outcome;
  readonly requestmediation: boolean;
  readonly requesttribunal: boolean;
  readonly exported: string | null;
  readonly assessment: Assessment | null;
  readonly activeplan: ActivePlan | null;
}

/** Yes, no, not yet decided, withdrawn, historical. */
export type Outcome = 'Y' | 'N' | 'A' | 'W' | 'H';

/** Module 3. */
export interface Assessment {
  readonly assessmentoutcome: Outcome;
  readonly assessmentoutcomedate: CalendarDay | null;
  readonly assessmentmediation: boolean;
  readonly assessmenttribunal: boolean;
  readonly othermediation: boolean;
  readonly othertribunal: boolean;
  readonly week20: boolean | null;
  readonly namedplan: NamedPlan | null;
}

/** Module 4a. */
export interface NamedPlan {
  readonly startdate: CalendarDay;
  readonly planres: string | null;
  readonly planwbp: string | null;
  readonly pb: boolean;
  readonly oa: boolean;
  readonly dp: string | null;
  readonly ceasedate: CalendarDay | null;
  readonly ceasereason: string | null;
  readonly details: readonly Setting[];
}

/** A place of education: module 4b, and the first half of 5b. */
export interface Setting {
  readonly urn: string | null;
  readonly ukprn: string | null;
  readonly sensetting: string | null;
  readonly sensettingother: string | null;
  readonly placementrank: number;
  readonly senunitindicator: boolean;
  readonly resourcedprovisionindicator: boolean;
}

/** Module 5a. */
export interface ActivePlan {
  readonly transferla: string | null;
  readonly reviewmeeting: CalendarDay | null;
  readonly reviewoutcome: string | null;
  readonly reviewdraft: CalendarDay | null;
  readonly phasetransferduedate: CalendarDay | null;
  readonly phasetransferfinaldate: CalendarDay | null;
  readonly lastreview: CalendarDay | null;
  readonly placements: readonly Placement[];
  readonly needs: readonly Need[];
}

/** Module 5b. */
export interface Placement extends Setting {
  readonly entrydate: CalendarDay | null;
  readonly leavingdate: CalendarDay | null;
  readonly res: string | null;
  readonly wbp: string | null;
}

/** Module 5c. */
export interface Need {
  readonly sentype: string;
  readonly sentyperank: number;
}
