import { isUnder, type Pathway, startsUnder } from '@app/pathways';
import { type PackProblem, type RulePack } from '@app/statutory-calendar';

/**
 * Changes of a limit that no running clock could follow: the product works that date out in its own way, so a pack
 * alone would leave it wrong. A rule that no clock counts by changes the book only, and is no problem.
 */
export function notFollowed(pathways: readonly Pathway[], { changes }: RulePack): PackProblem[] {
  const clocks = pathways.flatMap((pathway) => pathway.clocks);
  return changes.flatMap((change, at) => {
    const own = clocks.filter(
      ({ rule, starts }) =>
        change.limit && [{ rule }, ...starts].some((it) => it.rule === change.rule),
    );
    const isFollowed = own.some((clock) => startsUnder(clock, change).length > 0);
    if (!own.length || isFollowed) return [];
    return [
      {
        where: `changes ${at + 1}`,
        what: `${change.rule}: this product works out “${own[0]!.label}” in a way that a pack cannot change. It needs a newer version`,
      },
    ];
  });
}

/** Dates that are worked out from a rule that changes, and do not follow by themselves. */
export function leftBehind(pathways: readonly Pathway[], { changes }: RulePack): string[] {
  const labels = pathways.flatMap(({ clocks }) =>
    clocks
      .filter((clock) =>
        changes.some(
          (change) =>
            change.limit &&
            clock.rule !== change.rule &&
            isUnder(clock, change) &&
            !startsUnder(clock, change).length,
        ),
      )
      .map(({ label }) => label),
  );
  return [...new Set(labels)];
}

/** A pack that says another thing of the same limit from the same day as one that is approved. */
export function contradicts(approved: readonly RulePack[], { changes }: RulePack): PackProblem[] {
  return changes.flatMap((change, at) => {
    const other = approved.find((pack) =>
      pack.changes.some(
        (it) =>
          it.limit &&
          change.limit &&
          it.rule === change.rule &&
          it.limit.name === change.limit.name &&
          it.effectiveFrom === change.effectiveFrom,
      ),
    );
    if (!other) return [];
    const where = `changes ${at + 1}`;
    return [{ where, what: `${change.rule}: ${other.name} changes it from the same day` }];
  });
}
