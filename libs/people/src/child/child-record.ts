import { type CalendarDay } from '@app/statutory-calendar';

/** A child's record as the pages show it. */
export interface ChildRecord {
  readonly childId: string;
  readonly upn: string | null;
  readonly uln: string | null;
  readonly legalSurname: string;
  readonly legalForename: string;
  readonly preferredName: string | null;
  /** 'Preferred or legal forename, surname', for headings. */
  readonly name: string;
  readonly dob: CalendarDay;
  readonly sex: 'F' | 'M' | 'U' | null;
  readonly ncYear: string | null;
  readonly urn: string | null;
  readonly schoolName: string | null;
  /** How the newest school is on the register: alone, or with another. */
  readonly registration: 'single' | 'dual_main' | 'dual_subsidiary' | null;
  readonly secondSchoolName: string | null;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly primaryNeed: string | null;
  readonly secondaryNeed: string | null;
  readonly careStatus: string;
  /** What statutory returns ask for, in the department’s codes. */
  readonly ethnicity: string | null;
  readonly postcode: string | null;
  readonly upnUnknown: string | null;
  readonly disabled: boolean | null;
  readonly pupilPremium: boolean | null;
  readonly socialCareTeam: string | null;
  readonly flags: readonly string[];
  readonly householdId: string | null;
  readonly restricted: boolean;
  /** Numbers under which the child was known before. */
  readonly formerUpns: readonly string[];
  /** The record that goes on, where this one is only a signpost to it. */
  readonly mergedInto: string | null;
}

/** The columns of `child` (alias c) and `school` (alias s) in the names of ChildRecord. */
export const CHILD_COLUMNS = `
  c.id AS "childId", c.upn, c.uln, c.legal_surname AS "legalSurname", c.legal_forename AS "legalForename",
  c.preferred_name AS "preferredName", coalesce(c.preferred_name, c.legal_forename) || ' ' || c.legal_surname AS name,
  c.dob, c.sex, c.nc_year AS "ncYear", c.urn, s.name AS "schoolName", c.registration,
  (SELECT b.name FROM school b WHERE b.authority = c.authority AND b.urn = c.second_urn) AS "secondSchoolName", c.sen_provision AS "senProvision",
  c.primary_need AS "primaryNeed", c.secondary_need AS "secondaryNeed", c.care_status AS "careStatus",
  c.ethnicity, c.postcode, c.upn_unknown AS "upnUnknown", c.disabled, c.pupil_premium AS "pupilPremium", c.social_care_team AS "socialCareTeam",
  c.flags, c.household_id AS "householdId", c.restricted, c.former_upns AS "formerUpns", c.merged_into AS "mergedInto"`;

/** The column of `child` behind each field that an officer may change. */
export const COLUMN_OF = {
  upn: 'upn',
  uln: 'uln',
  legalSurname: 'legal_surname',
  legalForename: 'legal_forename',
  preferredName: 'preferred_name',
  dob: 'dob',
  sex: 'sex',
  ncYear: 'nc_year',
  urn: 'urn',
  senProvision: 'sen_provision',
  primaryNeed: 'primary_need',
  secondaryNeed: 'secondary_need',
  careStatus: 'care_status',
  ethnicity: 'ethnicity',
  postcode: 'postcode',
  upnUnknown: 'upn_unknown',
  disabled: 'disabled',
  pupilPremium: 'pupil_premium',
  socialCareTeam: 'social_care_team',
  flags: 'flags',
} as const;

export type ChildField = keyof typeof COLUMN_OF;

/** Fields that say who the child is: a change of one is logged as a correction. */
export const IDENTITY: readonly ChildField[] = [
  'upn',
  'uln',
  'legalSurname',
  'legalForename',
  'dob',
];
