import { SYSTEM_ID } from '@app/access';
import { countOf } from '@app/pathways';
import { lastDayOf } from '@app/statutory-calendar';
import { type RowsToWrite } from './step-rows';
import { type StepToWrite } from './step-to-write';

/** School days of an action that was agreed without a day (handbook 3.4): as long as actions have anyway. */
const usual = (context: object) =>
  ({ unit: 'SD', n: countOf('action_default', 10, context), roll: true }) as const;

/** Actions that a step agrees stand on the list of actions from the same commit on; the worker of the case sees to them first. */
export function agreedActionRows({
  step,
  holders,
  actor,
  event,
  calendar,
}: StepToWrite): RowsToWrite[] {
  const owner = holders.ownerId ?? (actor.id === SYSTEM_ID ? null : actor.id);
  if (!owner) return [];
  const rows = step.instructions.flatMap((instruction) =>
    instruction.type === 'actions.open'
      ? instruction.actions.map(({ text, dueOn }) => [
          text,
          owner,
          dueOn ?? lastDayOf(usual(step.state.context), event.occurredOn, calendar),
        ])
      : [],
  );
  return [
    { ...AGREED, rows },
    { ...TRAIL, rows: rows.length ? [[]] : [] },
  ];
}

const AGREED = {
  name: 'agreed',
  types: ['text', 'uuid', 'date'],
  sql: `
  INSERT INTO action (authority, case_id, text, source, state, version, owner_id, opened_on, due_on, from_version)
  SELECT $1, moved.id, a.text, 'meeting', 'open', 1, a.owner, $4::date, a.due, $3::int + 1
  FROM moved, $rows AS a(text, owner, due) RETURNING id, authority, state, due_on, opened_on, owner_id`,
};

const TRAIL = {
  name: 'agreed_trail',
  types: [],
  sql: `
  INSERT INTO action_event (action_id, version, authority, type, state, owner, due_on, occurred_on, actor_id, at)
  SELECT agreed.id, 1, agreed.authority, 'ADDED', agreed.state, o.name, agreed.due_on, agreed.opened_on, $19::uuid, $21::timestamptz
  FROM agreed JOIN officer o ON o.id = agreed.owner_id`,
};
