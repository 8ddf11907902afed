import { type Actor } from '@app/access';
import { type ActionState } from '@app/casework';
import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { comeTo } from '../sittings/at-sitting';
import { isOutFor } from '../sittings/items';
import { LAST } from './school-action.sql';
import { type SchoolAction } from './school-actions.service';

/** An action agreed at an earlier sitting of the panel that is still to be done or checked. */
export interface LastAction {
  readonly id: string;
  readonly kind: 'child' | 'school';
  /** The child’s name, or the school’s. */
  readonly about: string;
  /** The case of the child. */
  readonly reference: string | null;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: CalendarDay;
  readonly state: ActionState;
  readonly agreedOn: CalendarDay;
}

/** What earlier sittings of a panel agreed and is not done: the first thing that the next sitting looks at (handbook 3.4). */
@Injectable()
export class LastActions {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Late ones first. Members who come to single items see none, and others only while the sitting is open to them. @throws SittingNotFound */
  async lastActions(actor: Actor, sittingId: string): Promise<LastAction[]> {
    const today = this.clock.today();
    const { sitting, seat } = await comeTo(this.statements, actor, sittingId, today);
    const reads = isOutFor(sitting, today) && seat.members.some(({ core }) => core);
    if (!seat.runs && !reads) return [];
    const before = [sitting.panelId, sitting.sitsOn, sitting.id];
    const children = await this.statements.run<LastAction & Record<string, unknown>>(
      'last-actions',
      CHILDREN,
      [
        ...before,
        seat.chairs || actor.roles.includes('send_manager'),
        seat.members.map(({ id }) => id),
      ],
    );
    const schools = await this.statements.run<SchoolAction>('last-school-actions', LAST, before);
    return [...children, ...schools.map(asLast)].sort(
      (a, b) => a.dueOn.localeCompare(b.dueOn) || a.about.localeCompare(b.about),
    );
  }
}

const asLast = ({ id, school, text, ownerName, dueOn, state, agreedOn }: SchoolAction) => ({
  id,
  kind: 'school' as const,
  about: school,
  reference: null,
  what: text,
  owner: ownerName,
  dueOn,
  state,
  agreedOn,
});

/** $4 whether restricted children are shown, $5 the actor's lines of the register: a relative of a child sees nothing of it. */
const CHILDREN = `
SELECT DISTINCT ON (a.id) a.id, 'child' AS kind, concat_ws(' ', coalesce(h.preferred_name, h.legal_forename), h.legal_surname) AS about,
  c.reference, a.text AS what, coalesce(o.name, a.owner_name) AS owner, a.due_on AS "dueOn", a.state, s.sits_on AS "agreedOn"
FROM sitting s JOIN sitting_item i ON i.sitting_id = s.id AND i.status = 'decided'
JOIN action a ON a.case_id = i.case_id AND a.from_version = i.case_version
JOIN send_case c ON c.id = a.case_id JOIN child h ON h.id = c.child_id LEFT JOIN officer o ON o.id = a.owner_id
WHERE s.panel_id = $1 AND (s.sits_on, s.id) < ($2::date, $3::uuid) AND a.state NOT IN ('done', 'cancelled')
  AND ($4::boolean OR NOT (c.restricted OR h.restricted))
  AND NOT EXISTS (SELECT FROM item_interest n JOIN sitting_item x ON x.id = n.item_id
    WHERE x.case_id = a.case_id AND n.member_id = ANY ($5::uuid[]) AND n.kind = 'RELATED_CHILD')
ORDER BY a.id, s.sits_on`;
