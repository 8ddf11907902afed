import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { type Names } from './event-words';

/** A message about a case, sent or waiting. */
export interface CaseMessage {
  readonly id: string;
  readonly notice: string;
  readonly recipient: string;
  readonly channel: 'email' | 'letter' | 'sms' | 'in_app';
  readonly subject: string;
  readonly body: string;
  readonly statutory: boolean;
  readonly status: 'due' | 'sending' | 'sent' | 'in_doubt' | 'failed' | 'cancelled' | 'for_release';
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly trouble: string | null;
}

/** A note on a case. */
export interface CaseNote {
  readonly id: string;
  readonly author: string;
  readonly at: Date;
  readonly text: string;
}

/** A task of a case, waiting or done. */
export interface CaseTask {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  readonly forRole: string | null;
  readonly officerName: string | null;
  readonly openedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  readonly doneOn: CalendarDay | null;
  readonly doneBy: string | null;
  readonly outcome: string | null;
}

/** What stands around a case: messages, notes, tasks, names. */
@Injectable()
export class CaseRecords {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** Messages, newest first. */
  messages(authority: string, caseId: string, limit = 200): Promise<CaseMessage[]> {
    return this.statements.run<CaseMessage>('case-messages', MESSAGES, [authority, caseId, limit]);
  }

  /** Notes, newest first. */
  notes(authority: string, caseId: string, limit = 200): Promise<CaseNote[]> {
    return this.statements.run<CaseNote>('case-notes', NOTES, [authority, caseId, limit]);
  }

  /** One task of a case. */
  async task(authority: string, caseId: string, taskId: string): Promise<CaseTask | undefined> {
    const [task] = await this.statements.run<CaseTask>(
      'case-task',
      `${TASKS} AND t.id::text = $3`,
      [authority, caseId, taskId],
    );
    return task;
  }

  /** Names of officers and schools that payloads and clocks hold as ids. */
  async names(
    authority: string,
    ids: { officers: readonly string[]; schools: readonly string[] },
  ): Promise<Names> {
    if (!ids.officers.length && !ids.schools.length)
      return { officers: new Map(), schools: new Map() };
    const rows = await this.statements.run<{ isSchool: boolean; id: string; name: string }>(
      'case-names',
      NAMES,
      [authority, ids.officers, ids.schools],
    );
    const pairs = (isSchool: boolean) =>
      rows.filter((row) => row.isSchool === isSchool).map(({ id, name }) => [id, name] as const);
    return { officers: new Map(pairs(false)), schools: new Map(pairs(true)) };
  }
}

const MESSAGES = `
SELECT id, notice, recipient, channel, subject, body, statutory, status, due_at AS "dueAt", sent_at AS "sentAt", trouble
FROM message WHERE authority = $1 AND case_id = $2 ORDER BY coalesce(sent_at, due_at) DESC, id LIMIT $3`;

const NOTES = `
SELECT n.id, o.name AS author, n.at, n.text FROM note n JOIN officer o ON o.id = n.author_id
WHERE n.authority = $1 AND n.case_id = $2 ORDER BY n.at DESC, n.id LIMIT $3`;

const TASKS = `
SELECT t.id, t.text, t.why, t.for_role AS "forRole", o.name AS "officerName", t.opened_on AS "openedOn", t.due_on AS "dueOn",
  t.done_on AS "doneOn", d.name AS "doneBy", t.outcome
FROM task t LEFT JOIN officer o ON o.id = t.officer_id LEFT JOIN officer d ON d.id = t.done_by
WHERE t.authority = $1 AND t.case_id = $2`;

const NAMES = `
SELECT false AS "isSchool", id::text AS id, name FROM officer WHERE authority = $1 AND id::text = ANY ($2::text[])
UNION ALL
SELECT true, urn, name FROM school WHERE authority = $1 AND urn = ANY ($3::text[])`;
