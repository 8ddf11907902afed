import { type Attending, type InterestKind } from './terms';

/** What a person may do while one item is open. */
export interface Standing {
  readonly sees: boolean;
  readonly speaks: boolean;
  readonly decides: boolean;
  /** Counts towards the quorum of this item. */
  readonly counts: boolean;
  /** As the register says it. */
  readonly words: string;
}

const FREE: Standing = { sees: true, speaks: true, decides: true, counts: true, words: '' };

/**
 * What each interest leaves a person (handbook 3.4, rule 5). Somebody who may speak but not decide is there and counts:
 * the lead of a host school has such an interest in every child that the school may receive. A chair with any interest
 * hands the chair to the deputy, so does not count as chair.
 */
export const INTERESTS: Readonly<Record<InterestKind, Standing & { readonly label: string }>> = {
  RELATED_CHILD: {
    label: 'Related to the child',
    sees: false,
    speaks: false,
    decides: false,
    counts: false,
    words: 'Leaves the room and sees nothing of this item',
  },
  OWN_SCHOOL_BENEFITS: {
    ...FREE,
    label: 'Their own school gains',
    decides: false,
    words: 'May speak, does not decide',
  },
  AUTHOR_OF_ADVICE: {
    ...FREE,
    label: 'Wrote advice on this child',
    counts: false,
    words: 'May speak and decide, does not count towards the quorum',
  },
  RECEIVING_SCHOOL: {
    ...FREE,
    label: 'Of the school that would receive the child',
    decides: false,
    words: 'May speak, does not decide',
  },
};

/** What this person may do for the item; one who is not there may see it and no more. */
export function standingOf({ present, interest, service }: Attending): Standing {
  const standing = interest ? INTERESTS[interest] : FREE;
  const chairs = service === 'chair' || service === 'deputy_chair';
  const counts = present && standing.counts && !(chairs && interest);
  return {
    ...standing,
    counts,
    speaks: present && standing.speaks,
    decides: present && standing.decides,
  };
}

/** Who chairs this item: the chair, or the deputy where the chair is away or has an interest. */
export function whoChairs<P extends Attending>(people: readonly P[]): P | undefined {
  const free = people.filter(({ present, interest }) => present && !interest);
  return (
    free.find(({ service }) => service === 'chair') ??
    free.find(({ service }) => service === 'deputy_chair')
  );
}
