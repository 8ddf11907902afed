import { systemActor } from '@app/access';
import { BadPayload, Calendars, CaseworkService, PolicyPacks } from '@app/casework';
import { Statements } from '@app/database';
import { NotAllowedNow } from '@app/pathways';
import { type CalendarDay, Clock, addMonths, TermsNotLoaded } from '@app/statutory-calendar';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { type NumbersInForce, numbersOn } from '../facts/numbers-in-force';
import { readChildFacts } from '../facts/child-facts-reader';
import { CHILDREN_TO_LOOK_AT_SQL } from '../facts/facts-sql';
import { REMATCH_SQL } from '../feeds/match-sql';
import { priorityParts } from '../pure/priority';
import { hitsOf } from '../pure/rules';
import { type DataTask, dataTasks, dropTasks } from './exclusion-tasks';
import {
  ADD_EVIDENCE_SQL,
  END_HITS_SQL,
  KEEP_HITS_SQL,
  KEEP_PRIORITIES_SQL,
  LINK_SQL,
  TO_OPEN_SQL,
} from './hits-sql';
import { isQuiet, putForward, type ToOpen } from './putting-forward';

/** What one night found for one authority. */
export interface NightResult {
  readonly looked: number;
  /** Hits that are new, or stand again. */
  readonly hits: number;
  readonly ended: number;
  /** Cases that were opened. */
  readonly opened: number;
  /** Hits added to a case that was open. */
  readonly evidence: number;
  /** Children for whom the pathway refused a case: tomorrow it is asked again. */
  readonly refused: number;
}

const CHILDREN_AT_ONCE = 2_000;

/** The rules, every night: what is found is kept, added to the child’s case, or puts the child forward. The same night twice changes nothing. */
@Injectable()
export class NightlyRules {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(CaseworkService) private readonly casework: CaseworkService,
    @Optional() private readonly policies: PolicyPacks = new PolicyPacks(statements),
  ) {}

  /** Looks at every child of an authority in whom the data shows anything. */
  async run(authority: string): Promise<NightResult> {
    const on = this.clock.today();
    await this.statements.run('feed-rematch', REMATCH_SQL, [authority]);
    const all = await this.statements.run<{ id: string }>(
      'rules-children',
      CHILDREN_TO_LOOK_AT_SQL,
      [authority],
    );
    const numbers = await numbersOn(this.policies, authority, on);
    const found = { hits: 0, ended: 0 };
    for (let at = 0; at < all.length; at += CHILDREN_AT_ONCE) {
      const batch = all.slice(at, at + CHILDREN_AT_ONCE).map(({ id }) => id);
      const { hits, ended } = await this.lookAt(authority, batch, on, numbers);
      found.hits += hits;
      found.ended += ended;
    }
    const evidence = await this.statements.run('rules-evidence', ADD_EVIDENCE_SQL, [authority]);
    const { opened, refused } = await this.putForward(authority, on, numbers);
    await dropTasks(this.statements, authority, on);
    return { looked: all.length, ...found, opened, evidence: evidence.length, refused };
  }

  /** What people must check, record or be told, as it stands after the night. */
  tasks(authority: string): Promise<DataTask[]> {
    return dataTasks(this.statements, authority, this.clock.today());
  }

  private async lookAt(
    authority: string,
    childIds: readonly string[],
    on: CalendarDay,
    { finding, policy, version }: NumbersInForce,
  ) {
    const asked = { authority, childIds, on, finding };
    const read = await readChildFacts(this.statements, this.calendars, asked);
    const hits = [...read.values()].flatMap(({ facts }) =>
      hitsOf(facts, finding).map(({ window, ...hit }) => ({
        childId: facts.childId,
        ...hit,
        ...window,
      })),
    );
    const priorities = [...read.values()].map(({ facts }) => {
      const { points, answers } = priorityParts(facts, on, policy);
      return { childId: facts.childId, points, answers };
    });
    return this.statements.together(async (tx) => {
      const json = JSON.stringify(hits);
      const ended = await tx.run('rules-end', END_HITS_SQL, [authority, on, childIds, json]);
      const kept = await tx.run('rules-keep', KEEP_HITS_SQL, [authority, on, json, version]);
      await tx.run('rules-priorities', KEEP_PRIORITIES_SQL, [
        authority,
        on,
        JSON.stringify(priorities),
      ]);
      return { hits: kept.length, ended: ended.length };
    });
  }

  private async putForward(authority: string, on: CalendarDay, { finding }: NumbersInForce) {
    const children = await this.statements.run<ToOpen & Record<string, unknown>>(
      'rules-to-open',
      TO_OPEN_SQL,
      [authority, addMonths(on, -12)],
    );
    const done = { opened: 0, refused: 0 };
    for (const child of children) {
      const calendar = await this.calendars.forSchool(authority, child.urn);
      if (isQuiet(child, on, calendar, finding)) continue;
      const payload = putForward(child, on, calendar);
      if (await this.open(authority, child, payload, on)) done.opened += 1;
      else done.refused += 1;
    }
    return done;
  }

  /** One child who cannot be put forward holds up no other. */
  private async open(
    authority: string,
    child: ToOpen,
    payload: object,
    on: CalendarDay,
  ): Promise<boolean> {
    const ids = child.hits.map(({ id }) => id);
    try {
      const { caseId } = await this.casework.open(systemActor(authority), {
        pathway: 'tats_case',
        childId: child.childId,
        occurredOn: on,
        payload,
        commandKey: `rule:${ids[0]}:${on}`,
      });
      await this.statements.run('rules-link', LINK_SQL, [ids, caseId]);
      return true;
    } catch (error) {
      if (
        error instanceof NotAllowedNow ||
        error instanceof BadPayload ||
        error instanceof TermsNotLoaded
      )
        return false;
      throw error;
    }
  }
}
