import { type CalendarDay } from '@app/statutory-calendar';

/** SEN2 letters for where a child is who is at no school or college. */
export const SETTINGS = {
  OLA: 'Arranged by the council outside a school',
  OPA: 'Arranged by the parents outside a school',
  EHE: 'Home education',
  EYP: 'Nursery or childminder without a school number',
  OTH: 'Somewhere else',
  NEET: 'Not in education, employment or training (16 to 25)',
  NIEC: 'Not in education: notice to end the plan was sent',
  NIEO: 'Not in education: another reason',
} as const;

export type Setting = keyof typeof SETTINGS;

/** What people may put right about a plan, beside what its cases say. Days are calendar days. */
export interface PlanDetails {
  readonly madeOn: CalendarDay;
  /** Code of the council that the plan came from, and when. */
  readonly transferredFrom: string | null;
  readonly transferredInOn: CalendarDay | null;
  readonly amendedOn: CalendarDay | null;
  readonly lastMetOn: CalendarDay | null;
  readonly lastConcludedOn: CalendarDay | null;
  readonly lastOutcome: 'maintain' | 'amend' | 'cease' | null;
  readonly namedUrn: string | null;
  /** Number of a named college that has no URN. */
  readonly namedUkprn: string | null;
  readonly namedSetting: Setting | null;
  readonly namedSettingOther: string | null;
  readonly primaryNeed: string | null;
  readonly secondaryNeed: string | null;
  /** 'A': 38 to 51 weeks a year; 'B': 52. */
  readonly residential: 'A' | 'B' | null;
  /** Apprenticeship, supported internship, traineeship. */
  readonly workBased: 'A' | 'I' | 'T' | null;
  readonly personalBudget: boolean;
  readonly organisedArrangements: boolean;
  readonly directPayments: boolean;
  readonly ceasedOn: CalendarDay | null;
  /** As the SEN2 return counts it: '1' to '9'. */
  readonly ceaseReason: string | null;
  readonly movedTo: string | null;
}

/** Where the child of a plan attends. */
export interface PlanPlacement {
  /** 1: the main place, 2: a second one. */
  readonly rank: 1 | 2;
  readonly urn: string | null;
  readonly ukprn: string | null;
  readonly setting: Setting | null;
  readonly settingOther: string | null;
  readonly entryOn: CalendarDay | null;
  readonly leftOn: CalendarDay | null;
  readonly senUnit: boolean;
  readonly resourced: boolean;
}

/** A plan from before the product, as it is loaded at go-live. What is not known is left out. */
export interface PlanToLoad extends Partial<PlanDetails> {
  readonly childId: string;
  readonly madeOn: CalendarDay;
  readonly placements?: readonly Partial<PlanPlacement>[];
}

/** A plan as it stands. */
export interface EhcPlan extends PlanDetails {
  readonly id: string;
  readonly childId: string;
  readonly fromCase: string | null;
  readonly placements: readonly PlanPlacement[];
}

/** Column of each detail, with its type. */
export const COLUMNS: Readonly<Record<keyof PlanDetails, readonly [string, string]>> = {
  madeOn: ['made_on', 'date'],
  transferredFrom: ['transferred_from', 'text'],
  transferredInOn: ['transferred_in_on', 'date'],
  amendedOn: ['amended_on', 'date'],
  lastMetOn: ['last_met_on', 'date'],
  lastConcludedOn: ['last_concluded_on', 'date'],
  lastOutcome: ['last_outcome', 'text'],
  namedUrn: ['named_urn', 'text'],
  namedUkprn: ['named_ukprn', 'text'],
  namedSetting: ['named_setting', 'text'],
  namedSettingOther: ['named_setting_other', 'text'],
  primaryNeed: ['primary_need', 'text'],
  secondaryNeed: ['secondary_need', 'text'],
  residential: ['residential', 'text'],
  workBased: ['work_based', 'text'],
  personalBudget: ['personal_budget', 'boolean'],
  organisedArrangements: ['organised_arrangements', 'boolean'],
  directPayments: ['direct_payments', 'boolean'],
  ceasedOn: ['ceased_on', 'date'],
  ceaseReason: ['cease_reason', 'text'],
  movedTo: ['moved_to', 'text'],
};
