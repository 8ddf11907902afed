import { AccessDenied } from '@app/access';
import { BadPayload, CaseNotFound, KeyUsedDifferently, VersionConflict } from '@app/casework';
import { Statements } from '@app/database';
import { forWorker, openTasks } from '@app/letters';
import { NotAllowedNow, pathwayNamed } from '@app/pathways';
import { Clock, TermsNotLoaded } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { commandKey, type DueClock } from './due-clock';

/** Trying again tomorrow would end the same way: a person must take it from here. */
export function isFinal(error: unknown): boolean {
  return [NotAllowedNow, BadPayload, AccessDenied, KeyUsedDifferently, CaseNotFound].some(
    (kind) => error instanceof kind,
  );
}

/** Puts a timer that could not act before a person, in words. */
@Injectable()
export class ClockTroubles {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The step is not possible now: whoever works on the case decides what comes next. */
  async refused(due: DueClock, error: unknown): Promise<void> {
    if (error instanceof KeyUsedDifferently) return; // it was recorded before a correction moved its day
    const { label, title } = wordsOf(due);
    const reasons =
      error instanceof NotAllowedNow
        ? error.reasons.map(({ text }) => text).join('. ')
        : (error as Error).message;
    await this.task(due, {
      sourceKey: `refused:${commandKey(due)}`,
      text: `“${label}” has run out, and Causeway could not record “${title}”`,
      why: `${reasons.replace(/\.?$/, '.')} Decide what happens next and record it.`,
      ...forWorker(due.ownerId),
    });
  }

  /** It will be possible later. @returns whether the trouble is one we know, and somebody has been asked */
  async waits(due: DueClock, error: unknown): Promise<boolean> {
    if (error instanceof VersionConflict) return true; // people are working on it this moment
    if (!(error instanceof TermsNotLoaded)) return false;
    await this.task(due, {
      sourceKey: `terms-missing:${due.authority}:${error.schoolName}`,
      text: `Load the term dates of ${error.schoolName}`,
      why: `${error.message} Cases wait for it.`,
      officerId: null,
      forRole: 'administrator',
      caseId: null,
    });
    return true;
  }

  private async task(
    { authority, caseId }: DueClock,
    task: {
      sourceKey: string;
      text: string;
      why: string;
      officerId: string | null;
      forRole: string | null;
      caseId?: null;
    },
  ): Promise<void> {
    const today = this.clock.today();
    await openTasks(this.statements, [
      { authority, caseId, openedOn: today, dueOn: today, ...task },
    ]);
  }
}

function wordsOf({ pathway, pathwayVersion, code, sends }: DueClock): {
  label: string;
  title: string;
} {
  const { clocks, events } = pathwayNamed(pathway, pathwayVersion);
  const label = clocks.find((rule) => rule.code === code)?.label ?? 'A date';
  const { title, happened } = events[sends] ?? {};
  return { label, title: happened ?? title ?? 'the next step' };
}
