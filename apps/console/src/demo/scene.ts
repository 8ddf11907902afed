import { CaseStory, type CaseCast } from './case-story';
import { Dice } from './dice';
import { type Register } from './people/register';
import { type SchoolTime } from './y6/school-time';

/** What the makers of every pathway work with. */
export interface Scene {
  readonly time: SchoolTime;
  readonly register: Register;
  readonly seed: string;
}

/** A story that has not begun, about this child. */
export const storyOf = ({ time }: Scene, cast: CaseCast): CaseStory =>
  new CaseStory(cast, time.today);

/** Chance of one group of cases. */
export const diceOf = ({ seed }: Scene, group: string): Dice => new Dice(`${seed} ${group}`);
