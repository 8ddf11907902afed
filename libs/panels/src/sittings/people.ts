import { type Actor } from '@app/access';
import { NotAllowedNow, type Reason } from '@app/pathways';
import { standingOf, whoChairs } from '../pure/conflicts';
import { type Quorum, quorumFor } from '../pure/quorum';
import { type Attending, SERVICES } from '../pure/terms';
import { type AtSitting } from './at-sitting';
import { isAskedTo, isRelated, type Item } from './items';
import { type InTheRoom } from './outcome';
import { type Member } from './seats';
import { type Sitting } from './sitting';

/** Who sits at this item: those who come to every one, and those asked to this one. */
export function peopleAt(item: Item, members: readonly Member[]): Attending[] {
  return members
    .filter((member) => isAskedTo(item, member))
    .map(({ id, officerId, name, service, answer, deputyName }) => {
      const interest =
        item.interests.find(({ memberId }) => memberId === id)?.kind ??
        (isRelated(item, id) && (deputyName === null || saves(service))
          ? 'RELATED_CHILD'
          : undefined);
      return {
        memberId: officerId ?? id,
        name: deputyName ?? name,
        service,
        present: answer === 'here',
        ...(interest && { interest }),
      };
    });
}

/** Whoever stands in for the chair saves with the chair's account, and a relative's account does not open the item. */
const saves = (service: Member['service']) => service === 'chair' || service === 'deputy_chair';

/** Whether the item may be decided with those who are here. */
export function quorumAt(sitting: Sitting, item: Item, members: readonly Member[]): Quorum {
  return quorumFor(sitting.terms.quorum, peopleAt(item, members), {
    hasPlan: item.sen === 'E',
    money: item.pathway === 'placement_request',
  });
}

/** @throws NotAllowedNow for members who do not run the sitting */
export function demandRuns({ seat }: Pick<AtSitting, 'seat'>): void {
  if (seat.runs) return;
  refuse('SITTING', {
    guard: 'runsSitting',
    text: 'The chair, a deputy or the coordinator does this',
    missing: [],
  });
}

/** @throws NotAllowedNow unless enough people are here for this item */
export function demandQuorum(sitting: Sitting, item: Item, members: readonly Member[]): void {
  const { met, missing } = quorumAt(sitting, item, members);
  if (met) return;
  refuse('ITEM_OPENED', {
    guard: 'quorate',
    text: `There is no quorum for this item. Not here: ${missing.join('; ')}. You can talk it over, but decide nothing`,
    missing: missing.map((what) => ({ what, who: 'The coordinator, on the register' })),
    otherWays: [
      'Record those who have come on the register.',
      'Carry the item to the next sitting.',
    ],
  });
}

/**
 * The actor as the one who decides this item: the chair, or a deputy where the chair is away or has an interest.
 * @throws NotAllowedNow for anybody else, in words
 */
export function demandChair(actor: Actor, item: Item, members: readonly Member[]): Actor {
  const people = peopleAt(item, members);
  const own = people.filter(({ memberId }) => memberId === actor.id);
  const barred = own.find((it) => it.interest && !standingOf({ ...it, present: true }).decides);
  if (barred)
    refuse('DECISION', {
      guard: 'noInterest',
      text: 'You have declared an interest in this item, so you do not decide it',
      missing: [{ what: 'The deputy decides', who: 'The deputy chair' }],
    });
  const chair = whoChairs(people);
  if (chair?.memberId === actor.id) return { ...actor, roles: [...actor.roles, 'panel_chair'] };
  return refuse('DECISION', {
    guard: 'chairDecides',
    text: chair
      ? `${chair.name} chairs this item and saves the decision. What you typed is kept and is on their screen`
      : 'Nobody who may chair this item is here. Record on the register who chairs',
    missing: [{ what: 'The decision', who: chair?.name ?? 'The chair or a deputy' }],
  });
}

/** The register as it is for this item now. */
export function inTheRoom(item: Item, members: readonly Member[]): InTheRoom {
  const people = peopleAt(item, members);
  const line = ({ name, service }: Attending) => ({ name, role: SERVICES[service] });
  return {
    there: people
      .filter(({ present }) => present)
      .map((it) => {
        const note = it.interest && standingOf(it).words;
        return { ...line(it), ...(note && { note }) };
      }),
    apologies: people.filter(({ present }) => !present).map(line),
  };
}

/** @throws NotAllowedNow */
export function refuse(type: string, reason: Reason): never {
  throw new NotAllowedNow(type, [reason]);
}
