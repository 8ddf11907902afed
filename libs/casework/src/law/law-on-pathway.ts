import { isUnder, type LawInForce, type Pathway } from '@app/pathways';
import { type RulePack } from '@app/statutory-calendar';

/** What packs of law change on one pathway; undefined where they change nothing there. */
export function lawOnPathway(
  { clocks }: Pick<Pathway, 'clocks'>,
  packs: readonly RulePack[],
): LawInForce | undefined {
  const concerned = packs.map(({ name, changes }) => ({
    name,
    changes: changes.filter((change) => clocks.some((clock) => isUnder(clock, change))),
  }));
  const touching = concerned.filter(({ changes }) => changes.length > 0);
  if (!touching.length) return undefined;
  return {
    packs: touching.map(({ name }) => name),
    changes: touching.flatMap(({ changes }) => changes),
  };
}
