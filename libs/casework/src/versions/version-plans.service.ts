import { systemActor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { needsPerson, type NeedsPerson, pathwayNamed } from '@app/pathways';
import { addDays, Clock, londonDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendars';
import { readWhole } from '../case-row';
import { historyOf } from '../history';
import { canonical } from '../history-hash';
import { type Destination, destinationOf, judgedCase, type PlanTarget } from './judge-case';
import { type DateMoved, type TakenOver } from './judge-move';
import { judgeSome } from './judge-some';
import { moveCase, moveCaseBack } from './move-case';
import { PlanRefused } from './plan-refused';
import * as sql from './version-plans-sql';

/** A plan to take cases over, and how far it has come. */
export interface VersionPlan extends PlanTarget {
  readonly id: string;
  readonly lawName: string | null;
  readonly plannedBy: string;
  readonly plannedAt: Date;
  readonly approvedBy: string | null;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly moves: number;
  readonly person: number;
  readonly moved: number;
}

/** One case of a plan. */
export interface PlannedMove {
  readonly reference: string;
  readonly fromVersion: number;
  readonly decision: 'moves' | 'person';
  readonly why: string | null;
  readonly dates: readonly DateMoved[];
}

const AT_ONCE = 100;
const DAYS_TO_TAKE_BACK = 30;

/**
 * Takes the open cases of a pathway over to a newer version, or to other settings of the council: first a plan that says
 * for every case whether it moves and which dates change and why; a second person approves it; then it runs, case by
 * case, each in a commit of its own, so that it can be stopped and started anywhere; for 30 days it can be taken back.
 */
@Injectable()
export class VersionPlans {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** Judges every open case of older versions. Changes no case. @returns the id of the plan */
  async plan(authority: string, pathway: string, toVersion: number, by: string): Promise<string> {
    const { version } = pathwayNamed(pathway, toVersion);
    return this.planned(
      { authority, pathway, toVersion: version, toPolicy: null, toLaw: null },
      by,
    );
  }

  /** The same for another version of the council's settings. @throws PlanRefused when that one does not count */
  async planSettings(
    authority: string,
    pathway: string,
    toPolicy: number,
    by: string,
  ): Promise<string> {
    const { version } = pathwayNamed(pathway);
    return this.planned({ authority, pathway, toVersion: version, toPolicy, toLaw: null }, by);
  }

  /** A plan for a pack of law: no case is judged yet. */
  async planLaw(
    authority: string,
    pathway: string,
    toLaw: string,
    { by, runner = this.statements }: { readonly by: string; readonly runner?: Runner },
  ): Promise<void> {
    const { version } = pathwayNamed(pathway);
    await this.made(runner, { authority, pathway, toVersion: version, toPolicy: null, toLaw }, by);
  }

  /** Judges open cases that the plan has not judged, at most so many now. @returns how many: fewer when none are left */
  async judgeMore(id: string, most = Infinity): Promise<number> {
    const plan = await this.find(id);
    const to = await destinationOf(this.statements, plan, this.clock.today());
    let judged = 0;
    while (judged < most) {
      const wanted = Math.min(AT_ONCE, most - judged);
      const found = await judgeSome(this.statements, this.calendars, { plan, to, wanted });
      judged += found;
      if (found < wanted) break;
    }
    return judged;
  }

  private async planned(target: PlanTarget, by: string): Promise<string> {
    await destinationOf(this.statements, target, this.clock.today());
    const id = await this.made(this.statements, target, by);
    await this.judgeMore(id);
    return id;
  }

  private async made(runner: Runner, target: PlanTarget, by: string): Promise<string> {
    const { authority, pathway, toVersion, toPolicy, toLaw } = target;
    const now = this.clock.now();
    const values = [authority, pathway, toVersion, toPolicy, by, now, toLaw];
    const [made] = await runner.run<{ id: string }>('version-plan', sql.PLAN, values);
    return made!.id;
  }

  /** @throws PlanRefused for the planner, for a plan that ran, or an officer who is not there */
  async approve(id: string, officerEmail: string): Promise<void> {
    const plan = await this.find(id);
    if (plan.approvedBy) throw new PlanRefused('The plan is approved already.');
    if (plan.plannedBy.toLowerCase() === officerEmail.toLowerCase())
      throw new PlanRefused('Whoever planned it cannot approve it. Ask a second person.');
    const rows = await this.statements.run('version-approve', sql.APPROVE, [
      id,
      plan.authority,
      officerEmail,
      this.clock.now(),
    ]);
    if (!rows.length)
      throw new PlanRefused(`No active manager or administrator has the address ${officerEmail}.`);
  }

  /** Runs, or goes on with, an approved plan, at most so many cases now. @returns how many cases it moved */
  async run(id: string, most = Infinity): Promise<number> {
    const plan = await this.find(id);
    if (!plan.approvedBy) throw new PlanRefused('Nobody has approved the plan yet.');
    if (plan.undoneAt) throw new PlanRefused('The plan was taken back.');
    const to = await destinationOf(this.statements, plan, this.clock.today());
    let moved = 0;
    for (;;) {
      const waiting = await this.statements.run<{ reference: string }>(
        'version-waiting',
        sql.WAITING,
        [id, AT_ONCE],
      );
      if (!waiting.length) break;
      for (const { reference } of waiting) {
        if (moved >= most) return moved;
        if (await this.moveOne(plan, to, reference)) moved += 1;
      }
    }
    await this.statements.run('version-finish', sql.FINISH, [id, this.clock.now()]);
    return moved;
  }

  /** Takes the moved cases back to where they came from. A case that has gone on since stays. @returns how many went back */
  async takeBack(id: string): Promise<number> {
    const plan = await this.find(id);
    const today = this.clock.today();
    if (plan.undoneAt) throw new PlanRefused('The plan was taken back already.');
    if (plan.finishedAt && addDays(londonDay(plan.finishedAt), DAYS_TO_TAKE_BACK) < today)
      throw new PlanRefused(`The plan ran more than ${DAYS_TO_TAKE_BACK} days ago.`);
    let back = 0;
    for (const { reference } of await this.statements.run<{ reference: string }>(
      'version-moved',
      sql.MOVED,
      [id],
    ))
      if (await this.takeOneBack(plan, reference)) back += 1;
    await this.statements.run('version-undone', sql.UNDONE, [id, this.clock.now()]);
    return back;
  }

  /** @throws PlanRefused when there is none */
  async find(id: string): Promise<VersionPlan> {
    const [plan] = await this.statements.run<VersionPlan>('version-find', sql.FIND, [id]);
    if (!plan) throw new PlanRefused(`There is no plan ${id}.`);
    return plan;
  }

  /** Every case of the plan: its certificate. */
  moves(id: string): Promise<PlannedMove[]> {
    return this.statements.run<PlannedMove>('version-moves', sql.MOVES, [id]);
  }

  /** Judged anew: what the plan promised must still hold, or a person looks at it. Law is law whatever was promised. */
  private moveOne(plan: VersionPlan, to: Destination, reference: string): Promise<boolean> {
    const actor = systemActor(plan.authority);
    return this.statements.together(async (runner) => {
      const planned = await this.locked(runner, plan, reference);
      if (!planned) return false;
      const subject = (await readWhole(runner, plan.authority, reference))!;
      const calendar = await this.calendars.forSchool(plan.authority, subject.childUrn);
      const { pathway, pathwayVersion: fromVersion } = subject;
      const rows = await historyOf(runner, subject.id);
      const verdict = judgedCase(plan.toVersion, to, { pathway, fromVersion, rows, calendar });
      const why = subject.open
        ? whyNot(verdict, plan.toLaw ? undefined : planned.dates)
        : 'It was closed since the plan was made';
      if (why !== undefined || needsPerson(verdict)) {
        await runner.run('version-later', sql.LATER, [plan.id, subject.id, why]);
        return false;
      }
      const [now, today] = [this.clock.now(), this.clock.today()];
      const moving = { actor, subject, verdict, calendar, now, today };
      const version = await moveCase(runner, moving);
      const dates = JSON.stringify(verdict.dates);
      await runner.run('version-done', sql.DONE, [plan.id, subject.id, now, version, dates]);
      return true;
    });
  }

  private takeOneBack(plan: VersionPlan, reference: string): Promise<boolean> {
    const actor = systemActor(plan.authority);
    return this.statements.together(async (runner) => {
      await runner.run('version-lock-case', sql.LOCK_CASE, [plan.authority, reference]);
      const subject = (await readWhole(runner, plan.authority, reference))!;
      const calendar = await this.calendars.forSchool(plan.authority, subject.childUrn);
      const rows = await historyOf(runner, subject.id);
      const isBack = await moveCaseBack(runner, {
        actor,
        subject,
        rows,
        calendar,
        now: this.clock.now(),
        today: this.clock.today(),
      });
      if (isBack)
        await runner.run('version-back', sql.BACK, [plan.id, subject.id, this.clock.now()]);
      return isBack;
    });
  }

  private async locked(runner: Runner, { id, authority }: VersionPlan, reference: string) {
    await runner.run('version-lock-case', sql.LOCK_CASE, [authority, reference]);
    const [row] = await runner.run<{ dates: DateMoved[] }>('version-lock', sql.LOCK, [
      id,
      authority,
      reference,
    ]);
    return row;
  }
}

/** Why a case cannot move by itself; undefined where it can. Without a promise, whatever dates come are right. */
function whyNot(
  verdict: TakenOver | NeedsPerson,
  promised: readonly DateMoved[] | undefined,
): string | undefined {
  if (needsPerson(verdict)) return verdict.needsPerson;
  const isAsPlanned = !promised || canonical(verdict.dates) === canonical(promised);
  return isAsPlanned ? undefined : 'Its dates have changed since the plan was made';
}
