import { type InForce, tatsPolicy } from '@app/pathways';

/** Every number of the rules and windows: a council may set them beside those of the Team Around the School. */
export type AttendancePolicy = InForce<typeof tatsPolicy.finding>;

/** The numbers that hold unless a council says otherwise (handbook 6.2). */
export const attendancePolicy: AttendancePolicy = tatsPolicy.finding;

/** Suspended days that the law allows in a school year: SI 2012/1033, regulation 4. */
export const MOST_DAYS_IN_YEAR = 45;
