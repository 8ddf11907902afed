import { type CaseStanding, type ContactStanding, type DueMessage } from './message';

/** What becomes of a message at the moment it would leave. */
export type Verdict =
  | { readonly kind: 'send'; readonly address: string | null }
  | { readonly kind: 'cancel'; readonly reason: string; readonly tell?: boolean }
  | { readonly kind: 'hold' };

/** What the records say at that moment; `subject` is absent for a digest. */
export interface Standing {
  readonly subject?: CaseStanding | undefined;
  readonly reasonHolds: boolean;
  readonly contact?: ContactStanding | undefined;
}

const NOBODY_HEARS = ['closed_deceased', 'voided'];

/** Judges whether the reason for a message still stands. Pure; asked in the transaction that claims it. */
export function verdictOn(
  message: DueMessage,
  { subject, reasonHolds, contact }: Standing,
): Verdict {
  if (!subject) return { kind: 'send', address: message.address };
  if (NOBODY_HEARS.includes(subject.work))
    return { kind: 'cancel', reason: 'The case has ended: nothing more is sent.' };
  if (message.reasonClock && !subject.open)
    return { kind: 'cancel', reason: 'The case has closed.' };
  if (!reasonHolds) return { kind: 'cancel', reason: 'The date has been met or has moved.' };
  if (isOvertaken(message, subject))
    return { kind: 'cancel', reason: 'The case closed before this could leave.' };
  return isForFamily(message)
    ? toFamily(message, subject, contact)
    : { kind: 'send', address: message.address };
}

/** Told before, closed since: only a decision that the law says must be told still goes. */
function isOvertaken(
  { statutory, caseVersion }: DueMessage,
  { open, version }: CaseStanding,
): boolean {
  return !open && !statutory && caseVersion !== null && caseVersion < version;
}

export const isForFamily = ({ recipient }: Pick<DueMessage, 'recipient'>) =>
  recipient.startsWith('family:');

function toFamily(
  message: DueMessage,
  subject: CaseStanding,
  contact: ContactStanding | undefined,
): Verdict {
  if (subject.held && !message.released) return { kind: 'hold' };
  if (message.released) return { kind: 'send', address: message.address }; // a person chose this address
  if (!contact?.hasPr)
    return {
      kind: 'cancel',
      reason: 'This person no longer has parental responsibility on the record.',
      tell: true,
    };
  const address = message.channel === 'letter' ? contact.address : contact.email;
  return address
    ? { kind: 'send', address }
    : { kind: 'cancel', reason: 'The record no longer has this address.', tell: true };
}
