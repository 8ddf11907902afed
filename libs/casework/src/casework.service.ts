import { randomUUID } from 'node:crypto';
import { AccessDenied, type Actor, mayOpen, mayRecord, maySee } from '@app/access';
import { type Runner, Statements } from '@app/database';
import {
  advance,
  begin,
  factsNeeded,
  type Facts,
  keepClocks,
  type Pathway,
  type PathwayEvent,
  pathwayNamed,
  type Regions,
  type Step,
  withChanges,
} from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Calendars } from './calendars';
import { type CaseRow, readForStep, REPEATED, type RepeatedEvent } from './case-row';
import { checkedDay, checkedPayload } from './command-checks';
import { BadPayload, CaseNotFound, KeyUsedDifferently, VersionConflict } from './errors';
import { factsFor, mayDo, onlyNeeded } from './facts';
import { BEFORE_HISTORY, hashOf } from './history-hash';
import { nextDue } from './next-due';
import { casesOfSameChild, silence } from './record-death';
import { holdersAfter } from './row-changes';
import { writeStep } from './write-step';

/** Opens a case. */
export interface OpenCommand {
  readonly pathway: string;
  readonly childId: string;
  readonly occurredOn: CalendarDay;
  readonly payload?: unknown;
  readonly commandKey?: string | undefined;
  readonly cohort?: string | undefined;
  readonly teamId?: string | null | undefined;
  /** The referral from another case that this one answers. */
  readonly referralId?: string | undefined;
  /** The closed case whose work is taken up again, by id. */
  readonly reopenOf?: string | undefined;
  /** Moves an old record in: no limit on the date, and nothing is sent. */
  readonly goLive?: boolean | undefined;
}

/** Records what happened to a case. */
export interface RecordCommand {
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly payload?: unknown;
  /** What the person saw; a mismatch is a conflict and is never retried. Timers send none. */
  readonly expectedVersion?: number | undefined;
  readonly commandKey?: string | undefined;
  readonly goLive?: boolean | undefined;
}

/** The answer to a command; the same command sent again gets the same answer. */
export interface Recorded {
  readonly caseId: string;
  readonly reference: string;
  readonly version: number;
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly recordedAt: string;
  readonly stages: Regions;
  readonly repeated: boolean;
}

/** A person's version is never changed between tries, so a conflict stays a conflict; a repeated key or a timer is read again. */
const TRIES = 3;

/** The one door through which a case changes: read without a lock, judge purely, write in one statement. */
@Injectable()
export class CaseworkService {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /**
   * Records an event.
   * @throws CaseNotFound, AccessDenied, BadPayload, NotAllowedNow, VersionConflict, KeyUsedDifferently, TermsNotLoaded; nothing is changed then
   */
  async record(actor: Actor, reference: string, command: RecordCommand): Promise<Recorded> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const recorded = await (command.type === 'DECEASED'
        ? this.deathTried(actor, reference, command)
        : this.tried(this.statements, actor, reference, command));
      if (recorded) return recorded;
    }
    throw await this.conflict(actor, reference);
  }

  /** One command for the child: every open case gets the event, in one transaction with the silence that must follow. */
  private deathTried(
    actor: Actor,
    reference: string,
    command: RecordCommand,
  ): Promise<Recorded | undefined> {
    return this.statements.together(async (runner) => {
      const first = await this.tried(runner, actor, reference, command);
      if (!first || first.repeated) return first;
      for (const other of await casesOfSameChild(runner, actor, reference)) {
        await this.tried(runner, actor, other, {
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
      const recorded = await this.opened(actor, command);
      if (recorded) return recorded;
    }
    throw new Error('The case could not be opened: try again');
  }

  private async opened(actor: Actor, command: OpenCommand): Promise<Recorded | undefined> {
    const pathway = pathwayFor(command.pathway);
    const definition = pathway.events[pathway.opensWith]!;
    if (!mayOpen(actor, definition)) throw new AccessDenied(definition.title);
    const noLimit =
      Boolean(command.goLive) ||
      actor.roles.includes('system') ||
      mayDo(actor).includes('case.void');
    const occurredOn = checkedDay({
      occurredOn: command.occurredOn,
      today: this.clock.today(),
      noLimit,
    });
    const payload = checkedPayload(definition, command.payload);
    const bodyHash = hashOf([pathway.name, command.childId, occurredOn, payload]);
    const place = await this.placeToOpen(actor, command, pathway);
    if (place.repeated) return sameAnswer(place.repeated, bodyHash);

    const facts: Facts = { actorMay: mayDo(actor), openCaseExists: place.hasOpenCase };
    const event: PathwayEvent = { type: pathway.opensWith, occurredOn, payload, facts };
    const step = begin(pathway, event);
    const subject = {
      id: randomUUID(),
      version: 0,
      headHash: BEFORE_HISTORY,
      cohort: command.cohort ?? pathway.cohort?.(event) ?? null,
      childId: command.childId,
    };
    const opening = {
      reference: `${pathway.prefix}-${place.number}`,
      teamId: command.teamId ?? actor.teamId,
      reopenOf: command.reopenOf ?? null,
      referralId: command.referralId,
    };
    const none = { ownerId: null, coverId: null, coverUntil: null, restricted: place.restricted };
    const written = await this.write(this.statements, {
      actor,
      pathway,
      event,
      step,
      before: {},
      clocks: [],
      urn: place.urn,
      holders: none,
      subject,
      opening,
      bodyHash,
      command,
    });
    if (!written) return undefined;
    return {
      caseId: subject.id,
      reference: opening.reference,
      version: 1,
      type: event.type,
      occurredOn,
      recordedAt: written.toISOString(),
      stages: step.state.value,
      repeated: false,
    };
  }

  /** One try: undefined when somebody else was first. */
  private async tried(
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
    const found = await factsFor(runner, { actor, subject, occurredOn, payload, needs });
    const facts = onlyNeeded(found, needs);
    const event: PathwayEvent = { type: command.type, occurredOn, payload, facts };
    const step = advance(pathway, subject.state, event);
    const holders = holdersAfter(subject, event, step.state);
    const written = await this.write(runner, {
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

  /** Keeps the clocks and writes everything; undefined when somebody else was first, else the instant of recording. */
  private async write(runner: Runner, w: Judged): Promise<Date | undefined> {
    const calendar = await this.calendars.forSchool(w.actor.authority, w.urn);
    const { step, event } = w;
    const past = {
      event,
      before: w.before,
      after: step.state.value,
      context: step.state.context,
      closed: step.closed,
    };
    const changes = keepClocks(w.pathway.clocks, w.clocks, past, calendar);
    const now = this.clock.now();
    const instructions = w.command.goLive
      ? step.instructions.filter(({ type }) => type.startsWith('place.'))
      : step.instructions;
    try {
      const done = await writeStep(runner, {
        ...w,
        step: { ...step, instructions },
        changes,
        calendar,
        now,
        due: nextDue(withChanges(w.clocks, changes)),
        commandKey: w.command.commandKey ?? null,
      });
      return done ? now : undefined;
    } catch (error) {
      return raced(error);
    }
  }

  private async placeToOpen(
    actor: Actor,
    command: OpenCommand,
    pathway: Pathway,
  ): Promise<OpeningRow> {
    const key = command.commandKey ?? null;
    const [row] = await this.statements.run<OpeningRow>('case-opening', READ_OPENING, [
      actor.authority,
      command.childId,
      key,
      pathway.name,
    ]);
    if (!row || (!row.repeated && !row.number)) throw new CaseNotFound('child');
    return row;
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

interface OpeningRow {
  readonly number: string | null;
  readonly urn: string | null;
  readonly restricted: boolean;
  readonly hasOpenCase: boolean;
  readonly repeated: RepeatedEvent | null;
}

interface Judged {
  readonly actor: Actor;
  readonly pathway: Pathway;
  readonly event: PathwayEvent;
  readonly step: Step;
  readonly before: Regions;
  readonly clocks: CaseRow['clocks'];
  readonly urn: string | null;
  readonly holders: Parameters<typeof writeStep>[1]['holders'];
  readonly subject: Parameters<typeof writeStep>[1]['subject'];
  readonly opening?: Parameters<typeof writeStep>[1]['opening'];
  readonly bodyHash: Buffer;
  readonly command: {
    readonly commandKey?: string | undefined;
    readonly goLive?: boolean | undefined;
  };
}

function pathwayFor(name: string): Pathway {
  try {
    return pathwayNamed(name);
  } catch {
    throw new BadPayload([{ path: ['pathway'], message: `There is no pathway called ${name}` }]);
  }
}

function sameAnswer({ bodyHash: before, ...answer }: RepeatedEvent, bodyHash: Buffer): Recorded {
  if (before !== bodyHash.toString('hex')) throw new KeyUsedDifferently();
  return { ...answer, repeated: true };
}

const UNIQUE = '23505';
const EXCLUDED = '23P01';
const UNKNOWN_ROW = '23503';

/** Two at once on a key, a place or a version: the caller reads again. Anything else rises. */
function raced(error: unknown): undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === UNIQUE || code === EXCLUDED) return undefined;
  if (code === UNKNOWN_ROW && constraint?.includes('owner'))
    throw new BadPayload([
      { path: ['workerId'], message: 'Worker: select an officer from the list' },
    ]);
  if (code === UNKNOWN_ROW && constraint?.includes('cover'))
    throw new BadPayload([
      { path: ['coverId'], message: 'Cover: select an officer from the list' },
    ]);
  throw error;
}

/** $1 authority, $2 child, $3 command key, $4 pathway */
const READ_OPENING = `
SELECT (SELECT lpad(n.next, greatest(4, length(n.next)), '0')
    FROM (SELECT nextval('case_reference')::text AS next FROM child WHERE authority = $1 AND id = $2 AND ${REPEATED} IS NULL) n) AS number,
  (SELECT urn FROM child WHERE authority = $1 AND id = $2) AS urn,
  coalesce((SELECT restricted FROM child WHERE authority = $1 AND id = $2), false) AS restricted,
  EXISTS (SELECT 1 FROM send_case o WHERE o.authority = $1 AND o.child_id = $2 AND o.pathway = $4 AND o.open) AS "hasOpenCase",
  ${REPEATED} AS repeated`;

const LAST_EVENT = `
SELECT coalesce(o.name, 'Causeway') AS by, e.recorded_at AS at, e.version, e.type
FROM send_case c JOIN case_event e ON e.case_id = c.id AND e.version = c.version LEFT JOIN officer o ON o.id = e.actor_id
WHERE c.authority = $1 AND c.reference = $2`;
