import { type Actor } from '@app/access';
import { type CalendarDay } from '@app/statutory-calendar';
import { type PanelKind } from '../kinds/kind';
import { type PanelCode, type Service, type Terms } from '../pure/terms';

/** A panel with the terms that hold on a day. */
export interface Panel {
  readonly id: string;
  readonly authority: string;
  readonly code: PanelCode;
  readonly kind: PanelKind;
  /** The council's own name for it. */
  readonly name: string;
  readonly terms: Terms;
  readonly termsNumber: number;
  readonly termsFrom: CalendarDay;
}

/** What somebody is on a panel today. */
export interface PanelSeat {
  readonly panel: Panel;
  /** Own lines of the membership; none for those who see the panel by their role alone. */
  readonly memberIds: readonly string[];
  /** Looks after members and days: the coordinator, the chair, a SEND manager. */
  readonly runs: boolean;
  /** Sets the terms of reference: the chair or a deputy of it, a SEND manager. */
  readonly setsTerms: boolean;
}

/** Roles that see every panel of their council. */
const SEE_ALL: readonly string[] = ['panel_coordinator', 'panel_chair', 'send_manager'];
/** Roles that look after every panel. */
const RUN_ALL: readonly string[] = ['panel_coordinator', 'send_manager'];

/** Whether somebody looks after every panel of the council, a member or not. */
export const runsAllPanels = ({ roles }: Pick<Actor, 'roles'>) =>
  roles.some((role) => RUN_ALL.includes(role));

/** Whether somebody sees every panel of the council, a member or not. */
export const seesAllPanels = ({ roles }: Pick<Actor, 'roles'>) =>
  roles.some((role) => SEE_ALL.includes(role));

/** The seat of an actor who has these lines of the membership today; undefined for somebody who may not know the panel. */
export function seatOn(
  panel: Panel,
  actor: Actor,
  own: readonly { readonly id: string; readonly service: Service }[],
): PanelSeat | undefined {
  if (!own.length && !seesAllPanels(actor)) return undefined;
  const sitsFor = (...services: Service[]) => own.some(({ service }) => services.includes(service));
  const manages = actor.roles.includes('send_manager');
  return {
    panel,
    memberIds: own.map(({ id }) => id),
    runs: sitsFor('chair', 'deputy_chair', 'coordinator') || runsAllPanels(actor),
    setsTerms: manages || sitsFor('chair', 'deputy_chair'),
  };
}
