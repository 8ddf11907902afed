import { type Runner } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { nextSitting } from '../sittings/at-sitting';
import { isAskedTo, isRelated, type Item, itemsOf } from '../sittings/items';
import { type Member, membersOf } from '../sittings/seats';
import { type Sitting, sittingOf } from '../sittings/sitting';

/** A time of the sitting. */
export interface Slot {
  readonly from: Date;
  readonly until: Date;
}

/** A member who hears of a sitting. */
export interface HeardMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** When they are wanted: of those who come to single items only; absent for those who come to all of it. */
  readonly slots?: readonly Slot[];
}

/** A school with its own items, by the reference of each; its own name stands for an item about the school. */
export interface HeardSchool {
  readonly urn: string;
  readonly name: string;
  readonly email: string | null;
  readonly items: readonly (Slot & { readonly reference: string })[];
}

/** A sitting as messages about it may know it: times, members, schools with their references. No child is in here. */
export interface SittingAudience extends Slot {
  readonly id: string;
  readonly panelId: string;
  readonly panel: string;
  readonly on: CalendarDay;
  readonly members: readonly HeardMember[];
  readonly schools: readonly HeardSchool[];
  /** The sitting of the panel that comes after it. */
  readonly nextOn?: CalendarDay;
}

/** Who hears of a sitting, and of which part. @throws SittingNotFound */
export async function audienceOf(
  runner: Runner,
  authority: string,
  sittingId: string,
): Promise<SittingAudience> {
  const sitting = await sittingOf(runner, authority, sittingId);
  const members = await membersOf(runner, sitting);
  const items = await itemsOf(runner, sitting);
  const addresses = await runner.run<MemberAddress>('audience-members', EMAILS, [sitting.panelId]);
  const next = await nextSitting(runner, sitting);
  const emailOf = new Map(addresses.map(({ id, email }) => [id, email]));
  const timed = withTimes(sitting, items);
  const schools = await runner.run<SchoolRow>('audience-schools', SCHOOLS, [
    authority,
    timed.map(({ item }) => item.urn),
  ]);
  return {
    id: sitting.id,
    panelId: sitting.panelId,
    panel: sitting.panel,
    on: sitting.sitsOn,
    from: sitting.startsAt,
    until: later(sitting.startsAt, sitting.minutes),
    members: members.flatMap((member) => {
      const email = emailOf.get(member.id);
      return email ? heard(member, email, timed) : [];
    }),
    schools: schools.flatMap((school) => ownItems(sitting, school, timed)),
    ...(next && { nextOn: next.on }),
  };
}

interface MemberAddress {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly email: string;
}

interface SchoolRow {
  readonly [column: string]: unknown;
  readonly urn: string;
  readonly name: string;
  readonly email: string | null;
}

interface Timed extends Slot {
  readonly item: Item;
}

/** Every item with its time, whoever may read it: what is kept from somebody takes its minutes all the same. */
function withTimes({ startsAt, terms }: Sitting, items: readonly Item[]): Timed[] {
  let from = later(startsAt, terms.opening);
  return items.map((item) => {
    const until = later(from, item.minutes);
    const timed = { item, from, until };
    from = until;
    return timed;
  });
}

function heard(
  { id, name, core, ...member }: Member,
  email: string,
  timed: readonly Timed[],
): HeardMember[] {
  if (core) return [{ id, name, email }];
  const own = timed.filter(
    ({ item }) => isAskedTo(item, { core, ...member }) && !isRelated(item, id),
  );
  return own.length
    ? [{ id, name, email, slots: own.map(({ from, until }) => ({ from, until })) }]
    : [];
}

function ownItems(
  { kind }: Sitting,
  { urn, name, email }: SchoolRow,
  timed: readonly Timed[],
): HeardSchool[] {
  const items = timed
    .filter(({ item }) => item.urn === urn && (item.kind === 'school' || kind.schoolsJoin))
    .map(({ item, from, until }) => ({ from, until, reference: item.reference ?? name }));
  return items.length ? [{ urn, name, email, items }] : [];
}

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

const EMAILS = `
SELECT m.id, coalesce(nullif(m.email, ''), o.email) AS email FROM panel_member m LEFT JOIN officer o ON o.id = m.officer_id
WHERE m.panel_id = $1`;

const SCHOOLS = `
SELECT s.urn, s.name, coalesce(s.email, (
  SELECT o.email FROM officer o WHERE o.authority = s.authority AND o.school_urn = s.urn AND o.active AND 'school_senco' = ANY (o.roles)
  ORDER BY o.name, o.id LIMIT 1)) AS email
FROM school s WHERE s.authority = $1 AND s.urn = ANY ($2::text[]) ORDER BY s.name, s.urn`;
