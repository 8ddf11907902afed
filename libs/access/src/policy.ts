import { type EventDefinition, pathways, type Role } from '@app/pathways';
import { type Actor } from './actor';
import { isOpenTo, openToSql, type SchoolStay, staysOf } from './school-stays';
import { settlesWrongChild, wrongChildSql } from './wrong-child';

/** What access rules look at in a case. */
export interface Protected {
  readonly pathway: string;
  readonly ownerId: string | null;
  readonly coverId: string | null;
  readonly teamId: string | null;
  readonly restricted: boolean;
  readonly childUrn: string | null;
  /** Who opened it, for as long as no worker and no team holds it. */
  readonly openerId: string | null;
  /** Care status of the child, where it was read: without it the virtual school sees nothing. */
  readonly careStatus?: string | null;
  /** It was found to be about another child, where that was read: it is hidden from all but those who settle it. */
  readonly wrongChild?: boolean;
  /** Units whose place the case holds or held, where they were read. */
  readonly unitStays?: readonly SchoolStay[];
  /** A second school of the child, and those that the child has left, where they were read. */
  readonly otherSchools?: readonly SchoolStay[];
}

/** How an actor stands to a case, closest first. */
export type Relation =
  | 'system'
  | 'owner'
  | 'cover'
  | 'team'
  | 'authority'
  | 'opener'
  | 'virtual_school'
  | 'own_unit'
  | 'own_school'
  | 'none';

/** Roles that read and never record on a case. */
const READERS: readonly Role[] = ['dpo'];

/** Roles that see some cases and, beside them, no child. */
const ONLY_THROUGH_CASES: readonly Role[] = ['finance_officer', 'virtual_school'];

/** Roles that work with cases of their own team as well as their own. */
const TEAM_WORKERS: readonly Role[] = [
  ...new Set(pathways.flatMap(({ heldBy }) => heldBy)),
  'send_manager',
  'transition_lead',
];

/** Children whose education the virtual school looks after (handbook annex b). */
const IN_CARE: readonly string[] = ['cla', 'previously_cla'];

const SEEN_BY = new Set(pathways.flatMap(({ seenBy }) => seenBy));

/** How this actor stands to this case. A restricted record is open to its owner, their cover and SEND managers only. */
export function relationTo(actor: Actor, subject: Protected): Relation {
  if (actor.roles.includes('system')) return 'system';
  if (subject.wrongChild && !settlesWrongChild(actor)) return 'none';
  if (subject.ownerId === actor.id) return 'owner';
  if (subject.coverId === actor.id) return 'cover';
  if (subject.restricted) return actor.roles.includes('send_manager') ? 'authority' : 'none';
  if (subject.teamId && subject.teamId === actor.teamId && holdsAny(actor, TEAM_WORKERS))
    return 'team';
  if (pathwaysSeenBy(actor).includes(subject.pathway)) return 'authority';
  if (subject.openerId === actor.id && holdsAny(actor, TEAM_WORKERS)) return 'opener';
  if (actor.roles.includes('virtual_school') && IN_CARE.includes(subject.careStatus ?? ''))
    return 'virtual_school';
  if (isOpenTo(subject.unitStays, unitOf(actor), actor.day)) return 'own_unit';
  const school = schoolOf(actor);
  const isOwn = subject.childUrn === school || isOpenTo(subject.otherSchools, school, actor.day);
  return school !== null && isOwn ? 'own_school' : 'none';
}

/** The unit that somebody leads. */
const unitOf = ({ roles, schoolUrn }: Actor) => (roles.includes('unit_lead') ? schoolUrn : null);

/** The school that somebody speaks for. */
const schoolOf = ({ roles, schoolUrn }: Actor) =>
  roles.includes('school_senco') ? schoolUrn : null;

/** What `relationTo` asks of a case beside its own columns, as SQL: `openerId`, `wrongChild`, `unitStays` and `otherSchools`. */
export const relationColumns = (alias = 'c') => `
  ${openerOf(alias)} AS "openerId", ${wrongChildSql(alias)} AS "wrongChild", ${staysOf(alias)}`;

/** Who opened a case that nobody holds, as SQL. */
const openerOf = (alias = 'c') => `
  CASE WHEN ${alias}.owner_id IS NULL AND ${alias}.team_id IS NULL
    THEN (SELECT f.actor_id FROM case_event f WHERE f.case_id = ${alias}.id AND f.version = 1) END`;

/** Whether the actor may open this case. */
export function maySee(actor: Actor, subject: Protected): boolean {
  return relationTo(actor, subject) !== 'none';
}

/** Whether the actor may record this event on this case: by role and by relation. */
export function mayRecord(actor: Actor, subject: Protected, definition: EventDefinition): boolean {
  const relation = relationTo(actor, subject);
  if (relation === 'none' || relation === 'own_school') return false;
  return definition.roles.some((role) => actor.roles.includes(role));
}

/** Whether the actor may open a case with this event. */
export function mayOpen(actor: Actor, definition: EventDefinition): boolean {
  return (
    definition.roles.some((role) => actor.roles.includes(role)) || actor.roles.includes('system')
  );
}

/** Whether the actor works with cases at all: readers, analysts and administrators do not record. */
export function worksCases(actor: Actor): boolean {
  return actor.roles.some(
    (role) =>
      !READERS.includes(role) &&
      (TEAM_WORKERS.includes(role) || SEEN_BY.has(role) || ONLY_THROUGH_CASES.includes(role)),
  );
}

/** Whether the actor meets children only through cases that are theirs to see (handbook annex b). */
export function onlyThroughCases(actor: Actor): boolean {
  return actor.roles.every((role) => ONLY_THROUGH_CASES.includes(role));
}

/**
 * The same rule as `relationTo`, as SQL, so that a list is never filtered after it was read.
 * `values(n)` are the parameters, the first of which is `$n`.
 */
export function visibleCases(
  actor: Actor,
  alias = 'c',
  child = 'k',
): { sql(first: number): string; values: unknown[] } {
  const isManager = actor.roles.includes('send_manager');
  return {
    sql: (n) => `((
      ${alias}.owner_id = $${n} OR ${alias}.cover_id = $${n}
      OR (${alias}.restricted AND $${n + 4}::boolean)
      OR (NOT ${alias}.restricted AND (
        (${alias}.team_id = $${n + 1} AND $${n + 5}::boolean)
        OR ${alias}.pathway = ANY($${n + 2}::text[])
        OR ($${n + 5}::boolean AND ${openerOf(alias)} = $${n})
        OR ${child}.urn = $${n + 3}
        OR ($${n + 6}::boolean AND ${child}.care_status IN (${IN_CARE.map((it) => `'${it}'`).join(', ')}))
        OR ${openToSql({ alias, child, unit: `$${n + 7}`, school: `$${n + 3}`, day: `$${n + 8}` })}
      ))) AND ($${n + 9}::boolean OR NOT ${wrongChildSql(alias)}))`,
    values: [
      actor.id,
      actor.teamId,
      pathwaysSeenBy(actor),
      schoolOf(actor),
      isManager,
      holdsAny(actor, TEAM_WORKERS),
      actor.roles.includes('virtual_school'),
      unitOf(actor),
      actor.day ?? null,
      settlesWrongChild(actor),
    ],
  };
}

/**
 * The same rule for the cases of one pathway, or of all. Whoever sees the whole of it is asked nothing but columns of
 * the case, so that an index serves; `name` tells the three texts apart for prepared statements, and only 'some' needs
 * the child beside the case.
 */
export function visibleOf(
  pathway: string | undefined,
  actor: Actor,
): { name: string; sql(first: number): string; values: unknown[] } {
  const seen = pathwaysSeenBy(actor);
  const isWhole = pathway ? seen.includes(pathway) : seen.length === pathways.length;
  if (!isWhole) return { name: 'some', ...visibleCases(actor) };
  const isManager = actor.roles.includes('send_manager');
  if (isManager && settlesWrongChild(actor)) return { name: 'all', sql: () => 'true', values: [] };
  return {
    name: 'unrestricted',
    sql: (n) =>
      `((NOT c.restricted OR c.owner_id = $${n} OR c.cover_id = $${n} OR $${n + 1}::boolean) AND ($${n + 2}::boolean OR NOT ${wrongChildSql('c')}))`,
    values: [actor.id, isManager, settlesWrongChild(actor)],
  };
}

/** The pathways of which this actor sees every case (handbook annex b). */
function pathwaysSeenBy(actor: Actor): string[] {
  return pathways
    .filter(({ seenBy }) => seenBy.some((role) => actor.roles.includes(role)))
    .map(({ name }) => name);
}

function holdsAny(actor: Actor, roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
