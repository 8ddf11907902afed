import { type ActionState } from '@app/casework';
import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Item } from './items';

/** What the case and the panel's earlier sittings say about an item, for its papers and its minutes. */
export interface ItemFacts {
  readonly itemId: string;
  /** What was said when the child was put forward. */
  readonly opening: Readonly<Record<string, unknown>> | null;
  /** What was said with the decision, where there is one. */
  readonly decision: Readonly<Record<string, unknown>> | null;
  readonly actions: readonly ActionFact[];
  readonly openedOn: CalendarDay | null;
  readonly lead: string | null;
}

export interface ActionFact {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: CalendarDay;
  readonly state: ActionState;
  readonly evidence: string | null;
  /** Agreed by the decision of this very item. */
  readonly isNew: boolean;
}

/** Reads the facts of these items: one statement however many they are. */
export async function factsOfItems(
  runner: Runner,
  items: readonly Item[],
): Promise<Map<string, ItemFacts>> {
  const rows = await runner.run<ItemFacts & Record<string, unknown>>('item-facts', FACTS, [
    items.map(({ id }) => id),
  ]);
  return new Map(rows.map((row) => [row.itemId, row]));
}

const FACTS = `
SELECT i.id AS "itemId", o.payload AS opening, d.payload AS decision, c.opened_on AS "openedOn", w.name AS lead,
  CASE WHEN i.case_id IS NULL THEN (
    SELECT coalesce(json_agg(json_build_object('what', s.text, 'owner', s.owner_name, 'dueOn', s.due_on, 'state', s.state, 'evidence', s.evidence,
      'isNew', s.item_id = i.id) ORDER BY s.due_on, s.text), '[]')
    FROM school_action s JOIN sitting_item j ON j.id = s.item_id WHERE j.school_urn = i.school_urn AND (s.item_id = i.id OR s.state NOT IN ('done', 'cancelled')))
  ELSE (
    SELECT coalesce(json_agg(json_build_object('what', a.text, 'owner', coalesce(p.name, a.owner_name), 'dueOn', a.due_on, 'state', a.state,
      'evidence', a.evidence, 'isNew', coalesce(a.from_version = i.case_version, false)) ORDER BY a.due_on, a.text), '[]')
    FROM action a LEFT JOIN officer p ON p.id = a.owner_id WHERE a.case_id = i.case_id AND a.state <> 'cancelled') END AS actions
FROM sitting_item i LEFT JOIN send_case c ON c.id = i.case_id LEFT JOIN officer w ON w.id = c.owner_id
LEFT JOIN case_event o ON o.case_id = i.case_id AND o.version = 1
LEFT JOIN case_event d ON d.case_id = i.case_id AND d.version = i.case_version
WHERE i.id = ANY($1::uuid[])`;
