import { type Actor } from '@app/access';
import { CaseworkService } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { demandChairs } from './agenda-demands';
import { Agendas } from './agendas.service';
import { type AtSitting, comeTo } from './at-sitting';
import { noteChange } from './changes';
import { listItem } from './lock-agenda';
import { isChild } from './panel-candidate';
import { refuse } from './people';
import { type Sitting, SittingNotFound } from './sitting';

const LIVE = ['papers_out', 'in_session'];
const PREPARING = ['scheduled', 'agenda_open'];

/** Items that come after the papers are out, and whole schools as items. */
@Injectable()
export class LateItems {
  constructor(
    private readonly statements: Statements,
    private readonly agendas: Agendas,
    private readonly casework: CaseworkService,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a child when the papers are out, or in the room. Only the chair does, with a reason (handbook 3.4, rule 3).
   * @throws SittingNotFound, NotAllowedNow; nothing is changed then
   */
  async addChild(
    actor: Actor,
    sittingId: string,
    { reference, reason }: { reference: string; reason: string },
  ): Promise<void> {
    await this.statements.together(async (tx) => {
      const agenda = await this.agendas.build(tx, actor, sittingId);
      demandLate(agenda.at);
      demandReason(reason);
      const found = [...agenda.lines, ...agenda.left].find(
        ({ candidate }) => candidate.reference === reference,
      )?.candidate;
      if (!found || !isChild(found) || found.itemId)
        refuse('LATE_ITEM_ADDED', {
          guard: 'caseFits',
          text: found
            ? 'This child is on this agenda already'
            : 'No case with this number waits for this panel. Check the number',
          missing: [],
        });
      if (found.waitsFor) {
        const { title } = pathwayNamed(found.pathway).events[found.waitsFor]!;
        refuse('LATE_ITEM_ADDED', {
          guard: 'caseReady',
          text: `The case is not so far yet. First: “${title}”`,
          missing: [{ what: title, who: 'The coordinator', byEvent: found.waitsFor }],
        });
      }
      const { sitting } = agenda.at;
      const minutes = sitting.terms[found.kind === 'review' ? 'review' : 'fresh'].minutes;
      const line = {
        candidate: {
          ...found,
          urgent: { by: actor.name, reason },
          pinned: { reason: reason.trim(), late: true },
        },
        position: await this.lastPlace(tx, sitting),
        startsAt: '',
        minutes,
        why: [...found.because, `Late item: ${reason.trim()}`],
      };
      await listItem(tx, this.casework, actor, { sitting, line, today: this.clock.today() });
      await this.logged(tx, actor, sitting, { what: 'late', caseId: found.id, reason });
    });
  }

  /** Puts a whole school on an agenda, before or after the papers are out. @throws SittingNotFound, NotAllowedNow */
  async addSchool(
    actor: Actor,
    sittingId: string,
    { urn, concern, reason }: { urn: string; concern: string; reason: string },
  ): Promise<void> {
    await this.statements.together(async (tx) => {
      const at = await comeTo(tx, actor, sittingId, this.clock.today());
      if (!at.seat.runs) throw new SittingNotFound();
      const isLate = !PREPARING.includes(at.sitting.stage);
      if (isLate) demandLate(at);
      demandReason(reason);
      if (!concern.trim())
        refuse('LATE_ITEM_ADDED', {
          guard: 'concern',
          text: 'Say what the concern about the school is',
          missing: [],
        });
      const values = [
        actor.authority,
        at.sitting.id,
        await this.lastPlace(tx, at.sitting),
        urn,
        concern.trim(),
        at.sitting.terms.fresh.minutes,
        JSON.stringify([reason.trim()]),
        isLate ? reason.trim() : null,
      ];
      const added = await tx.run('item-school', SCHOOL, values);
      if (!added.length)
        refuse('LATE_ITEM_ADDED', {
          guard: 'school',
          text: 'Select a school from the list that is not on this agenda yet',
          missing: [],
        });
      await this.logged(tx, actor, at.sitting, { what: isLate ? 'late' : 'added', reason });
    });
  }

  private async lastPlace(tx: Runner, sitting: Sitting): Promise<number> {
    const [row] = await tx.run<{ next: number }>('item-next-place', NEXT_PLACE, [sitting.id]);
    return row?.next ?? 1;
  }

  private async logged(
    tx: Runner,
    actor: Actor,
    sitting: Sitting,
    { what, reason, caseId }: { what: string; reason: string; caseId?: string },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.run('agenda-log-late', LOG, [
      actor.authority,
      sitting.id,
      caseId ?? null,
      what,
      reason.trim(),
      actor.id,
      now,
    ]);
    await noteChange(tx, {
      authority: actor.authority,
      sittingId: sitting.id,
      what: 'LATE_ITEM_ADDED',
      byId: actor.id,
      at: now,
    });
  }
}

/** @throws NotAllowedNow */
function demandLate(at: AtSitting): void {
  demandChairs(at);
  if (LIVE.includes(at.sitting.stage)) return;
  refuse('LATE_ITEM_ADDED', {
    guard: 'papersOut',
    text: 'A late item is one that comes after the papers are out and before the sitting ends',
    missing: [],
  });
}

function demandReason(reason: string): void {
  if (!reason.trim())
    refuse('LATE_ITEM_ADDED', { guard: 'reason', text: 'Give the reason', missing: [] });
}

const NEXT_PLACE = `
SELECT coalesce(max(position), 0) + 1 AS next FROM sitting_item WHERE sitting_id = $1 AND status <> 'removed'`;

const SCHOOL = `
INSERT INTO sitting_item (authority, sitting_id, position, kind, school_urn, concern, minutes, because, score, late_why, invited, status)
SELECT $1, $2, $3, 'school', s.urn, $5, $6, $7::jsonb, 0, $8, ARRAY['school_lead'], 'listed' FROM school s
WHERE s.authority = $1 AND s.urn = $4 AND NOT EXISTS (
  SELECT 1 FROM sitting_item i WHERE i.sitting_id = $2 AND i.kind = 'school' AND i.school_urn = s.urn AND i.status <> 'removed')
RETURNING id`;

const LOG = `
INSERT INTO agenda_log (authority, sitting_id, case_id, what, reason, by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
