import { Dice } from '../dice';
import { DEMO_SCHOOLS, type Phase } from '../people/schools';

/** Days of one review: how long before its last day the meeting is, and what follows, counted from the meeting. */
export interface ReviewDays {
  readonly ahead: number;
  readonly opened: number;
  readonly invited: number;
  readonly papers: number;
  readonly report: number;
  readonly decided: number;
  readonly final: number;
}

const OF_PHASE: Readonly<Record<Phase, number>> = { Primary: 0.9, Secondary: 1.2, Special: 0.8 };
const OF_SCHOOL = [0.75, 1.35] as const;
/** A review that has to name the next school is watched more closely. */
const OF_MOVE = 0.85;
const LONGEST_AHEAD = 78;
const FORGOTTEN = 75;
const FAMILY_HEARD = 16;

/** How slow a school is beside the usual one: by its phase, and always the same for the same school. */
function paceOf(urn: string): number {
  const phase = DEMO_SCHOOLS.find((school) => school.urn === urn)?.phase ?? 'Primary';
  const [least, most] = OF_SCHOOL;
  return OF_PHASE[phase] * (least + (most - least) * new Dice(`pace ${urn}`).roll());
}

/** Draws the days of a review at this school. */
export function reviewDays(urn: string, isMove: boolean, dice: Dice): ReviewDays {
  const pace = paceOf(urn) * (isMove ? OF_MOVE : 1);
  const decided = Math.max(3, dice.days(22 * pace, 0.4));
  return {
    ahead: LONGEST_AHEAD - dice.days(36 * pace, 0.5) - (dice.isLucky(0.06) ? FORGOTTEN : 0),
    opened: -Math.max(50, dice.days(62, 0.15)),
    invited: -dice.whole(24, 46),
    papers: -dice.whole(14, 19),
    report: Math.min(dice.days(9 * pace, 0.45), decided - 1),
    decided,
    final: decided + FAMILY_HEARD + dice.days(16 * pace, 0.6),
  };
}
