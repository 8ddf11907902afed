/** Kinds of need, as the school census names them (handbook 2.7). */
export const NEEDS = {
  SPLD: 'Specific learning difficulty',
  MLD: 'Moderate learning difficulty',
  SLD: 'Severe learning difficulty',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication needs',
  HI: 'Hearing impairment',
  VI: 'Vision impairment',
  MSI: 'Multi-sensory impairment',
  PD: 'Physical disability',
  ASD: 'Autistic spectrum disorder',
  DS: 'Down syndrome',
  OTH: 'Other difficulty',
  NSA: 'SEN support but no specialist assessment of type of need',
} as const;

/** What the school provides now. */
export const SEN_PROVISIONS = {
  N: 'No special provision',
  K: 'SEN support',
  E: 'EHC plan',
} as const;

/** What children’s services do for the child now. */
export const CARE_STATUSES = {
  none: 'None',
  early_help: 'Early help',
  cin: 'Child in need',
  cp: 'Child protection plan',
  cla: 'Child looked after',
  previously_cla: 'Previously looked after',
  kinship: 'Kinship care',
} as const;

/** Things that everyone who opens the record must know. */
export const FLAGS = {
  interpreter: 'Needs an interpreter',
  safe_address: 'Write only to the safe address',
  two_visit: 'Visit in pairs',
  medical: 'Medical alert',
  young_carer: 'Young carer',
  held_back: 'Stays in this year group next September',
} as const;

/** Sex as the school records it. */
export const SEXES = { F: 'Female', M: 'Male', U: 'Not known' } as const;

/** National curriculum years, youngest first. */
export const YEAR_GROUPS = {
  N1: 'Nursery, first year',
  N2: 'Nursery, second year',
  R: 'Reception',
  ...Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`${at + 1}`, `Year ${at + 1}`])),
} as Readonly<Record<string, string>>;

/** Whether a contact has parental responsibility. */
export const PR_ANSWERS = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const;

/** How a contact wants to be written to. */
export const LETTER_FORMATS = {
  standard: 'Standard letter',
  large_print: 'Large print',
  easy_read: 'Easy read',
  braille: 'Braille',
  audio: 'Audio',
} as const;
