import { type Runner } from '@app/database';
import { type KnownInterest } from '../pure/agenda-shape';
import { type Attending, type InterestKind, type Service } from '../pure/terms';
import { type Member } from './seats';
import { type Sitting } from './sitting';

/**
 * Services asked to an item without whom the child is not talked about: those that somebody asked by name, the social
 * worker of a child in care or protected, and the school where schools join. Others may come and need not.
 */
export function neededOf(
  invited: readonly Service[],
  { careStatus }: { readonly careStatus: string },
  { kind }: Pick<Sitting, 'kind'>,
): Service[] {
  const isNeeded: Partial<Record<Service, boolean>> = {
    school_lead: kind.schoolsJoin ?? false,
    social_worker: ['cla', 'cp'].includes(careStatus),
    virtual_school: false,
    case_officer: false,
  };
  return invited.filter((service) => isNeeded[service] ?? true);
}

interface Asked {
  readonly needs: readonly Service[];
  readonly schoolUrn?: string;
}

/** Nobody waits for a service that has no seat on the panel: only somebody who sits there can say that they will not come. */
export function withSeats<C extends Asked>(candidate: C, members: readonly Member[]): C {
  const { schoolUrn } = candidate;
  const isSeated = (needed: Service) =>
    members.some(
      ({ service, schoolUrn: school }) =>
        service === needed && (needed !== 'school_lead' || school === schoolUrn),
    );
  return { ...candidate, needs: candidate.needs.filter(isSeated) };
}

/** Members who are expected: all who did not send apologies, and deputies in their place. */
export function expected(members: readonly Member[]): Attending[] {
  return members.map(({ id, officerId, name, service, answer, deputyName, core, schoolUrn }) => ({
    memberId: officerId ?? id,
    name: deputyName ?? name,
    service,
    present: deputyName !== null || (answer !== 'apologies' && answer !== 'left'),
    ...(!core && { onlyAsked: { schoolUrn } }),
  }));
}

interface Known {
  readonly [column: string]: unknown;
  readonly candidateId: string;
  readonly memberId: string;
  readonly kind: InterestKind;
}

/**
 * Interests that are known before the item opens: declared when the child was here before, or in the child's own school.
 * Whoever stands in for a member has none of theirs.
 */
export async function interestsIn(
  runner: Runner,
  candidates: readonly { readonly id: string; readonly schoolUrn?: string }[],
  members: readonly Member[],
): Promise<KnownInterest[]> {
  const own = members.filter(({ deputyName }) => deputyName === null);
  const declared = await runner.run<Known>('interests-known', DECLARED, [
    candidates.map(({ id }) => id),
    own.map(({ id }) => id),
  ]);
  const personOf = new Map(own.map(({ id, officerId }) => [id, officerId ?? id]));
  return [
    ...own.flatMap((member) => inOwnSchool(member, candidates)),
    ...declared.map(({ candidateId, memberId, kind }) => ({
      candidateId,
      memberId: personOf.get(memberId) ?? memberId,
      kind,
    })),
  ];
}

function inOwnSchool(
  { id, officerId, service, schoolUrn: school }: Member,
  candidates: readonly { readonly id: string; readonly schoolUrn?: string }[],
): KnownInterest[] {
  if (!school || service === 'school_lead') return [];
  return candidates
    .filter(({ schoolUrn }) => schoolUrn === school)
    .map((candidate) => ({
      candidateId: candidate.id,
      memberId: officerId ?? id,
      kind: 'OWN_SCHOOL_BENEFITS',
    }));
}

/** $1 cases, $2 members; the newest word last. */
const DECLARED = `
SELECT i.case_id AS "candidateId", n.member_id AS "memberId", n.kind
FROM item_interest n JOIN sitting_item i ON i.id = n.item_id
WHERE i.case_id = ANY($1::uuid[]) AND n.member_id = ANY($2::uuid[]) ORDER BY n.said_at`;
