import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { addedBy } from '../added-row';
import { badField, readDetails } from '../read-details';
import { type SupportedCase } from '../supported-case';
import { type VisitDetails, type VisitKind, visitForms } from './visit-details';
import { checkVisit } from './visit-rules';

/** One contact with a child, or with people about the child. */
export interface VisitRow {
  readonly id: string;
  readonly kind: VisitKind;
  readonly state: 'planned' | 'done' | 'cancelled';
  readonly onDay: CalendarDay;
  readonly place: string;
  readonly minutes: number | null;
  readonly attended: boolean | null;
  readonly note: string | null;
  readonly by: string;
}

/** Visits and sessions of a case: planned, done, or not held. What was recorded as done stays as it is. */
@Injectable()
export class Visits {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** All of a case: the next planned one first, then the latest that was held. */
  of(authority: string, caseId: string): Promise<VisitRow[]> {
    return this.statements.run<VisitRow>('visits-of', VISITS, [authority, caseId, null]);
  }

  async find(authority: string, caseId: string, id: string): Promise<VisitRow | undefined> {
    const [found] = await this.statements.run<VisitRow>('visits-of', VISITS, [
      authority,
      caseId,
      id,
    ]);
    return found;
  }

  /** Plans a visit, or records one that took place. @returns its id. @throws BadPayload in plain words */
  async add(
    actor: Actor,
    subject: SupportedCase,
    typed: unknown,
    runner: Runner = this.statements,
  ): Promise<string> {
    const details = readDetails(visitForms.add, typed);
    checkVisit(actor, subject, details);
    return addedBy(runner, 'visit-add', ADD, [
      actor.authority,
      subject.file.id,
      ...valuesOf(details),
      details.state === 'planned' ? actor.id : null,
      details.state === 'done' ? actor.id : null,
      this.clock.now(),
    ]);
  }

  /** Records what came of a planned visit, once. @throws BadPayload, also when somebody did so before */
  async record(
    actor: Actor,
    subject: SupportedCase,
    id: string,
    typed: unknown,
    runner: Runner = this.statements,
  ): Promise<void> {
    const details = readDetails(visitForms.record, typed);
    checkVisit(actor, subject, details);
    const rows = await runner.run('visit-record', RECORD, [
      actor.authority,
      subject.file.id,
      ...valuesOf(details),
      id,
      actor.id,
      this.clock.now(),
    ]);
    if (!rows.length)
      throw badField('state', 'Somebody has recorded this visit already. Nothing was changed');
  }
}

const valuesOf = ({ kind, state, onDay, place, minutes, attended, note }: VisitDetails) => [
  kind,
  state,
  onDay,
  place,
  minutes ?? null,
  attended ?? null,
  note ?? null,
];

const VISITS = `
SELECT v.id, v.kind, v.state, v.on_day AS "onDay", v.place, v.minutes, v.attended, v.note, o.name AS by
FROM visit v JOIN officer o ON o.id = coalesce(v.recorded_by, v.planned_by)
WHERE v.authority = $1 AND v.case_id = $2 AND ($3::text IS NULL OR v.id::text = $3)
ORDER BY v.state <> 'planned', CASE WHEN v.state = 'planned' THEN v.on_day END, v.on_day DESC, v.id`;

const ADD = `
INSERT INTO visit (authority, case_id, kind, state, on_day, place, minutes, attended, note, planned_by, recorded_by, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`;

const RECORD = `
UPDATE visit SET kind = $3, state = $4, on_day = $5, place = $6, minutes = $7, attended = $8, note = coalesce($9, note),
  recorded_by = $11, recorded_at = $12
WHERE authority = $1 AND case_id = $2 AND id::text = $10 AND state = 'planned' RETURNING id`;
