import { type Published } from '@app/reporting';
import { Dice } from '../../demo/dice';
import { assessmentsOf } from './assessments';
import { type ChildHistory } from './history';
import { childrenOf } from './plans';
import { Targets } from './targets';

/** Invented histories that add up to the published figures of an authority; the same ones for the same seed. */
export function historiesOf(published: Published, seed: string): ChildHistory[] {
  const dice = new Dice(`${published.code} ${seed}`);
  const targets = new Targets(published);
  return childrenOf(assessmentsOf(targets, dice), targets, dice);
}
