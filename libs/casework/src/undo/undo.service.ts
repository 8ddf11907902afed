import { AccessDenied, type Actor, mayRecord, maySee } from '@app/access';
import { type Runner, Statements } from '@app/database';
import {
  advance,
  type Clock as CaseClock,
  isClosed,
  NotAllowedNow,
  pathwayNamed,
  LEADS,
} from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendars';
import { readWhole } from '../case-row';
import { BadPayload, CaseNotFound, VersionConflict } from '../errors';
import {
  asCorrected,
  CLOCKS_RECOUNTED,
  eventOf,
  historyOf,
  type HistoryRow,
  STEP_UNDONE,
} from '../history';
import { hashOf } from '../history-hash';
import { replayed } from '../replay-history';
import { derivations } from '../derivation';
import { keepAgain } from '../keep-again';
import { nextDue } from '../next-due';
import { calendarsLeft, recountForSchool } from '../recount';
import { holdersOf } from '../row-changes';
import { SCHOOL_CHANGED } from '../school-move';
import { writeStep } from '../write-step';
import { type Left, leftBy, takeBack, type ToldPerson } from './what-a-step-left';

/** Takes the last step of a case back. */
export interface UndoCommand {
  readonly reason: string;
  /** Leaves the worker a task for everybody who was told already. */
  readonly tellThem: boolean;
  readonly expectedVersion: number;
  readonly commandKey?: string | undefined;
}

/** What taking the last step back would do. */
export interface UndoPreview {
  readonly version: number;
  readonly type: string;
  readonly recordedAt: Date;
  /** Where the case would stand again. */
  readonly stages: Readonly<Record<string, string>>;
  /** Clocks that would no longer run, run again, or have another day. */
  readonly clocks: readonly ClockBack[];
  readonly left: Left;
  /** Why it cannot be taken back; undefined when it can. */
  readonly against: string | undefined;
}

/** One clock before and after. */
export interface ClockBack {
  readonly code: string;
  readonly subject: string;
  readonly change: 'gone' | 'runs again' | 'moves';
  readonly dueOn: string;
}

/** Steps that are not taken back: there are other ways for these. */
const NEVER: Readonly<Record<string, string>> = {
  DECEASED: 'A death that was recorded wrongly is put right by the information governance lead',
  CASE_REOPENED: 'The new case is open. Void that one instead',
  CASE_MIGRATED:
    'The case went over to a newer version of its pathway. The whole move can be taken back, not this case alone',
};

/**
 * Undo: a compensating event, never a deletion. The case stands again where it stood before its last step, its clocks
 * as if the step had not been; what has not left is stopped. What has been said cannot be unsaid (correction 13).
 */
@Injectable()
export class UndoService {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** What it would do; nothing is changed. @throws CaseNotFound, AccessDenied */
  async preview(actor: Actor, reference: string): Promise<UndoPreview> {
    const { last, state, clocks, left, against, subject } = await this.judged(
      this.statements,
      actor,
      reference,
    );
    return {
      version: last.version,
      type: last.type,
      recordedAt: last.recordedAt,
      stages: state.value,
      clocks: changesBetween(subject.clocks, clocks),
      left,
      against,
    };
  }

  /**
   * Takes the last step back.
   * @throws CaseNotFound, AccessDenied, BadPayload without a reason, VersionConflict; NotAllowedNow when a statutory letter has left
   */
  async undo(
    actor: Actor,
    reference: string,
    command: UndoCommand,
  ): Promise<readonly ToldPerson[]> {
    const reason = command.reason.trim();
    if (!reason)
      throw new BadPayload([{ path: ['reason'], message: 'Say why the step is taken back' }]);
    return this.statements.together(async (runner) => {
      await runner.run('undo-lock', LOCK, [actor.authority, reference]);
      const judged = await this.judged(runner, actor, reference);
      const { subject, pathway, state, clocks, left, last, against, calendar, known } = judged;
      if (subject.version !== command.expectedVersion)
        throw new VersionConflict('Somebody else', this.clock.now(), subject.version, last.type);
      if (against)
        throw new NotAllowedNow(STEP_UNDONE, [
          { guard: 'canBeUndone', text: against, missing: [] },
        ]);
      const payload = { version: last.version, type: last.type, reason };
      const now = this.clock.now();
      const written = await writeStep(runner, {
        pathway,
        actor,
        calendar,
        subject,
        now,
        event: { type: STEP_UNDONE, occurredOn: this.clock.today(), payload, facts: {} },
        due: nextDue(clocks),
        step: { state, closed: isClosed(pathway, state), instructions: [] },
        changes: { opened: [], ended: [] },
        holders: holdersOf(known),
        commandKey: command.commandKey ?? null,
        bodyHash: hashOf([reference, STEP_UNDONE, payload]),
      });
      if (!written) throw new VersionConflict('Somebody else', now, subject.version, STEP_UNDONE);
      await keepAgain(runner, subject, clocks, {
        derive: derivations(pathway, state.context, calendar),
        forget: true,
      });
      await takeBack(runner, {
        actor,
        subject,
        last,
        left,
        tellThem: command.tellThem,
        today: this.clock.today(),
      });
      if (last.type === SCHOOL_CHANGED)
        await recountForSchool(
          runner,
          { clock: this.clock, calendars: this.calendars },
          {
            authority: actor.authority,
            childId: subject.childId,
            fromUrn: String(last.payload['toUrn']),
          },
        );
      return left.told;
    });
  }

  private async judged(runner: Runner, actor: Actor, reference: string) {
    const subject = await readWhole(runner, actor.authority, reference);
    if (!subject || !maySee(actor, subject)) throw new CaseNotFound(reference);
    const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
    const rows = await historyOf(runner, subject.id);
    const effective = asCorrected(rows);
    const last = effective.findLast(({ type }) => type !== CLOCKS_RECOUNTED)!;
    if (!mayUndo(actor, subject, last, pathway.events[last.type]))
      throw new AccessDenied('take this step back');
    const { known, urn } = withoutStep(effective, last, subject.childUrn);
    const calendar = await this.calendars.forSchool(actor.authority, urn);
    const former = await calendarsLeft(this.calendars, actor.authority, known);
    const { state, clocks } = known.length
      ? replayed(pathway, known, calendar, former)
      : { state: subject.state, clocks: subject.clocks };
    const { instructions } = known.length
      ? advance(pathway, state, eventOf(last, clocks))
      : { instructions: [] };
    const left = await leftBy(runner, subject.id, last.version, instructions);
    return {
      subject,
      pathway,
      last,
      known,
      state,
      clocks,
      left,
      calendar,
      against: whyNot(last, known, left),
    };
  }
}

/** The history without its last step, and the school at which the child is then; the dates that a change of school moved go back with it. */
function withoutStep(
  effective: readonly HistoryRow[],
  last: HistoryRow,
  urn: string | null,
): { known: HistoryRow[]; urn: string | null } {
  const isMove = last.type === SCHOOL_CHANGED;
  const [recount] = isMove ? effective.filter(({ version }) => version > last.version) : [];
  return {
    known: effective.filter(
      ({ version }) => version < last.version || (!isMove && version > last.version),
    ),
    urn: recount ? (recount.payload['fromUrn'] as string | null) : urn,
  };
}

/** Their own step, or as one who answers for the team; what a timer did, only the latter. */
function mayUndo(
  actor: Actor,
  subject: Parameters<typeof mayRecord>[1],
  last: HistoryRow,
  definition: Parameters<typeof mayRecord>[2] | undefined,
): boolean {
  if (actor.roles.some((role) => LEADS.includes(role))) return true;
  if (last.actorId !== actor.id || !definition) return false;
  return mayRecord(actor, subject, definition);
}

function whyNot(last: HistoryRow, known: readonly HistoryRow[], left: Left): string | undefined {
  if (!known.length) return 'This is how the case began. Void the case instead';
  if (last.type in NEVER) return NEVER[last.type];
  const letter = left.told.find(({ statutory }) => statutory);
  if (letter)
    return `${letter.who} has been told in a letter that the law asks for. Record a new decision instead: it gets a letter of its own`;
  const opened = left.openedCases[0];
  if (opened) return `Case ${opened} was opened from this step. Void or close that one first`;
  if (left.placeIsGone) return 'The place that was given back has gone to another child since';
  return undefined;
}

const keyOf = ({ code, subject, occurrence }: CaseClock) => `${code}|${subject}|${occurrence}`;

function changesBetween(before: readonly CaseClock[], after: readonly CaseClock[]): ClockBack[] {
  const again = new Map(after.map((clock) => [keyOf(clock), clock]));
  return before.flatMap((clock): ClockBack[] => {
    const { code, subject, status, dueOn } = clock;
    const then = again.get(keyOf(clock));
    if (!then) return status === 'void' ? [] : [{ code, subject, change: 'gone', dueOn }];
    if (then.status === 'open' && status !== 'open')
      return [{ code, subject, change: 'runs again', dueOn: then.dueOn }];
    return then.dueOn === dueOn ? [] : [{ code, subject, change: 'moves', dueOn: then.dueOn }];
  });
}

const LOCK = 'SELECT 1 FROM send_case WHERE authority = $1 AND reference = $2 FOR UPDATE';
