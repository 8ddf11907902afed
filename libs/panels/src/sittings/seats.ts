import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Service } from '../pure/terms';
import { runsAllPanels } from '../series/panel';
import { type Sitting, SittingNotFound } from './sitting';

/** A member of the panel on the day of the sitting, with their answer. */
export interface Member {
  readonly id: string;
  readonly officerId: string | null;
  readonly name: string;
  readonly service: Service;
  /** Comes to every item; others only to those that call for them. */
  readonly core: boolean;
  /** The school of somebody who comes for their school only. */
  readonly schoolUrn: string | null;
  readonly deputyOf: string | null;
  readonly signedOn: CalendarDay | null;
  readonly answer: 'coming' | 'here' | 'apologies' | 'left' | null;
  readonly deputyName: string | null;
}

/** What somebody is at a sitting. */
export interface Seat {
  readonly actor: Actor;
  /** Their own lines of the register. */
  readonly members: readonly Member[];
  /** Prepares the agenda, keeps the register and the minutes. */
  readonly runs: boolean;
  /** Is the chair, or a deputy of the chair. */
  readonly chairs: boolean;
}

/** Everybody on the panel on that day. */
export function membersOf(
  runner: Runner,
  sitting: Pick<Sitting, 'id' | 'panelId' | 'sitsOn'>,
): Promise<Member[]> {
  return runner.run<Member & Record<string, unknown>>('sitting-members', MEMBERS, [
    sitting.panelId,
    sitting.sitsOn,
    sitting.id,
  ]);
}

/** What the actor is here. @throws SittingNotFound for somebody who has no seat */
export function seatOf(actor: Actor, members: readonly Member[]): Seat {
  const own = members.filter(({ officerId }) => officerId === actor.id);
  const chairs = own.some(({ service }) => service === 'chair' || service === 'deputy_chair');
  const runs =
    chairs || own.some(({ service }) => service === 'coordinator') || runsAllPanels(actor);
  if (!runs && !own.length) throw new SittingNotFound();
  return { actor, members: own, runs, chairs };
}

const MEMBERS = `
SELECT m.id, m.officer_id AS "officerId", m.name, m.service, m.core, o.school_urn AS "schoolUrn", m.deputy_of AS "deputyOf", m.signed_on AS "signedOn",
  r.answer, r.deputy_name AS "deputyName"
FROM panel_member m LEFT JOIN officer o ON o.id = m.officer_id LEFT JOIN sitting_register r ON r.member_id = m.id AND r.sitting_id = $3
WHERE m.panel_id = $1 AND m.from_on <= $2::date AND (m.until_on IS NULL OR m.until_on >= $2::date)
ORDER BY array_position(ARRAY['chair','deputy_chair','coordinator'], m.service), m.service, m.name`;
