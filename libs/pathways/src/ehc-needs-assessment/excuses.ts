import { type PathwayEvent, said } from '../event';
import { type ExcusableDate, type GroundCategory } from './events/exceptions';

const OF_COUNCIL = [
  'school_closed',
  'early_years_closed',
  'absent',
  'exceptional_circumstances',
  'changed_law',
] as const;

/** Which reasons the law knows for which date: regulations 5(4), 8(2), 10(4), 13(3), 27(3) and 44(3). */
const LAWFUL: Readonly<Record<ExcusableDate, readonly GroundCategory[]>> = {
  w6: OF_COUNCIL,
  w16: OF_COUNCIL,
  w20: OF_COUNCIL,
  reassess_final: OF_COUNCIL,
  order: [...OF_COUNCIL, 'views_late'],
  advice_due: ['missed_appointment', 'absent', 'exceptional_circumstances', 'changed_law'],
};

type Claim = Pick<PathwayEvent, 'payload'>;

const USUAL: Readonly<Record<string, ExcusableDate>> = {
  missed_appointment: 'advice_due',
  views_late: 'order',
};

/** The dates that a claim names; where it names none, those that its reason is usually for. */
export function datesOf({ payload }: Claim): readonly ExcusableDate[] {
  const named = (payload['dates'] ?? []) as readonly ExcusableDate[];
  return named.length ? named : [USUAL[String(payload['category'])] ?? 'w20'];
}

/** The dates that a claim names although the law does not let its reason excuse them. */
export const notExcusable = (claim: Claim): ExcusableDate[] =>
  datesOf(claim).filter(
    (date) => !LAWFUL[date].includes(claim.payload['category'] as GroundCategory),
  );

/** What a claim excuses, as a case remembers it: `w20:absent`, or `advice_due.ep:absent` for one adviser. */
export function excusedBy(claim: Claim): string[] {
  const adviser = said(claim, 'adviser');
  const outside = notExcusable(claim);
  return datesOf(claim)
    .filter((date) => !outside.includes(date))
    .map((date) => (date === 'advice_due' && adviser ? `${date}.${adviser}` : date))
    .map((date) => `${date}:${String(claim.payload['category'])}`);
}

/** The reason among those remembered that excuses this clock; undefined where none does. */
export function groundFor(
  { code, subject }: { readonly code: string; readonly subject: string },
  excused: readonly string[],
): GroundCategory | undefined {
  const dates = code.startsWith('order_')
    ? ['order']
    : code === 'advice_due'
      ? [code, `${code}.${subject}`]
      : [code];
  const found = excused.find((it) => dates.some((date) => it.startsWith(`${date}:`)));
  return found?.split(':')[1] as GroundCategory | undefined;
}
