import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { type PanelKind } from '../kinds/kind';
import { panelKind } from '../kinds/panel-kinds';
import { type SittingStage } from '../pure/sitting-events';
import { type Terms } from '../pure/terms';

export { type SittingStage };

/** One sitting of a panel, with the terms that hold on its day. */
export interface Sitting {
  readonly id: string;
  readonly authority: string;
  readonly panelId: string;
  readonly kind: PanelKind;
  /** The council's own name for the panel. */
  readonly panel: string;
  readonly terms: Terms;
  readonly sitsOn: CalendarDay;
  readonly plannedFor: CalendarDay;
  readonly movedBecause: string | null;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly papersDueAt: Date;
  readonly papersOutAt: Date;
  readonly stage: SittingStage;
  readonly version: number;
  readonly endedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  /** The last day on which members who do not run the panel may read its items. */
  readonly seenUntil: CalendarDay | null;
}

/** There is no such sitting, item or panel for this person: it does not exist, or they may not know that it does. */
export class SittingNotFound extends Error {
  constructor() {
    super('There is no such sitting');
  }
}

/** Reads a sitting. @throws SittingNotFound */
export async function sittingOf(runner: Runner, authority: string, id: string): Promise<Sitting> {
  const [row] = UUID.test(id)
    ? await runner.run<Omit<Sitting, 'kind'> & { code: string }>('sitting', READ, [authority, id])
    : [];
  if (!row) throw new SittingNotFound();
  return { ...row, kind: panelKind(row.code) };
}

/** Holds the sitting until the transaction ends, so that two people change it one after the other. */
export async function holdSitting(tx: Runner, { authority }: Actor, id: string): Promise<void> {
  await tx.run('sitting-lock', LOCK, [authority, id]);
}

const LOCK = 'SELECT id FROM sitting WHERE authority = $1 AND id::text = $2 FOR UPDATE';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const READ = `
SELECT s.id, s.authority, s.panel_id AS "panelId", p.code, p.name AS panel, t.terms, s.sits_on AS "sitsOn", s.planned_for AS "plannedFor",
  s.moved_because AS "movedBecause", s.starts_at AS "startsAt", s.minutes, s.papers_due_at AS "papersDueAt", s.papers_out_at AS "papersOutAt",
  s.stage, s.version, s.ended_at AS "endedAt", s.minutes_approved_at AS "approvedAt", o.name AS "approvedBy", s.seen_until AS "seenUntil"
FROM sitting s JOIN panel p ON p.id = s.panel_id LEFT JOIN officer o ON o.id = s.minutes_approved_by
CROSS JOIN LATERAL (
  SELECT t.terms FROM panel_terms t WHERE t.panel_id = p.id ORDER BY t.valid_from <= s.sits_on DESC, abs(t.valid_from - s.sits_on) LIMIT 1) t
WHERE s.authority = $1 AND s.id = $2`;
