import { AccessDenied } from '@app/access';
import {
  BadPayload,
  CaseNotFound,
  KeyUsedDifferently,
  type Recorded,
  VersionConflict,
} from '@app/casework';
import { NotAllowedNow, type Pathway } from '@app/pathways';
import { standing } from './forecast';
import { londonDay, londonTime, plainDay, TermsNotLoaded } from '@app/statutory-calendar';

/** What became of one case. */
export interface Outcome {
  readonly kind: 'done' | 'repeated' | 'refused' | 'conflict' | 'left';
  readonly words: string;
}

/** Where the case stands now. */
export function recordedWords(pathway: Pathway, { stages, repeated }: Recorded): string {
  const stands = standing(pathway, stages);
  return repeated ? `Was recorded already. It stands at: ${stands}` : `Now: ${stands}`;
}

/** A case that the check had found not possible: it was never tried. */
export const LEFT_OUT: Outcome = { kind: 'left', words: 'Left out, as the check said' };

/** An error of the domain as the outcome of one case. @throws the error when it is about the installation, not the case */
export function outcomeOf(error: unknown, { events }: Pathway): Outcome {
  if (error instanceof NotAllowedNow)
    return { kind: 'refused', words: error.reasons.map(({ text }) => text).join('. ') };
  if (error instanceof VersionConflict) {
    const what = events[error.type]?.happened ?? events[error.type]?.title ?? 'another step';
    const when = `${londonTime(error.at)} on ${plainDay(londonDay(error.at))}`;
    return {
      kind: 'conflict',
      words: `${error.by} changed this case first, at ${when}: ${what}. Nothing of yours was recorded on it`,
    };
  }
  if (error instanceof BadPayload)
    return { kind: 'refused', words: error.problems.map(({ message }) => message).join('. ') };
  if (error instanceof TermsNotLoaded) return { kind: 'refused', words: error.message };
  if (error instanceof AccessDenied || error instanceof CaseNotFound)
    return { kind: 'refused', words: 'You may not record this step on this case' };
  if (error instanceof KeyUsedDifferently)
    return { kind: 'refused', words: 'This was sent before with other answers' };
  throw error;
}

/** '7 done. 1 refused. 1 changed by somebody else first.' */
export function outcomesInWords(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome['kind']) =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  const parts = [
    [count('done'), 'done'],
    [count('repeated'), 'recorded before'],
    [count('refused'), 'refused'],
    [count('left'), 'left out'],
    [count('conflict'), 'changed by somebody else first'],
  ] as const;
  const said = parts.filter(([number]) => number).map(([number, words]) => `${number} ${words}`);
  return said.length ? `${said.join(', ')}.` : 'Nothing was recorded.';
}
