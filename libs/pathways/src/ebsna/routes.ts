/** Where a child goes when another service can do more; those with a pathway open a referral there. */
export const ROUTES = {
  ehc: 'EHC needs assessment',
  hd: 'HD unit',
  tats: 'Team Around the School',
  s19: 'Section 19 education only',
  special: 'Special school named in a plan',
  ap: 'Alternative provision',
  eotas: 'Education otherwise than at school',
  legal: 'Legal route',
  other: 'Another service leads',
} as const;

export type Route = keyof typeof ROUTES;

/** The reason code with which the case ends, and the pathway that goes on. */
export const ROUTE_ENDS: Readonly<Record<Route, { code: string; pathway?: string }>> = {
  ehc: { code: 'EHC_REQUESTED', pathway: 'ehc_needs_assessment' },
  hd: { code: 'HD_PLACE', pathway: 'hd_referral' },
  tats: { code: 'OTHER_SERVICE_LEADS', pathway: 'tats_case' },
  s19: { code: 'OTHER_SERVICE_LEADS', pathway: 's19_request' },
  special: { code: 'SPECIAL_NAMED' },
  ap: { code: 'AP_NAMED' },
  eotas: { code: 'EOTAS' },
  legal: { code: 'LEGAL_ROUTE' },
  other: { code: 'OTHER_SERVICE_LEADS' },
};

/** Why a referral is not taken on here. */
export const NOT_HERE = {
  TRUANCY_ROUTE: 'Truancy',
  CONDONED_ABSENCE_ROUTE: 'Absence that the family allows',
  HEALTH_PRIMARY: 'Health comes first',
  MEDICAL_ONLY: 'Medical needs only',
  NEURODEV_ROUTE: 'Neurodevelopmental assessment comes first',
  LEGAL_ROUTE: 'Legal route',
  NOT_ELIGIBLE: 'Not what this service is for',
} as const;
