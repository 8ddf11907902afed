import { AccessDenied } from '@app/access';
import { BadPayload, CaseNotFound, KeyUsedDifferently, VersionConflict } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import { TermsNotLoaded } from '@app/statutory-calendar';
import { type Answer, told } from './answer';

/** The answer to an error of the domain, in plain words; undefined for any other. */
export function domainAnswer(error: unknown): Answer | undefined {
  if (error instanceof NotAllowedNow) return refusal(error);
  if (error instanceof VersionConflict) return conflict(error);
  if (error instanceof CaseNotFound)
    return told(
      404,
      'Case not found',
      'There is no case with this number that you can open. Check the number, or look for the child by name.',
    );
  if (error instanceof AccessDenied)
    return told(
      403,
      'You cannot open this',
      'Your role, or your part in this case, does not open it. If you need it for your work, ask the case officer or your manager.',
    );
  if (error instanceof BadPayload) return badPayload(error);
  if (error instanceof KeyUsedDifferently)
    return told(
      422,
      'This was sent before with other answers',
      'The same form was sent twice with different answers. Nothing was changed the second time. Open the case to see what was recorded.',
    );
  if (error instanceof TermsNotLoaded)
    return told(
      422,
      'Term dates are missing',
      `${error.message} Nothing was changed. An administrator can load them under Admin, School calendars.`,
    );
  return undefined;
}

function refusal(error: NotAllowedNow): Answer {
  return {
    status: 422,
    template: 'cases/refusal',
    model: { error, title: 'This cannot be recorded yet', reasons: error.reasons },
    json: { reasons: error.reasons },
  };
}

function conflict(error: VersionConflict): Answer {
  const { by, at, version } = error;
  return {
    status: 409,
    template: 'cases/conflict',
    model: { error, title: 'Somebody else changed this case', by, at, version },
    json: { by, at, version },
  };
}

function badPayload({ problems }: BadPayload): Answer {
  const reasons = problems.map(({ path, message }) => ({
    guard: 'payload',
    text: message,
    missing: [{ what: path.join('.'), who: 'You, on this form' }],
  }));
  return {
    ...told(422, 'Some answers need another look', 'Nothing was changed.', { reasons }),
    json: { reasons },
  };
}
