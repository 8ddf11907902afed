import { AccessDenied } from '@app/access';
import { NotAllowedNow } from '@app/pathways';
import { TermsNotLoaded } from '@app/statutory-calendar';

/** Why a case could not be opened, where that lies in the row and not in the machinery; else undefined. */
export function refusalWords(error: unknown): string | undefined {
  if (error instanceof NotAllowedNow) return error.reasons.map(({ text }) => text).join('. ');
  if (error instanceof AccessDenied)
    return 'You may not open a Year 6 case for this child. Ask the transition lead to confirm the file';
  if (error instanceof TermsNotLoaded) return error.message;
  const { problems } = error as { problems?: readonly { message?: string }[] };
  return problems?.map(({ message }) => message).join('. ');
}
