import { doubtsOf } from './doubts';
import { FIGURES } from './figures';
import { type FigureName, type Published } from './published-tables';

/** One figure as it was published and as it is counted here. */
export interface Compared {
  readonly figure: FigureName;
  readonly title: string;
  readonly definition: string;
  readonly published: number | null;
  readonly computed: number | null;
  /** Null where the release gives no figure, or nothing is recorded here to count it from. */
  readonly equal: boolean | null;
  /** Where the published rows do not add up, or leave something open. */
  readonly why: string | null;
}

/** Puts the figures side by side, in the order of the release. */
export function compare(
  published: Published,
  computed: ReadonlyMap<FigureName, number | null>,
): Compared[] {
  const doubts = doubtsOf(published);
  return FIGURES.map((figure) => {
    const { name } = figure;
    const [theirs, ours] = [published.values.get(name) ?? null, computed.get(name)];
    return {
      figure: name,
      title: figure.title,
      definition: figure.definition,
      published: theirs,
      computed: ours ?? null,
      equal: theirs === null || ours === undefined ? null : theirs === ours,
      why: doubts.get(name) ?? null,
    };
  });
}

/** A difference that nothing in the release explains. */
export const isUnexplained = ({ equal, why }: Compared) => equal === false && why === null;
