/** Why a plan ceased. */
export const CEASE_REASONS: Readonly<Record<string, string>> = {
  '1': 'Reached the highest age',
  '2': 'Needs met without a plan',
  '3': 'Went on to higher education',
  '4': 'Went into paid work',
  '5': 'Moved to another council',
  '6': 'No longer wishes to be in education or training',
  '7': 'Left England',
  '8': 'Has died',
  '9': 'Another reason',
};

/** Kinds of need in the return; “no specialist assessment” (NSA) belongs to the school census only. */
export const SEN_TYPES: readonly string[] = [
  'SPLD',
  'MLD',
  'SLD',
  'PMLD',
  'SEMH',
  'SLCN',
  'HI',
  'VI',
  'MSI',
  'PD',
  'ASD',
  'DS',
  'OTH',
];

/** Board and lodging. */
export const RESIDENTIAL: Readonly<Record<string, string>> = {
  A: 'Residential, 38 to 51 weeks a year',
  B: 'Residential, 52 weeks a year',
};

/** Learning at work. The letters are ours: see PROVISIONAL. */
export const WORK_BASED: Readonly<Record<string, string>> = {
  A: 'Apprenticeship',
  I: 'Supported internship',
  T: 'Traineeship',
};

/** What a review decided. The letters are ours: see PROVISIONAL. */
export const REVIEW_OUTCOMES: Readonly<Record<string, string>> = {
  maintain: 'M',
  amend: 'A',
  cease: 'C',
};

/** Direct payments, where the plan says no more than that there are some. */
export const DIRECT_PAYMENTS = 'Y';

/** What is written by our own reading, because the department’s specification has not been seen. */
export const PROVISIONAL: readonly string[] = [
  'PlanWBP and WBP: A apprenticeship, I supported internship, T traineeship.',
  'ReviewOutcome: M keep, A change, C cease.',
  'DP: Y where direct payments are made; which kind is not recorded.',
  'Exported: code of the council that the family moved to before the assessment ended.',
  'ReviewMeeting and LastReview: the last review that met by survey day.',
  'DMO, DCO and DSCO: empty until somebody has said on the page of the returns which of them there are. They are not in the XML.',
  'ReceivedDate: empty for historical requests whose day is not known.',
  'XML: names and order of elements, until the department’s schema has been compared.',
];
