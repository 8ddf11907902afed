import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';

/** A task that a message or a timer leaves for a person, because Causeway could not do it alone. */
export interface NewTask {
  readonly authority: string;
  readonly caseId: string | null;
  /** The same trouble makes one task, however often it is found. */
  readonly sourceKey: string;
  readonly text: string;
  readonly why: string;
  readonly officerId: string | null;
  readonly forRole: string | null;
  readonly openedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  /** Events that do it: the step that records one closes it. */
  readonly doneBy?: readonly string[];
}

/** Opens tasks; one that is already there is left as it is. */
export async function openTasks(runner: Runner, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length) await runner.run('tasks-open', OPEN, [JSON.stringify(tasks)]);
}

/** Whose task it is: the worker's, else a manager's. */
export const forWorker = (ownerId: string | null) => ({
  officerId: ownerId,
  forRole: ownerId ? null : 'send_manager',
});

const OPEN = `
INSERT INTO task (authority, case_id, source_key, text, why, for_role, officer_id, opened_on, due_on, done_by_events)
SELECT authority, "caseId", "sourceKey", text, why, "forRole", "officerId", "openedOn", "dueOn", "doneBy"
FROM jsonb_to_recordset($1::jsonb) AS t(authority text, "caseId" uuid, "sourceKey" text, text text, why text,
  "forRole" text, "officerId" uuid, "openedOn" date, "dueOn" date, "doneBy" text[])
ON CONFLICT (source_key) DO NOTHING`;
