import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { addDays, Clock, longDay } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { RecordNotFound } from '../bad-details';
import { isRecordId } from '../record-id';
import {
  type MergeCase,
  MergeRefused,
  type Moved,
  openTwice,
  PARTED_WITHIN_DAYS,
  type StandingMerge,
} from './merge';
import * as sql from './merge-sql';

interface LockedChild {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly upn: string | null;
  readonly formerUpns: readonly string[];
  readonly householdId: string | null;
  readonly flags: readonly string[];
  readonly restricted: boolean;
  readonly mergedInto: string | null;
}

type MovedRows = Pick<
  Moved,
  'cases' | 'contacts' | 'referrals' | 'formerSchools' | 'plans' | 'signposts'
>;

/** Makes one record of two that are of the same child, and parts them again. Who may is the page's question. */
@Injectable()
export class RecordMerges {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every case of two records, whoever may see it: a case that is hidden moves too. */
  async cases(actor: Actor, ids: readonly [string, string]): Promise<MergeCase[]> {
    return this.statements.run<MergeCase & Record<string, unknown>>('merge.cases', sql.CASES_SQL, [
      actor.authority,
      ids,
    ]);
  }

  /** Why two records with these cases cannot be merged yet; nothing when they can. */
  static blocks(cases: readonly MergeCase[]): string[] {
    return openTwice(cases).map(closeOneFirst);
  }

  /** Merges a record into the one that goes on. @throws MergeRefused, RecordNotFound; nothing is changed then */
  async merge(
    actor: Actor,
    { survivorId, mergedId, reason }: Record<'survivorId' | 'mergedId' | 'reason', string>,
  ): Promise<void> {
    if (survivorId === mergedId) throw new MergeRefused(['Choose two records: this is one']);
    await this.statements.together(async (tx) => {
      const [survivor, merged] = await locked(tx, actor, survivorId, mergedId);
      if (survivor.mergedInto || merged.mergedInto)
        throw new MergeRefused(['One of these records has been merged already. Look again']);
      const cases = await tx.run<MergeCase & Record<string, unknown>>(
        'merge.cases',
        sql.CASES_SQL,
        [actor.authority, [survivorId, mergedId]],
      );
      const twice = RecordMerges.blocks(cases);
      if (twice.length) throw new MergeRefused(twice);
      const [held] = await tx.run<{ plans: number }>('merge.plans', sql.PLANS_SQL, [
        actor.authority,
        [survivorId, mergedId],
      ]);
      if (held!.plans > 1) throw new MergeRefused([TWO_PLANS]);
      const ids = [actor.authority, survivorId, mergedId];
      const [rows] = await tx.run<MovedRows & Record<string, unknown>>(
        'merge.move',
        sql.MOVE_SQL,
        ids,
      );
      const moved = movedBy(survivor, merged, rows!);
      await tx.run('merge.signpost', sql.SIGNPOST_SQL, [actor.authority, mergedId, survivorId]);
      await tx.run('merge.survivor', sql.SURVIVOR_SQL, [
        ...[actor.authority, survivorId, survivor.upn ?? merged.upn],
        ...[formerUpnsOf(survivor, merged), survivor.householdId ?? merged.householdId],
        JSON.stringify([...survivor.flags, ...moved.flags]),
        survivor.restricted || merged.restricted,
      ]);
      await tx.run('merge.keep', sql.KEEP_SQL, [
        ...[...ids, reason, JSON.stringify(moved)],
        ...[this.clock.today(), actor.id, this.clock.now()],
      ]);
      await this.written(tx, actor, 'child.merged', [survivorId, mergedId]);
    });
  }

  /** The merges that stand on a record, newest first. */
  async standing(actor: Actor, survivorId: string): Promise<StandingMerge[]> {
    if (!isRecordId(survivorId)) return [];
    return this.statements.run<StandingMerge & Record<string, unknown>>(
      'merge.of',
      sql.MERGES_OF_SQL,
      [actor.authority, survivorId],
    );
  }

  /** The last day on which a merge can be undone. */
  lastDay = ({ mergedOn }: Pick<StandingMerge, 'mergedOn'>) =>
    addDays(mergedOn, PARTED_WITHIN_DAYS);

  /** Puts back exactly what a merge moved. @throws MergeRefused, RecordNotFound; nothing is changed then */
  async part(actor: Actor, mergeId: string, reason: string): Promise<StandingMerge> {
    if (!isRecordId(mergeId)) throw new RecordNotFound('merge');
    return this.statements.together(async (tx) => {
      const [merge] = await tx.run<StandingMerge & Record<string, unknown>>(
        'merge.one',
        sql.MERGE_SQL,
        [actor.authority, mergeId],
      );
      if (!merge) throw new RecordNotFound('merge');
      const last = this.lastDay(merge);
      if (this.clock.today() > last)
        throw new MergeRefused([`These records could be parted until ${longDay(last)}`]);
      const { survivorId, mergedId } = merge;
      const [survivor] = await locked(tx, actor, survivorId, mergedId);
      if (survivor.mergedInto)
        throw new MergeRefused(['This record has itself been merged since. Undo that merge first']);
      const undone = [actor.authority, mergeId, actor.id, this.clock.now(), reason];
      if (!(await tx.run('merge.undone', sql.UNDONE_SQL, undone)).length)
        throw new MergeRefused(['Somebody else parted these records just now']);
      const moved = JSON.stringify(merge.moved);
      await tx.run('merge.move-back', sql.MOVE_BACK_SQL, [
        ...[actor.authority, survivorId, mergedId, moved],
      ]);
      await tx.run('merge.survivor-back', sql.SURVIVOR_BACK_SQL, [
        ...[actor.authority, survivorId, moved],
      ]);
      await tx.run('merge.back', sql.BACK_SQL, [actor.authority, mergedId, moved]);
      await this.written(tx, actor, 'child.parted', [survivorId, mergedId]);
      return merge;
    });
  }

  private async written(tx: Runner, actor: Actor, action: string, children: readonly string[]) {
    for (const child of children)
      await tx.run('merge.log', sql.LOG_SQL, [
        ...[actor.authority, this.clock.now(), actor.id, action, child],
      ]);
  }
}

async function locked(
  tx: Runner,
  actor: Actor,
  survivorId: string,
  mergedId: string,
): Promise<[LockedChild, LockedChild]> {
  if (!isRecordId(survivorId) || !isRecordId(mergedId)) throw new RecordNotFound('child');
  const rows = await tx.run<LockedChild>('merge.lock', sql.LOCK_SQL, [
    actor.authority,
    [survivorId, mergedId],
  ]);
  const survivor = rows.find(({ id }) => id === survivorId);
  const merged = rows.find(({ id }) => id === mergedId);
  if (!survivor || !merged) throw new RecordNotFound('child');
  return [survivor, merged];
}

const TWO_PLANS =
  'Both records have an EHC plan in force, and a child has one. Record the end of the plan that was entered twice first';

const closeOneFirst = (references: readonly string[]) =>
  `Both records have an open case on one pathway: ${references.join(' and ')}. Close one of them as a duplicate first`;

function movedBy(survivor: LockedChild, merged: LockedChild, rows: MovedRows): Moved {
  return {
    ...rows,
    upn: merged.upn,
    formerUpns: merged.formerUpns,
    tookUpn: survivor.upn === null && merged.upn !== null,
    tookHousehold: survivor.householdId === null && merged.householdId !== null,
    householdId: merged.householdId,
    flags: merged.flags.filter((flag) => !survivor.flags.includes(flag)),
    tookRestriction: merged.restricted && !survivor.restricted,
  };
}

/** The numbers under which the child was known: every one that is not the number from now on. */
function formerUpnsOf(survivor: LockedChild, merged: LockedChild): string[] {
  const now = survivor.upn ?? merged.upn;
  const all = [...survivor.formerUpns, ...merged.formerUpns, ...(merged.upn ? [merged.upn] : [])];
  return [...new Set(all)].filter((upn) => upn !== now);
}
