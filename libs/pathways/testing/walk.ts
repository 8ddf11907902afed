import { advance, begin } from '../src/advance';
import { type Pathway } from '../src/pathway';
import { arrowsAt } from './arrows';
import { judgeOf } from './judge';
import { Looks } from './looks';
import { afterStep, asEvent, beforeOpening, type Command, needsOf, type Spot } from './spot';

/** One command of a way, where it was given, what it took, and where it led. */
export interface Stride {
  readonly command: Command;
  readonly from: Spot;
  readonly arrows: readonly string[];
  readonly to: Spot;
}

/** Walks a way again, step by step. @throws NotAllowedNow where it leads no further */
export function walked(pathway: Pathway, way: readonly Command[]): Stride[] {
  const looks = new Looks(pathway);
  let from = beforeOpening(way[0]!.on);
  return way.map((command) => {
    const event = asEvent(from, command, needsOf(pathway, from, command.type));
    const isFirst = !from.way.length;
    const step = isFirst ? begin(pathway, event) : advance(pathway, from.state, event);
    const tried = arrowsAt(pathway, from.state.value, from.closed).get(command.type) ?? [];
    const arrows = isFirst ? [] : judgeOf(pathway, from, command.type, tried, looks)(command).taken;
    const to = afterStep(pathway, from, command, step);
    const stride = { command, from, arrows: arrows.map(({ id }) => id), to };
    from = to;
    return stride;
  });
}

/** Ways that together take every arrow, longest first: what a longer way takes is not walked again. */
export function waysThatTakeAll(
  pathway: Pathway,
  ways: ReadonlyMap<string, readonly Command[]>,
): Stride[][] {
  const taken = new Set<string>();
  const longestFirst = [...ways].sort(([, a], [, b]) => b.length - a.length);
  return longestFirst.flatMap(([id, way]) => {
    if (taken.has(id)) return [];
    const strides = walked(pathway, way);
    strides.forEach(({ arrows }) => arrows.forEach((arrow) => taken.add(arrow)));
    return [strides];
  });
}
