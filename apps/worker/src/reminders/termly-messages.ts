import { n55Termly, type ReviewToPlan } from '@app/letters';
import { type CalendarDay } from '@app/statutory-calendar';
import { type AboutMany, messageAboutMany, type Reader } from './message-about-many';

/** First and last day of a term that is about to begin. */
export interface ComingTerm {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/** A school with the reviews that it must plan for, and how it is reached. */
export interface SchoolOfReviews {
  readonly urn: string;
  readonly name: string;
  readonly email: string | null;
  /** Those of the school who sign in here. */
  readonly sencos: readonly Reader[];
  readonly reviews: readonly ReviewToPlan[];
}

interface About {
  readonly authority: string;
  readonly term: ComingTerm;
  readonly council: string;
  readonly contact: Parameters<typeof n55Termly>[0]['contact'];
}

/** One list to the school by mail, and one in the app to each of its people here. */
export function termlyMessages(
  { urn, email, sencos, reviews }: SchoolOfReviews,
  { authority, term, council, contact }: About,
): AboutMany[] {
  const words = n55Termly({ reviews, from: term.first, to: term.last, contact, council });
  const told = (who: string, officerId: string | null, address: string | null) =>
    messageAboutMany(words, {
      authority,
      key: `termly-reviews:${authority}:${urn}:${term.first}:${who}`,
      notice: 'N-55',
      recipient: `school:${urn}`,
      officerId,
      address,
    });
  return [
    ...(email ? [told('mail', null, email)] : []),
    ...sencos.map(({ id }) => told(id, id, null)),
  ];
}
