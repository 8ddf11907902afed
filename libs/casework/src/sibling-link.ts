import { said } from '@app/pathways';
import { type RowsToWrite } from './step-rows';
import { type StepToWrite } from './step-to-write';

const SIBLING_LINKED = 'SIBLING_LINKED';

/** Rows by which a step links the case of a brother or sister; a number that leads to no other child becomes a task. */
export function siblingRows({ event, subject, holders }: StepToWrite): RowsToWrite[] {
  if (event.type !== SIBLING_LINKED) return [];
  const other = said(event, 'otherCase')?.trim() ?? '';
  const key = `${subject.id}:${subject.version + 1}:sibling`;
  return [
    { ...LINKED, rows: [[subject.childId, other]] },
    { ...NOT_FOUND, rows: [[key, `There is no case ${other} of another child.`, holders.ownerId]] },
  ];
}

const LINKED = {
  name: 'linked',
  types: ['uuid', 'text'],
  sql: `
  INSERT INTO sibling_link (case_id, version, authority, other_case_id)
  SELECT moved.id, $3::int + 1, $1, o.id
  FROM moved, $rows AS s(child, other) JOIN send_case o ON o.authority = $1 AND upper(o.reference) = upper(s.other) AND o.child_id <> s.child
  RETURNING case_id`,
};

const NOT_FOUND = {
  name: 'not_found',
  types: ['text', 'text', 'uuid'],
  sql: `
  INSERT INTO task (authority, case_id, source_key, text, why, for_role, officer_id, opened_on)
  SELECT $1, moved.id, t.key, 'Link the brother’s or sister’s case by its right number', t.why,
    CASE WHEN t.officer IS NULL THEN 'send_manager' END, t.officer, $4::date
  FROM moved, $rows AS t(key, why, officer) WHERE NOT EXISTS (SELECT 1 FROM linked)`,
};
