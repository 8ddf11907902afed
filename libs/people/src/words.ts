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

/** Ethnicity as the family gives it, in the department’s main codes. */
export const ETHNICITIES = {
  WBRI: 'White British',
  WIRI: 'Irish',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Gypsy or Roma',
  WOTH: 'Any other White background',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  CHNE: 'Chinese',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Any other Black background',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused to say',
  NOBT: 'Not yet known',
} as const;

/** Why a child has neither a unique pupil number nor a unique learner number. */
export const UPN_UNKNOWN = {
  UN1: 'Under 6 and not yet given one',
  UN2: 'Never at a state school',
  UN3: 'Educated outside England',
  UN5: 'Sources give different numbers',
  UN8: 'New to the council, not yet known',
  UN9: 'Young person never at a state school or college',
  UN10: 'No further action before it was known',
} as const;

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
