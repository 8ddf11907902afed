import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import {
  type CalendarDay,
  Clock,
  longDay,
  readBankHolidays,
  weekdayOf,
} from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Calendars, type DaysOff } from '../calendars';
import { PlanRefused } from '../versions/plan-refused';
import { BankHolidayLists } from './bank-holiday-lists.service';
import { changeBy, type DaysOffChange } from './days-off';

/** Other days off, as somebody proposed them, and what became of that. */
export interface CalendarChange {
  readonly id: string;
  readonly kind: 'holidays' | 'closures';
  readonly reason: string;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decision: 'approved' | 'refused' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

type Kept = CalendarChange & { readonly content: unknown } & Record<string, unknown>;

/**
 * Bank holidays and closure days of the council: one person proposes, and sees which open dates would fall elsewhere;
 * another approves. A date that was given stays as it is; what is counted from then on follows.
 */
@Injectable()
export class CalendarChanges {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly lists: BankHolidayLists,
  ) {}

  /** Every change that was proposed, the newest first. */
  all({ authority }: Actor): Promise<CalendarChange[]> {
    return this.statements.run<Kept>('calendar-changes', ALL, [authority]);
  }

  /** A newer list of bank holidays, in the government's shape. @throws BadHolidayList, PlanRefused */
  proposeHolidays(actor: Actor, file: unknown, reason: string): Promise<string> {
    return this.propose(actor, { holidays: readBankHolidays(file) }, { content: file, reason });
  }

  /** All days on which the council is closed, in place of those that count now. @throws PlanRefused */
  proposeClosures(actor: Actor, days: readonly CalendarDay[], reason: string): Promise<string> {
    const [wrong] = days.flatMap((day, at) => problemOf(day, at, days));
    if (wrong) throw new PlanRefused(wrong);
    const closures = [...days].sort();
    return this.propose(actor, { closures }, { content: closures, reason });
  }

  /** What a change does, looked at anew. */
  async effect(actor: Actor, id: string): Promise<DaysOffChange> {
    const { authority } = actor;
    const next = daysIn(await this.find(actor, id));
    return changeBy(this.statements, this.calendars, { authority, next });
  }

  /** @throws PlanRefused for whoever proposed it, and when it was decided already */
  async decide(actor: Actor, id: string, decision: 'approved' | 'refused'): Promise<void> {
    const found = await this.find(actor, id);
    if (decision === 'approved' && found.proposedById === actor.id)
      throw new PlanRefused('Whoever proposed it cannot approve it. Ask a second person');
    if (found.decision) throw new PlanRefused('This change is decided already');
    if (decision === 'approved' && found.kind === 'holidays')
      await this.lists.refresh(actor, found.content, found.reason);
    const values = [actor.authority, id, decision, actor.id, this.clock.now()];
    await this.statements.run('calendar-decide', DECIDE, values);
    this.calendars.forget();
  }

  private async propose(
    actor: Actor,
    next: DaysOff,
    { content, reason }: { readonly content: unknown; readonly reason: string },
  ): Promise<string> {
    const { authority } = actor;
    if (!reason.trim()) throw new PlanRefused('Say why these days change');
    const { added, removed } = await changeBy(this.statements, this.calendars, { authority, next });
    if (!added.length && !removed.length)
      throw new PlanRefused('These are the days that count already. There is nothing to approve');
    const kind = next.holidays ? 'holidays' : 'closures';
    const values = [authority, kind, JSON.stringify(content), reason.trim(), actor.id];
    const [made] = await this.statements.run<{ id: string }>('calendar-propose', PROPOSE, [
      ...values,
      this.clock.now(),
    ]);
    if (!made) throw new PlanRefused('Another change waits for a decision. Decide that one first');
    return made.id;
  }

  private async find({ authority }: Actor, id: string): Promise<Kept> {
    const rows = await this.statements.run<Kept>('calendar-changes', ALL, [authority]);
    const found = rows.find((it) => it.id === id);
    if (!found) throw new PlanRefused('There is no such change');
    return found;
  }
}

const daysIn = ({ kind, content }: Kept): DaysOff =>
  kind === 'holidays'
    ? { holidays: readBankHolidays(content) }
    : { closures: content as readonly CalendarDay[] };

function problemOf(day: CalendarDay, at: number, days: readonly CalendarDay[]): string[] {
  if (days.indexOf(day) !== at) return [`${longDay(day)} is entered twice`];
  return ['Sat', 'Sun'].includes(weekdayOf(day))
    ? [`${longDay(day)} is no working day anyway`]
    : [];
}

const ALL = `
SELECT c.id, c.kind, c.content, c.reason, c.proposed_by AS "proposedById", o.name AS "proposedBy", c.proposed_at AS "proposedAt",
  c.decision, d.name AS "decidedBy", c.decided_at AS "decidedAt"
FROM calendar_change c JOIN officer o ON o.id = c.proposed_by LEFT JOIN officer d ON d.id = c.decided_by
WHERE c.authority = $1 ORDER BY c.proposed_at DESC`;

/** $1 authority, $2 kind, $3 content, $4 reason, $5 who, $6 now: nothing while another one waits */
const PROPOSE = `
INSERT INTO calendar_change (authority, kind, content, reason, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING RETURNING id`;

/** $1 authority, $2 change, $3 decision, $4 who, $5 now: approved closure days count with the same statement */
const DECIDE = `
WITH decided AS (
  UPDATE calendar_change SET decision = $3, decided_by = $4, decided_at = $5
  WHERE authority = $1 AND id = $2::uuid AND decision IS NULL RETURNING kind, content
), closed AS (
  UPDATE authority SET settings = coalesce(settings, '{}') || jsonb_build_object('closures', decided.content)
  FROM decided WHERE code = $1 AND $3 = 'approved' AND decided.kind = 'closures'
)
SELECT kind FROM decided`;
