import { AccessDenied } from '@app/access';
import { BadPayload, CaseNotFound, KeyUsedDifferently, VersionConflict } from '@app/casework';
import { NotAllowedNow } from '@app/pathways';
import {
  ChangedFirst,
  EntryChanged,
  LINK_MINUTES,
  PaperLinkEnded,
  SittingNotFound,
} from '@app/panels';
import { BadDetails, FileRefused, RecordNotFound } from '@app/people';
import { TermsNotLoaded } from '@app/statutory-calendar';
import { paths } from '../paths';
import { type Answer, told } from './answer';

interface Reason {
  readonly guard: string;
  readonly text: string;
  readonly missing: readonly object[];
}

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

/** The answer to an error of the domain, in plain words; undefined for any other. */
export function domainAnswer(error: unknown): Answer | undefined {
  if (error instanceof NotAllowedNow) return refusal(error);
  if (error instanceof VersionConflict) return conflict(error);
  if (error instanceof CaseNotFound) return CASE_NOT_FOUND;
  if (error instanceof RecordNotFound || error instanceof SittingNotFound) return RECORD_NOT_FOUND;
  if (error instanceof ChangedFirst) return changedFirst(error);
  if (error instanceof PaperLinkEnded) return linkEnded(error);
  if (error instanceof EntryChanged) return entryChanged(error);
  if (error instanceof AccessDenied) return DENIED;
  if (error instanceof BadPayload || error instanceof BadDetails) return badAnswers(error.problems);
  if (error instanceof FileRefused) return badFile(error.reasons);
  if (error instanceof KeyUsedDifferently) return USED_BEFORE;
  if (error instanceof TermsNotLoaded) return termsMissing(error);
  return undefined;
}

const CASE_NOT_FOUND = told(
  404,
  'Case not found',
  'There is no case with this number that you can open. Check the number, or look for the child by name.',
);
const RECORD_NOT_FOUND = told(
  404,
  'Record not found',
  'There is no such record that you can open. It may have been removed.',
);
const DENIED = told(
  403,
  'You cannot open this',
  'Your role, or your part in this case, does not open it. If you need it for your work, ask whoever holds the case, or your manager.',
);
const USED_BEFORE = refused(
  'This was sent before with other answers',
  'The same form was sent twice with different answers. Nothing was changed the second time. Open the case to see what was recorded.',
  'commandKey',
);

function changedFirst({ by, at, version }: ChangedFirst): Answer {
  const words =
    'Nothing was changed by what you sent, and what was typed is kept with the item. Go back to the room and look at it again.';
  return { ...told(409, `${by} changed this first`, words), json: { by, at, version } };
}

function linkEnded({ sittingId }: PaperLinkEnded): Answer {
  return told(
    410,
    'This link has run out',
    `A link to papers works for ${LINK_MINUTES} minutes and for one person. You get a new one where the papers are offered.`,
    {
      back: {
        text: 'Go to the sitting and ask for the papers again',
        href: paths.sittings.room(sittingId),
      },
    },
  );
}

function entryChanged({ message, theirs }: EntryChanged): Answer {
  return { ...told(409, 'Somebody else wrote here first', message), json: { theirs } };
}

function refusal(error: NotAllowedNow): Answer {
  const { reasons } = error;
  return {
    status: 422,
    template: 'cases/refusal',
    model: { error, title: 'This cannot be recorded yet', reasons },
    json: { reasons },
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

function badAnswers(problems: readonly Fault[]): Answer {
  const who = 'You, on this form';
  const reasons = problems.map(({ path, message }) => ({
    guard: 'payload',
    text: message,
    missing: [{ what: path.join('.'), who }],
  }));
  return withReasons('Some answers need another look', 'Nothing was changed.', reasons);
}

function badFile(faults: readonly string[]): Answer {
  const reasons = faults.map((text) => ({ guard: 'file', text, missing: [] }));
  return withReasons('This file cannot be used', 'Nothing was kept of it.', reasons);
}

function termsMissing({ message }: TermsNotLoaded): Answer {
  return refused('Term dates are missing', `${message} Nothing was changed.`, 'termsLoaded');
}

function refused(title: string, words: string, guard: string): Answer {
  const json = { reasons: [{ guard, text: words, missing: [] }] };
  return { ...told(422, title, words), json };
}

function withReasons(title: string, words: string, reasons: readonly Reason[]): Answer {
  return { ...told(422, title, words, { reasons }), json: { reasons } };
}
