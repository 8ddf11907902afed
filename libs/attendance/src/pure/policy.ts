/** Every number of the rules and windows, in one place: a council may set them. */
export interface AttendancePolicy {
  /** With fewer possible sessions nothing is said about attendance. */
  readonly fewestSessions: number;
  /** Suspended days over three terms. */
  readonly threeTermDays: { readonly primary: number; readonly secondary: number };
  /** Suspensions in the last 6 school weeks. */
  readonly manySuspensions: number;
  /** Above so many suspended days in a term the governors are involved; above the second it is urgent. */
  readonly termDays: number;
  readonly urgentTermDays: number;
  /** School days past the end of a part-time timetable. */
  readonly timetableDaysOver: number;
  /** Sessions out of class in 4 school weeks. */
  readonly sessionsOutOfClass: number;
  /** School weeks of quiet after a school was given advice instead of a meeting. */
  readonly quietSchoolWeeks: number;
  /** Suspended days that the law allows in a school year. */
  readonly mostDaysInYear: number;
  /** School days after which a school's data is stale. */
  readonly staleSchoolDays: number;
}

/** The numbers that hold unless a council says otherwise (handbook 6.2). */
export const attendancePolicy: AttendancePolicy = {
  fewestSessions: 20,
  threeTermDays: { primary: 5, secondary: 10 },
  manySuspensions: 3,
  termDays: 5,
  urgentTermDays: 15,
  timetableDaysOver: 5,
  sessionsOutOfClass: 10,
  quietSchoolWeeks: 6,
  mostDaysInYear: 45,
  staleSchoolDays: 10,
};
