import { type ExclusionContext } from './memory';

type Facts = Pick<ExclusionContext, 'kind' | 'daysInTerm' | 'examMissed' | 'representations'>;

const MANY_DAYS = 15;
const SOME_DAYS = 5;

/** In how many school days the governors must meet (SI 2012/1033, regulations 6, 15 and 24); null where they need not. */
export function governorsMeetWithin(facts: Facts): 15 | 50 | null {
  const days = facts.daysInTerm ?? 0;
  if (facts.kind === 'permanent' || facts.examMissed || days > MANY_DAYS) return 15;
  return facts.representations && days > SOME_DAYS ? 50 : null;
}

/** Education from the sixth school day: the council’s after a permanent exclusion, the governors’ in a long suspension. */
export const educationFromSixthDay = ({
  kind,
  schoolDays,
}: Pick<ExclusionContext, 'kind' | 'schoolDays'>) =>
  kind === 'permanent' || (schoolDays ?? 0) > SOME_DAYS;
