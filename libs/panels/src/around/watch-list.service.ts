import { AccessLog, type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { badField } from '@app/people';
import { addDays, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { COHORTS, type Cohort, confirmationOf, type LookAt } from '../pure/watch-cohorts';
import { Panels } from '../series/panels.service';
import { SittingNotFound } from '../sittings/sitting';
import {
  type WatchEntry,
  type watchSuggestedForm,
  type watchAddForm,
  watchLookForms,
  type WatchSuggestion,
} from './watch-forms';
import * as sql from './watch-list.sql';

/** An entry with what the meetings since its last confirmation make of it. */
export type ListedEntry = WatchEntry & ReturnType<typeof confirmationOf>;

/** One line of the trail of an entry. */
export interface WatchLine {
  readonly [column: string]: unknown;
  readonly type: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly on: CalendarDay;
  readonly by: string;
}

interface LookSaid {
  readonly reason?: string;
  readonly seenOn?: CalendarDay | undefined;
  readonly hours?: number | undefined;
  readonly nextStep?: string | undefined;
  readonly leadId?: string | undefined;
}

/** A no holds, and a part-time timetable is long, after six weeks. */
const SIX_WEEKS = 42;

/** The watch list of the Vulnerable Learners group (handbook 8.3): who misses education, who leads, and what comes next. */
@Injectable()
export class WatchList {
  constructor(
    private readonly statements: Statements,
    private readonly panels: Panels,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** Everybody on the list, those who need most first. @throws SittingNotFound for people without a seat in the group */
  async list(actor: Actor): Promise<{ entries: ListedEntry[]; runs: boolean }> {
    const { runs } = await this.seat(actor);
    const values = [actor.authority, seesRestricted(actor)];
    const rows = await this.statements.run<WatchEntry>('watch-list', sql.LIST, values);
    await this.log.looked(actor, { action: 'list.seen', page: 'watch list' });
    const entries = await this.withMeetings(actor, rows);
    return { entries: entries.sort((a, b) => Number(b.isRed) - Number(a.isRed)), runs };
  }

  /** One entry with its trail, newest first. @throws SittingNotFound */
  async find(
    actor: Actor,
    id: string,
  ): Promise<{ entry: ListedEntry; trail: WatchLine[]; runs: boolean }> {
    const { runs } = await this.seat(actor);
    const [entry] = await this.withMeetings(actor, [await this.one(this.statements, actor, id)]);
    await this.log.looked(actor, {
      action: 'child.seen',
      childId: entry!.childId,
      page: 'watch list',
    });
    const trail = await this.statements.run<WatchLine>('watch-trail', sql.TRAIL, [id]);
    return { entry: entry!, trail, runs };
  }

  /** Children whose records call for the list: a person decides. @throws SittingNotFound */
  async suggested(
    actor: Actor,
    { child, cohort }: { child?: string; cohort?: string } = {},
  ): Promise<WatchSuggestion[]> {
    const { runs } = await this.seat(actor);
    if (!runs) return [];
    const today = this.clock.today();
    const before = addDays(today, -SIX_WEEKS);
    return this.statements.run<WatchSuggestion>('watch-suggested', sql.SUGGESTED, [
      actor.authority,
      seesRestricted(actor),
      today,
      before,
      before,
      cohort ?? null,
      child ?? null,
    ]);
  }

  /** Puts a child on the list whom somebody names by a case. @returns the entry. @throws SittingNotFound, BadDetails */
  async add(actor: Actor, typed: z.infer<typeof watchAddForm>): Promise<string> {
    await this.mustRun(actor);
    const values = [actor.authority, typed.reference.trim()];
    const [child] = await this.statements.run<{ id: string; restricted: boolean }>(
      'watch-child',
      sql.CHILD_OF_CASE,
      values,
    );
    if (!child || (child.restricted && !seesRestricted(actor)))
      throw badField('reference', 'There is no case with this number. Check it on the case');
    return this.enter(actor, { childId: child.id, cohort: typed.cohort }, typed);
  }

  /** Puts a suggested child on the list. @returns the entry. @throws SittingNotFound when nobody suggests it now */
  async accept(
    actor: Actor,
    asked: { child: string; cohort: string },
    typed: z.infer<typeof watchSuggestedForm>,
  ): Promise<string> {
    const { childId, cohort } = await this.mustSuggest(actor, asked);
    return this.enter(actor, { childId, cohort }, typed);
  }

  /** Says no to a suggestion, for six weeks. @throws SittingNotFound */
  async decline(
    actor: Actor,
    asked: { child: string; cohort: string },
    reason: string,
  ): Promise<void> {
    const { childId, cohort } = await this.mustSuggest(actor, asked);
    const values = [childId, cohort, this.clock.today(), actor.authority, reason, actor.id];
    await this.statements.run('watch-decline', sql.DECLINE, values);
  }

  /** A suggestion as it stands now. @throws SittingNotFound */
  async mustSuggest(
    actor: Actor,
    asked: { child: string; cohort: string },
  ): Promise<WatchSuggestion> {
    const [found] = asked.cohort in COHORTS ? await this.suggested(actor, asked) : [];
    if (!found) throw new SittingNotFound();
    return found;
  }

  /** What the group says of an entry: each look confirms it. @throws SittingNotFound, BadDetails */
  async look(actor: Actor, id: string, type: LookAt, typed: unknown): Promise<void> {
    await this.mustRun(actor);
    const said: LookSaid = watchLookForms[type].parse(typed);
    const today = this.clock.today();
    refuseFuture(said.seenOn, today);
    await this.statements.together(async (tx) => {
      await this.one(tx, actor, id);
      await tx.run('watch-hold', sql.HOLD, [id]);
      const entry = await this.one(tx, actor, id);
      if (entry.leftOn)
        throw badField(
          type === 'REMOVED' ? 'reason' : 'nextStep',
          'The child has left the list already',
        );
      const leadId = said.leadId && (await officer(tx, actor, said.leadId));
      await tx.run('watch-look', sql.LOOK, [
        id,
        today,
        LEVELS[type] ?? entry.level,
        leadId ?? null,
        said.seenOn ?? null,
        said.hours ?? null,
        said.nextStep ?? null,
        type === 'REMOVED' ? today : null,
        type === 'REMOVED' ? said.reason : null,
        type,
        JSON.stringify(said),
        actor.id,
        this.clock.now(),
      ]);
      await tx.run('watch-looked-at', sql.LOOKED_AT, [id, today, actor.id]);
    });
  }

  /** Names to the head of service who was not confirmed in two meetings. @returns how many */
  async nameRed(): Promise<number> {
    const named = await this.statements.run('watch-red', sql.NAME_RED, [this.clock.today()]);
    return named.length;
  }

  private async enter(
    actor: Actor,
    { childId, cohort }: { childId: string; cohort: Cohort },
    { entryReason, leadId, seenOn, hours, nextStep }: z.infer<typeof watchSuggestedForm>,
  ): Promise<string> {
    const today = this.clock.today();
    refuseFuture(seenOn, today);
    return this.statements.together(async (tx) => {
      const lead = await officer(tx, actor, leadId);
      const [added] = await tx.run<{ id: string }>('watch-add', sql.ADD, [
        actor.authority,
        childId,
        cohort,
        today,
        entryReason,
        lead,
        seenOn ?? null,
        hours ?? null,
        nextStep,
        JSON.stringify({ cohort, reason: entryReason, seenOn, hours, nextStep }),
        actor.id,
        this.clock.now(),
      ]);
      if (!added) throw badField('entryReason', 'The child is on the list for this already');
      return added.id;
    });
  }

  private async withMeetings(actor: Actor, rows: readonly WatchEntry[]): Promise<ListedEntry[]> {
    const meetings = await this.statements.run<{ day: CalendarDay }>(
      'watch-meetings',
      sql.MEETINGS,
      [actor.authority, this.clock.today()],
    );
    const days = meetings.map(({ day }) => day);
    return rows.map((row) => ({ ...row, ...confirmationOf(row.confirmedOn, days) }));
  }

  private async one(runner: Runner, actor: Actor, id: string): Promise<WatchEntry> {
    const values = [actor.authority, seesRestricted(actor), id];
    const [entry] = await runner.run<WatchEntry>('watch-one', sql.ONE, values);
    if (!entry) throw new SittingNotFound();
    return entry;
  }

  private async seat(actor: Actor): Promise<{ runs: boolean }> {
    const seat = await this.panels.find(actor, 'vlg');
    if (!seat) throw new SittingNotFound();
    return seat;
  }

  private async mustRun(actor: Actor): Promise<void> {
    const { runs } = await this.seat(actor);
    if (!runs) throw new SittingNotFound();
  }
}

const LEVELS: Readonly<Partial<Record<LookAt, string>>> = {
  STEPPED_UP: 'stepped_up',
  STEPPED_DOWN: 'watched',
};

const seesRestricted = ({ roles }: Actor) => roles.includes('send_manager');

function refuseFuture(day: CalendarDay | undefined, today: CalendarDay): void {
  if (day && day > today) throw badField('seenOn', 'This day has not come yet');
}

async function officer(tx: Runner, { authority }: Actor, id: string): Promise<string> {
  const [found] = await tx.run<{ id: string }>('watch-officer', sql.OFFICER, [authority, id]);
  if (!found) throw badField('leadId', 'Choose somebody from the list');
  return found.id;
}
