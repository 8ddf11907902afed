import { Statements } from '@app/database';
import { addDays, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type SittingStage } from '../pure/sitting-events';
import { type Panel, type PanelSeat } from './panel';

/** What a member said about a sitting. */
export type Reply = 'coming' | 'here' | 'apologies' | 'left';

/** A sitting in the diary of its panel. */
export interface PanelSitting {
  readonly id: string;
  readonly plannedFor: CalendarDay;
  readonly sitsOn: CalendarDay;
  readonly movedBecause: string | null;
  readonly extra: boolean;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly papersDueAt: Date;
  readonly papersOutAt: Date;
  readonly stage: SittingStage;
  /** Items on its agenda. */
  readonly items: number;
  readonly approvedAt: Date | null;
  /** What the person who looks has answered, where they sit on the panel. */
  readonly ownReply: Reply | null;
}

/** Where the day of a sitting comes from: each time it was set by hand or by the series. */
export interface DaySet {
  /** Null where an extra sitting was added. */
  readonly fromOn: CalendarDay | null;
  readonly toOn: CalendarDay;
  readonly because: string;
  /** Null for the series itself. */
  readonly by: string | null;
  readonly at: Date;
}

/** How far back the diary goes. */
const DAYS_BACK = 366;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The diary of a panel: sittings to come and sittings that were held. */
@Injectable()
export class PanelSittings {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Those to come, the nearest first, and those of the last year, the newest first. */
  async diary({
    panel,
    memberIds,
  }: PanelSeat): Promise<{ ahead: PanelSitting[]; past: PanelSitting[] }> {
    const today = this.clock.today();
    const all = await this.statements.run<Row>('panel-diary', DIARY, [
      ...[panel.id, memberIds, addDays(today, -DAYS_BACK)],
    ]);
    const isAhead = ({ sitsOn, stage }: PanelSitting) => sitsOn >= today && !OVER.includes(stage);
    return {
      ahead: all.filter(isAhead),
      past: all.filter((it) => !isAhead(it) && it.sitsOn <= today).reverse(),
    };
  }

  /** One sitting of this panel; undefined where there is none. */
  async find({ panel, memberIds }: PanelSeat, id: string): Promise<PanelSitting | undefined> {
    if (!ID.test(id)) return undefined;
    const [row] = await this.statements.run<Row>('panel-sitting', FIND, [panel.id, memberIds, id]);
    return row;
  }

  /** How its day was set, the oldest first. */
  daysSet({ authority }: Panel, sittingId: string): Promise<DaySet[]> {
    return this.statements.run<DaySet & Record<string, unknown>>('sitting-days-set', DAYS_SET, [
      authority,
      sittingId,
    ]);
  }
}

type Row = PanelSitting & Record<string, unknown>;

/** Stages in which nothing more happens in the room. */
const OVER: readonly SittingStage[] = ['minutes_draft', 'closed', 'cancelled'];

const COLUMNS = `
  s.id, s.planned_for AS "plannedFor", s.sits_on AS "sitsOn", s.moved_because AS "movedBecause", s.extra, s.starts_at AS "startsAt",
  s.minutes, s.papers_due_at AS "papersDueAt", s.papers_out_at AS "papersOutAt", s.stage, s.minutes_approved_at AS "approvedAt",
  (SELECT count(*)::int FROM sitting_item i WHERE i.sitting_id = s.id AND i.status NOT IN ('removed', 'moved')) AS items,
  (SELECT r.answer FROM sitting_register r WHERE r.sitting_id = s.id AND r.member_id = ANY($2::uuid[]) ORDER BY r.said_at DESC LIMIT 1) AS "ownReply"`;

const DIARY = `
SELECT ${COLUMNS} FROM sitting s WHERE s.panel_id = $1 AND s.sits_on >= $3::date ORDER BY s.starts_at, s.id`;

const FIND = `SELECT ${COLUMNS} FROM sitting s WHERE s.panel_id = $1 AND s.id = $3`;

const DAYS_SET = `
SELECT m.from_on AS "fromOn", m.to_on AS "toOn", m.because, o.name AS by, m.at
FROM sitting_move m LEFT JOIN officer o ON o.id = m.by_id
WHERE m.authority = $1 AND m.sitting_id = $2 ORDER BY m.number`;
