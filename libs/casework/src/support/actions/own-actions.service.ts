import {
  AccessLog,
  type Actor,
  type Relation,
  relationTo,
  visibleCases,
  worksCases,
} from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '../../calendars';
import { type CaseRow, readWhole } from '../../case-row';
import { type SupportedCase } from '../supported-case';
import { type ActionEventType, type ActionState } from './action-machine';
import { type ActionRow } from './action-row';
import { Actions } from './actions.service';

/** What the owner of an action may say of it wherever they stand to the case; checking it is somebody else's. */
export const OWNERS_SAY = ['MARK_DONE', 'MARK_BLOCKED'] as const satisfies ActionEventType[];

/** An action of a case that its owner may not open, as My work lists it. */
export interface OwnActionLine {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly dueOn: CalendarDay;
  readonly state: ActionState;
}

/** An action in the hands of its owner. */
export interface OwnAction {
  readonly action: ActionRow;
  readonly subject: SupportedCase & { readonly file: CaseRow };
  /** Whether the owner works on the case too, and so has the pages of the case for it. */
  readonly hasCase: boolean;
}

/** Of the actions of a case those that this person sees there: the child’s school sees what it is to do itself. */
export const actionsShownTo = (
  { id }: Actor,
  relation: Relation,
  actions: readonly ActionRow[],
): readonly ActionRow[] =>
  relation === 'own_school' ? actions.filter(({ ownerId }) => ownerId === id) : actions;

/** Actions as their owners have them: what is to be done and by when, and no more of the case than its number. */
@Injectable()
export class OwnActions {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Actions) private readonly actions: Actions,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  /** Those still to be done, wherever the owner stands to the case. */
  all({ authority, id }: Actor): Promise<OwnActionLine[]> {
    return this.statements.run<OwnActionLine>('own-actions', `${MINE} ${BY_DAY}`, [authority, id]);
  }

  /** Those still to be done on cases that the owner may not open. */
  elsewhere(actor: Actor): Promise<OwnActionLine[]> {
    const visible = visibleCases(actor);
    return this.statements.run<OwnActionLine>(
      'own-actions-elsewhere',
      `${MINE} AND NOT coalesce(${visible.sql(3)}, false) ${BY_DAY}`,
      [actor.authority, actor.id, ...visible.values],
    );
  }

  /** An action that this person owns, with a line in the access log; undefined for any other. */
  async open(actor: Actor, id: string): Promise<OwnAction | undefined> {
    const [found] = await this.statements.run<{ reference: string }>('own-action', OWN, [
      actor.authority,
      actor.id,
      id,
    ]);
    const file = found && (await readWhole(this.statements, actor.authority, found.reference));
    const action = file && (await this.actions.find(actor.authority, file.id, id));
    if (!action) return undefined;
    const { id: caseId, childId } = file;
    const relation = relationTo(actor, file);
    await this.log.looked(actor, {
      action: 'action.seen',
      caseId,
      childId,
      page: 'own action',
      relation,
    });
    const calendar = await this.calendars.forSchool(actor.authority, file.childUrn);
    return {
      action,
      subject: { file, calendar, today: this.clock.today() },
      hasCase: worksCases(actor) && relation !== 'none',
    };
  }
}

const MINE = `
SELECT a.id, c.reference, a.text, a.due_on AS "dueOn", a.state
FROM action a JOIN send_case c ON c.id = a.case_id JOIN child k ON k.id = c.child_id
WHERE a.authority = $1 AND a.owner_id = $2 AND a.state IN ('open', 'overdue')`;

const BY_DAY = 'ORDER BY a.due_on, a.id';

const OWN = `
SELECT c.reference FROM action a JOIN send_case c ON c.id = a.case_id
WHERE a.authority = $1 AND a.owner_id = $2 AND a.id::text = $3`;
