import { AccessDenied, type Actor, maySee } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { type Clock as CaseClock, isClosed, NotAllowedNow, pathwayNamed } from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Calendars } from './calendars';
import { readWhole } from './case-row';
import { checkedDay, checkedPayload } from './command-checks';
import { correctPlan } from './ehc-plans/plan-again';
import { derivations } from './derivation';
import { BadPayload, CaseNotFound, VersionConflict } from './errors';
import {
  asCorrected,
  type Correction,
  FACT_CORRECTED,
  historyOf,
  type HistoryRow,
} from './history';
import { replayed } from './replay-history';
import { canonical, hashOf } from './history-hash';
import { keepAgain } from './keep-again';
import { nextDue } from './next-due';
import { calendarsLeft } from './recount';
import { writeStep } from './write-step';

/** A mistyped date or fact of a former event, and what is right. */
export interface CorrectCommand {
  readonly version: number;
  readonly occurredOn?: CalendarDay | undefined;
  /** The whole payload as it should have been. */
  readonly payload?: Record<string, unknown> | undefined;
  readonly reason: string;
  readonly expectedVersion: number;
  readonly commandKey?: string | undefined;
}

/** A due date that a correction moves. */
export interface MovedDate {
  readonly code: string;
  readonly subject: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Restatements: history is never edited; a correcting event says what was wrong, what is right, who and why. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** The dates that a correction would move; nothing is changed. @throws as `correct` */
  async preview(
    actor: Actor,
    reference: string,
    command: CorrectCommand,
  ): Promise<readonly MovedDate[]> {
    return (await this.judged(this.statements, actor, reference, command)).moved;
  }

  /**
   * Records the correction, and keeps the clocks that hang on it.
   * @throws CaseNotFound, AccessDenied, BadPayload, VersionConflict; NotAllowedNow when the case would have gone another way
   */
  async correct(
    actor: Actor,
    reference: string,
    command: CorrectCommand,
  ): Promise<readonly MovedDate[]> {
    return this.statements.together(async (runner) => {
      await runner.run(
        'correction-lock',
        'SELECT 1 FROM send_case WHERE authority = $1 AND reference = $2 FOR UPDATE',
        [actor.authority, reference],
      );
      const judged = await this.judged(runner, actor, reference, command);
      const { subject, pathway, state, clocks, moved, correction, calendar } = judged;
      const event = {
        type: FACT_CORRECTED,
        occurredOn: this.clock.today(),
        payload: { ...correction, dates: moved },
        facts: {},
      };
      const { ownerId, coverId, coverUntil, restricted } = subject;
      const written = await writeStep(runner, {
        pathway,
        actor,
        event,
        calendar,
        subject,
        now: this.clock.now(),
        due: nextDue(clocks),
        step: { state, closed: isClosed(pathway, state), instructions: [] },
        changes: { opened: [], ended: [] },
        holders: { ownerId, coverId, coverUntil, restricted },
        commandKey: command.commandKey ?? null,
        bodyHash: hashOf([reference, FACT_CORRECTED, correction]),
      });
      if (!written)
        throw new VersionConflict(
          'Somebody else',
          this.clock.now(),
          subject.version,
          FACT_CORRECTED,
        );
      await keepAgain(runner, subject, clocks, {
        derive: derivations(pathway, state.context, calendar),
      });
      await runner.run('correction-opened', OPENED_ON, [subject.id, judged.openedOn]);
      await correctPlan(runner, {
        caseId: subject.id,
        childId: subject.childId,
        authority: actor.authority,
        pathway: pathway.name,
        known: judged.known,
        state,
        officerId: actor.id,
        now: this.clock.now(),
        reason: correction.reason,
      });
      return moved;
    });
  }

  private async judged(runner: Runner, actor: Actor, reference: string, command: CorrectCommand) {
    const subject = await readWhole(runner, actor.authority, reference);
    if (!subject || !maySee(actor, subject)) throw new CaseNotFound(reference);
    if (subject.version !== command.expectedVersion)
      throw new VersionConflict('Somebody else', this.clock.now(), subject.version, '');
    const pathway = pathwayNamed(subject.pathway, subject.pathwayVersion);
    const rows = await historyOf(runner, subject.id);
    const known = asCorrected(rows);
    const row = known.find(({ version }) => version === command.version);
    const definition = row && pathway.events[row.type];
    if (!row || !definition)
      throw new BadPayload([{ path: ['version'], message: 'There is no such entry on this case' }]);
    if (!definition.roles.some((role) => actor.roles.includes(role)))
      throw new AccessDenied('correct this entry');

    const correction = this.correctionOf(row, command, definition);
    const calendar = await this.calendars.forSchool(actor.authority, subject.childUrn);
    const fixed = asCorrected([
      ...rows,
      { ...row, type: FACT_CORRECTED, version: rows.length + 1, payload: { ...correction } },
    ]);
    const left = await calendarsLeft(this.calendars, actor.authority, rows);
    const { state, clocks } = again(() => replayed(pathway, fixed, calendar, left));
    if (canonical(state.value) !== canonical(subject.state.value)) throw anotherWay();
    return {
      subject,
      pathway,
      state,
      clocks,
      calendar,
      correction,
      moved: movedBetween(subject.clocks, clocks),
      openedOn: fixed[0]!.occurredOn,
      known: fixed,
    };
  }

  private correctionOf(
    row: HistoryRow,
    command: CorrectCommand,
    definition: Parameters<typeof checkedPayload>[0],
  ): Correction {
    const reason = command.reason.trim();
    if (!reason) throw new BadPayload([{ path: ['reason'], message: 'Say why this is corrected' }]);
    const occurredOn =
      command.occurredOn === undefined
        ? row.occurredOn
        : checkedDay({ occurredOn: command.occurredOn, today: this.clock.today(), noLimit: true });
    const payload =
      command.payload === undefined ? row.payload : checkedPayload(definition, command.payload);
    const fields = [...new Set([...Object.keys(row.payload), ...Object.keys(payload)])].filter(
      (field) => canonical(row.payload[field]) !== canonical(payload[field]),
    );
    if (occurredOn === row.occurredOn && !fields.length)
      throw new BadPayload([
        {
          path: ['occurredOn'],
          message: 'Nothing is different from what is recorded. Change what is wrong',
        },
      ]);
    return {
      version: row.version,
      reason,
      ...(occurredOn !== row.occurredOn && {
        occurredOn: { from: row.occurredOn, to: occurredOn },
      }),
      ...(fields.length && {
        payload: Object.fromEntries(
          fields.map((field) => [field, { from: row.payload[field] ?? null, to: payload[field] }]),
        ),
      }),
    };
  }
}

function again<T>(play: () => T): T {
  try {
    return play();
  } catch (error) {
    throw error instanceof NotAllowedNow ? anotherWay(error.reasons[0]?.text) : error;
  }
}

function anotherWay(because?: string): NotAllowedNow {
  const text = `With this correction the case would have gone another way${because ? ` (${because})` : ''}. Record what is right as a new step, with a note`;
  return new NotAllowedNow(FACT_CORRECTED, [{ guard: 'sameWay', text, missing: [] }]);
}

const keyOf = ({ code, subject, occurrence }: CaseClock) => `${code}|${subject}|${occurrence}`;

function movedBetween(before: readonly CaseClock[], after: readonly CaseClock[]): MovedDate[] {
  const was = new Map(before.map((clock) => [keyOf(clock), clock]));
  return after.flatMap((clock) => {
    const old = was.get(keyOf(clock));
    return old && old.dueOn !== clock.dueOn
      ? [{ code: clock.code, subject: clock.subject, from: old.dueOn, to: clock.dueOn }]
      : [];
  });
}

const OPENED_ON = 'UPDATE send_case SET opened_on = $2 WHERE id = $1 AND opened_on <> $2';
