import { Statements } from '@app/database';
import { type ClaimedMessage, openTasks, PostOffice, titleOf } from '@app/letters';
import { addDays, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** Where mail leaves the house but nobody prints letters for us, an officer is asked to print and post each one. */
@Injectable()
export class PrintRoom {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly posts: PostOffice,
  ) {}

  async askFor({
    authority,
    caseId,
    key,
    channel,
    notice,
    statutory,
  }: ClaimedMessage): Promise<void> {
    if (!this.posts.needsPrinting(channel)) return;
    const today = this.clock.today();
    const task = {
      authority,
      caseId,
      sourceKey: `print:${key}`,
      text: `Print and post “${titleOf(notice)}”`,
      why: statutory
        ? 'The law requires this letter. It is ready in Messages.'
        : 'The letter is ready in Messages.',
      officerId: null,
      forRole: 'panel_coordinator',
      openedOn: today,
      dueOn: statutory ? today : addDays(today, 1),
    };
    await openTasks(this.statements, [task]);
  }
}
