import { type Actor, onlyThroughCases, relationTo, visibleCases, worksCases } from '@app/access';
import { pathways } from '@app/pathways';

/** A piece of SQL and its values; `sql(n)` numbers the first value `$n`. */
export interface Fragment {
  sql(first: number): string;
  readonly values: unknown[];
}

/**
 * Whether an actor may open a child (alias k): through a case they may see; a child without cases
 * if they work with cases; any child that is not restricted if their role sees the whole authority. Finance and the
 * virtual school meet children through cases alone.
 */
export function visibleChildren(actor: Actor): Fragment {
  const cases = visibleCases(actor, 'v', 'k');
  const isConfined = onlyThroughCases(actor);
  return {
    sql: (n) => `(
      EXISTS (SELECT FROM send_case v WHERE v.child_id = k.id AND ${cases.sql(n)})
      OR NOT k.restricted AND (
        $${n + cases.values.length}::boolean
        OR $${n + cases.values.length + 1}::boolean AND NOT EXISTS (SELECT FROM send_case a WHERE a.child_id = k.id)
        OR k.urn = $${n + cases.values.length + 2}
      ))`,
    values: [
      ...cases.values,
      !isConfined && seesAuthority(actor),
      !isConfined && worksCases(actor),
      actor.roles.includes('school_senco') ? actor.schoolUrn : null,
    ],
  };
}

/** Whether there is a pathway of which this actor sees every case. */
function seesAuthority(actor: Actor): boolean {
  const nobodys = {
    ...{ ownerId: null, coverId: null, teamId: null, openerId: null },
    ...{ restricted: false, childUrn: null },
  };
  return pathways.some(
    ({ name: pathway }) => relationTo(actor, { ...nobodys, pathway }) === 'authority',
  );
}
