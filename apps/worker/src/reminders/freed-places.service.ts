import { Statements } from '@app/database';
import { openTasks } from '@app/letters';
import { WaitingList } from '@app/placements';
import { lastDayOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Morning } from './morning';

const TO_OFFER = { unit: 'WD', n: 2 } as const;

/** A free place and a child who waits for it: the transition lead is asked to offer it to the first on the list. */
@Injectable()
export class FreedPlaces {
  constructor(
    private readonly statements: Statements,
    private readonly waiting: WaitingList,
  ) {}

  /** @returns number of lists with a place to offer; each has one open task about it */
  async write({ authority, day, calendar }: Morning): Promise<number> {
    const first = await this.waiting.nextInLine(authority, day);
    const tasks = first.map(({ caseId, version, cohort }) => ({
      authority,
      caseId,
      sourceKey: `place-to-offer:${caseId}:${version}`,
      text: 'Offer the free place to this child',
      why: `A place is free in the ${cohort} cohort, and this child is first on the waiting list.`,
      officerId: null,
      forRole: 'transition_lead',
      openedOn: day,
      dueOn: lastDayOf(TO_OFFER, day, calendar),
      doneBy: ['PLACE_RELEASED', 'WAITLIST_CLOSED'],
    }));
    await openTasks(this.statements, tasks);
    return tasks.length;
  }
}
