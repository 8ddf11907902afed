import { type Actor } from '@app/access';
import { MinutesBook, SittingSteps } from '@app/panels';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { type sittingEvent } from './sitting-commands';

/** The events of a sitting by their names, as programs send them. */
@Injectable()
export class SittingEvents {
  constructor(
    private readonly steps: SittingSteps,
    private readonly minutes: MinutesBook,
  ) {}

  /** @throws SittingNotFound, NotAllowedNow, ChangedFirst */
  record(
    actor: Actor,
    id: string,
    { type, reason, expectedVersion }: z.output<typeof sittingEvent>,
  ): Promise<void> {
    return this.taken[type](actor, id, expectedVersion, reason ?? '');
  }

  private readonly taken = {
    AGENDA_OPENED: (actor, id, seen) => this.steps.openAgenda(actor, id, seen),
    AGENDA_LOCKED: (actor, id, seen) => this.steps.lock(actor, id, seen),
    MEETING_STARTED: (actor, id, seen) => this.steps.start(actor, id, seen),
    QUORUM_LOST: (actor, id, seen) => this.steps.quorumLost(actor, id, seen),
    QUORUM_RESTORED: (actor, id, seen) => this.steps.quorumRestored(actor, id, seen),
    RELISTED: (actor, id, seen) => this.steps.relist(actor, id, seen),
    MEETING_ENDED: (actor, id, seen) => this.steps.end(actor, id, seen),
    MEETING_CANCELLED: (actor, id, seen, reason) => this.steps.cancel(actor, id, reason, seen),
    MINUTES_APPROVED: (actor, id, seen) => this.minutes.approve(actor, id, seen),
  } satisfies Record<z.output<typeof sittingEvent>['type'], Take>;
}

type Take = (actor: Actor, id: string, seen: number | undefined, reason: string) => Promise<void>;
