import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { type InterestKind, type Service } from '../pure/terms';
import { type Outcome } from './outcome';
import { type Sitting } from './sitting';
import { type Member, type Seat } from './seats';

export type ItemStatus = 'listed' | 'open' | 'decided' | 'deferred' | 'moved' | 'removed';

/** One item of a sitting: a child's case, or a whole school. */
export interface Item {
  readonly id: string;
  readonly position: number;
  readonly kind: 'fresh' | 'review' | 'school';
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly pathway: string | null;
  readonly childId: string | null;
  readonly householdId: string | null;
  readonly childName: string | null;
  readonly dob: CalendarDay | null;
  readonly ncYear: string | null;
  readonly sen: 'N' | 'K' | 'E' | null;
  readonly careStatus: string | null;
  readonly restricted: boolean;
  readonly urn: string | null;
  readonly school: string | null;
  /** What a whole-school item is about. */
  readonly concern: string | null;
  readonly minutes: number;
  readonly because: readonly string[];
  readonly score: number;
  readonly scoreParts: readonly ScorePart[];
  readonly lateWhy: string | null;
  readonly urgentWhy: string | null;
  /** Services asked to this item beside those who come to every one. */
  readonly invited: readonly Service[];
  readonly status: ItemStatus;
  readonly quorate: boolean | null;
  readonly version: number;
  readonly outcome: Outcome | null;
  readonly openedAt: Date | null;
  readonly settledAt: Date | null;
  readonly interests: readonly Interest[];
  /** Members who said, now or when the child was here before, that they are related. */
  readonly related: readonly string[];
}

/** Part of a priority, with its letter in the handbook. */
export interface ScorePart {
  readonly code: string;
  readonly label: string;
  readonly points: number;
}

export interface Interest {
  readonly memberId: string;
  readonly name: string;
  readonly kind: InterestKind;
}

/** Items that are still on the agenda, in order; those that left it are not among them. */
export async function itemsOf(runner: Runner, sitting: Sitting): Promise<Item[]> {
  return runner.run<Item & Record<string, unknown>>('sitting-items', ITEMS, [
    sitting.authority,
    sitting.id,
  ]);
}

/**
 * Whether somebody may read an item (handbook 3.4, rule 1): members who come to every item, others where the child
 * calls for them, a school its own; nobody who is related to the child; after the minutes only for a time.
 */
export function mayRead(seat: Seat, sitting: Sitting, item: Item, today: CalendarDay): boolean {
  if (seat.members.some(({ id }) => isRelated(item, id))) return false;
  if (item.restricted) return seat.chairs || seat.actor.roles.includes('send_manager');
  if (seat.runs) return true;
  return isOutFor(sitting, today) && seat.members.some((member) => isAskedTo(item, member));
}

/** Whether members who do not run the sitting read of it on that day: from the papers until some time after the minutes. */
export function isOutFor({ stage, seenUntil }: Sitting, today: CalendarDay): boolean {
  return !PREPARING.includes(stage) && !(seenUntil && today > seenUntil);
}

/** The agenda is not for the members until the papers are out. */
const PREPARING = ['scheduled', 'agenda_open', 'cancelled'];

/** Whether a member is asked to this item: to every one, or to this one by what the child calls for; a school to its own. */
export function isAskedTo(
  { invited, urn }: Pick<Item, 'invited' | 'urn'>,
  { core, service, schoolUrn }: Pick<Member, 'core' | 'service' | 'schoolUrn'>,
): boolean {
  if (core) return true;
  return invited.includes(service) && (service !== 'school_lead' || schoolUrn === urn);
}

/** Related to the child: leaves the room and sees nothing of the item. */
export function isRelated({ related }: Item, memberId: string): boolean {
  return related.includes(memberId);
}

const ITEMS = `
SELECT i.id, i.position, i.kind, i.case_id AS "caseId", c.reference, c.pathway, h.id AS "childId", h.household_id AS "householdId",
  concat_ws(' ', coalesce(h.preferred_name, h.legal_forename), h.legal_surname) AS "childName",
  h.dob, h.nc_year AS "ncYear", h.sen_provision AS sen, h.care_status AS "careStatus", coalesce(c.restricted OR h.restricted, false) AS restricted,
  coalesce(i.school_urn, h.urn) AS urn, s.name AS school, i.concern, i.minutes, i.because, i.score, i.score_parts AS "scoreParts",
  i.late_why AS "lateWhy", i.urgent_why AS "urgentWhy", i.invited, i.status, i.quorate, i.version, i.outcome,
  i.opened_at AS "openedAt", i.settled_at AS "settledAt",
  (SELECT coalesce(json_agg(json_build_object('memberId', n.member_id, 'name', m.name, 'kind', n.kind)), '[]')
   FROM item_interest n JOIN panel_member m ON m.id = n.member_id WHERE n.item_id = i.id) AS interests,
  ARRAY(SELECT n.member_id::text FROM sitting_item b JOIN item_interest n ON n.item_id = b.id
    WHERE b.case_id = i.case_id AND n.kind = 'RELATED_CHILD') AS related
FROM sitting_item i LEFT JOIN send_case c ON c.id = i.case_id LEFT JOIN child h ON h.id = c.child_id
LEFT JOIN school s ON s.authority = i.authority AND s.urn = coalesce(i.school_urn, h.urn)
WHERE i.authority = $1 AND i.sitting_id = $2 AND i.status <> 'removed'
ORDER BY i.position, i.id`;
