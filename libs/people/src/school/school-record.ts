/** A school of the register as lists and pages show it. */
export interface SchoolRow {
  readonly urn: string;
  readonly laestab: string | null;
  readonly name: string;
  readonly phase: string;
  readonly type: string;
  readonly status: string;
  /** Children can be on its roll now. */
  readonly isOpen: boolean;
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly postcode: string | null;
  readonly headName: string | null;
  readonly sencoName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly calendarId: string | null;
}

/** The columns of `school` (alias s) in the names of SchoolRow. 'Open, but proposed to close' is open. */
export const SCHOOL_COLUMNS = `
  s.urn, s.laestab, s.name, s.phase, s.type, s.status, s.status LIKE 'Open%' AS "isOpen",
  s.low_age AS "lowAge", s.high_age AS "highAge", s.postcode, s.head_name AS "headName",
  s.senco_name AS "sencoName", s.email, s.phone, s.calendar_id AS "calendarId"`;
