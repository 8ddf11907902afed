import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { addedBy } from '../added-row';
import { badField, readDetails } from '../read-details';
import { type SupportedCase } from '../supported-case';
import { type MeasureRow } from './change-table';
import { type MeasuredValue, measureForm, valueIn } from './measure-details';

type RecordedMeasure = MeasureRow & { readonly id: string; readonly by: string };

/** Measures of a case at baseline, mid, exit and follow-up: added, never changed. */
@Injectable()
export class Measures {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  of(authority: string, caseId: string): Promise<RecordedMeasure[]> {
    return this.statements.run<RecordedMeasure>('measures-of', MEASURES, [authority, caseId]);
  }

  /** @returns the id of what was written. @throws BadPayload in plain words */
  async add(
    actor: Actor,
    { file, today }: SupportedCase,
    typed: unknown,
    runner: Runner = this.statements,
  ): Promise<string> {
    const details = readDetails(measureForm, typed);
    const { instrument, name, point, answeredBy, onDay } = details;
    if (!file.open && point !== 'follow_up')
      throw badField('point', 'At which point? This case has ended: only the follow-up is left');
    if (onDay > today) throw badField('onDay', 'Which day? Today or earlier');
    if (instrument === 'other' && !name) throw badField('name', 'Enter the name of the measure');
    return addedBy(runner, 'measure-add', ADD, [
      actor.authority,
      file.id,
      instrument === 'other' ? name : instrument,
      point,
      answeredBy,
      JSON.stringify(answersIn(details.answers)),
      onDay,
      actor.id,
      this.clock.now(),
    ]);
  }
}

/** Whether anything can still be measured: also when the case has ended, but not for a child who has died or a case that never was. */
export function takesMeasures({ open, state }: SupportedCase['file']): boolean {
  return open || !['closed_deceased', 'voided'].includes(state.value['work'] ?? '');
}

function answersIn(lines: readonly string[]): MeasuredValue[] {
  const answers = lines.map(valueIn);
  const wrong = answers.findIndex((answer) => !answer);
  if (wrong >= 0)
    throw badField(
      'answers',
      `Values: line ${wrong + 1} needs a number at its end, like 3 or 87.5`,
    );
  const names = answers.map((answer) => answer?.name);
  if (new Set(names).size < names.length)
    throw badField('answers', 'Values: give each line its own name');
  return answers as MeasuredValue[];
}

const MEASURES = `
SELECT m.id, m.instrument, m.point, m.answered_by AS "answeredBy", m.answers, m.on_day AS "onDay", o.name AS by
FROM measure m JOIN officer o ON o.id = m.recorded_by
WHERE m.authority = $1 AND m.case_id = $2 ORDER BY m.on_day DESC, m.recorded_at DESC`;

const ADD = `
INSERT INTO measure (authority, case_id, instrument, point, answered_by, answers, on_day, recorded_by, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`;
