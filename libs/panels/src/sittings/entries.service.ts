import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { comeTo, itemAt } from './at-sitting';
import { noteChange } from './changes';
import { refuse } from './people';

/** What stands in one box of an open item, whoever typed it. */
export interface Entry {
  readonly field: string;
  readonly value: unknown;
  readonly version: number;
  readonly by: string;
  readonly byId: string;
  readonly at: Date;
}

/** Somebody else wrote in the same box since. Nothing of theirs was overwritten. */
export class EntryChanged extends Error {
  constructor(readonly theirs: Entry) {
    super(`${theirs.by} has written here since you began`);
  }
}

const LONGEST = 20_000;

/** What people type while an item is open: one line a box, so that two of them never overwrite each other. */
@Injectable()
export class Entries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** What stands in the boxes of an item that this person may read. @throws SittingNotFound */
  async of(actor: Actor, sittingId: string, itemId: string): Promise<Entry[]> {
    const at = await comeTo(this.statements, actor, sittingId, this.clock.today());
    itemAt(at, itemId);
    return this.statements.run<Entry & Record<string, unknown>>('entries', READ, [itemId]);
  }

  /** Keeps a whole form that could not be saved: boxes that are empty or the writer's own; what others wrote stays. */
  async keepAll(
    actor: Actor,
    { sittingId, itemId }: { sittingId: string; itemId: string },
    typed: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const at = await comeTo(this.statements, actor, sittingId, this.clock.today());
    const { status } = itemAt(at, itemId);
    const json = JSON.stringify(typed);
    if (!at.seat.runs || (status !== 'listed' && status !== 'open') || json.length > 5 * LONGEST)
      return;
    const values = [itemId, actor.authority, json, actor.id, this.clock.now()];
    await this.statements.together(async (tx) => {
      const kept = await tx.run('entries-keep', KEEP, values);
      if (!kept.length) return;
      await noteChange(tx, {
        authority: actor.authority,
        sittingId,
        itemId,
        what: 'entry form',
        byId: actor.id,
        at: this.clock.now(),
      });
    });
  }

  /**
   * Keeps what is in a box now. `seen` is the version of the box that the writer saw, 0 for an empty one.
   * @throws SittingNotFound, EntryChanged with what stands there, NotAllowedNow
   */
  async write(
    actor: Actor,
    { sittingId, itemId }: { sittingId: string; itemId: string },
    { field, value, seen }: { field: string; value: unknown; seen: number },
  ): Promise<Entry> {
    return this.statements.together(async (tx) => {
      const at = await comeTo(tx, actor, sittingId, this.clock.today());
      const item = itemAt(at, itemId);
      if (!at.seat.runs)
        refuse('ENTRY', {
          guard: 'runsSitting',
          text: 'The chair, a deputy or the coordinator writes here',
          missing: [],
        });
      if (item.status !== 'listed' && item.status !== 'open')
        refuse('ENTRY', { guard: 'itemOpen', text: 'The item is settled', missing: [] });
      const json = JSON.stringify(value ?? null);
      if (!/^[A-Za-z][A-Za-z0-9_.-]{0,80}$/.test(field) || json.length > LONGEST)
        refuse('ENTRY', { guard: 'fits', text: 'That is too long to be kept here', missing: [] });
      const values = [itemId, field, actor.authority, json, actor.id, this.clock.now(), seen];
      const [kept] = await tx.run<{ version: number }>('entry-write', WRITE, values);
      if (!kept) {
        const entries = await tx.run<Entry & Record<string, unknown>>('entries', READ, [itemId]);
        const theirs = entries.find((entry) => entry.field === field);
        if (theirs) throw new EntryChanged(theirs);
      }
      await noteChange(tx, {
        authority: actor.authority,
        sittingId,
        itemId,
        what: `entry ${field}`,
        byId: actor.id,
        at: this.clock.now(),
      });
      return {
        field,
        value,
        version: kept?.version ?? 1,
        by: actor.name,
        byId: actor.id,
        at: this.clock.now(),
      };
    });
  }
}

/** Leaves alone what somebody else wrote. */
const KEEP = `
INSERT INTO item_entry (item_id, field, authority, value, version, written_by, written_at)
SELECT $1, w.key, $2, w.value, 1, $4, $5 FROM jsonb_each($3::jsonb) w WHERE length(w.key) <= 81
  AND (w.value NOT IN ('""', '[]') OR EXISTS (SELECT 1 FROM item_entry e WHERE e.item_id = $1 AND e.field = w.key))
ON CONFLICT (item_id, field) DO UPDATE SET value = excluded.value, version = item_entry.version + 1, written_at = excluded.written_at
WHERE item_entry.written_by = $4 AND item_entry.value <> excluded.value RETURNING field`;

const READ = `
SELECT e.field, e.value, e.version, o.name AS by, e.written_by AS "byId", e.written_at AS at
FROM item_entry e JOIN officer o ON o.id = e.written_by WHERE e.item_id = $1 ORDER BY e.field`;

/** A box that its own writer comes back to is theirs to go on with; another's must have been seen. */
const WRITE = `
INSERT INTO item_entry (item_id, field, authority, value, version, written_by, written_at)
VALUES ($1, $2, $3, $4::jsonb, 1, $5, $6)
ON CONFLICT (item_id, field) DO UPDATE SET value = excluded.value, version = item_entry.version + 1,
  written_by = excluded.written_by, written_at = excluded.written_at
WHERE item_entry.version = $7::int OR item_entry.written_by = $5 RETURNING version`;
