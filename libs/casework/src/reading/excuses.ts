/** Grounds on which the law excuses a delay (SEND Regulations 2014, regulations 5(4), 8(2), 10(4) and 13(3)). */
export const GROUNDS = {
  school_closed: 'school closed',
  absent: 'family away',
  exceptional_circumstances: 'exceptional personal circumstances',
  missed_appointment: 'missed appointment',
} as const;

const LEGAL_DATES = ['w6', 'w16', 'w20'];
const OF_AUTHORITY = ['school_closed', 'absent', 'exceptional_circumstances'];
const OF_ADVISERS = ['missed_appointment', 'absent', 'exceptional_circumstances'];

/** The first of the claimed grounds that excuses this clock, in words; null where none does. */
export function excuseOf(code: string, claimed: readonly string[]): string | null {
  const counting = LEGAL_DATES.includes(code)
    ? OF_AUTHORITY
    : code === 'advice_due'
      ? OF_ADVISERS
      : [];
  const ground = claimed.find((category) => counting.includes(category));
  return ground ? GROUNDS[ground as keyof typeof GROUNDS] : null;
}
