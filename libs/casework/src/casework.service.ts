import { AccessDenied, type Actor, mayRecord, maySee } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Wakeup } from '@app/jobs';
import { advance, factsNeeded, type PathwayEvent, pathwayNamed } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable, Optional } from '@nestjs/common';
import { Calendars } from './calendars';
import { type CaseRow, readForStep } from './case-row';
import { checkedDay, checkedPayload } from './command-checks';
import { type OpenCommand, type RecordCommand, type Recorded, sameAnswer } from './commands';
import { BadPayload, CaseNotFound, VersionConflict } from './errors';
import { factsFor, mayDo, onlyNeeded } from './facts';
import { hashOf } from './history-hash';
import { type DoorParts, keepStep } from './keep-step';
import { openCase } from './open-case';
import { casesOfSameChild, silence } from './record-death';
import { LawPacks } from './law/law-packs';
import { PolicyPacks } from './policy/policy-packs';
import { recountForSchool } from './recount';
import { CASE_REOPENED, openingAgain, reopenedAs } from './reopen-case';
import { holdersAfter } from './row-changes';
import { SCHOOL_CHANGED, schoolOf } from './school-move';

/** A person's version is never changed between tries, so a conflict stays a conflict; a repeated key or a timer is read again. */
const TRIES = 3;

/** The one door through which a case changes: read without a lock, judge purely, write in one statement. */
@Injectable()
export class CaseworkService {
  private readonly door: DoorParts;

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    calendars: Calendars,
    @Optional() private readonly wakeup?: Wakeup,
    @Optional() policies: PolicyPacks = new PolicyPacks(statements),
    @Optional() laws: LawPacks = new LawPacks(statements),
  ) {
    this.door = { clock, calendars, policies, laws };
  }

  /**
   * Records an event.
   * @throws CaseNotFound, AccessDenied, BadPayload, NotAllowedNow, VersionConflict, KeyUsedDifferently, TermsNotLoaded; nothing is changed then
   */
  async record(actor: Actor, reference: string, command: RecordCommand): Promise<Recorded> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const recorded = await this.thenRing((door) => this.oneTry(door, actor, reference, command));
      if (recorded) return recorded;
    }
    throw await this.conflict(actor, reference);
  }

  /**
   * Records an event in a transaction that changes something beside the case: both are kept, or neither.
   * @throws as `record` does; roll back then
   */
  async recordWithin(
    runner: Runner,
    actor: Actor,
    reference: string,
    command: RecordCommand,
  ): Promise<Recorded> {
    const recorded = await this.tried(this.door, runner, actor, reference, command);
    if (!recorded) throw await this.conflict(actor, reference);
    return recorded;
  }

  /** One try; the worker hears of what it left, once that is committed. */
  private async thenRing<T>(oneTry: (door: DoorParts) => Promise<T>): Promise<T> {
    const left = { work: false };
    const done = await oneTry({ ...this.door, leavesWork: () => (left.work = true) });
    if (left.work) this.wakeup?.ring('instructions');
    return done;
  }

  private oneTry(
    door: DoorParts,
    actor: Actor,
    reference: string,
    command: RecordCommand,
  ): Promise<Recorded | undefined> {
    if (command.type === 'DECEASED') return this.deathTried(door, actor, reference, command);
    if (command.type === SCHOOL_CHANGED) return this.moveTried(door, actor, reference, command);
    if (command.type === CASE_REOPENED) return this.reopeningTried(door, actor, reference, command);
    return this.tried(door, this.statements, actor, reference, command);
  }

  /** The closed case says that its work goes on, and the new one begins, both or neither. */
  private reopeningTried(
    door: DoorParts,
    actor: Actor,
    reference: string,
    command: RecordCommand,
  ): Promise<Recorded | undefined> {
    return this.statements.together(async (runner) => {
      const closed = await this.tried(door, runner, actor, reference, command);
      if (!closed) return undefined;
      if (closed.repeated) return { ...closed, next: await reopenedAs(runner, closed.caseId) };
      const again = await openingAgain(runner, actor, closed, command);
      const opened = await openCase(runner, door, actor, again);
      if (!opened) throw new Error('The case could not be opened again: try again');
      return { ...closed, next: opened.reference };
    });
  }

  /** The school days of every open case of the child are those of the new school from the same commit on. */
  private moveTried(
    door: DoorParts,
    actor: Actor,
    reference: string,
    command: RecordCommand,
  ): Promise<Recorded | undefined> {
    return this.statements.together(async (runner) => {
      const child = await schoolOf(runner, actor.authority, reference);
      const moved = await this.tried(door, runner, actor, reference, command);
      if (child && moved && !moved.repeated)
        await recountForSchool(runner, this.door, { authority: actor.authority, ...child });
      return moved;
    });
  }

  /** One command for the child: every open case gets the event, in one transaction with the silence that must follow. */
  private deathTried(
    door: DoorParts,
    actor: Actor,
    reference: string,
    command: RecordCommand,
  ): Promise<Recorded | undefined> {
    return this.statements.together(async (runner) => {
      const first = await this.tried(door, runner, actor, reference, command);
      if (!first || first.repeated) return first;
      for (const other of await casesOfSameChild(runner, actor, reference)) {
        await this.tried(door, runner, actor, other, {
          ...command,
          expectedVersion: undefined,
          commandKey: undefined,
        });
      }
      await silence(runner, actor, reference);
      return first;
    });
  }

  /**
   * Opens a case on a pathway for a child.
   * @throws CaseNotFound for a child this authority does not have, AccessDenied, BadPayload, NotAllowedNow, KeyUsedDifferently, TermsNotLoaded
   */
  async open(actor: Actor, command: OpenCommand): Promise<Recorded> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const recorded = await this.thenRing((door) =>
        openCase(this.statements, door, actor, command),
      );
      if (recorded) return recorded;
    }
    throw new Error('The case could not be opened: try again');
  }

  /** One try: undefined when somebody else was first. */
  private async tried(
    door: DoorParts,
    runner: Runner,
    actor: Actor,
    reference: string,
    command: RecordCommand,
  ): Promise<Recorded | undefined> {
    const subject = await readForStep(runner, actor.authority, reference, command.commandKey);
    if (!subject || !maySee(actor, subject)) throw new CaseNotFound(reference);
    const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
    const definition = pathway.events[command.type];
    if (!definition || command.type === pathway.opensWith)
      throw new BadPayload([
        { path: ['type'], message: `${pathway.title} has no event called ${command.type}` },
      ]);
    if (!mayRecord(actor, subject, definition)) throw new AccessDenied(definition.title);

    const noLimit =
      Boolean(command.goLive) ||
      actor.roles.includes('system') ||
      mayDo(actor).includes('case.void');
    const occurredOn = checkedDay({
      occurredOn: command.occurredOn,
      today: this.clock.today(),
      noLimit,
      openedOn: subject.openedOn,
    });
    const payload = checkedPayload(definition, command.payload);
    const bodyHash = hashOf([reference, command.type, occurredOn, payload]);
    if (subject.repeated) return sameAnswer(subject.repeated, bodyHash);
    if (command.expectedVersion !== undefined && command.expectedVersion !== subject.version)
      return undefined;

    const needs = factsNeeded(pathway, subject.state, command.type);
    const found = await factsFor(runner, {
      actor,
      subject,
      occurredOn,
      payload,
      needs,
      calendar: () => this.door.calendars.forSchool(actor.authority, subject.childUrn),
    });
    const facts = onlyNeeded(found, needs);
    const event: PathwayEvent = { type: command.type, occurredOn, payload, facts };
    const step = await judged(runner, subject, () => advance(pathway, subject.state, event));
    if (!step) return undefined;
    const holders = holdersAfter(subject, event, step.state);
    const written = await keepStep(runner, door, {
      actor,
      pathway,
      event,
      step,
      before: subject.state.value,
      clocks: subject.clocks,
      urn: subject.childUrn,
      holders,
      subject,
      bodyHash,
      command,
    });
    if (!written) return undefined;
    return {
      caseId: subject.id,
      reference,
      version: subject.version + 1,
      type: event.type,
      occurredOn,
      recordedAt: written.toISOString(),
      stages: step.state.value,
      repeated: false,
    };
  }

  private async conflict(actor: Actor, reference: string): Promise<Error> {
    const [last] = await this.statements.run<{
      by: string;
      at: Date;
      version: number;
      type: string;
    }>('case-last-event', LAST_EVENT, [actor.authority, reference]);
    return last
      ? new VersionConflict(last.by, last.at, last.version, last.type)
      : new CaseNotFound(reference);
  }
}

/**
 * The case and the facts about its surroundings are read one after the other. A refusal counts only when the case did
 * not change in between: undefined when it did, so that both are read again.
 */
async function judged<T>(
  runner: Runner,
  { id, version }: CaseRow,
  judge: () => T,
): Promise<T | undefined> {
  try {
    return judge();
  } catch (refusal) {
    const [now] = await runner.run<{ version: number }>('case-version', CASE_VERSION, [id]);
    if (now?.version !== version) return undefined;
    throw refusal;
  }
}

const CASE_VERSION = `SELECT version FROM send_case WHERE id = $1`;

const LAST_EVENT = `
SELECT coalesce(o.name, 'Causeway') AS by, e.recorded_at AS at, e.version, e.type
FROM send_case c JOIN case_event e ON e.case_id = c.id AND e.version = c.version LEFT JOIN officer o ON o.id = e.actor_id
WHERE c.authority = $1 AND c.reference = $2`;
