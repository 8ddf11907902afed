import { type Runner } from '@app/database';

/** Somebody else changed this first. Nothing was changed by this command; what was typed is kept. */
export class ChangedFirst extends Error {
  constructor(
    readonly version: number,
    readonly by: string,
    readonly at: Date | undefined,
  ) {
    super('Somebody else changed this first. Look at it again');
  }
}

/** What is changed by people who may not have seen the same: an item, the stage of a sitting, its agenda in preparation. */
export interface ChangedThing {
  readonly sittingId: string;
  readonly itemId?: string | undefined;
  readonly what: keyof typeof KINDS;
  /** As it stands now. */
  readonly version: number;
}

/** @throws ChangedFirst, naming who was */
export async function changedFirst(
  runner: Runner,
  { sittingId, itemId, what, version }: ChangedThing,
): Promise<never> {
  const values = [sittingId, itemId ?? null, KINDS[what]];
  const [last] = await runner.run<{ by: string; at: Date }>('sitting-changed-by', LAST, values);
  throw new ChangedFirst(version, last?.by ?? 'Causeway', last?.at);
}

/** @throws ChangedFirst where a version was seen and it is not the one that stands */
export async function demandSeen(
  runner: Runner,
  seen: number | undefined,
  thing: ChangedThing,
): Promise<void> {
  if (seen !== undefined && seen !== thing.version) await changedFirst(runner, thing);
}

const KINDS = {
  item: '^(opened|left|decided|deferred)$',
  sitting: '^[A-Z_]+$',
  agenda: '^agenda ',
} as const;

/** The newest change of the kind; opening an item closes the one that was open. */
const LAST = `
SELECT coalesce(o.name, 'Causeway') AS by, c.at FROM sitting_change c LEFT JOIN officer o ON o.id = c.by_id
WHERE c.sitting_id = $1 AND c.what ~ $3 AND ($2::uuid IS NULL OR c.item_id = $2 OR c.what = 'opened') ORDER BY c.seq DESC LIMIT 1`;
